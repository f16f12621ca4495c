"""Phrases that say what holds between the mentions on both sides of them.

The network knows many ways to say a thing and misses some of the plainest; a phrase in this table
says one thing only, whatever stands around it. Each was kept where most of what it finds in our
own training passages and in the news is right, read by eye: some gold passages leave such
relations unmarked, so that counting alone would call right ones wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.vocabulary.readings import MentionType, RelationType

SURE = 0.8
"""How sure a phrase is where it names the relation ("the armed wing of")."""
LIKELY = 0.6
"""How sure a verb is, whose subject may stand further off."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands between two mentions, and what it says of them."""

    kind: RelationType
    forward: bool
    """Whether it leads from the first mention to the second one."""
    words: str
    """Beginnings of words of which one stands in any text that it fits: looked for first, as that
    costs little."""
    between: re.Pattern[str]
    """All of the text between them."""
    score: float = LIKELY
    before: re.Pattern[str] | None = None
    """What the text before the first mention ends with."""
    after: re.Pattern[str] | None = None
    """What the text after the second mention begins with."""
    unless: re.Pattern[str] | None = None
    """What it must not begin with: "paid Averne | a visit" is no money."""
    first: tuple[MentionType, ...] = ()
    """Types that the first mention may have; any that acts, where none are given."""
    second: tuple[MentionType, ...] = ()
    beside: bool = False
    """Whether it stands beside the first mention and not after its verb: "X, the head of"."""


_HELPERS = (
    r"(?:(?:which|who|that|whom|has|have|had|is|are|was|were|be|been|being|will|would|could|may"
    r"|might|still|also|then|now|once|long|continues? to|continued to|began to|helped(?: to)?"
    r"|(?:thought|believed|said|known|reported|alleged|understood|seen) to"
    r"|\w+ly)\s+)*"
)
"""Auxiliaries and adverbs before a verb, and a relative pronoun before them."""
_ARTICLES = (
    r"(?:(?:the|a|an|its|his|her|their|some|all|most|both|many|several|local|former|other|own"
    r"|so-called)\s+)*[\W_]*"
)
_LEAD = rf"^[,\s]*{_HELPERS}"
_OWNER = r"^(?:’s|'s|’)?\s*(?:\w+\s+){0,2}?"
_HYPHEN = r"^[-‑–]"
_NOUN = r"\s+(?:[\w-]+\s+){0,4}$"

_BODY: tuple[MentionType, ...] = ("Organization",)
_PERSONS: tuple[MentionType, ...] = ("Person", "Role")
_STATES: tuple[MentionType, ...] = ("Place", "Nationality", "Organization")


