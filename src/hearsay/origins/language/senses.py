"""Our own small tables of what words say: which say the same, and which differ on one scale.

Written by hand from the language of reports about security forces; nothing here is taken from
the samples or from any gold. A word that stands in no table is one about which we cannot tell.
"""

from __future__ import annotations

from hearsay.origins.language.lists import among
from hearsay.origins.language.stems import IRREGULAR as _COMMON

_SAME = """
said say tell told state add note remark comment
near close-to
start begin commence launch
end finish conclude complete
troop soldier serviceman
policeman constable
strike attack raid assault
kill slay dead die death
wound injure hurt injury
arrest detain apprehend
house home residence
large big huge major
show demonstrate
help aid assist assistance
many numerous
give provide supply
get receive obtain
buy purchase
allow permit let
stop halt cease
ask request
require need
try attempt seek
meeting talk talks
election poll vote
leader chief head
member fighter militant gunman militiaman
car vehicle
blast explosion
bomb explosive device
drone uav
country nation state
border frontier
sway influence
happen occur
because due owing
dispatch send sent
choose select pick
retain keep
remain stay
fast rapid quick swift
strong powerful
weak feeble
rise increase grow growth
fall decrease decline drop
quit resign
fix repair
wage pay salary
cash money fund
link tie connection
rebel insurgent
child kid
mostly mainly primarily chiefly largely
"""


def _by_word(lines: str) -> dict[str, str]:
    return {
        word: words[0] for line in lines.splitlines() if (words := line.split()) for word in words
    }


SAME = _by_word(_SAME)
"""Word or stem to the first word of its group; a word in two groups belongs to the later."""

_MORE_IRREGULAR = """
says>say got>get gotten>get flown>fly hits>hit puts>put shuts>shut stole>steal stolen>steal
stricken>strike taught>teach threw>throw thrown>throw wore>wear worn>wear drew>draw drawn>draw
forbade>forbid forbidden>forbid is>be are>be was>be were>be been>be being>be has>have had>have
did>do does>do done>do
"""
IRREGULAR = _COMMON | dict(pair.split(">") for pair in _MORE_IRREGULAR.split())
"""Forms that no ending shows, to the word; those of `stems` and more."""
IRREGULAR_VERBS = IRREGULAR.keys() - among(
    "men women children people persons dead death deaths lives bases allies ties police policemen "
    "russian russians syrian syrians offices policies puts hits shuts"
)
"""Forms of verbs that no ending shows."""

_DEMONYMS = """
iraq iraqi iraqis
iran iranian iranians
syria syrian syrians
us american americans america
russia russian russians
britain british briton britons uk
france french
germany german germans
israel israeli israelis
turkey turkish turks turkiye
ukraine ukrainian ukrainians
china chinese
egypt egyptian egyptians
nigeria nigerian nigerians
yemen yemeni yemenis
libya libyan libyans
lebanon lebanese
finland finnish
europe european europeans
korea korean koreans
kurdistan kurdish kurd kurds
tamrin tamrini tamrinis
averne avernese
zherin zherini zherinis
oshand oshandi oshandis
"""
DEMONYMS = _by_word(_DEMONYMS)
"""A people's name to its country's: "the Iraqi army" is "Iraq's army"."""

_FIELDS = """
distribution: scatter disperse spread distribute | concentrate mass cluster gather | isolate confine
harm: kill slay execute murder assassinate | wound injure hurt maim | abduct kidnap seize | torture
damage: destroy demolish level flatten raze | damage scratch
stage: plan prepare intend | attempt | foil thwart | carry-out commit complete finish accomplish
sway: control command run direct dominate | influence sway | infiltrate penetrate | advise consult
money: fund finance bankroll | arm equip | train | back support | sanction
movement: withdraw retreat | deploy advance | redeploy regroup reposition
trend: rise increase grow climb surge double | fall decrease decline drop shrink halve | steady
will: refuse reject decline | agree accept consent | consider weigh study mull
custody: arrest detain apprehend | release free | question interrogate | charge indict | convict
outcome: approve pass adopt ratify | draft propose | suspend postpone delay | cancel scrap repeal
office: appoint name promote | dismiss fire sack remove | suspend | resign quit | nominate
speech: confirm acknowledge | deny | accuse | praise | criticize condemn denounce | warn
combat: capture overrun | besiege surround encircle | shell bomb bombard | defend
tie: loyal | sympathetic | hostile opposed
measure: prevent avert | limit curb restrict | ban outlaw
duty: order instruct | urge encourage | allow permit | forbid prohibit
legal: legal lawful | illegal unlawful
"""


def _by_sense(lines: str) -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for line in lines.strip().splitlines():
        field, senses = line.split(": ")
        for number, words in enumerate(senses.split(" | ")):
            for word in words.split():
                found[word] = (*found.get(word, ()), (field, number))
    return found


FIELDS = _by_sense(_FIELDS)
"""A plain verb or adjective to the fields it belongs to, and its sense in each: two words of one
field with different senses say different things of the same matter."""

WHOLE = among("all every entire whole throughout nationwide across each any")
MOST = among("most majority mostly")
MANY = among("many numerous")
SOME = among("some several certain various parts part elements sections partly")
FEW = among("few handful")
NO = among("no none nobody")
"""How much of a thing is meant, in steps; what lies less than two steps apart is no change."""

AMOUNTS = {
    **dict.fromkeys(NO, 0),
    **dict.fromkeys(FEW, 1),
    **dict.fromkeys(SOME, 2),
    **dict.fromkeys(MANY, 3),
    **dict.fromkeys(MOST, 4),
    **dict.fromkeys(WHOLE, 6),
}

NEGATIONS = among("not no never none nobody nothing neither nor without n't unable")
