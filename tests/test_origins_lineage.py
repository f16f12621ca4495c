"""Who had a proposition from whom."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lineage_cases import account

from hearsay.origins.citing.owners import Outlet, Owners
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.counting import count
from hearsay.origins.descent.lineage import lineage
from hearsay.origins.descent.linking import document_links
from hearsay.origins.sharing.shared_text import NO_TEXT, Common, SharedText
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import ClaimNode, NamedNode


def told(*accounts, copies=NO_TEXT, quotes=NO_TEXT, owners=None):
    held = {one.id: one for one in accounts}
    claims = [claim for one in accounts for claim in one.claims]
    sources = Sources.of(accounts, owners)
    return lineage(claims, held, copies=copies, quotes=quotes, sources=sources)


def chains(found):
    """Links as pairs of outlets' and sources' names."""
    names = {
        n.id: n.name if isinstance(n, NamedNode) else n.claim.speakers[0].name for n in found.nodes
    }
    return {(names[r.later], names[r.earlier]) for r in found.retellings}


def kinds(found):
    return {e.kind for r in found.retellings for e in r.evidence}


def numbers(found):
    o = count(
        found.nodes, found.retellings, found.proven, denials=found.denials, together=found.owners
    )
    return o.least, round(o.expected, 1), o.most, o.unproven


def alike(one, other, words):
    """Both documents have these words in common, and nothing else."""
    here, there = (Span(t.index(words), t.index(words) + len(words))
                   for t in (one.document.text, other.document.text))  # fmt: skip
    shares = [len(words) / len(a.document.text) for a in (one, other)]
    return SharedText(
        {
            (one.id, other.id): Common(((here, there),), shares[0]),
            (other.id, one.id): Common(((there, here),), shares[1]),
        },
        {one.id: (other.id,), other.id: (one.id,)},
    )


UNITS = "four units answer to Oshand"


def test_two_outlets_that_name_one_report_have_one_origin():
    first = account(
        "The Lead Inspector said four units answer to Oshand.",
        (UNITS, "Lead Inspector"), publisher="Calder Courier", published="2022-02-10",
    )  # fmt: skip
    second = account(
        "According to the office of the Lead Inspector, four units answer to Oshand.",
        (UNITS, "office of the Lead Inspector"), publisher="Harbour Times", published="2022-02-12",
    )  # fmt: skip
    found = told(first, second)
    assert len([n for n in found.nodes if isinstance(n, NamedNode)]) == 1
    assert numbers(found)[0] == numbers(found)[2] == 1
    assert numbers(found)[3] == 0


def test_three_outlets_that_name_nobody_and_share_nothing_are_three_unproven():
    papers = [
        account(f"{word}: four units answer to Oshand.", (UNITS,), publisher=f"{word} Post")
        for word in ("Alder", "Brack", "Corvan")
    ]
    assert numbers(told(*papers)) == (1, 1.0, 3, 3)


def test_officials_are_no_origin_that_two_papers_share():
    papers = [
        account(f"{word}: Officials said four units answer to Oshand.", (UNITS, "Officials"),
                publisher=f"{word} Post")
        for word in ("Alder", "Brack")
    ]  # fmt: skip
    found = told(*papers)
    assert not found.retellings
    assert numbers(found) == (1, 1.0, 2, 2)


def test_officials_of_one_ministry_in_the_same_words_are_one_source_by_description():
    papers = [
        account(f"{word}: Two ministry officials said four units answer to Oshand.",
                (UNITS, "Two ministry officials"), publisher=f"{word} Post")
        for word in ("Alder", "Brack")
    ]  # fmt: skip
    found = told(*papers)
    assert [n.name for n in found.nodes if isinstance(n, NamedNode)] == ["Two ministry officials"]
    assert numbers(found) == (1, 1.0, 1, 0)


def test_a_ministry_and_its_unnamed_officials_are_counted_once():
    papers = [
        account("The Ministry of Defence said four units answer to Oshand.",
                (UNITS, "Ministry of Defence"), publisher="Alder Post"),
        account("Officials of the Ministry of Defence said four units answer to Oshand.",
                (UNITS, "Officials of the Ministry of Defence"), publisher="Brack Post"),
    ]  # fmt: skip
    found = told(*papers)
    assert sum(isinstance(n, NamedNode) for n in found.nodes) == 2
    assert numbers(found) == (1, 1.0, 1, 0)


def test_whoever_publishes_in_the_case_has_one_name_however_he_is_called():
    report = account("Nothing of it.", publisher="Office of the Lead Inspector for Overseas Tasks",
                     published="2022-02-08")  # fmt: skip
    papers = [
        account(f"{word}: {name} said four units answer to Oshand.", (UNITS, name),
                publisher=f"{word} Post", published="2022-02-10")
        for word, name in (("Alder", "Lead Inspector"), ("Brack", "Averne inspector"))
    ]  # fmt: skip
    assert numbers(told(report, *papers)) == (1, 1.0, 1, 0)


def test_two_reprints_of_one_day_stand_side_by_side_under_their_agency():
    text = "Two drones hit the house at dawn, and nobody was hurt"
    papers = [
        account(f"{text}. {word}.\n(Reuters)", (text,), publisher=f"{word} Post",
                published="2022-02-11", credits=(("wire", "Reuters"),))
        for word in ("Alder", "Brack")
    ]  # fmt: skip
    found = told(*papers, copies=alike(*papers, text))
    assert chains(found) == {("Alder Post", "Reuters"), ("Brack Post", "Reuters")}


def test_what_a_shown_post_says_its_signer_said():
    text = "We leave Merek today"
    papers = [
        account(f"{word} reports.\n\n{text}.\n— Samir Dhafari (@dhafari) May 2, 2022", (text,),
                publisher=f"{word} Post", published="2022-05-02")
        for word in ("Alder", "Brack")
    ]  # fmt: skip
    found = told(*papers, copies=alike(*papers, text))
    assert chains(found) == {("Alder Post", "Samir Dhafari"), ("Brack Post", "Samir Dhafari")}


def same_day(one, other):
    """Two papers of one day that share what they say, and cite neither each other nor anybody."""
    text = "Two drones hit the house at dawn, and nobody was hurt"
    papers = [
        account(f"{text}. {word}.", (text,), publisher=f"{word} Post", published=day)
        for word, day in (one, other)
    ]
    return papers, alike(*papers, text)


def test_of_one_day_a_link_says_that_its_order_is_not_shown():
    papers, copies = same_day(("Alder", "2022-02-11"), ("Brack", "2022-02-11"))
    assert [link.ordered for link in told(*papers, copies=copies).retellings] == [False]
    held = {one.id: one for one in papers}
    links = document_links(held, copies=copies, sources=Sources.of(papers))
    assert [link.ordered for link in links] == [False]


def test_two_days_show_the_order_of_a_link():
    papers, copies = same_day(("Alder", "2022-02-11"), ("Brack", "2022-02-12"))
    assert [link.ordered for link in told(*papers, copies=copies).retellings] == [True]


def test_who_names_the_other_shows_the_order_of_a_link():
    first = account("Four units answer to Oshand.", ("Four units answer to Oshand",),
                    publisher="Alder Post", published="2022-02-11")  # fmt: skip
    then = account("The Alder Post said four units answer to Oshand.", (UNITS, "Alder Post"),
                   publisher="Brack Post", published="2022-02-11")  # fmt: skip
    found = told(first, then)
    assert [link.ordered for link in found.retellings] == [True]
    assert chains(found) == {("Brack Post", "Alder Post")}


def test_two_papers_that_cite_each_other_on_one_day_are_linked_one_way():
    one = account("The Brack Post said four units answer to Oshand. Two drones fell.",
                  (UNITS, "Brack Post"), ("Two drones fell",), publisher="Alder Post",
                  published="2022-02-11")  # fmt: skip
    other = account("The Alder Post said two drones fell. Four units answer to Oshand.",
                    ("two drones fell", "Alder Post"), ("Four units answer to Oshand",),
                    publisher="Brack Post", published="2022-02-11")  # fmt: skip
    held = {a.id: a for a in (one, other)}
    sources = Sources.of([one, other])
    lineages = [
        lineage(claims, held, copies=NO_TEXT, quotes=NO_TEXT, sources=sources)
        for claims in zip(one.claims, reversed(other.claims), strict=True)
    ]
    links = document_links(held, copies=NO_TEXT, sources=sources, lineages=lineages)
    assert [link.ordered for link in links] == [False]


def test_what_a_report_says_bare_and_elsewhere_with_a_source_is_from_that_source():
    report = account(
        "On November 7, armed drones struck the house of the minister. "
        "The Mission said two drones hit the house of the minister in Velan.",
        ("On November 7, armed drones struck the house of the minister",),
        ("two drones hit the house of the minister in Velan", "Mission"),
        publisher="Office of the Lead Inspector", published="2022-02-08",
    )  # fmt: skip
    found = told(report)
    bare, sourced = sorted(found.retellings, key=lambda link: link.probability)
    assert bare.probability < sourced.probability
    assert numbers(found)[0] == 1


SHARED = "The bridge at Sarvan was closed for the third time this week."
FILLING = "Shops in the old town stayed open all day, and the ferry ran late. " * 3


@pytest.mark.parametrize(("speaker", "reworded"), [("General Bahri", False), ("", True)])
def test_a_text_that_names_a_source_is_no_rewording_of_one_that_names_none(speaker, reworded):
    words = "four units in Merek and Zherin answer to Oshand since March"
    first = account(f"{words}. {SHARED} {FILLING}", (words,), publisher="Alder Post",
                    published="2022-02-10")  # fmt: skip
    again = "four units of Merek and of Zherin answer to Oshand since March"
    cited = (again, speaker) if speaker else (again,)
    then = account(f"{speaker} {again}. {SHARED} {FILLING[::-1]}", cited, publisher="Brack Post",
                   published="2022-02-11", persons=(speaker,) if speaker else ())  # fmt: skip
    found = told(first, then, copies=alike(first, then, SHARED))
    assert (("Brack Post", "Alder Post") in chains(found)) is reworded


def test_a_chain_leads_through_an_outlet_of_the_case_to_its_own_source():
    courier = account(
        "The Lead Inspector said four units answer to Oshand.",
        (UNITS, "Lead Inspector"), publisher="The Calder Courier", published="2022-02-10",
    )  # fmt: skip
    post = account(
        "According to the Calder Courier, the inspector said four units answer to Oshand.",
        (UNITS, "Calder Courier", "inspector"), publisher="Zherin Daily Post",
        published="2022-02-13",
    )  # fmt: skip
    assert chains(told(courier, post)) == {
        ("Zherin Daily Post", "The Calder Courier"),
        ("The Calder Courier", "Lead Inspector"),
    }


def test_an_outlet_that_is_not_in_the_case_stands_between_by_its_name():
    post = account(
        "According to the Calder Courier, the Lead Inspector said four units answer to Oshand.",
        (UNITS, "Calder Courier", "Lead Inspector"), publisher="Zherin Daily Post",
    )  # fmt: skip
    assert chains(told(post)) == {
        ("Zherin Daily Post", "Calder Courier"),
        ("Calder Courier", "Lead Inspector"),
    }


def test_the_report_is_the_one_of_whom_the_text_names_beside_it():
    text = (
        "In a quarterly report made public this week, the Lead Inspector said attacks rose. "
        "According to the report, four units answer to Oshand."
    )
    post = account(text, (UNITS, "report"), publisher="Alder Post", bodies=("Lead Inspector",))
    assert chains(told(post)) == {("Alder Post", "Lead Inspector")}


def test_a_later_document_is_never_what_an_earlier_one_had_it_from():
    late = account(
        "Four units: four units answer to Oshand.", (UNITS,),
        publisher="Office of the Lead Inspector", published="2022-05-10",
    )  # fmt: skip
    early = account(
        "The Lead Inspector said four units answer to Oshand.", (UNITS, "Lead Inspector"),
        publisher="Calder Courier", published="2022-02-10",
    )  # fmt: skip
    links = {(r.later, r.earlier) for r in told(late, early).retellings}
    assert links == {("k1", "k3")}


def test_a_wire_mark_leads_every_claim_to_the_agency():
    papers = [
        account(f"VELAN (APA) — {word}: two drones hit the house.", ("two drones hit the house",),
                publisher=f"{word} Post", credits=(("wire", "APA"),))
        for word in ("Alder", "Brack")
    ]  # fmt: skip
    found = told(*papers)
    assert chains(found) == {("Alder Post", "APA"), ("Brack Post", "APA")}
    assert kinds(found) == {"wire"}
    assert numbers(found)[:3:2] == (1, 1)


def test_a_dateline_of_a_known_agency_is_a_wire_mark_without_being_told():
    paper = account(
        "VELAN (Reuters) - Two drones hit the house.", ("Two drones hit the house",),
        publisher="Alder Post",
    )  # fmt: skip
    assert chains(told(paper)) == {("Alder Post", "Reuters")}


def test_an_agency_that_only_contributed_is_no_origin():
    paper = account(
        "Two drones hit the house.\n\nReuters contributed to this report.",
        ("Two drones hit the house",), publisher="Alder Post",
    )  # fmt: skip
    assert not told(paper).retellings


def test_what_the_outlet_heard_itself_is_a_proven_root():
    paper = account(
        "A driver told this newspaper that a lorry stood by the wall.",
        ("a lorry stood by the wall", "driver"), publisher="Velan Tribune",
    )  # fmt: skip
    assert numbers(told(paper)) == (1, 1.0, 1, 0)


def test_a_bodys_own_statement_is_a_proven_root():
    paper = account(
        "Statement. General Salmani took command.", ("General Salmani took command",),
        publisher="Federal Police Command",
    )  # fmt: skip
    assert numbers(told(paper)) == (1, 1.0, 1, 0)


def test_copied_text_leads_to_the_earlier_document():
    old = account("Shots were heard. Two drones hit the house at dawn.",
                  ("Two drones hit the house at dawn",), publisher="Alder Post",
                  published="2021-11-09")  # fmt: skip
    new = account("Two drones hit the house at dawn. More follows.",
                  ("Two drones hit the house at dawn",), publisher="Brack Post",
                  published="2021-11-10")  # fmt: skip
    found = told(new, old, copies=alike(old, new, "Two drones hit the house at dawn"))
    assert chains(found) == {("Brack Post", "Alder Post")}
    assert "copied_text" in kinds(found)
    evidence = found.retellings[0].evidence[0]
    assert evidence.later[0].of(new.document.text) == "Two drones hit the house at dawn"


def test_the_same_words_elsewhere_in_the_other_document_are_no_evidence():
    old = account("Two drones hit the house. Later a lorry burned in the yard there.",
                  ("a lorry burned in the yard there",), publisher="Alder Post",
                  published="2021-11-09")  # fmt: skip
    new = account("Two drones hit the house. Nothing else.", ("Two drones hit the house",),
                  publisher="Brack Post", published="2021-11-10")  # fmt: skip
    found = told(old, new, copies=alike(old, new, "Two drones hit the house"))
    assert "copied_text" not in kinds(found)


def test_a_denial_does_not_lead_back_to_what_it_denies():
    claim = account("The Lead Inspector said the brigade is under influence.",
                    ("the brigade is under influence", "Lead Inspector"),
                    publisher="Alder Post", published="2022-02-10")  # fmt: skip
    denial = account("The command denies that the brigade is under influence.",
                     ("the brigade is under influence", "command"),
                     publisher="Federal Police Command", published="2022-02-16",
                     denied=("the brigade is under influence",))  # fmt: skip
    found = told(claim, denial)
    nodes = {n.id: n for n in found.nodes}
    assert [nodes[d].claim.speakers[0].name for d in found.denials] == ["Federal Police Command"]
    assert not any(r.earlier in found.denials or r.later in found.denials for r in found.retellings)
    assert numbers(found)[:3:2] == (1, 1)


def test_no_rifle_is_no_denial_however_its_grammar_was_read():
    words = "no rifle but the state’s will be carried"
    papers = [
        account(f"{w}: Nour Bahri promised {words}.", (words, "Nour Bahri"), publisher=f"{w} Post",
                persons=("Nour Bahri",), negated=negated)
        for w, negated in (("Alder", (words,)), ("Brack", ()))
    ]  # fmt: skip
    found = told(*papers)
    assert not found.denials
    assert numbers(found)[:3:2] == (1, 1)


def test_a_note_names_the_source_of_a_sentence_that_cites_nobody():
    report = account(
        "The mission spent 64 million crowns.1\n1. Defence Department, table 4, November 2021.",
        ("The mission spent 64 million crowns",), publisher="Office of the Lead Inspector",
        notes=(("1", "1. Defence Department, table 4, November 2021."),),
    )  # fmt: skip
    found = told(report)
    assert kinds(found) == {"endnote"}
    assert [n.name for n in found.nodes if isinstance(n, NamedNode)] == ["Defence Department"]


def test_a_body_speaks_through_the_inspector_of_its_own_that_is_named_beside_it():
    text = (
        "The Pentarchy alleged that four units answer to Oshand. "
        "The Pentarchy’s inspector-general said so in a letter."
    )
    paper = account(text, (UNITS, "Pentarchy"), ("so", "Pentarchy’s inspector-general"),
                    publisher="Alder Post")  # fmt: skip
    found = lineage(paper.claims[:1], {paper.id: paper}, copies=NO_TEXT, quotes=NO_TEXT,
                    sources=Sources.of([paper]))  # fmt: skip
    assert ("Pentarchy", "Pentarchy’s inspector-general") in chains(found)


def test_two_papers_of_one_owner_are_given_one_owner():
    papers = [
        account(f"{w}: four units answer to Oshand.", (UNITS,), publisher=f"{w} Post")
        for w in ("Alder", "Brack")
    ]
    owners = Owners.of([Outlet(f"{w} Post", "newspaper", "X", "") for w in ("Alder", "Brack")])
    assert numbers(told(*papers, owners=owners))[2:] == (1, 1)


def test_a_reprint_leads_to_the_document_of_whom_it_credits():
    words = "Two drones hit the house at dawn, and nobody was hurt"
    old = account(f"{words}.", (words,), publisher="Port Sable Observer", published="2022-02-11")
    new = account(f"{words}.\nSource » portsableobserver", (words,), publisher="Tamrin Watch",
                  published="2022-02-12", credits=(("reprint", "portsableobserver"),))  # fmt: skip
    copies = alike(old, new, words)
    found = told(old, new, copies=copies)
    assert chains(found) == {("Tamrin Watch", "Port Sable Observer")}
    assert kinds(found) == {"credit", "copied_text"}
    held = {one.id: one for one in (old, new)}
    links = document_links(held, copies=copies, sources=Sources.of([old, new]))
    assert [(link.later, link.earlier) for link in links] == [(new.id, old.id)]


DATES = st.sampled_from([None, "2022", "2022-02", "2022-02-10", "2022-02-11"])
CITED = st.lists(
    st.sampled_from(["Alder Post", "Brack Post", "Corvan Post", "Anton Rusk"]), max_size=3
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(DATES, CITED), min_size=1, max_size=5), st.booleans())
def test_no_chain_comes_back_to_where_it_began(papers, shared):
    names = ["Alder Post", "Brack Post", "Corvan Post", "Alder Post", "Brack Post"]
    accounts = [
        account(f"Paper {at} of {' and '.join(cited)}: {UNITS}.", (UNITS, *cited),
                publisher=names[at], published=date, persons=("Anton Rusk",))
        for at, (date, cited) in enumerate(papers)
    ]  # fmt: skip
    pairs = {}
    if shared:
        for one in accounts:
            for other in accounts:
                if one is not other:
                    pairs |= alike(one, other, UNITS).pairs
    found = told(*accounts, copies=SharedText(pairs, {}))
    back = {}
    for link in found.retellings:
        back.setdefault(link.later, set()).add(link.earlier)

    def leads(node, seen):
        assert node not in seen
        for earlier in back.get(node, ()):
            leads(earlier, seen | {node})

    for node in found.nodes:
        leads(node.id, frozenset())
    assert all(0 < link.probability < 1 for link in found.retellings)
    assert sum(isinstance(n, ClaimNode) for n in found.nodes) == len(accounts)


def test_one_of_two_given_names_for_the_same_copied_words_was_written_wrongly():
    papers = [
        account(f"{word}: {name} said that four units answer to Oshand.", (UNITS, name),
                publisher=f"{word} Post", published="2022-02-10", persons=(name,))
        for word, name in (("Alder", "Mira Rusk"), ("Brack", "Joan Rusk"))
    ]  # fmt: skip
    assert numbers(told(*papers))[0] == 2
    assert numbers(told(*papers, copies=alike(*papers, UNITS)))[0] == 1


def test_who_says_what_the_papers_wrote_is_no_origin_of_it():
    paper = account(f"A driver told the Alder Post that {UNITS}.", (UNITS, "A driver"),
                    publisher="Alder Post", published="2022-02-10")  # fmt: skip
    answer = account(f"Jabbar Oudeh: The newspapers wrote that {UNITS}.",
                     (UNITS, "Jabbar Oudeh", "newspapers"), publisher="Radio Velan",
                     published="2022-02-12", persons=("Jabbar Oudeh",))  # fmt: skip
    found = told(paper, answer)
    assert not any(isinstance(n, NamedNode) for n in found.nodes)
    assert chains(found) == {("Radio Velan", "Alder Post")}
