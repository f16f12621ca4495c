"""How a trace looks in the terminal."""

from __future__ import annotations

import click
from hypothesis import given, settings
from traces_by_hand import CHANGED, LEFT_OUT, Case, cases, changed, handed_on

from hearsay.cli.chains import tree_lines
from hearsay.cli.wrapping import columns
from hearsay.vocabulary.traces import ClaimNode, Comparison, NamedNode, Origins, Trace


def shown(case: Case, width: int = 80) -> str:
    return plain(case.trace(), case, width)


def plain(trace: Trace, case: Case, width: int = 80) -> str:
    lines = tree_lines(trace, imprint_of=case.imprint_of, width=width)
    return "\n".join(click.unstyle(line) for line in lines)


def a_chain() -> Case:
    case = Case()
    bureau = case.named("Lead Inspector")
    courier = case.claim("Courier", "2022-02-10", case.gist, speakers=("the report",))
    post = case.claim("Post", "2022-02-13", "the units were concentrated in the police")
    case.link(courier, bureau, "named_source", at=100)
    case.link(post, courier, "quotation", changes=(CHANGED, LEFT_OUT))
    case.root(bureau, proven=True, claims=(courier, post))
    return case


def test_the_root_stands_at_the_top_and_those_who_have_it_from_there_below() -> None:
    case = a_chain()
    ids = [n.claim.id[:8] for n in case.nodes if isinstance(n, ClaimNode)]
    assert (
        shown(case)
        == f"""\
“the units were spread across the services”
told by 2 outlets, from 1 origin

[1] Lead Inspector (known by name only)
└─ Courier · 2022-02-10 · names “the report” · {ids[0]}
   └─ Post · 2022-02-13 · quotes it · {ids[1]}
         “the units were concentrated in the police”
         ≠ predicate: “spread across” → “concentrated in”
         ≠ certainty: “thought to be” → left out

Origins: 1
  [1] Lead Inspector (by name only) · 2 tellings lead back to it
  Both tellings lead back to one origin: neither confirms the other.

≠ differs from the earlier text held here; nobody is said to be right or wrong."""
    )


def test_a_link_that_is_not_certain_says_so_in_words() -> None:
    case = Case()
    first = case.claim("Courier", "2022-02-10", "it rained")
    case.link(case.claim("Post", "2022-02-11", "rain fell"), first, "rewording", probability=0.94)
    assert "Post · 2022-02-11 · probably from it: rewords it" in shown(case)


def test_a_link_that_is_likelier_not_so_leaves_a_telling_at_the_top() -> None:
    case = Case()
    first = case.claim("Courier", "2022-02-10", "it rained")
    post = case.claim("Post", "2022-02-11", "rain fell")
    case.link(post, first, "rewording", probability=0.3)
    case.root(first, proven=False)
    case.root(post, proven=False)
    lines = shown(case).splitlines()
    assert any(line.startswith("[?] Post · 2022-02-11") for line in lines)
    assert "   perhaps from Courier: rewords it" in lines


def test_a_link_below_any_count_is_not_told() -> None:
    case = Case()
    first = case.claim("Courier", "2022-02-10", "it rained")
    case.link(case.claim("Post", "2022-02-11", "rain fell"), first, "rewording", probability=0.04)
    assert "from Courier" not in shown(case)


def test_a_telling_with_two_sources_stands_once_and_is_referred_to_at_the_other() -> None:
    case = Case()
    one = case.claim("Courier", "2022-02-10", "it rained")
    other = case.claim("Observer", "2022-02-11", "it poured")
    both = case.claim("Post", "2022-02-12", "it rained and poured")
    case.link(both, one, "quotation")
    case.link(both, other, "named_source", probability=0.8)
    text = shown(case)
    assert text.count("“it rained and poured”") == 1
    assert "Post · 2022-02-12 · quotes it" in text
    assert "probably from Observer: names it as source" in text
    assert "└─ Post · 2022-02-12 · stands under Courier" in text


def test_what_a_nearer_one_has_it_from_does_not_draw_a_telling_away_from_it() -> None:
    case = Case()
    agency = case.named("APA")
    times = case.claim("Harbour Times", "2021-11-09", "drones hit the house")
    brief = case.claim("Mercury", "2021-11-10", "drones hit a house")
    case.link(times, agency, "wire")
    case.link(brief, agency, "wire", probability=0.99)
    case.link(brief, times, "copied_text", probability=0.97, share=0.9)
    lines = shown(case).splitlines()
    assert any(line.startswith("   └─ Mercury · 2021-11-10 · 90% of its words") for line in lines)
    assert "         also from APA: carries its wire mark" in lines


