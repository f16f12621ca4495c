"""Made-up chains: what is true of them is true of their texts."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from evaluation import simulated_names as names
from evaluation.origins import cases
from evaluation.origins_gold import Gold
from evaluation.pipeline import document_of
from evaluation.simulated_accounts import accounts, particulars, truth, written
from evaluation.simulating import Chain, Wording, chain
from hearsay.vocabulary.spans import words_of


@pytest.fixture(scope="module")
def chains() -> list[Chain]:
    return [chain(n) for n in range(13)]


@pytest.fixture(scope="module")
def gold(chains: list[Chain]) -> Gold:
    return truth(chains)


def test_there_are_a_dozen_reports_of_eight_claims_in_three_wordings() -> None:
    reports = names.reports()
    assert len(reports) >= 12
    assert {len(report.claims) for report in reports} == {8}
    assert {len(claim) for report in reports for claim in report.claims} == {3}


def test_no_wording_stands_twice_in_the_reports() -> None:
    every = [words for report in names.reports() for claim in report.claims for words in claim]
    assert len(set(every)) == len(every)


def test_the_wordings_of_a_claim_name_the_same_things() -> None:
    for report in names.reports():
        for claim in report.claims:
            slots = {frozenset(re.findall(r"\{(\w+)\}", words)) for words in claim}
            assert len(slots) == 1, claim


def test_the_same_number_makes_the_same_chain_and_another_one_another() -> None:
    texts = ["\n".join(written(s).text for s in chain(n).sheets) for n in (4, 4, 17, 30)]
    assert texts[0] == texts[1]
    assert len(set(texts)) == 3


def test_no_two_chains_read_alike(chains: list[Chain]) -> None:
    """Of the claims of two chains hardly any word for word."""
    said = [{c.words for a in accounts([one]) for c in a.claims} for one in chains]
    for one, other in combinations(said, 2):
        assert len(one & other) <= 0.05 * len(one)


def test_no_two_articles_are_the_same_file(chains: list[Chain]) -> None:
    sheets = [s for one in chains for s in one.sheets]
    assert len({account.id for account in accounts(chains)}) == len(sheets)


def test_a_dropped_hedge_leaves_a_sentence() -> None:
    values = tuple(dict.fromkeys(names.TYPES, "Velan").items())
    numbers = (("few", "3"), ("few2", "4"), ("some", "40"), ("many", "300"), ("money", "1.5"))
    values += (*numbers, ("month", "May"), ("month2", "June"))
    for report in names.reports():
        for claim, wordings in enumerate(report.claims):
            for choice in range(len(wordings)):
                bare = Wording(claim, choice, values, hedged=False).words(report)
                broken = r"[<>|{}]|  |\b(is|are|were) (hold|own|belong)\b"
                assert not re.search(broken, bare), bare


def test_the_made_reading_finds_every_claim_with_those_who_say_it(chains: list[Chain]) -> None:
    for one in chains:
        for sheet, account in zip(one.sheets, accounts([one]), strict=True):
            assert len(account.claims) == len(sheet.said)
            for said, claim in zip(sheet.said, account.claims, strict=True):
                words = said.wording.words(sheet.report)
                assert claim.words.casefold() == words.casefold()
                assert claim.words == words_of(claim.spans, account.document.text)
                heard = [plain(speaker.name) for speaker in claim.speakers]
                assert heard == [plain(n) for n in (sheet.publisher, *said.speakers)]


def test_a_whole_copy_has_the_claims_of_its_parent_in_its_words(chains: list[Chain]) -> None:
    copies = 0
    for one in chains:
        by_id = {s.id: s for sheet in one.sheets for s in sheet.said}
        for sheet in one.sheets:
            for said in sheet.said:
                if said.way in ("copied", "cut", "quoted") and said.parent:
                    copies += 1
                    assert said.wording == by_id[said.parent].wording
    assert copies > 50


def test_who_tells_it_on_has_it_from_the_same_origin_as_its_parent(gold: Gold) -> None:
    origin = {claim: roots for p in gold.propositions for claim, roots in p.roots.items()}
    assert gold.retellings
    for link in gold.retellings:
        assert origin[link.later] == origin[link.earlier]


def test_who_has_it_from_a_witness_of_his_own_shares_no_words_with_the_others(
    chains: list[Chain],
) -> None:
    for one in chains:
        texts: dict[tuple[str, str], set[str]] = {}
        every = [(s, sheet) for sheet in one.sheets for s in sheet.said]
        for said, sheet in every:
            key = (said.origin, said.wording.words(sheet.report))
            texts.setdefault((key[1], sheet.report.title), set()).add(said.origin)
        assert all(len(origins) == 1 for origins in texts.values())


def test_papers_of_their_own_make_further_origins(gold: Gold) -> None:
    numbers = [p.origins for p in gold.propositions]
    assert set(numbers) >= {1, 2}
    unproven = [p for p in gold.propositions if p.most > p.least]
    assert unproven
    assert all(p.least <= p.expected <= p.most for p in gold.propositions)


def test_what_is_withheld_is_skipped_and_its_origin_kept(chains: list[Chain], gold: Gold) -> None:
    kept = [one.without(0.3, seed=7) for one in chains]
    assert sum(len(one.sheets) for one in kept) < 0.75 * sum(len(one.sheets) for one in chains)
    left = truth(kept, chains)
    there = {claim.id for claim in left.claims}
    assert all({link.later, link.earlier} <= there for link in left.retellings)
    before = {claim: roots for p in gold.propositions for claim, roots in p.roots.items()}
    assert all(before[c] == roots for p in left.propositions for c, roots in p.roots.items())
    # Who had it from an article that is gone has it from the one before that.
    assert {(a.later, a.earlier) for a in left.retellings} - {
        (a.later, a.earlier) for a in gold.retellings
    }


def test_the_true_pipeline_makes_the_same_text_with_its_credit_and_date(
    chains: list[Chain],
) -> None:
    sheets = [s for one in chains[:4] for s in one.sheets if s.credit][:3]
    assert sheets
    for sheet in sheets:
        document = document_of(written(sheet).text.encode(), "a.txt", particulars(sheet))
        assert document.text == written(sheet).text
        assert [(c.kind, c.name) for c in document.credits] == [sheet.credit[:2]]
        assert document.particulars.published == sheet.published


def test_a_case_holds_each_report_once() -> None:
    handfuls = list(cases(20))
    assert [len(one) for one in handfuls] == [13, 7]
    titles = [one.sheets[0].report.title for one in handfuls[0]]
    assert len(set(titles)) == len(titles)


def plain(name: str) -> str:
    return re.sub(r"(?i)^(the|an?) ", "", name).casefold()
