"""From found spans to claims: who is said to have said what, and through whom."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.claims import claims_of
from hearsay.reading.found import FoundAttribution, FoundMention
from hearsay.reading.interpreting import interpret
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage, PassageKind
from hearsay.vocabulary.readings import Claim, MentionType, Reading, TimeExpression
from hearsay.vocabulary.spans import Span, Spans


class Article:
    """A text whose spans are named by their words; `|` tells which of several by what follows."""

    def __init__(self, text: str, *, language: str = "en", kind: PassageKind = "paragraph") -> None:
        passages: list[Passage] = []
        at = 0
        for number, line in enumerate(text.split("\n"), 1):
            passages.append(Passage(Span(at, at + len(line)), kind, number))
            at += len(line) + 1
        self.text = text
        self.document = Document(
            "c" * 64,
            "text 1",
            text,
            tuple(passages),
            Particulars(publisher="The Courier", language=language),
        )
        self.mentions: list[FoundMention] = []
        self.attributions: list[FoundAttribution] = []
        self.times: list[TimeExpression] = []

    def span(self, words: str, after: str = "") -> Span:
        start = self.text.index(words, self.text.index(after) + len(after))
        return Span(start, start + len(words))

    def names(self, type: MentionType, *names: str) -> Article:
        self.mentions += [FoundMention(type, self.span(n), "name", 0.9) for n in names]
        return self

    def said(self, source: str, cue: str, *content: str, after: str = "") -> Article:
        spans: Spans = (self.span(source, after),) if source else ()
        parts = tuple(self.span(part, after) for part in content)
        self.attributions.append(FoundAttribution(spans, (self.span(cue, after),), parts, 0.8))
        return self

    @property
    def reading(self) -> Reading:
        return interpret(
            self.document, self.mentions, self.attributions, self.times, reader="test 1"
        )

    @property
    def claims(self) -> list[Claim]:
        return list(claims_of(self.document, self.reading))

    def lines(self) -> list[tuple[str, list[str]]]:
        return [(c.words, [s.name for s in c.speakers[1:]]) for c in self.claims]


def test_what_nobody_is_cited_for_is_the_outlets_own() -> None:
    article = Article("The army left Mira.")
    (claim,) = article.claims
    assert [s.name for s in claim.speakers] == ["The Courier"]
    assert (claim.cue, claim.words) == (None, "The army left Mira")


def test_a_newspaper_that_quotes_an_inspector_stands_between_outlet_and_inspector() -> None:
    article = Article(
        "According to the Mira Beacon, the inspector-general has told Congress "
        "that officers are idle."
    )
    article.names("Organization", "Mira Beacon", "Congress")
    article.said(
        "the Mira Beacon",
        "According to",
        "the inspector-general has told Congress that officers are idle",
    )
    article.said("the inspector-general", "has told", "that officers are idle")
    (claim,) = article.claims
    assert [s.name for s in claim.speakers] == ["The Courier", "Mira Beacon", "inspector-general"]
    assert (claim.words, claim.addressee) == ("officers are idle", "Congress")
    assert article.reading.attributions[1].within == "a1"


def test_the_one_warned_to_do_something_is_spoken_to() -> None:
    article = Article("Washington repeatedly warned Mira to limit the raids.")
    article.names("Place", "Washington", "Mira")
    article.said("Washington", "repeatedly warned", "Mira to limit the raids")
    (claim,) = article.claims
    assert claim.addressee == "Mira"


def test_somebody_warned_of_is_not_spoken_to() -> None:
    article = Article("Washington warned Mira was close to defeat.")
    article.names("Place", "Washington", "Mira")
    article.said("Washington", "warned", "Mira was close to defeat")
    (claim,) = article.claims
    assert claim.addressee is None


def test_quoted_in_a_paper_as_saying_puts_the_paper_first() -> None:
    article = Article("Ana Lund was quoted in the Beacon as saying: “The raids are over.”")
    article.names("Person", "Ana Lund").names("Organization", "Beacon")
    article.said("Ana Lund", "was quoted in the Beacon as saying", "“The raids are over.”")
    assert article.lines() == [("The raids are over", ["Beacon", "Ana Lund"])]


def test_a_report_that_cites_another_hands_its_words_on() -> None:
    article = Article("The Beacon, citing Ana Lund, said the raids are over.")
    article.names("Person", "Ana Lund").names("Organization", "Beacon")
    article.said("The Beacon, citing Ana Lund", "said", "the raids are over")
    assert article.lines() == [("the raids are over", ["Beacon", "Ana Lund"])]


def test_a_pronoun_and_a_last_name_are_carried_to_the_full_name() -> None:
    article = Article(
        "Rep. Joe Lund said the raids are over. He added the army left. Lund said it won."
    )
    article.names("Person", "Joe Lund")
    article.mentions.append(FoundMention("Person", article.span("Lund", "left. "), "name", 0.9))
    article.said("Rep. Joe Lund", "said", "the raids are over")
    article.said("He", "added", "the army left")
    article.said("Lund", "said", "it won", after="left. ")
    assert {name for _, names in article.lines() for name in names} == {"Joe Lund"}


def test_a_pronoun_between_two_men_is_left_alone() -> None:
    article = Article("Talks were held by Joe Lund and Bob Haro. He said the raids are over.")
    article.names("Person", "Joe Lund", "Bob Haro")
    article.said("He", "said", "the raids are over")
    assert ("the raids are over", ["He"]) in article.lines()


def test_she_is_not_carried_to_a_man() -> None:
    article = Article("Bob Haro left. She said the raids are over.")
    article.names("Person", "Bob Haro")
    article.said("She", "said", "the raids are over")
    assert ("the raids are over", ["She"]) in article.lines()


def test_the_report_is_carried_to_its_fuller_description() -> None:
    article = Article(
        "The Inspectorate’s latest quarterly report came out.\nThe report said the raids are over."
    )
    article.said("The report", "said", "the raids are over", after="out.\n")
    words, speakers = article.lines()[1]
    assert (words, speakers) == ("the raids are over", ["Inspectorate’s latest quarterly report"])


def test_a_content_of_two_predicates_makes_two_claims_with_one_speaker() -> None:
    article = Article("The Guard said most units kept the bridge and burned the depot.")
    article.names("Organization", "Guard")
    article.said("The Guard", "said", "most units kept the bridge and burned the depot")
    assert article.lines() == [
        ("most units kept the bridge", ["Guard"]),
        ("most units … burned the depot", ["Guard"]),
    ]


def test_a_denial_of_a_denied_thing_affirms_it() -> None:
    article = Article("The Guard denied that it had not paid the men.")
    article.names("Organization", "Guard").said(
        "The Guard", "denied", "that it had not paid the men"
    )
    (claim,) = article.claims
    assert (claim.polarity, claim.cue_class) == ("affirmed", "denied")


def test_a_denied_claim_is_kept_as_denied() -> None:
    article = Article("The Guard denied that it had burned the depot.")
    article.names("Organization", "Guard").said(
        "The Guard", "denied", "that it had burned the depot"
    )
    assert [c.polarity for c in article.claims] == ["denied"]


def test_a_hedge_in_the_cue_is_kept_on_the_claim() -> None:
    article = Article("The guards burned the depot, the Inspectorate has alleged.")
    article.said("the Inspectorate", "has alleged", "The guards burned the depot")
    assert [[h.kind for h in c.hedges] for c in article.claims] == [["alleged"]]


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker() -> None:
    article = Article("Ana Lund said: “The raids are over.\n“The army left Mira.”")
    article.names("Person", "Ana Lund").said("Ana Lund", "said", "“The raids are over.")
    assert article.lines() == [
        ("The raids are over", ["Ana Lund"]),
        ("The army left Mira", ["Ana Lund"]),
    ]


def test_a_sentence_that_its_cue_interrupts_is_one_claim() -> None:
    article = Article("“The army,” she said, “will not leave Mira.”")
    article.said("she", "said", "“The army,”", "“will not leave Mira.”")
    assert [c.words for c in article.claims] == ["The army … will not leave Mira"]


def test_numbered_units_in_one_phrase_are_two_mentions() -> None:
    article = Article("The 5th and 8th Divisions left.")
    article.names("Organization", "5th and 8th Divisions")
    spans = [[s.of(article.text) for s in m.spans] for m in article.reading.mentions]
    assert spans == [["5th", "Divisions"], ["8th", "Divisions"]]


def test_times_inside_a_claim_go_with_it() -> None:
    article = Article("The army left in May 2021. The police stayed.")
    article.times.append(TimeExpression("t1", article.span("May 2021"), "2021-05"))
    assert [[t.edtf for t in c.times] for c in article.claims] == [["2021-05"], []]


def test_table_rows_notes_and_furniture_make_no_claims() -> None:
    kinds: tuple[PassageKind, ...] = ("table_row", "note", "furniture")
    for kind in kinds:
        assert Article("The army left Mira.", kind=kind).claims == []


def test_a_document_in_another_language_makes_no_claims() -> None:
    assert Article("The army left Mira.", language="de").claims == []


def test_the_same_claim_read_again_has_the_same_id() -> None:
    one, other = (Article("The army left Mira.").claims[0].id for _ in range(2))
    assert one == other
    assert len(one) == 16


def test_a_content_cut_off_in_mid_phrase_is_filled_up_to_its_sentence() -> None:
    article = Article("The Guard said the raids were a threat to the town.")
    article.names("Organization", "Guard").said("The Guard", "said", "the raids were a threat to")
    assert article.lines() == [("the raids were a threat to the town", ["Guard"])]


def test_a_cue_found_in_two_halves_is_one_attribution() -> None:
    article = Article("Ana Lund was quoted in the Beacon as saying: “The raids are over.”")
    article.names("Person", "Ana Lund")
    article.said("Ana Lund", "was quoted in", "“The raids are over.”")
    article.said("Ana Lund", "as saying", "“The raids are over.”")
    assert article.lines() == [("The raids are over", ["Beacon", "Ana Lund"])]
    assert len(article.reading.attributions) == 1


@given(st.data())
def test_no_choice_of_spans_makes_it_stumble(data: st.DataObject) -> None:
    text = data.draw(
        st.lists(
            st.sampled_from(
                [
                    "The army",
                    "“",
                    "”",
                    ",",
                    "''",
                    "said",
                    "which",
                    "who",
                    "in",
                    "has left",
                    "and",
                    "Lund",
                    "he",
                    "that",
                    ".",
                    "\n",
                    "–",
                    "to",
                    "May",
                    "did not",
                    "the report",
                ]
            ),
            min_size=3,
            max_size=25,
        ).map(" ".join)
    )
    article = Article(text)
    place = st.integers(0, len(text) - 1)
    for _ in range(data.draw(st.integers(0, 3))):
        spans = []
        for _ in range(3):
            start = data.draw(place)
            spans.append(Span(start, min(len(text), start + data.draw(st.integers(1, 30)))))
        article.attributions.append(FoundAttribution((spans[0],), (spans[1],), (spans[2],), 0.5))
    for claim in article.claims:
        assert claim.words.strip()


def test_a_source_of_nothing_but_blank_lines_is_no_source() -> None:
    text = "The army\n\nsaid that it has left"
    article = Article(text)
    blank = Span(text.index("\n"), text.index("said"))
    cue = Span(text.index("said"), text.index("that"))
    article.attributions.append(
        FoundAttribution((blank,), (cue,), (Span(cue.end, len(text)),), 0.5)
    )
    assert [claim.words for claim in article.claims]


def test_what_somebody_is_alleged_to_have_done_is_not_said_by_him() -> None:
    article = Article("Salmani said he was ill on the days he is alleged to have been in Merek.")
    article.names("Person", "Salmani")
    article.said("Salmani", "said", "he was ill on the days he is alleged to have been in Merek")
    article.said("", "is alleged", "he", "to have been in Merek", after="the days")
    inner = [claim for claim in article.claims if claim.cue == "is alleged"]
    assert [[s.name for s in claim.speakers] for claim in inner] == [
        ["The Courier", "Salmani", "nobody named"]
    ]
    assert {h.kind for claim in inner for h in claim.hedges} == {"alleged"}


def test_what_is_understood_by_nobody_named_is_hedged_by_its_cue() -> None:
    article = Article("The Council is understood to have faced resistance.")
    article.said("", "is understood", "The Council", "to have faced resistance")
    (claim,) = article.claims
    assert [s.name for s in claim.speakers] == ["The Courier", "nobody named"]
    assert [h.kind for h in claim.hedges] == ["thought"]


def test_an_office_of_somebody_speaks_with_its_whole_name() -> None:
    article = Article("The Ministry was wrong. The office of the Inspector said it was late.")
    article.names("Organization", "Ministry")
    article.mentions.append(FoundMention("Organization", article.span("office"), "nominal", 0.9))
    article.said("The office of the Inspector", "said", "it was late")
    claim = next(c for c in article.claims if c.cue == "said")
    assert [s.name for s in claim.speakers] == ["The Courier", "office of the Inspector"]


def test_a_newspaper_by_the_last_word_of_its_name_is_that_newspaper() -> None:
    article = Article(
        "The Calder Courier said the raids are over. The Courier added the army left the port."
    )
    article.names("Organization", "Calder Courier")
    article.mentions.append(
        FoundMention("Organization", article.span("Courier", "over. The "), "name", 0.9)
    )
    article.said("The Calder Courier", "said", "the raids are over")
    article.said("The Courier", "added", "the army left the port", after="over. ")
    assert {name for _, names in article.lines() for name in names} == {"Calder Courier"}