def test_who_is_said_to_have_it_from_whom_is_told_though_neither_is_in_the_case() -> None:
    case = Case()
    inspector = case.named("Inspector General")
    beacon = case.named("Free Beacon")
    gazette = case.claim("Gazette", "2022-02-17", "the units were influenced")
    case.link(gazette, beacon, "named_source")
    case.link(beacon, inspector, "named_source")
    case.root(inspector, proven=True, claims=(gazette,))
    assert shown(case).splitlines()[3:6] == [
        "[1] Inspector General (known by name only)",
        "└─ Free Beacon (known by name only) · said to have it from there",
        f"   └─ Gazette · 2022-02-17 · names it as source · {case.trace().claims[0].id[:8]}",
    ]


def test_a_source_in_the_case_is_the_place_and_one_by_name_stands_beside_it() -> None:
    case = Case()
    office = case.claim("Office", "2022-02-08", "the units were influenced")
    bureau = case.named("Bureau")
    observer = case.claim("Observer", "2022-02-11", "units were influenced")
    case.link(observer, bureau, "named_source", probability=0.99)
    case.link(observer, office, "quotation", probability=0.96)
    case.root(bureau, proven=True, claims=(observer,))
    lines = shown(case).splitlines()
    assert any(line.startswith("└─ Observer · 2022-02-11 · quotes it") for line in lines)
    assert "      also from Bureau: names it as source" in lines


def test_many_copies_are_folded_behind_the_first_three() -> None:
    case = Case("drones hit the house")
    first = case.claim("Harbour Times", "2021-11-08", case.gist)
    for number in range(60):
        copy = case.claim(f"Gazette {number}", "2021-11-09", case.gist)
        case.link(copy, first, "copied_text")
    different = case.claim("Mercury", "2021-11-10", case.gist)
    case.link(different, first, "copied_text", changes=(LEFT_OUT,))
    text = shown(case)
    assert "told by 62 outlets" in text
    assert text.count("all of its words copied") == 4
    assert "├─ and 57 more copies · 2021-11-09: Gazette 3, Gazette 4" in text
    assert "└─ Mercury · 2021-11-10 · nearly all of its words copied" in text
    assert len(text.splitlines()) < 25


def test_the_claims_of_one_document_that_stand_alike_are_one_telling() -> None:
    case = Case()
    bureau = case.named("Bureau")
    for words in ("the units were influenced", "influence on units was found"):
        case.link(case.claim("Office", "2022-02-08", words), bureau, "named_source")
    text = shown(case)
    assert "told twice by one outlet" in text
    assert text.count("Office · 2022-02-08") == 1
    assert "said twice in it" in text
    assert "“the units were influenced”" in text
    assert "“influence on units was found”" in text


def test_two_wordings_of_one_document_are_no_two_sources() -> None:
    case = Case()
    one = case.claim("Office", "2022-02-08", "the units were influenced")
    other = case.claim("Office", "2022-02-08", "influence on units was found")
    bureau = case.named("Bureau")
    for claim in (one, other):
        case.link(claim, bureau, "named_source")
    observer = case.claim("Observer", "2022-02-11", "units were influenced")
    case.link(observer, one, "named_source")
    case.link(observer, other, "rewording")
    text = shown(case)
    assert "Observer · 2022-02-11 · names it as source, rewords it" in text
    assert "also from" not in text
    assert "stands under" not in text


def test_what_a_document_repeats_of_itself_is_not_a_retelling() -> None:
    case = Case()
    first = case.claim("Office", "2022-02-08", "at least 41 attacks were counted")
    again = case.claim("Office", "2022-02-08", "41 attacks were counted")
    drift = changed("quantity", "at least 41", "41")
    case.link(again, first, "named_source", changes=(drift,))
    text = shown(case)
    assert "names it" not in text
    assert "≠ further on in it, quantity: “at least 41” → “41”" in text


def test_denials_stand_on_their_own_side_and_in_the_heading() -> None:
    case = a_chain()
    case.claim("Police Command", "2022-02-16", "nothing of this is true", denies=True)
    text = shown(case)
    assert "told by 2 outlets, from 1 origin · denied by one outlet" in text
    _, denied = text.split("\n\nDenied by one outlet\n")
    assert denied.startswith("Police Command · 2022-02-16 · ")
    assert "“nothing of this is true”" in denied.split("Origins")[0]


def test_what_is_only_denied_is_told_by_nobody() -> None:
    case = Case()
    case.claim("Police Command", "2022-02-16", "nothing of this is true", denies=True)
    assert "told by nobody here · denied by one outlet" in shown(case)


def test_tellings_that_disagree_stand_beside_each_other_without_an_arrow() -> None:
    case = a_chain()
    case.comparisons.append(Comparison(("k2", "k3"), "k1", (changed("quantity", "41", "43"),)))
    text = shown(case)
    assert "Courier · 2022-02-10 | Post · 2022-02-13 · both from Lead Inspector" in text
    assert "    quantity: “41” | “43”" in text


