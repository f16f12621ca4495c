"""Who and what simulated reports are about: drawn names, papers, sources and sentence frames.

Nobody and no place here exists.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hearsay.vocabulary.documents import CreditKind
from hearsay.vocabulary.readings import MentionType


@dataclass(frozen=True, slots=True)
class Report:
    """A report's title and its claims, each in several wordings, the report's own first."""

    title: str
    claims: tuple[tuple[str, ...], ...]


@cache
def reports() -> tuple[Report, ...]:
    """The reports of `reports.txt`."""
    text = Path(__file__).with_name("reports.txt").read_text("utf-8")
    made: list[tuple[str, list[list[str]]]] = []
    for line in text.splitlines():
        mark, words = line[:1], line[2:].strip()
        if mark == "=":
            made.append((words, []))
        elif mark == "-":
            made[-1][1].append([words])
        elif mark == "+":
            made[-1][1][-1].append(words)
    return tuple(Report(title, tuple(tuple(c) for c in claims)) for title, claims in made)


TYPES: Mapping[str, MentionType] = {
    "force": "Organization",
    "unit": "Organization",
    "group": "Organization",
    "ministry": "Organization",
    "person": "Person",
    "person2": "Person",
    "place": "Place",
    "place2": "Place",
    "country": "Place",
    "country2": "Place",
}
"""What the filled-in names are."""

SYNONYMS = (
    ("officers", "commanders"),
    ("soldiers", "troops"),
    ("people", "persons"),
    ("found", "discovered"),
    ("million crowns", "m crowns"),
    ("last year", "in the past year"),
    ("refused", "declined"),
    ("near", "close to"),
    ("guards", "sentries"),
    ("by night", "at night"),
    ("moved", "shifted"),
    ("dismissed", "sacked"),
    ("belongs to", "is owned by"),
    ("seen", "spotted"),
    ("killed", "slain"),
    ("fired at", "shelled"),
    ("received", "got"),
    ("given", "handed"),
    ("asked", "requested"),
    ("built", "assembled"),
    ("burnt", "destroyed"),
    ("closed", "shut"),
    ("opened", "begun"),
    ("stopped", "halted"),
    ("ordered", "directed"),
    ("signed", "initialled"),
    ("counted", "tallied"),
    ("promised", "vowed"),
    ("paid", "remitted"),
    ("families", "households"),
    ("houses", "homes"),
    ("village", "hamlet"),
    ("lorries", "trucks"),
    ("lorry", "truck"),
    ("rifles", "guns"),
    ("fighters", "militiamen"),
    ("prisoners", "inmates"),
    ("drones", "unmanned aircraft"),
    ("road", "highway"),
    ("camp", "compound"),
    ("depot", "store"),
    ("recruits", "cadets"),
    ("graduates", "leavers"),
    ("rockets", "missiles"),
    ("raids", "searches"),
    ("harbour", "port"),
    ("vanished", "disappeared"),
    ("ship", "vessel"),
    ("fuel", "petrol"),
    ("diesel", "gasoil"),
    ("wages", "pay"),
    ("names", "identities"),
    ("papers", "documents"),
    ("list", "roll"),
    ("villagers", "locals"),
    ("stolen", "taken"),
    ("shed", "barn"),
    ("school", "schoolhouse"),
    ("votes", "ballots"),
    ("wells", "springs"),
    ("barracks", "quarters"),
    ("wing", "annexe"),
    ("pilots", "operators"),
    ("insurers", "underwriters"),
)
"""Words that a retelling may swap."""

FRAMES: Mapping[str, tuple[str, ...]] = {
    "0": ("x|.",),
    "1": (
        "s1| |c1=said| that |x|.",
        "s1| |c1=stated| that |x|.",
        "c1=According to| |s1|, |x|.",
        "x|, |s1| |c1=said|.",
        "x|, |c1=according to| |s1|.",
        "s1| |c1=reported| that |x|.",
    ),
    "2": (
        "c1=According to| |s1|, |s2| |c2=said| that |x|.",
        "s2| |c2=said| that |x|, |s1| |c1=reported|.",
        "s1| |c1=quoted| |s2| |c2=as saying| that |x|.",
    ),
    "own": (
        "s1| |c1=told| this newspaper that |x|.",
        "x|, |s1| |c1=told| our reporter.",
        "s1| |c1=said| in an interview with our reporter that |x|.",
    ),
    "quoted": (
        "“|x|,” |s1| |c1=wrote|.",
        "s1| |c1=said|: “|x|.”",
        "s1| |c1=wrote| that “|x|”.",
    ),
}
"""Sentences around a claim, by how many are named for it; pieces as `simulating` reads them."""

_FIRST = "Anton Baran Carla Dario Edda Faris Goran Hala Ilya Jasna Karim Lasko Mirela Nadim Orhan "
_FIRST += "Petra Rasim Sanja Tarek Umar Vesna Walid Yara Zoran Adnan Besma Celik Davor Elham Feryal"
_LAST = "Adaran Belkic Corvane Dursani Emrek Fadhal Gorane Hamzic Idrane Jorvan Kessel Lumani "
_LAST += "Merrane Nuraddi Osmak Pelvar Qadrane Rusko Selmane Tovric Udran Verrin Wennar Yasarin "
_LAST += "Zelkane Abrani Bosnar Chelak Dravin Erzane"
_PLACES = "Merek Hadra Sarn Velan Tolmek Ardesh Kirran Bassil Omrane Dervas Lusk Pelin Quoram "
_PLACES += "Rasht Seldin Tarvo Ulmet Varsk Yelda Zubran Anbor Corlu Dashti Elvan Fordil Gazra"
_COUNTRIES = "Tamrin Averne Zherin Oshand Kestria Morvenia Dalmark Ilvania"
_TOWNS = "Calder|Northgate|Port Sable|Harbour|Meridian|Westmoor|Ostwick|Lindale|Farrow|Granby|"
_TOWNS += "Halden|Kelmar|Lowick|Marston|Norbury|Penrose|Quarry Bay|Redwater|Sandleigh|Thornbury|"
_TOWNS += "Ulverton|Wexcombe|Yarrow|Ashby|Brackwell"
_PAPERS = "Courier Post Herald Observer Tribune Mercury Ledger Times Gazette Register Dispatch Echo"
_BODIES = "Office Board Commission Court Bureau Council Inspectorate"
_CHARGES = "of Audit|for the Review of Forces|of Inquiry|of Border Affairs|for Public Accounts|"
_CHARGES += "on Overseas Missions|of Defence Oversight|for Civil Protection|of Records"
_MONTHS = "January February March April May June July August September October November December"
_FORCES = "Border Police|Federal Guard|Coast Guard|Rural Gendarmerie|Highway Police|Home Army|"
_FORCES += "Palace Guard|River Police|Customs Guard|Frontier Army"
_WITNESSES = "shopkeeper|nurse|lorry driver|retired sergeant|schoolteacher|baker|mechanic|farmer|"
_WITNESSES += "customs clerk|former prisoner|priest|railwayman"
_FILLERS = (
    "The {adjective} season has come early to {place}, and {thing} is dear in every market.",
    "Readers will recall the {adjective} debate of {month} on the price of {thing}.",
    "In {place}, a {adjective} wedding filled the square with {thing} and music on {day}.",
    "The football club of {place} lost by {number} goals on {day}, to nobody's surprise.",
    "A new bridge, {number} metres long, is to carry {thing} to {place} from {month} onwards.",
    "The weather station at {place} measured {number} degrees on {day}, a {adjective} figure.",
    "The museum of {place} shows {number} pieces of {adjective} glass until {month}.",
    "Trade in {thing} grew by {number} per cent in {month}, the chamber of {place} noted.",
    "Schools in {place} reopen on {day} with {number} new teachers and too little {thing}.",
    "For {number} years the road to {place} has been mended with {thing} and good intentions.",
    "It was a {adjective} {day} in {place}, where {number} stalls offered {thing}.",
    "The parliament has put off the {adjective} law on {thing} until {month}.",
    "Of {number} letters that we received on {thing}, most were {adjective}.",
    "The minister for trade spent {day} in {place} and admired the {adjective} {thing}.",
    "Our {month} issue carries a {adjective} essay about {thing} by a poet from {place}.",
    "Tickets for the {adjective} festival of {thing} in {place} cost {number} crowns.",
)
_ADJECTIVES = "rainy bitter lively modest famous dusty splendid quiet noisy belated curious sober"
_THINGS = "saffron timber honey wool copper olives tea salt apricots carpets bread marble tobacco"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_TITLES = (
    "What is said in {place}",
    "{force} under scrutiny",
    "New questions for the {ministry}",
    "The {group} and its friends",
    "{place}: the long silence",
    "Letters from {place2}",
    "A hard {month} for the {unit}",
    "{country} looks at {place2}",
)


def values(chance: random.Random) -> dict[str, str]:
    """What the names in a report stand for, none given twice."""
    people = _people(chance, 2)
    places = chance.sample(_PLACES.split(), 2)
    countries = chance.sample(_COUNTRIES.split(), 2)
    months = chance.sample(_MONTHS.split(), 2)
    groups = chance.choice(
        ["Ash", "Salt", "Red", "Iron", "Dawn", "Stone", "Thorn", "Amber", "Falcon", "Cedar"]
    )
    few = chance.sample(range(3, 29), 2)
    return {
        "force": chance.choice(_FORCES.split("|")),
        "unit": f"{_ordinal(chance.randint(2, 29))} {chance.choice(_UNITS)}",
        "group": f"{groups} {chance.choice(_BANDS)}",
        "ministry": f"Ministry of {chance.choice(_MINISTRIES)}",
        "person": people[0],
        "person2": people[1],
        "place": places[0],
        "place2": places[1],
        "country": countries[0],
        "country2": countries[1],
        "month": months[0],
        "month2": months[1],
        "few": str(few[0]),
        "few2": str(few[1]),
        "some": str(chance.randint(31, 190)),
        "many": f"{chance.randint(20, 690) * 10:,}",
        "money": f"{chance.randint(11, 989) / 10}",
    }


_COLOURS = ("Ash", "Salt", "Red", "Iron", "Dawn", "Stone", "Thorn", "Amber", "Falcon", "Cedar")
_BANDS = ("Column", "League", "Brotherhood", "Banner", "Front")
_UNITS = ("Brigade", "Division", "Regiment", "Battalion")
_MINISTRIES = ("the Interior", "Defence", "Security", "Public Order")


def outlets(chance: random.Random) -> Iterator[str]:
    """Papers, each once."""
    towns = chance.sample(_TOWNS.split("|"), len(_TOWNS.split("|")))
    papers = _PAPERS.split()
    while True:
        for town in towns:
            yield f"{town} {chance.choice(papers)}"
        towns = [f"New {town}" for town in towns]


def fillers(chance: random.Random, taken: Mapping[str, str]) -> Iterator[str]:
    """Passages of a paper's own on other matters."""
    places = [p for p in _PLACES.split() if p not in taken.values()]
    while True:
        for frame in chance.sample(_FILLERS, len(_FILLERS)):
            yield frame.format(
                adjective=chance.choice(_ADJECTIVES.split()),
                place=chance.choice(places),
                thing=chance.choice(_THINGS.split()),
                month=chance.choice(_MONTHS.split()),
                day=chance.choice(_DAYS.split()),
                number=chance.randint(2, 97),
            )


