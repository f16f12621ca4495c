from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hearsay.origins.alike.comparing import FEATURES
from hearsay.origins.alike.judging import REASONS, judged, reasons
from hearsay.origins.alike.pairs import Pairs
from hearsay.origins.alike.surroundings import AROUND, Surroundings
from hearsay.vocabulary.readings import Mention, Reading, Relation
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account
from tests.test_origins_propositions import account

PATROLS = "The Border Force runs nineteen patrols a week along the river Ostel."
FEES = "Traders at Merek pay two hundred crowns for each lorry that crosses."
FEES_AGAIN = "For every lorry that crosses, traders at Merek hand over two hundred crowns."
ROOF = "A storm tore the roof off the customs hall in the second week of March."
HARBOUR = "The harbour master of Lusk has resigned over the missing fuel."


def surroundings(
    *documents: tuple[str, ...], same: tuple[tuple[str, str], ...] = ()
) -> tuple[Surroundings, dict[tuple[int, str], int]]:
    """Claims each a node of its own, save those named as surely the same."""
    of, names = Surroundings(), {b: a for a, b in same}
    node: dict[tuple[int, str], int] = {}
    labels: dict[str, int] = {}
    for number, sentences in enumerate(documents):
        first = len(node)
        node |= {(number, words): first + at for at, words in enumerate(sentences)}
        told = [labels.setdefault(names.get(words, words), len(labels)) for words in sentences]
        of.add(range(first, len(node)), told)
    return of, node


def around(of: Surroundings, left: int, right: int) -> dict[str, float]:
    row = of.around(np.array([left]), np.array([right]))[0]
    assert (row == of.around(np.array([right]), np.array([left]))[0]).all()
    return dict(zip(AROUND, row.tolist(), strict=True))


def test_documents_that_tell_other_things_alike_are_kin() -> None:
    of, node = surroundings((PATROLS, ROOF, FEES), (PATROLS, ROOF, FEES_AGAIN), (HARBOUR, FEES))
    assert around(of, node[0, FEES], node[1, FEES_AGAIN])["kin"] > 0
    assert around(of, node[1, FEES_AGAIN], node[2, FEES])["kin"] == 0


def test_a_pair_itself_makes_no_kin() -> None:
    of, node = surroundings((FEES, ROOF), (FEES_AGAIN, HARBOUR), same=((FEES, FEES_AGAIN),))
    assert around(of, node[0, FEES], node[1, FEES_AGAIN])["kin"] == 0


def test_what_stands_between_the_same_neighbours_is_in_order() -> None:
    of, node = surroundings((PATROLS, FEES, ROOF), (PATROLS, FEES_AGAIN, ROOF))
    assert around(of, node[0, FEES], node[1, FEES_AGAIN])["ordered"] == 2
    of, node = surroundings((PATROLS, FEES, ROOF), (ROOF, FEES_AGAIN, PATROLS))
    assert around(of, node[0, FEES], node[1, FEES_AGAIN])["ordered"] == 0


def test_a_document_that_has_this_very_claim_elsewhere_makes_no_kin() -> None:
    of, node = surroundings((PATROLS, FEES, ROOF), (PATROLS, HARBOUR, FEES, ROOF))
    assert around(of, node[0, FEES], node[1, HARBOUR])["kin"] == 0


def test_two_claims_of_one_document_are_known_for_it() -> None:
    of, node = surroundings((PATROLS, FEES), (ROOF,))
    assert around(of, node[0, PATROLS], node[0, FEES])["one_document"] == 1
    assert around(of, node[0, PATROLS], node[1, ROOF])["one_document"] == 0


def test_no_claims_have_no_surroundings() -> None:
    empty = np.zeros(0, np.int64)
    assert Surroundings().around(empty, empty).shape == (0, len(AROUND))


def chance(
    likeness: float, one_source: float = 0, one_question: float = 0, **beside: float
) -> float:
    features = np.zeros((1, len(FEATURES)))
    features[0, FEATURES.index("names_both")] = features[0, FEATURES.index("names_more")] = 1
    row = np.array([[beside.get(name, 0.0) for name in AROUND]])
    return float(
        judged(
            np.array([likeness]), features, row, np.array([one_source]), np.array([one_question])
        )[0]
    )


def test_more_likeness_is_never_worth_less() -> None:
    rising = [chance(likeness) for likeness in (0.0, 0.1, 0.3, 0.6, 0.9, 1.0)]
    assert rising == sorted(rising)


def test_kin_order_and_a_common_source_speak_for_a_pair() -> None:
    alone = chance(0.3)
    assert alone < chance(0.3, kin=1) < chance(0.3, kin=1, ordered=2)
    assert alone < chance(0.3, one_source=1)
    assert alone < chance(0.3, one_question=1)
    assert chance(0.3, one_document=1) < alone


def test_another_name_weighs_less_between_documents_that_retell_each_other() -> None:
    features = np.zeros((2, len(FEATURES)))
    features[:, FEATURES.index("names_both")] = 1
    beside = np.array([[0.0, 0, 0], [1.0, 0, 0]])
    laid = reasons(np.array([0.5, 0.5]), features, beside, np.zeros(2))
    assert laid[:, REASONS.index("lone_name")].tolist() == [1, 0]


def test_a_reworded_claim_is_known_by_what_stands_around_it() -> None:
    told = "Raiders carried off sixty rifles from the depot at Tolmek on Friday."
    reworded = "Sixty guns are missing from Tolmek after a break-in."

    def likelihood(*documents: Account) -> float:
        pairs = Pairs()
        pairs.add(documents)
        words = {words: node for node, words in enumerate(first_words(pairs, documents))}
        ends = np.array([words[told]]), np.array([words[reworded]])
        return float(pairs.chances(*ends)[0])

    alone = likelihood(account("a", told, HARBOUR), account("b", reworded, ROOF))
    beside = likelihood(account("a", PATROLS, told, FEES), account("b", PATROLS, reworded, FEES))
    assert beside > alone + 0.1


def first_words(pairs: Pairs, documents: Sequence[Account]) -> list[str]:
    """What each node says."""
    places = (members[0] for members in pairs.nodes.laid_out().members)
    return [documents[document].claims[at].words for document, at in places]


def arm(name: str, sentence: str, answer: str) -> Account:
    """A report that reads whose arm something is."""
    made = account(name, sentence)
    start = sentence.index(answer)
    target = Mention(
        "m2", "Organization", (Span(start, start + len(answer)),), "name", True, "m2", 0.9
    )
    source = Mention("m1", "Organization", (Span(4, 9),), "name", True, "m1", 0.9)
    reading = Reading("test 1", (source, target), relations=(Relation("r1", "arm_of", "m1", "m2"),))
    return Account(made.document, reading, made.claims, name)


def test_two_owners_of_one_force_answer_one_question() -> None:
    one = arm(
        "a",
        "The Heron Corps is the military arm of the Council of the South.",
        "Council of the South",
    )
    other = arm(
        "b",
        "Concern grows about the Heron Brigade, the armed wing of the Faith Party.",
        "Faith Party",
    )
    third = arm(
        "c",
        "The Talon Guard is the military arm of the Council of the South.",
        "Council of the South",
    )
    pairs = Pairs()
    pairs.add((one, other, third))
    at = {words[:9]: n for n, words in enumerate(first_words(pairs, (one, other, third)))}
    ends = (
        np.array([at["The Heron"], at["The Heron"]]),
        np.array([at["Concern g"], at["The Talon"]]),
    )
    assert pairs.questions.shared(*ends).tolist() == [1, 0]
