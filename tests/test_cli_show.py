"""`hearsay show`: the words of a document, unchanged, with who says what marked in them.

The readings are written by hand here, so that they do not hang on what the weights find.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
from conftest import Hearsay
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_entries import LATER, MUCH_LATER, THEN, claim_in, entry

from hearsay.case import Case
from hearsay.cli.commands.show import command
from hearsay.cli.marking import LEGEND, SIGNS, marked, marks_within, numbered, raised
from hearsay.cli.showing import Showing
from hearsay.cli.wrapping import PLAIN, Style, columns, harmless, wrapped
from hearsay.ledger.store import Entry, Shown
from hearsay.ledger.stores.sqlite import open_case
from hearsay.vocabulary.documents import Document, Passage, places
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import (
    Argument,
    Assertion,
    Attribution,
    Cause,
    Count,
    Event,
    Hedge,
    Mention,
    Reading,
    Relation,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span

TEXT = (
    "Harbour closed\n"
    "The ministry told the Lantern that the corps had denied it.\n"
    "Two guards reportedly fled in May, she said."
)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def mention(id: str, words: str, text: str = TEXT, refers: str = "") -> Mention:
    return Mention(id, "Organization", (at(words, text),), "name", True, refers or id, 0.9)


def said(
    id: str,
    source: str,
    cue: str,
    content: str,
    chain: tuple[str, ...] = (),
    text: str = TEXT,
) -> Attribution:
    return Attribution(
        id=id,
        source=(at(source, text),) if source else (),
        cue=(at(cue, text),),
        content=(at(content, text),),
        within=None,
        speaker=chain[-1] if chain else None,
        addressee=None,
        chain=chain,
        cue_class="said",
        speech="indirect",
        polarity="affirmed",
        hedges=(),
        inserted=(),
        score=0.9,
    )


OUTER = replace(
    said("a1", "The ministry", "told", "that the corps had denied it", ("m1",)), addressee="m3"
)
INNER = replace(
    said("a2", "the corps", "had denied", "it.", ("m1", "m2")),
    content=(Span(at("denied it").end - 2, at("denied it").end),),
    within="a1",
    cue_class="denied",
    polarity="denied",
)
LAST = replace(
    said("a3", "she", "said", "Two guards reportedly fled in May", ("m4",)),
    hedges=(Hedge(at("reportedly"), "reported"),),
)
READING = Reading(
    "reader 1",
    mentions=(
        mention("m1", "ministry"),
        mention("m2", "corps"),
        mention("m3", "Lantern"),
        mention("m4", "she"),
        mention("m5", "guards"),
    ),
    attributions=(LAST, OUTER, INNER),
    assertions=(Assertion("s1", (at("Two guards reportedly fled in May"),), "a3"),),
    relations=(
        Relation("r1", "member_of", "m5", "m2", "s1", "denied", LAST.hedges[0], "t1"),
        Relation("r2", "part_of", "m2", "m1"),
    ),
    events=(Event("e1", "withdrawal", at("fled"), "attempted", (Argument("actor", "m5"),), "s1"),),
    counts=(
        Count("n1", at("Two"), 2, None, "at_least", "guard", "guards", "m4", "claimed", "t1", "s1"),
    ),
    causes=(Cause("c1", (at("Two guards"),), (at("fled"),), at("reportedly"), "a3"),),
    times=(TimeExpression("t1", at("in May"), "2030-05"),),
)
MADE = replace(entry(TEXT, address="folder/harbour.txt"), reading=READING)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return keep(tmp_path, MADE)


def keep(folder: Path, *entries: Entry) -> Path:
    store = open_case(str(folder / "case.hearsay"), create=True)
    for each in entries:
        store.append(each, recorded_at=THEN)
    store.close()
    return folder


def lines(hearsay: Hearsay, *arguments: object) -> list[str]:
    ran = hearsay("show", *arguments)
    assert ran.code == 0, ran.err
    return ran.out.splitlines()


def plain(text: str) -> str:
    """The text without its colours."""
    return re.sub("\x1b\\[[^m]*m", "", text)


def shown(text: str, *attributions: Attribution, mentions: tuple[Mention, ...] = ()) -> str:
    """The lines of a document of one line, as one text."""
    document = Document("c" * 64, "text 1", text, (Passage(Span(0, len(text)), "paragraph", 1),))
    reading = Reading("reader 1", mentions, attributions)
    view = Showing(Shown("a.txt", document, reading, frozenset()), places(document), width=100)
    return "\n".join(view.passage(document.passages[0]))


class TestWhatStandsThere:
    def test_nested_attributions_are_marked_inside_each_other(
        self, hearsay: Hearsay, case: Path
    ) -> None:
        assert (
            "¶ 2  [The ministry]¹ ‹told›¹ the Lantern {that [the corps]² ‹had denied›² {it}²}¹."
            in " ".join(line.strip() for line in lines(hearsay, "harbour.txt"))
        )

    def test_a_line_for_each_names_the_chain_from_the_outlet_inward(
        self, hearsay: Hearsay, case: Path
    ) -> None:
        printed = [line.strip() for line in lines(hearsay, "harbour.txt")]
        assert "¹ The Harbour Post › ministry · said · indirect · to Lantern" in printed
        assert "² The Harbour Post › ministry › corps · denied · indirect" in printed
        assert "³ The Harbour Post › she · said · indirect · reported (“reportedly”)" in printed

    def test_relations_events_counts_and_causes_have_a_line_each(
        self, hearsay: Hearsay, case: Path
    ) -> None:
        printed = [line.strip() for line in lines(hearsay, "harbour.txt", "--paragraph", 3)]
        printed = " ".join(printed).split("relation: ")[1:]
        assert printed[0].startswith(
            "guards —member of→ corps · negated · reported (“reportedly”) · 2030-05 event: "
            "withdrawal (“fled”) · actor guards · attempted count: at least 2 × guard · “guards” · "
            "counted by she · claimed · 2030-05 cause: “Two guards” → “fled” · “reportedly” · "
            "given by she"
        )
        assert len(printed) == 1

    def test_a_relation_without_an_assertion_stands_by_its_first_mention(
        self, hearsay: Hearsay, case: Path
    ) -> None:
        printed = lines(hearsay, "harbour.txt", "--paragraph", 2)
        assert printed[-1].strip() == "relation: corps —part of→ ministry"

    def test_it_begins_with_what_the_document_is_and_how_to_read_the_marks(
        self, hearsay: Hearsay, case: Path
    ) -> None:
        first, second = lines(hearsay, "harbour.txt")[:2]
        assert first.startswith("The Harbour Post · 2030-04-11 · folder/harbour.txt · ")
        assert second.startswith(f"3 attributions: {LEGEND}")

    def test_what_goes_on_in_the_next_paragraph_leads_back(self) -> None:
        text = "She spoke: one.\nTwo."
        one = replace(
            said("a1", "She", "spoke", "one", text=text),
            content=(at("one", text), at("Two", text)),
        )
        document = entry(text).document
        assert document is not None
        view = Showing(
            Shown("a.txt", document, Reading("r", (), (one,)), frozenset()), places(document), 80
        )
        assert [plain(line).strip() for line in view.passage(document.passages[1])] == [
            "",
            "¶ 2  {Two}¹.",
            "¹ see ¶ 1",
        ]

    def test_a_source_that_leads_to_nobody_is_said_to(self) -> None:
        he = shown("He said no.", said("a1", "He", "said", "no", text="He said no."))
        assert "· who that is was not found · said" in plain(he)
        nobody = shown("It is said no.", said("a1", "", "said", "no", text="It is said no."))
        assert "· nobody named · said" in plain(nobody)

    def test_what_is_said_not_to_be_so_is_denied_whatever_the_cue(self) -> None:
        text = "Moss did not say why."
        one = replace(said("a1", "Moss", "did not say", "why", ("m1",), text), polarity="denied")
        printed = shown(text, one, mentions=(mention("m1", "Moss", text),))
        assert "(a.txt) › Moss · said · indirect · negated" in plain(printed)

    def test_one_source_of_two_attributions_is_marked_once(self) -> None:
        text = "Moss said yes and wrote no."
        printed = shown(
            text,
            said("a1", "Moss", "said", "yes", text=text),
            said("a2", "Moss", "wrote", "no", text=text),
        )
        assert "[Moss]¹·² ‹said›¹ {yes}¹ and ‹wrote›² {no}²." in plain(printed)

    def test_furniture_is_left_out_with_a_note(self, hearsay: Hearsay, tmp_path: Path) -> None:
        assert MADE.document is not None
        passages = MADE.document.passages
        bare = replace(
            MADE.document, passages=(replace(passages[0], kind="furniture"), *passages[1:])
        )
        keep(tmp_path, replace(MADE, document=bare))
        printed = lines(hearsay, "harbour.txt")
        assert not any("Harbour closed" in line for line in printed)
        assert printed[-1].startswith("Left out: 1 piece of page furniture")
        assert "Harbour closed" in lines(hearsay, "harbour.txt", "--paragraph", 1)[-1]

    def test_what_is_in_no_language_that_is_read_says_so(
        self, hearsay: Hearsay, tmp_path: Path
    ) -> None:
        problem = Problem(
            "a.txt", "language-not-read", 'in a language that is not read ("fr").', ""
        )
        assert MADE.document is not None
        keep(
            tmp_path,
            replace(
                MADE,
                document=replace(MADE.document, problems=(problem,)),
                reading=Reading("reader 1"),
            ),
        )
        printed = lines(hearsay, "harbour.txt")
        assert 'Not read: in a language that is not read ("fr").' in printed
        assert any("Harbour closed" in line for line in printed)

    def test_a_document_that_cites_nobody_says_so(self, hearsay: Hearsay, tmp_path: Path) -> None:
        keep(tmp_path, entry("Rain fell."))
        assert lines(hearsay, "report.txt")[1].startswith("Nobody is cited in it")


class TestLooks:
    def test_without_a_terminal_there_are_no_colours(self, hearsay: Hearsay, case: Path) -> None:
        assert "\x1b" not in hearsay("show", "harbour.txt").out

    def test_on_a_terminal_an_attribution_has_one_colour(self) -> None:
        printed = shown("He said no.", said("a1", "He", "said", "no", text="He said no."))
        assert printed.count("\x1b[36m") >= 3  # its signs and its number; 36 is cyan
        assert "\x1b[36m\x1b[1mHe\x1b[0m" in printed
        assert "\x1b[36m\x1b[4msaid\x1b[0m" in printed

    @pytest.mark.parametrize("width", [40, 80, 120])
    def test_no_line_is_wider_than_the_terminal(
        self, hearsay: Hearsay, case: Path, monkeypatch: pytest.MonkeyPatch, width: int
    ) -> None:
        monkeypatch.setenv("COLUMNS", str(width))
        assert max(map(len, lines(hearsay, "harbour.txt"))) <= min(width, 100)

    def test_signs_that_could_steer_a_terminal_do_nothing(self) -> None:
        text = "A \x1b[31mred\x07 \u202eright\u2066 soft\u00adly می\u200cرود"
        assert shown(text).split("¶ 1")[1].split("\x1b[0m")[1].strip() == (
            "A [31mred right softly می\u200cرود"
        )

    def test_the_example_in_the_help_is_one(self) -> None:
        text = "the mayor said that the quay was open"
        printed = shown(text, said("a1", "the mayor", "said", "that the quay was open", text=text))
        assert "[the mayor]¹ ‹said›¹ {that the quay was open}¹" in plain(printed)
        assert "[the mayor]¹ ‹said›¹ {that the quay was open}¹" in (command.help or "").replace(
            "\n", " "
        )


class TestWhichDocument:
    OTHER = replace(entry("Rain fell on Oster."), problems=())

    @pytest.mark.parametrize("name", ["harbour.txt", "folder/harbour.txt"])
    def test_it_is_named_by_file_name_or_address(
        self, hearsay: Hearsay, case: Path, name: str
    ) -> None:
        assert "folder/harbour.txt" in lines(hearsay, name)[0]

    @pytest.mark.parametrize("digits", [6, 8, 64])
    def test_it_is_named_by_the_beginning_of_its_hash(
        self, hearsay: Hearsay, case: Path, digits: int
    ) -> None:
        name = sha256(TEXT.encode()).hexdigest()[:digits]
        assert "folder/harbour.txt" in lines(hearsay, name)[0]
        assert "folder/harbour.txt" in lines(hearsay, name.upper())[0]

    def test_none_by_that_name_lists_what_there_is(self, hearsay: Hearsay, case: Path) -> None:
        ran = hearsay("show", "nothing.txt")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.count("\n") == 1
        assert 'No document "nothing.txt". There are: folder/harbour.txt (' in ran.err

    def test_at_most_ten_are_listed(self, hearsay: Hearsay, tmp_path: Path) -> None:
        number = count()
        keep(tmp_path, *(entry(f"Rain {n}.", address=f"r{next(number)}.txt") for n in range(12)))
        err = hearsay("show", "nothing.txt").err
        assert err.count(".txt (") == 10
        assert "and more" in err

    def test_those_with_the_name_in_theirs_are_listed_first(
        self, hearsay: Hearsay, tmp_path: Path
    ) -> None:
        keep(tmp_path, MADE, entry("Rain fell.", address="rain.txt"))
        err = hearsay("show", "harb").err
        assert "folder/harbour.txt" in err
        assert "rain.txt" not in err

    def test_several_by_that_name_are_listed(self, hearsay: Hearsay, tmp_path: Path) -> None:
        keep(tmp_path, MADE, entry("Rain fell.", address="elsewhere/harbour.txt"))
        ran = hearsay("show", "harbour.txt")
        assert ran.code == 2
        assert '"harbour.txt" fits more than one document: ' in ran.err
        assert "folder/harbour.txt" in ran.err
        assert "elsewhere/harbour.txt" in ran.err
        assert lines(hearsay, "elsewhere/harbour.txt")

    def test_an_empty_case_says_what_to_do(self, hearsay: Hearsay, tmp_path: Path) -> None:
        keep(tmp_path)
        assert "hearsay read" in hearsay("show", "a.txt").err

    def test_it_can_be_shown_as_it_stood(self, hearsay: Hearsay, case: Path) -> None:
        store = open_case(str(case / "case.hearsay"), create=False)
        store.append(
            replace(MADE, reading=replace(READING, reader="reader 2", attributions=())),
            recorded_at=LATER,
        )
        store.close()
        assert "¹" not in "\n".join(lines(hearsay, "harbour.txt")[3:])
        assert "[The ministry]¹" in "\n".join(lines(hearsay, "harbour.txt", "--known-at", THEN))
        assert hearsay("show", "harbour.txt", "--known-at", "2029-01-01").code == 2


class TestParts:
    def test_one_paragraph(self, hearsay: Hearsay, case: Path) -> None:
        printed = "\n".join(lines(hearsay, "harbour.txt", "--paragraph", 2))
        assert "¶ 2" in printed
        assert "¶ 3" not in printed

    def test_one_page_and_its_paragraphs(self, hearsay: Hearsay, tmp_path: Path) -> None:
        assert MADE.document is not None
        pages = (1, 2, 2)
        passages = [
            replace(p, page=page) for p, page in zip(MADE.document.passages, pages, strict=True)
        ]
        keep(tmp_path, replace(MADE, document=replace(MADE.document, passages=tuple(passages))))
        page = "\n".join(lines(hearsay, "harbour.txt", "--page", 2))
        assert "p. 2 ¶ 1" in page
        assert "p. 2 ¶ 2" in page
        assert "p. 1" not in page
        printed = "\n".join(lines(hearsay, "harbour.txt", "--page", 2, "--paragraph", 2))
        assert "[she]³" in printed
        assert "p. 2 ¶ 1" not in printed
        assert "--page" in hearsay("show", "harbour.txt", "--paragraph", 2).err
        assert "no page 3" in hearsay("show", "harbour.txt", "--page", 3).err

    @pytest.mark.parametrize(
        ("options", "says"),
        [
            (("--page", 1), "it has no pages. Use --paragraph."),
            (("--paragraph", 9), "no ¶ 9; it has 3 paragraphs."),
            (("--paragraph", 1, "--json"), "--json prints the whole document."),
        ],
    )
    def test_a_part_that_is_not_there_is_one_line(
        self, hearsay: Hearsay, case: Path, options: tuple[object, ...], says: str
    ) -> None:
        ran = hearsay("show", "harbour.txt", *options)
        assert (ran.code, ran.out) == (2, "")
        assert says in ran.err


class TestWhatMayNotBeShown:
    TOLD = claim_in(TEXT, "Two guards reportedly fled in May", speaker="she")

    @pytest.fixture(autouse=True)
    def _labelled(self, tmp_path: Path) -> None:
        keep(tmp_path, replace(MADE, claims=(self.TOLD,)))
        with Case.open(str(tmp_path / "case.hearsay")) as case:
            case.label(self.TOLD.id, label="witness", by="R. Vane", clock=lambda: LATER)

    def test_a_labelled_passage_is_withheld_until_its_label_is_allowed(
        self, hearsay: Hearsay
    ) -> None:
        hidden = "\n".join(lines(hearsay, "harbour.txt"))
        assert "guards" not in hidden
        assert "fled" not in hidden
        assert "Withheld: this bears a sensitivity label." in hidden
        assert "[The ministry]¹" in hidden
        assert "guards" in "\n".join(lines(hearsay, "harbour.txt", "--label", "witness"))

    def test_json_withholds_it_too(self, hearsay: Hearsay) -> None:
        value = json.loads(hearsay("show", "harbour.txt", "--json").out)
        assert len(value["text"]) == len(TEXT)
        assert "guards" not in json.dumps(value)
        assert [a["id"] for a in value["attributions"]] == ["a1", "a2"]
        assert value["counts"] == value["events"] == value["times"] == value["assertions"] == []

    def test_a_labelled_document_is_neither_shown_nor_listed(self, hearsay: Hearsay) -> None:
        hearsay("label", "folder/harbour.txt", "embargo", "--by", "editor")
        assert hearsay("show", "harbour.txt").code == 2
        err = hearsay("show", "harbour").err
        assert "folder/harbour.txt" not in err
        assert "--label" in err
        assert lines(hearsay, "harbour.txt", "--label", "embargo", "--label", "witness")

    def test_a_redacted_claim_is_blacked_out(self, hearsay: Hearsay) -> None:
        hearsay("label", self.TOLD.id, "none", "--by", "editor")
        hearsay("redact", self.TOLD.id, "--reason", "risk", "--by", "editor", "--yes")
        allowed = ("--label", "witness", "--label", "none")
        printed = "\n".join(lines(hearsay, "harbour.txt", *allowed))
        assert "guards" not in printed
        assert "█" in printed
        assert "at least 2" not in printed
        assert "[The ministry]¹" in printed

    def test_a_redacted_document_says_that_it_was(self, hearsay: Hearsay) -> None:
        name = sha256(TEXT.encode()).hexdigest()
        hearsay("redact", name, "--reason", "risk to life", "--by", "editor", "--yes")
        ran = hearsay("show", name[:12])
        assert ran.code == 2
        assert "redacted by editor" in ran.err
        assert "risk to life" in ran.err


def test_json_is_what_annotate_prints(hearsay: Hearsay, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("The mayor of Oster said that the quay had been shut.\n")
    hearsay("read", "article.txt", "--published", "2031-05-08")
    printed = hearsay("annotate", "article.txt", "--published", "2031-05-08")
    assert hearsay("show", "article.txt", "--json").out == printed.out


@settings(deadline=None)
@given(
    st.text("ab \n\tü語", max_size=40).flatmap(
        lambda text: st.tuples(
            st.just(text),
            st.lists(
                st.tuples(
                    st.sampled_from(["source", "cue", "content"]),
                    st.integers(0, len(text)),
                    st.integers(0, len(text)),
                ),
                max_size=6,
            ),
        )
    )
)
def test_marks_add_signs_and_change_no_word(
    given_: tuple[str, list[tuple[str, int, int]]],
) -> None:
    text, spans = given_
    empty = replace(said("a", "", "x", "x", text="x"), cue=(), content=())
    attributions = [
        replace(empty, id=f"a{n}", **{part: (Span(min(a, b), max(a, b)),)})
        for n, (part, a, b) in enumerate(spans)
    ]
    by_number = numbered(attributions)
    whole = Span(0, len(text))
    marks = marks_within(whole, by_number, text)
    pieces = marked(whole, text, marks)
    together = "".join(words for words, _ in pieces)
    signs = "".join(map("".join, SIGNS.values())) + "·" + "".join(raised(n) for n in range(10))
    assert "".join(c for c in together if c not in signs) == text
    for before, after in SIGNS.values():
        assert together.count(before) == together.count(after)


@settings(deadline=None)
@given(st.text(max_size=120), st.integers(2, 30))
def test_wrapping_loses_no_sign_and_fits(text: str, width: int) -> None:
    found = wrapped([(text, PLAIN)], width)
    assert "".join("".join(found).split()) == "".join(harmless(text).split())
    assert all(sum(map(columns, line)) <= width for line in found)


def test_a_space_in_underlined_words_is_underlined() -> None:
    assert wrapped([("had denied", Style(underline=True))], 80) == ["\x1b[4mhad denied\x1b[0m"]


def test_the_known_time_of_a_later_label_hides_the_past_too(
    hearsay: Hearsay, tmp_path: Path
) -> None:
    told = TestWhatMayNotBeShown.TOLD
    keep(tmp_path, replace(MADE, claims=(told,)))
    with Case.open(str(tmp_path / "case.hearsay")) as case:
        case.label(told.id, label="witness", by="R. Vane", clock=lambda: MUCH_LATER)
    assert "guards" not in "\n".join(lines(hearsay, "harbour.txt", "--known-at", LATER))
