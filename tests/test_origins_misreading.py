"""Who was read as somebody whom his sentence cannot mean."""

from dataclasses import replace

from lineage_cases import account

from hearsay.origins.citing.resolving import Sources
from hearsay.vocabulary.readings import Attribution
from hearsay.vocabulary.spans import Span

SAYS = "the guards were asleep"


def read_as(text, body, source, cue):
    """A text whose sentence names `source`, read as `body`, with `cue`."""
    made = account(text, (SAYS, body), publisher="Alder Post", bodies=(body,))

    def at(words):
        start = text.index(words)
        return (Span(start, start + len(words)),)

    one = Attribution("a1", at(source), at(cue), made.claims[0].spans, None, "m0", None, ("m0",),
                      "said", "indirect", "affirmed", (), (), 1.0)  # fmt: skip
    claim = replace(made.claims[0], cue=cue)
    made = replace(made, reading=replace(made.reading, attributions=(one,)), claims=(claim,))
    return [c.source.name for c in Sources.of([made]).chain(claim)]


def test_a_minister_is_not_the_command_named_before_him():
    text = (
        f"The Joint Command met Minister of the Interior Samir Dhafari. the Minister said {SAYS}."
    )
    assert read_as(text, "Joint Command", "the Minister", "said") == ["Samir Dhafari"]


def test_a_body_named_in_its_own_sentence_stays():
    text = f"Minister of the Interior Samir Dhafari slept. The Joint Command said {SAYS}."
    assert read_as(text, "Joint Command", "The Joint Command", "said") == ["Joint Command"]


def test_it_goes_on_with_the_report_and_not_with_whom_the_report_quoted():
    text = ("The report of the Court of Audit quoted the Joint Command. The report of the Court of "
            f"Audit is long.\n\nIt described how {SAYS}.")  # fmt: skip
    assert read_as(text, "Joint Command", "It", "described") != ["Joint Command"]
