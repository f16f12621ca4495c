"""What was copied, and what only quotes the same words."""

from lineage_cases import account

from hearsay.origins.citing.resolving import Sources
from hearsay.origins.descent.lineage import lineage
from hearsay.origins.sharing.running import Running
from hearsay.origins.sharing.shared_text import NO_TEXT, Common, SharedText
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import ClaimNode

SPEECH = "we will never let a foreign army cross this river again"
QUOTED = f'The president spoke in Velan on Monday.\n\n"{SPEECH}," the president said.'


def shared(one, other, *words):
    """Both documents have these stretches in common, and nothing else."""
    parts = tuple(
        tuple(Span(t.index(w), t.index(w) + len(w)) for t in (one.document.text,
              other.document.text))
        for w in words
    )  # fmt: skip
    size = sum(map(len, words))
    return SharedText(
        {
            (one.id, other.id): Common(parts, size / len(one.document.text)),
            (other.id, one.id): Common(
                tuple((b, a) for a, b in parts), size / len(other.document.text)
            ),
        },
        {one.id: (other.id,), other.id: (one.id,)},
    )


def links(one, other, *, copies=NO_TEXT, quotes=NO_TEXT):
    """Kinds of evidence of links between the two tellings."""
    held = {a.id: a for a in (one, other)}
    found = lineage([*one.claims, *other.claims], held, copies=copies, quotes=quotes,
                    sources=Sources.of(held.values()))  # fmt: skip
    told = {n.id for n in found.nodes if isinstance(n, ClaimNode)}
    return [{e.kind for e in r.evidence} for r in found.retellings if r.earlier in told]


def paper(text, words, *speakers, publisher, published="2022-02-10", **more):
    return account(text, (words, *speakers), publisher=publisher, published=published, **more)


def test_two_papers_that_quote_one_public_sentence_have_it_from_the_speaker_alone():
    one = paper(QUOTED, SPEECH, "president", publisher="Alder Post")
    two = paper(f'In Velan there was rain. "{SPEECH}", he told a crowd of 300 who clapped.',
                SPEECH, "president", publisher="Brack Echo", published="2022-02-12")  # fmt: skip
    both = shared(one, two, SPEECH)
    assert links(one, two, copies=both, quotes=both) == []


def test_a_quotation_with_the_text_around_it_is_copied():
    one = paper(QUOTED, SPEECH, "president", publisher="Alder Post")
    two = paper(QUOTED + "\n\nMore soon.", SPEECH, "president", publisher="Brack Echo",
                published="2022-02-12")  # fmt: skip
    both = shared(one, two, QUOTED)
    (kinds,) = links(one, two, copies=both, quotes=both)
    assert "copied_text" in kinds


def test_a_quotation_in_papers_that_share_other_text_is_a_link():
    story = "The depot near Velan burnt until the morning, and no fireman came to put it out."
    one = paper(f'{story}\n\n"{SPEECH}," the president said.', SPEECH, "president",
                publisher="Alder Post")  # fmt: skip
    two = paper(f'{story}\n\nA mayor was there. He heard the words "{SPEECH}" with his own ears.',
                SPEECH, "president", publisher="Brack Echo", published="2022-02-12")  # fmt: skip
    found = links(one, two, copies=shared(one, two, story, SPEECH),
                  quotes=shared(one, two, SPEECH))  # fmt: skip
    assert found == [{"quotation"}]


def test_a_document_without_quotation_marks_runs_through():
    one = account("Two drones hit the house.")
    whole = Span(0, len(one.document.text))
    assert Running({one.id: one}).outside(one.id, [whole]) == (whole,)


def test_what_stands_in_quotation_marks_is_cut_out():
    text = 'He said "two drones hit it" and left.'
    one = account(text)
    found = Running({one.id: one}).outside(one.id, [Span(0, len(text))])
    assert "".join(span.of(text) for span in found) == 'He said "" and left.'


WHOLE = "Major Chelak ordered the checkpoint to be left empty that night"


def test_the_paper_that_a_sentence_names_beats_an_identical_copy():
    ledger = paper(f"The ministry said {WHOLE}.", WHOLE, "ministry", publisher="Penrose Ledger")
    copy = paper(f"The audit board said {WHOLE}.", WHOLE, "audit board",
                 publisher="Marston Dispatch")  # fmt: skip
    citing = paper(f"According to the Penrose Ledger, {WHOLE}.", WHOLE, "Penrose Ledger",
                   publisher="Ulverton Mercury", published="2022-02-14")  # fmt: skip
    held = {a.id: a for a in (ledger, copy, citing)}
    both = shared(citing, copy, WHOLE)
    found = lineage([a.claims[0] for a in held.values()], held, copies=both, quotes=NO_TEXT,
                    sources=Sources.of(held.values()))  # fmt: skip
    outlets = {n.id: n.claim.speakers[0].name for n in found.nodes if isinstance(n, ClaimNode)}
    assert {
        (outlets[r.later], outlets[r.earlier]) for r in found.retellings if r.earlier in outlets
    } == {("Ulverton Mercury", "Penrose Ledger")}


def test_of_two_papers_of_one_day_the_one_that_gives_credit_is_the_later():
    short = paper(f"{WHOLE}.", WHOLE, publisher="Halden Mercury")
    long = paper(f"From Halden Mercury\n\n{WHOLE}.\n\n{'It rained all the night. ' * 9}", WHOLE,
                 publisher="Lowick Courier", credits=(("reprint", "Halden Mercury"),))  # fmt: skip
    held = {a.id: a for a in (short, long)}
    found = lineage([a.claims[0] for a in held.values()], held, sources=Sources.of(held.values()),
                    copies=shared(short, long, WHOLE), quotes=NO_TEXT)  # fmt: skip
    ids = {n.claim.speakers[0].name: n.id for n in found.nodes if isinstance(n, ClaimNode)}
    assert [(r.later, r.earlier) for r in found.retellings] == [
        (ids["Lowick Courier"], ids["Halden Mercury"])
    ]