def _re(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _verb(kind: RelationType, words: str, forms: str, *, unless: str | None = None) -> Phrase:
    without = _re(unless) if unless else None
    return Phrase(kind, True, words, _re(rf"{_LEAD}(?:{forms})\s+{_ARTICLES}$"), unless=without)


def _passive(kind: RelationType, words: str, forms: str) -> Phrase:
    between = _re(rf"{_LEAD}(?:{forms})\s+(?:\w+\s+){{0,2}}?by\s+{_ARTICLES}$")
    return Phrase(kind, False, words, between)


def _compound(kind: RelationType, forms: str, *, forward: bool = True) -> Phrase:
    words = forms.replace("|", " ")
    return Phrase(kind, forward, words, _re(rf"{_HYPHEN}(?:{forms}){_NOUN}"), SURE, beside=True)


_MONEY = (
    r"(?:money|funds?|funding|cash|wages|salar\w+|pay|payments?|stipends?|aid|subsid\w+"
    r"|donations?|dollars)"
)
_FOR_MONEY = "money fund cash wages salar pay stipend aid subsid donation dollars"
_SUM = (
    r"(?:[$£€]\S+(?: [mb]illion)?|[\d.,]+ (?:million |billion |thousand )?(?:dollars|euros|pounds)"
    r"|(?:a )?fortunes?|money|[mb]illions)(?: of \w+)?"
)
"""Money that is spent; "two weeks" are not."""
_HELP = (
    Phrase("funds", False, _FOR_MONEY, _re(
        rf"{_LEAD}(?:receiv(?:es?|ed|ing)|gets?|got|tak(?:es?|ing)|took|accept(?:s|ed|ing)?"
        rf"|draws?|drew|receive)\s+(?:[\w$£€,.]+\s+){{0,4}}?{_MONEY}\s+(?:\w+\s+){{0,2}}?from\s+{_ARTICLES}$"
    )),
    Phrase("funds", False, "receiv get got draw drew", _re(
        rf"{_LEAD}(?:receiv(?:es?|ed|ing)|receive|gets?|got|draws?|drew)\s+(?:\w+\s+){{0,2}}?$"
    ), second=_STATES, after=_re(rf"^(?:’s|'s)?\s+(?:\w+\s+)?{_MONEY}\b")),
    Phrase("funds", True, _FOR_MONEY, _re(
        rf"{_OWNER}{_MONEY}\s+(?:\w+\s+){{0,2}}?(?:to|for)\s+{_ARTICLES}$"
    )),
    Phrase("funds", True, _FOR_MONEY, _re(
        r"^\s+(?:should|must|would|could|will|to|has|have|had|took steps to|wants? to)\s+"
        rf"(?:[\w-]+\s+){{0,4}}?{_MONEY}\s+(?:to|for)\s+{_ARTICLES}$"
    )),
    _verb("funds", "fund financ bankroll pay paid subsid spent",
          r"fund(?:s|ed|ing)?|financ(?:es?|ed|ing)|bankroll(?:s|ed|ing)?|pays?|paid"
          r"|subsidi[sz](?:es?|ed|ing)|spent (?:\w+ ){0,2}?" + _SUM + r"(?: \w+){0,2} on",
          unless=r"^\s+(?:an?|his|her|its|their|two|several|many)\s+(?:\w+\s+){0,2}?"
          r"(?:visits?|calls?|tributes?|homage|respects|compliments?|attention)\b"),
    _passive("funds", "fund financed bankrolled paid subsid",
             r"fund(?:ed|ing)|financed|bankrolled|paid|subsidi[sz]ed"),
    Phrase("funds", False, "pay", _re(
        rf"{_LEAD}(?:in the pay|on the payroll)\s+of\s+{_ARTICLES}$"
    ), SURE),
    _verb("trains", "train drill", r"train(?:s|ed|ing)?|drill(?:s|ed|ing)"),
    _passive("trains", "train drilled schooled instructed",
             r"train(?:ed|ing)|drilled|schooled|instructed"),
    _verb("equips", "arm equip suppl", r"arm(?:s|ed)|equip(?:s|ped|ping)?|suppl(?:ies|ied|ying)"),
    _passive("equips", "armed equipped supplied", r"armed|equipped|supplied"),
    _verb("backs", "back sponsor prop support",
          r"back(?:s|ed|ing)|sponsor(?:s|ed|ing)?|prop(?:s|ped) up|support(?:s|ed)"),
    _passive("backs", "backed supported sponsored propped",
             r"backed|supported|sponsored|propped up"),
)  # fmt: skip
_SWAY_WORDS = r"(?:influence|sway|control|grip|hold|leverage)"
_FOR_SWAY = "influence sway control grip hold leverage"
_SWAY = (
    Phrase("influences", True, _FOR_SWAY, _re(
        rf"{_OWNER}{_SWAY_WORDS}\s+(?:over|on|upon|in|within|inside|among)\s+{_ARTICLES}$"
    ), SURE),
    Phrase("influences", True, "is was were", _re(
        rf"^\s+(?:is|was|were)\s+(?:\w+\s+){{0,2}}(?:in|over|among)\s+{_ARTICLES}$"
    ), SURE, before=_re(rf"\b{_SWAY_WORDS}\s+of\s+(?:the\s+)?$")),
    Phrase("influences", False, "thought said under has have had with subject enjoy", _re(
        rf"{_LEAD}(?:thought to (?:have|be under)|said to (?:have|be under)|under|has|have|had"
        r"|with|subject to|to be under|enjoy)\s+(?:the\s+)?(?:\w+\s+)?$"
    ), SURE, second=_STATES, after=_re(rf"^(?:’s|'s)?\s+{_SWAY_WORDS}\b")),
    Phrase("influences", False, "under subject", _re(
        rf"{_LEAD}(?:to be\s+)?(?:under|subject to)\s+(?:the\s+)?(?:\w+\s+)?"
        rf"(?:{_SWAY_WORDS}|thumb|spell)\s+of\s+{_ARTICLES}$"
    ), SURE),
    _verb("influences", "dominate influence manipulate",
          r"dominates?|dominated|influences?|influenced|manipulates?|manipulated"),
    _passive("influences", "controlled dominated influenced manipulated steered",
             r"controlled|dominated|influenced|manipulated|steered"),
    Phrase("influences", False, "puppet creature prox", _re(
        rf"{_LEAD}(?:an?|the)?\s*(?:puppets?|creatures?|prox(?:y|ies))\s+of\s+{_ARTICLES}$"
    ), beside=True),
)  # fmt: skip
_LOYALTY = (
    Phrase("loyal_to", True, "loyal faithful devoted committed obedient allegiance sworn", _re(
        rf"{_LEAD}(?:remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|sw(?:ear|ore|orn)|pledg\w+|declar\w+"
        r"|ow(?:es?|ed))?\s*(?:\w+ly\s+)?(?:loyal(?:ty)?|faithful|devoted|committed|obedient"
        rf"|allegiance|sworn)\s+to\s+{_ARTICLES}$"
    ), SURE),
    _verb("loyal_to", "obey answer order",
          r"obey(?:s|ed|ing)?|answer(?:s|ing)?(?: only)? to|answered only to"
          r"|follow(?:s|ed|ing)?(?: the)? orders from"
          r"|(?:takes?|taking|took)(?: its| their| his| her)? orders(?: only)? from"
          r"|went on obeying"),
    Phrase("sympathises_with", True, "sympath friendly", _re(
        rf"{_LEAD}(?:\w+\s+)?(?:sympath\w+ (?:to|with|for|towards)|sympathi[sz]\w* with"
        rf"|friendly to(?:wards)?)\s+{_ARTICLES}$"
    ), SURE),
    Phrase("allied_with", True, "ally allies allied aligned alliance sid fought", _re(
        rf"{_LEAD}(?:an?\s+)?(?:close |old |key )?(?:all(?:y|ies) of|allied (?:with|to)"
        r"|aligned with|in (?:an )?alliance with|sid(?:es?|ed) with|fought alongside)"
        rf"\s+{_ARTICLES}$"
    )),
    Phrase("tied_to", True, "tie link connect relation friendship close", _re(
        rf"{_LEAD}(?:has|have|had|with|maintain\w*|kept|keeps|enjoy\w*)?\s*"
        r"(?:(?!accus|charg|suspect|den[iy])\w+\s+){0,2}?"
        r"(?:(?:ties|links?|connections?|relations(?:hip)?|friendship)\s+(?:to|with)"
        rf"|(?:linked|connected|close|tied)\s+to)\s+(?:some elements of |elements of )?{_ARTICLES}$"
    )),
    Phrase("tied_to", True, "ties links connections relationship", _re(
        rf"{_OWNER}(?:ties|links|connections|relationship)\s+(?:to|with)\s+{_ARTICLES}$"
    )),
)  # fmt: skip
_STRUCTURE = (
    Phrase("arm_of", True, "wing arm branch", _re(
        rf"{_LEAD}(?:the|its|an?)?\s*(?:\w+\s+)?(?:armed|military|political|paramilitary)"
        rf"\s+(?:wing|arm|branch)\s+of\s+{_ARTICLES}$"
    ), SURE, first=_BODY, second=_BODY, beside=True),
    Phrase("part_of", True, "under subordinate attached belong", _re(
        rf"{_LEAD}(?:falls?|fell|comes?|came|stands?|stood|operat\w+)?\s*(?:directly\s+)?"
        r"(?:under|subordinated? to|attached to|belongs? to|belonged to|belonging to)\s+(?:the\s+)?"
        r"(?:(?:direct\s+)?(?:command|purview|authority|umbrella|control|jurisdiction)\s+of\s+)?"
        rf"{_ARTICLES}$"
    ), first=_BODY, second=_BODY),
    Phrase("part_of", True, "part unit branch division section component", _re(
        rf"{_LEAD}(?:a |the )?(?:part|unit|branch|division|section|component)s?\s+of\s+{_ARTICLES}$"
    ), SURE, first=_BODY, second=_BODY, beside=True),
    Phrase("integrated_into", True, "integ merged absorb incorp folded taken enroll", _re(
        rf"{_LEAD}(?:integrated|merged|absorbed|incorporated|folded|taken|enrolled)\s+(?:\w+\s+)?"
        rf"into\s+{_ARTICLES}$"
    ), SURE, first=_BODY, second=_BODY),
    Phrase("same_as", True, "known called renamed", _re(
        r"^[,\s(]*(?:also |better |formerly |previously |now |then )(?:known|called|renamed)"
        r"(?:\s+as)?\s+(?:the\s+)?[“\"'‘]?$"
    ), SURE, beside=True),
)  # fmt: skip
_PEOPLE = (
    Phrase("member_of", True, "member", _re(
        rf"{_LEAD}(?:an?|the|former|senior)?\s*(?:\w+\s+)?members?\s+of\s+{_ARTICLES}$"
    ), SURE, beside=True),
    Phrase("commands", True, "command", _re(
        rf"{_LEAD}(?:commands|commanded|took command of|takes command of|(?:the |its )?commander of"
        rf"|in command of)\s+{_ARTICLES}$"
    ), first=_PERSONS, second=_BODY, beside=True),
    Phrase("commands", False, "command", _re(
        rf"{_LEAD}(?:commanded by|under the command of|whose commander(?: is|,)?)\s+{_ARTICLES}$"
    ), SURE, first=_BODY, second=_PERSONS, beside=True),
    Phrase("leads", True, "lead led head chief chair director founder founded president", _re(
        rf"{_LEAD}(?:leads|led|heads|headed|(?:the |its |a )?(?:leader|head|chief|chairman"
        rf"|director|founder|president) of|chairs?|chaired|founded)\s+{_ARTICLES}$"
    ), first=_PERSONS, second=_BODY, beside=True),
    Phrase("leads", False, "led headed chaired founded", _re(
        rf"{_LEAD}(?:led|headed|chaired|founded)\s+by\s+{_ARTICLES}$"
    ), SURE, first=_BODY, second=_PERSONS, beside=True),
    Phrase("is_posted", True, "concen scatter embed station posted placed serving spread", _re(
        rf"{_LEAD}(?:concentrated|scattered|embedded|stationed|posted|placed|serving|spread)\s+"
        rf"(?:in|throughout|across|among|with|to)\s+{_ARTICLES}$"
    ), first=_PERSONS, second=_BODY),
    Phrase("succeeds", True, "succe took", _re(
        rf"{_LEAD}(?:succeed(?:s|ed)|took over from|(?:the |his |her )?successor (?:of|to))"
        rf"\s+{_ARTICLES}$"
    ), first=_PERSONS, second=_PERSONS),
    Phrase("communicates_with", True, "met spoke telephoned wrote talks contact meeting", _re(
        rf"{_LEAD}(?:met(?: with)?|spoke (?:to|with)|telephoned|wrote to|(?:held|had) (?:\w+ )?"
        rf"(?:talks|contact|meetings?) with)\s+{_ARTICLES}$"
    ), first=_PERSONS),
)  # fmt: skip

COMPOUNDS: tuple[Phrase, ...] = (
    _compound("backs", "backed|supported|sponsored"),
    _compound("funds", "funded|financed"),
    _compound("trains", "trained"),
    _compound("equips", "armed|equipped|supplied"),
    _compound("influences", "controlled|dominated|run"),
    _compound("leads", "led"),
    _compound("allied_with", "aligned|allied", forward=False),
    _compound("tied_to", "linked|connected|affiliated", forward=False),
)
"""What a participle says of the name before it and the noun after it: "Oshand-backed militias"."""

PHRASES: tuple[Phrase, ...] = (*COMPOUNDS, *_HELP, *_SWAY, *_LOYALTY, *_STRUCTURE, *_PEOPLE)
"""Every phrase; of several that fit one pair and say the same kind, the surest counts."""