def test_what_has_no_source_is_unproven_and_never_an_origin() -> None:
    case = Case()
    for outlet in ("Courier", "Observer", "Post"):
        case.root(case.claim(outlet, "2022-02-10", "it rained"), proven=False)
    text = shown(case)
    assert "told by 3 outlets, no origin shown" in text
    assert "  [?] 3 unproven: Courier, Observer, Post" in text
    assert "At least 1, at most 3." in text
    assert "Independence has to be shown" in text


def test_the_number_to_expect_is_told_where_links_are_not_certain() -> None:
    case = a_chain()
    case.root("k3", proven=False)
    trace = case.trace()
    unsure = Trace(
        trace.proposition,
        trace.gist,
        trace.nodes,
        trace.retellings,
        (),
        (),
        Origins(1, 1.4, 3, 1, trace.origins.roots),
    )
    text = plain(unsure, case)
    assert "from 1 to 3 origins" in text
    assert "At least 1, at most 3; 1.4 expected" in text


def test_a_first_hand_telling_names_whom_it_has_it_from() -> None:
    case = Case()
    first = case.claim("Tribune", "2021-11-09", "a lorry stood there", speakers=("Umm Rashid",))
    case.root(first, proven=True)
    text = shown(case)
    assert "[1] Tribune · 2021-11-09 · had from Umm Rashid" in text
    assert "  [1] Tribune › Umm Rashid" in text


def test_a_chain_of_sixty_hops_stays_on_the_screen_and_is_kept_whole() -> None:
    case = handed_on(60)
    text = shown(case)
    for number in range(1, 61):
        assert f"Outlet {number} · " in text
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "⋯ goes on below" in text


def test_a_chain_as_long_as_an_attacker_likes_breaks_nothing() -> None:
    case = handed_on(1200)
    assert "Outlet 1200 · " in shown(case)


def test_names_that_would_steer_a_terminal_are_harmless() -> None:
    case = Case("it\x1b[2J rained")
    bureau = case.named("the \u202eBureau\x07")
    evil = case.claim("Evil\x1b[31m\nOutlet", "2022-02-10", "it\x9b rained", speakers=("x\x1by",))
    case.link(evil, bureau, "named_source", at=100, changes=(changed("time", "a\x1bb", "c\rd"),))
    text = shown(case)
    assert not any(c for c in text if c != "\n" and not c.isprintable())


def test_a_date_after_an_arabic_name_is_not_turned_round() -> None:
    case = Case()
    case.claim("صحيفة الميزان", "2022-01-02", "it rained")
    assert "صحيفة الميزان\u200e · 2022-01-02" in shown(case)


def test_a_document_of_nobody_and_no_date_is_told_by_its_file() -> None:
    case = Case()
    case.claim(None, None, "it rained")
    assert "(None.txt) · no date" in shown(case)


def test_lines_bear_styles_that_a_terminal_without_colours_loses_nothing_by() -> None:
    case = a_chain()
    styled = list(tree_lines(case.trace(), imprint_of=case.imprint_of, width=80))
    assert any("\x1b[" in line for line in styled)
    assert "\x1b" not in "".join(map(click.unstyle, styled))


@settings(max_examples=40, deadline=None)
@given(cases())
def test_every_telling_is_told_once_and_every_line_fits(case: Case) -> None:
    text = shown(case, 60)
    for node in case.nodes:
        if isinstance(node, ClaimNode):
            assert text.count(f"“{node.claim.words}”") <= 2
        elif isinstance(node, NamedNode):
            linked = any(link.earlier == node.id and link.probability > 0.5 for link in case.links)
            assert node.name in text or not linked
    for line in text.splitlines():
        assert sum(map(columns, line)) <= 60


def test_texts_of_one_day_are_given_no_direction() -> None:
    case = Case()
    tribune = case.claim("Tribune", "2022-02-10", "the lorry may have burned")
    times = case.claim("Times", "2022-02-10", "the lorry burned")
    case.link(times, tribune, "copied_text", changes=(LEFT_OUT,), ordered=False)
    text = shown(case)
    assert "└≈ Times · 2022-02-10 · all of its words in common" in text
    assert "≈ alike: same day, which came first is not shown." in text
    assert "≠ certainty: “thought to be” | not there" in text


def test_a_link_that_a_person_stated_says_so() -> None:
    case = Case()
    tribune = case.claim("Tribune", "2022-02-10", "the lorry burned")
    times = case.claim("Times", "2022-02-12", "a lorry burned")
    case.link(times, tribune, probability=1.0)
    assert "Times · 2022-02-12 · so judged by a person" in shown(case)
