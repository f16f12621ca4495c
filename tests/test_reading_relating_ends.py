"""What may be an end of a relation, and what words that stand for others mean."""

from __future__ import annotations

from hearsay.reading.relating.ends import Ends
from hearsay.reading.relating.ruled import Ruled
from hearsay.vocabulary.readings import Mention, RelationType
from hearsay.vocabulary.spans import Span


def meant(
    text: str, source: str, kind: RelationType, target: str, refers: str | None = None
) -> list[tuple[str, str]]:
    """The ends that are left, by their words; `refers` is whom the pronouns stand for."""
    words = list(dict.fromkeys((*([refers] if refers else []), source, target)))
    at = {word: Span(text.index(word), text.index(word) + len(word)) for word in words}
    ids = {word: f"m{number}" for number, word in enumerate(words, 1)}
    mentions = [
        Mention(
            ids[word], "Person", (at[word],), "name" if word[0].isupper() else "pronoun", True,
            ids[refers] if refers and not word[0].isupper() else ids[word], 1.0,
        )
        for word in words
    ]  # fmt: skip
    by_id = {id: word for word, id in ids.items()}
    found = Ends(mentions, text).meant(Ruled(kind, ids[source], ids[target], 0.9))
    return [(by_id[one.source], by_id[one.target]) for one in found]


def test_who_commands_is_the_one_named_before() -> None:
    text = "Selim, who commands the Guard, left."
    assert meant(text, "who", "commands", "Guard", refers="Selim") == [("Selim", "Guard")]


def test_who_is_meant_by_who_is_left_open_where_nobody_knows() -> None:
    text = "Selim, who commands the Guard, left."
    assert meant(text, "who", "commands", "Guard") == [("who", "Guard")]


def test_what_one_does_to_oneself_holds_between_no_two() -> None:
    text = "The Guard met Selim, and later armed itself."
    assert not meant(text, "Guard", "equips", "itself", refers="Guard")


def test_nobody_is_no_end() -> None:
    assert not meant("The Guard obeys nobody.", "Guard", "loyal_to", "nobody")


def test_a_name_is_not_another_name_of_itself() -> None:
    text = "GUARD, also called Guard"
    assert not meant(text, "GUARD", "same_as", "Guard")
    assert meant(text, "GUARD", "tied_to", "Guard")