def institution(chance: random.Random) -> str:
    """Who issues a report."""
    return f"{chance.choice(_BODIES.split())} {chance.choice(_CHARGES.split('|'))}"


def sources(chance: random.Random, taken: Mapping[str, str]) -> tuple[str, ...]:
    """Whom a report may have something from."""
    person = _people(chance, 1, taken)[0]
    return (
        f"the {taken['ministry']}",
        f"the {institution(chance)}",
        person,
        f"Ambassador {person}",
        f"the mayor of {taken['place2']}",
    )


def witness(chance: random.Random, taken: Mapping[str, str]) -> str:
    """Somebody who saw it, and is met by one paper only."""
    return f"a {chance.choice(_WITNESSES.split('|'))} from {taken['place']}"


def the(name: str) -> str:
    """A paper's or institution's name within a sentence."""
    return f"the {name}"


def credit(chance: random.Random, publisher: str) -> tuple[CreditKind, str, str]:
    """A line that says whose text it is: kind, name and line."""
    if chance.random() < 0.5:
        slug = publisher.replace(" ", "").lower()
        return "reprint", slug, f"Source » {slug}"
    return "reprint", publisher, f"Source: {publisher}"


def title(chance: random.Random, taken: Mapping[str, str]) -> str:
    """A headline of a paper's own."""
    return chance.choice(_TITLES).format(**taken)


def drifted(number: str, chance: random.Random) -> str:
    """A number not far from this one."""
    value = int(number.replace(",", ""))
    return f"{max(2, value + chance.choice((-1, 1)) * max(1, value // 10)):,}"


def _people(
    chance: random.Random, number: int, taken: Mapping[str, str] | None = None
) -> list[str]:
    last = [n for n in _LAST.split() if not any(n in v for v in (taken or {}).values())]
    names = zip(chance.sample(_FIRST.split(), number), chance.sample(last, number), strict=True)
    return [" ".join(name) for name in names]


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number < 20 else ending}"
