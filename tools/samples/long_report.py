"""Generates a long report in prose for the benchmark, from a small grammar of an inspector's year.

The words are ours and mean nothing; what is real is the shape: attributed sentences, hedges,
quotations, numbers, dates, endnotes, tables, two-column and full-width parts.
"""

from __future__ import annotations

import random

from pypdfium2 import PdfDocument

from tools.samples.source import Anchor, Block, Source
from tools.samples.typesetting import typeset

_UNITS = tuple(
    f"the {n} {kind}"
    for n in ("1st", "2nd", "3rd", "5th", "6th", "8th", "9th", "11th", "14th", "21st")
    for kind in ("Division", "Brigade", "Border Regiment", "Reserve Battalion", "Police Region")
)
_SOURCES = (
    "Combined Mission–Tamrin", "the Defence Intelligence Bureau", "the Department of Foreign "
    "Relations", "the Tamrini Joint Command", "the Ministry of the Interior", "a senior mission "
    "officer", "the General Staff of Zherin", "the governor of Hadra", "the court of audit",
    "two officials of the Treasury", "the Commission’s chairman", "an adviser in Port Sable",
    "the embassy in Velan", "the commander of the Border Force", "the Sarn Record",
    "the Public Accounts Committee", "a contractor who works at the Hadra centre",
)  # fmt: skip
_CUES = (
    "said that", "reported that", "stated that", "assessed that", "noted that", "estimated that",
    "confirmed that", "denied that", "warned that", "told the Lead Inspector that", "added that",
    "acknowledged that", "alleged that", "believed that", "told this office that",
    "recalled that", "maintained that", "expected that",
)  # fmt: skip
_HEDGES = ("", "", "", "probably ", "reportedly ", "allegedly ", "in all likelihood ", "possibly ")
_DEEDS = (
    "received {number} vehicles", "lost {number} men", "moved {number} kilometres to the east",
    "completed {number} patrols", "returned {number} rifles that had been issued twice",
    "trained {number} recruits", "spent {number},{tail} crowns on fuel",
    "held fewer than {number} positions on the river", "took over {number} posts from {unit}",
    "refused {number} orders", "found {number} rockets in a farm building",
    "was paid {number} days late", "vetted {number} officers", "dismissed {number} drivers",
    "counted {number} attacks in its sector", "opened {number} inquiries, of which it closed half",
    "kept no record of {number} deliveries", "exchanged {number} prisoners with the Ash Column",
)  # fmt: skip
_TIMES = (
    "in {month}", "in {month} {year}", "on {month} {day}", "on {month} {day}, {year}",
    "during the quarter", "since {year}", "by the end of {year}", "in the first half of {year}",
    "between {month} and {later}", "in the third quarter of {year}", "in late {month}",
)  # fmt: skip
_REASONS = (
    "because the road to Merek was under water", "after the change of its commander",
    "owing to a lack of spare parts", "because two ministries each expected the other to pay",
    "as a result of the closed border", "since the contract had run out",
    "despite an order of the Prime Minister", "although the Assembly had asked otherwise",
    "while its parent division was on leave", "in line with the agreement on the river posts",
)  # fmt: skip
_QUOTES = (
    "a matter of paper, not of will", "better than it looks from the capital",
    "the same men in other coats", "not a plan but a habit", "late, as in every winter",
    "nothing that a new bridge would not mend", "a list without a single signature",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_HEADINGS = (
    "Attacks and incidents", "Command and control", "Training", "Money", "Vetting",
    "The border", "Outside influence", "Ammunition and fuel", "Courts and inquiries",
    "Medical help",
)  # fmt: skip
_PLACES = ("Hadra", "Velan", "Merek", "Port Sable", "the Sarn hills", "Camp Alder", "Tel Odur")


def long_report(*, pages: int, seed: int) -> bytes:
    """A report of at least so many pages as a PDF; the same arguments give the same bytes."""
    chapters = 1
    per_chapter = 3.0  # corrected from what a first, shorter report really takes
    for _ in range(6):
        chapters = max(chapters + 1, round(pages / per_chapter))
        content = typeset(_source(chapters, seed))
        document = PdfDocument(content)
        made = len(document)
        document.close()
        if pages <= made <= pages + 3:
            break
        per_chapter = made / chapters
        if made > pages:
            chapters -= 2
    return content


def _source(chapters: int, seed: int) -> Source:
    chance = random.Random(seed)
    blocks: list[Block] = []
    for chapter in range(1, chapters + 1):
        blocks += _chapter(chance, chapter)
    return Source(
        "long-report",
        {
            "title": "Operation Steady Lantern: Compendium of Answers",
            "publisher": "Office of the Lead Inspector for Overseas Missions",
            "published": "2022-06-30",
            "subtitle": "Tamrin and Zherin",
            "covers": "January 1, 2021–December 31, 2021",
            "issued": "Submitted to the National Assembly on June 30, 2022",
            "running": "Compendium of Answers",
            "size": "10",
        },
        tuple(blocks),
    )


def _chapter(chance: random.Random, number: int) -> list[Block]:
    blocks = [Block("h1", f"Chapter {number}. {chance.choice(_PLACES)}"), _paragraph(chance, 5)]
    blocks.append(Block("~two", ""))
    for heading in chance.sample(_HEADINGS, 4):
        blocks.append(Block("h2", heading))
        blocks += [_paragraph(chance, chance.randint(3, 6)) for _ in range(3)]
    blocks += [Block("~one", ""), *_table(chance, number), _paragraph(chance, 4)]
    return blocks


def _paragraph(chance: random.Random, sentences: int) -> Block:
    text, anchors = "", []
    for _ in range(sentences):
        text += (" " if text else "") + _sentence(chance)
        if chance.random() < 0.3:
            note = f"Answer to question {chance.randint(1, 480)} of {chance.choice(_MONTHS)} 2021."
            anchors.append(Anchor("en", len(text), note))
    return Block("paragraph", text, (), tuple(anchors))


def _sentence(chance: random.Random) -> str:
    unit, source = chance.choice(_UNITS), chance.choice(_SOURCES)
    deed = _filled(chance, chance.choice(_DEEDS))
    hedge, when = chance.choice(_HEDGES), _filled(chance, chance.choice(_TIMES))
    reason = f", {chance.choice(_REASONS)}" if chance.random() < 0.35 else ""
    fact = f"{unit} {hedge}{deed} {when}"
    match chance.randrange(8):
        case 0:
            words = f"{fact}{reason}"
        case 1:
            words = f"according to {source}, {fact}{reason}"
        case 2:
            words = f"{source} called the work of {unit} {when} “{chance.choice(_QUOTES)}”"
        case 3:
            inner = chance.choice(_SOURCES)
            words = f"{source} {chance.choice(_CUES)} {inner} had said that {fact}"
        case 4:
            other = _filled(chance, chance.choice(_DEEDS))
            words = (
                f"{source} {chance.choice(_CUES)} {fact}, and that {chance.choice(_UNITS)} {other}"
            )
        case 5:
            words = f"{fact}, {source} said{reason}"
        case _:
            words = f"{source} {chance.choice(_CUES)} {fact}{reason}"
    return words[0].upper() + words[1:] + "."


def _filled(chance: random.Random, pattern: str) -> str:
    first = chance.randrange(11)
    return pattern.format(
        number=chance.randint(2, 96),
        tail=f"{chance.randrange(1000):03d}",
        unit=chance.choice(_UNITS),
        month=_MONTHS[first],
        later=_MONTHS[chance.randint(first + 1, 11)],
        day=chance.randint(1, 28),
        year=chance.choice((2019, 2020, 2021)),
    )


def _table(chance: random.Random, number: int) -> list[Block]:
    rows = [Block("caption", f"Table {number}. Units and costs, in thousand crowns")]
    rows.append(Block("row", "Unit | Place | Month | Trained | Cost"))
    for unit in chance.sample(_UNITS, 8):
        place, month = chance.choice(_PLACES), chance.choice(_MONTHS)
        trained, cost = chance.randint(4, 240), chance.randint(20, 1900)
        rows.append(Block("row", f"{unit[4:]} | {place} | {month} 2021 | {trained} | {cost}"))
    return rows
