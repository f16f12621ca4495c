"""Forms of one word, and words that reports on security forces use for one thing, made one."""

from __future__ import annotations

from functools import lru_cache

LONGEST = 8
"""Letters of a stem: "integrated" and "integration" meet in it, "commission" and "commander" do
not."""


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A folded word without its ending: "promotions" and "promoted" give the same."""
    word = IRREGULAR.get(word, word)
    if len(word) <= 3 or word in _WHOLE:
        return word
    if word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    if len(word) > _SHORTEST and word[-1] in "eyi":
        word = word[:-1]
    return word[:LONGEST]


def concept(stemmed: str) -> str:
    """The group of near synonyms that a stem is in, by its first stem; itself where in none."""
    return _CONCEPTS.get(stemmed, stemmed)


def words(text: str) -> list[str]:
    """The words of a list that is kept as a text."""
    return text.split()


_SHORTEST = 3

_ENDINGS = (
    "isation", "ization", "ational", "ation", "ating", "ator", "ated", "ate", "ment", "ence",
    "ance", "ential", "ically", "ingly", "ing", "edly", "ied", "ie", "ian", "ion", "ness", "ity",
    "ive", "fully", "ful", "ally", "al", "ely", "ly", "er", "or", "ese", "ed", "i",
)  # fmt: skip

_WHOLE = frozenset(
    ["interior", "police", "policy", "office", "senior", "major", "minor", "russia", "syria"]
)

IRREGULAR = dict(
    pair.split(">")
    for pair in words("""
    said>say told>tell held>hold fought>fight led>lead men>man women>woman took>take taken>take
    gave>give given>give met>meet paid>pay sent>send bought>buy shot>shoot struck>strike
    fell>fall fallen>fall rose>rise risen>rise grew>grow grown>grow won>win lost>lose made>make
    kept>keep left>leave stood>stand knew>know known>know chose>choose chosen>choose began>begin
    begun>begin broke>break broken>break drove>drive driven>drive spoke>speak spoken>speak
    wrote>write written>write sought>seek swore>swear sworn>swear sold>sell spent>spend
    built>build brought>bring caught>catch withdrew>withdraw withdrawn>withdraw
    overthrew>overthrow hid>hide hidden>hide children>child people>person persons>person
    dead>die died>die death>die deaths>die dying>die lives>life ran>run saw>see seen>see went>go
    gone>go came>come grown>grow fled>flee flew>fly found>find thought>think bases>base
    allies>ally ties>tie tied>tie tying>tie police>police policemen>policeman russian>russia
    russians>russia syrian>syria syrians>syria offices>office policies>policy
    """)
)

_GROUPS = """
attack assault strike raid offensive ambush
kill die slay murder fatality casualty
wound injure hurt
arrest detain seize apprehend captured custody jail imprison
promote elevate advance
appoint name install nominate
dismiss remove sack fire oust relieve suspend
resign quit
command head lead
commander chief leader boss
soldier troop serviceman
officer official
policeman constable
militia paramilitary fighter gunman militant
integrate absorb incorporate merge fold
infiltrate penetrate
fund finance pay bankroll money
train instruct drill
equip supply furnish
weapon rifle gun armament
rank grade
influence sway leverage
tie link connection relationship
loyal sympathetic sympathise allegiance faithful
scatter spread disperse distribute concentrate cluster
back support sponsor
control oversee supervise purview
promise vow pledge undertake
demand urge call
accuse allege blame
deny reject dismiss refute
increase rise grow climb jump
decrease fall drop decline reduce shrink
withdraw pull
deploy station post
election poll vote ballot
agreement deal accord pact
talk negotiate
protest demonstrate rally march
civilian resident villager
explosion blast bomb bombing
missile rocket
drone uav
disband dissolve dismantle
transfer move reassign relocate
money cash funds
smuggle traffic
abduct kidnap
torture abuse mistreat
investigate inquiry probe
prison jail detention
beat assault
part element faction
month monthly
hide conceal
destroy demolish raze
ship vessel boat
meet summit meeting
interfere meddle intervene
hack breach
trust believe
strong powerful
weak tenuous feeble fragile
salary wage stipend
recruit enlist
checkpoint roadblock
""".strip().splitlines()

_CONCEPTS: dict[str, str] = {}
for _group in _GROUPS:
    _first, *_others = _group.split()
    for _word in (_first, *_others):
        # "scatter" loses its ending and "scattered" another one: all forms are entered.
        for _form in (_word, _word + "s", _word + "ed", _word.rstrip("e") + "ing"):
            _named = stem(_first)
            _CONCEPTS.setdefault(stem(_form), _CONCEPTS.get(_named, _named))
