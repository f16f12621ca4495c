"""Who does what a verb says, where another name stands nearer to the verb.

"Colonel Selim, the brother of General Vesh, commands the 7th Brigade": between Vesh and the
brigade stands nothing but "commands", and it is Selim who commands. What stands after a
preposition, within a relative clause or within words set off by commas is looked past, to the left,
to what these words are about. Where that is no mention, nobody is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from hearsay.reading.lexicon import listed
from hearsay.vocabulary.readings import Mention, MentionType
from hearsay.vocabulary.spans import hull

_HELPERS = (
    r"(?:(?:has|have|had|is|are|was|were|will|would|shall|should|can|could|may|might|must|did|does"
    r"|do|continues?|continued|began|begins|helped|helps)\b)"
)
_ADVERBS = r"(?:(?:still|also|then|now|once|long|only|soon|never|\w+ly)\s+)*"
_ACTS = (
    r"(?:receiv|accept|remain|stay|pledg|declar|ow|obey|answer|follow|sid|operat|belong|enjoy"
    r"|maintain|command|lead|chair|found|succeed|telephon|fund|financ|bankroll|subsidi[sz]|train"
    r"|drill|arm|equip|suppl|back|sponsor|prop|support|dominat|influenc|manipulat|recruit|want)"
    r"(?:s|es|ed|d|ies|ied)?(?!\s+(?:of|by)\b)\b"
    r"|(?:gets?|got|takes?|took|draws?|drew|pays?|paid|spent|swore|swears?|went|fought|falls?|fell"
    r"|comes?|came|stands?|stood|keeps?|kept|led|heads|headed|met|meets?|spoke|wrote|held)"
    r"(?!\s+(?:of|by)\b)\b"
)
_ACTING = re.compile(rf"^[,\s–—]*{_ADVERBS}(?:{_HELPERS}|{_ACTS})", re.IGNORECASE)
"""A verb that has a subject: "commands", "is trained by", and not "trained by" or "loyal to"."""
_CLOSES = re.compile(r"^\s*[,–—]")
_OPENS = re.compile(r"[,–—]\s*")
_TITLES = re.compile(
    r"(?:(?:the|a|an|its|his|her|their|former|late|then|our|some|both|other|neighbou?ring)\s+)+$",
    re.IGNORECASE,
)
_TITLE_ENDS = tuple(listed("the a an its his her their former late then our some both other ring"))
"""What the last of them ends with: asked first, as it costs little."""
_LINKS = re.compile(
    r"(?P<gap>[,\s]*(?:(?:which|who|that)\s+)?(?:(?!(?:said|says|say|saying|because|and|but|if|when"
    r"|while|as|that)\b)[\w’'-]+\s+){0,4}?)"
    r"(?P<link>\b(?:of|to|for|in|from|near|by|against|at|inside|outside|within|across|around"
    r"|behind|beside|beyond|fled|fleeing|left|leaving|under))\s*$",
    re.IGNORECASE,
)
"""What leads from the head of a noun phrase to what follows a preposition in it."""
_PARTS = re.compile(
    r"\b(?:most|many|some|all|part|parts|much|half|both|one|two|several|few|each|any|none|majority"
    r"|elements|units|members|sections|segments|factions|number|thousands|hundreds|dozens|rest"
    r"|bulk|remnants|ranks)\s+of\s*$",
    re.IGNORECASE,
)
"""Words for a share of what follows: "most of the Rapid Corps" are the corps."""
_RELATIVE = re.compile(
    r"[,\s]*\b(?P<who>who|which|that)\s+(?:(?:has|have|had|was|were|is|are)\s+)?(?P<verb>\w+)"
    r"(?:\s+(?!that\b)[\w’'-]+){0,3}\s*$",
    re.IGNORECASE,
)
_THINKS = re.compile(
    r"(?:s[ae]y|said|t[eo]ll|told|claim|believ|thought|think|kn[eo]w|warn|insist|argu|report|alleg"
    r"|suspect|fear|hope|admit|den[iy]|confirm|suggest|(?:not|once|also|when|if|the|an?)\b)",
    re.IGNORECASE,
)
"""Verbs whose object is a whole clause, which has a subject of its own."""
_STARTS = re.compile(r"[.!?;:][”’\"']?\s+|\n\s*\n|[“”]")
_REACH = 240
"""Code points before a verb in which its subject is looked for."""
_STEPS = 4
"""Phrases within phrases that are looked past."""
_HEADS: frozenset[MentionType] = frozenset(
    ("Person", "Organization", "Role", "Nationality", "Weapon", "Vehicle", "Money", "Place")
)


class Subjects:
    """Finds the subject of a verb among the mentions of a text."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self._text = text
        self._begins: dict[str, int] = {}
        self._ending: dict[int, Mention] = {}
        self._titles: dict[int, int] = {}
        self._persons = {hull(one.spans).start for one in mentions if one.type == "Person"}
        for one in mentions:
            at = hull(one.spans)
            if one.type in ("Rank", "Role"):
                self._titles[at.end] = min(at.start, self._titles.get(at.end, at.start))
            if one.type in _HEADS:
                held = self._ending.get(at.end)
                if held is None or len(hull(held.spans)) < len(at):
                    self._ending[at.end] = one
        self._starting = sorted((hull(one.spans).start, end) for end, one in self._ending.items())

    def of(self, nearest: Mention, between: str) -> Mention | None:
        """Who does what the words after the nearest mention say; `None` where nobody can tell.

        The nearest itself where these have no verb with a subject, as "trained by Averne".
        """
        if not _ACTING.match(between):
            return nearest
        one, closes = nearest, bool(_CLOSES.match(between))
        for _ in range(_STEPS):
            further = self._about(one, closes)
            if further is None or further is one:
                return further
            one, closes = further, False
        return None

    def start(self, one: Mention) -> int:
        """Where a mention begins with its titles and article: "met | Minister Rusk"."""
        if one.id not in self._begins:
            self._begins[one.id] = self._start(one)
        return self._begins[one.id]

    def _start(self, one: Mention) -> int:
        start = hull(one.spans).start
        for _ in range(_STEPS):
            bare = len(self._text[max(0, start - 1) : start].rstrip()) - min(1, start)
            title = self._titles.get(start + bare)
            if title is None or title >= start:
                break
            start = title
        before = self._text[max(0, start - 40) : start]
        if not before.rstrip().lower().endswith(_TITLE_ENDS):
            return start
        article = _TITLES.search(before)
        return start - len(article[0]) if article else start

    def is_title(self, one: Mention) -> bool:
        """Whether it stands before the name of a person, who is meant."""
        return one.type == "Role" and hull(one.spans).end + 1 in self._persons

    def _about(self, one: Mention, closes: bool) -> Mention | None:
        """What the phrase is about that a mention ends; itself where it is the head."""
        start = self.start(one)
        floor = self._floor(start)
        before = self._text[floor:start]
        if closes:
            return one if self._names(one, before) else self._opened(before, floor)
        if _PARTS.search(before):
            return one
        link = _LINKS.search(before)
        if link is not None:
            return self._head(floor + link.start("gap"), floor + link.start("link"))
        clause = _RELATIVE.search(before)
        if clause is not None and not _THINKS.match(clause["verb"]):
            # "That" after no name leads in what is said, and not what somebody did.
            said = one if clause["who"].lower() == "that" else None
            return self._ending.get(floor + clause.start(), said)
        return one

    def _floor(self, at: int) -> int:
        begin = max(0, at - _REACH)
        ends = [match.end() for match in _STARTS.finditer(self._text, begin, at)]
        return ends[-1] if ends else begin

    def _head(self, first: int, last: int) -> Mention | None:
        """The last mention that ends before a preposition, a few words off, or holds it."""
        for end in range(last, first - 1, -1):
            held = self._ending.get(end)
            if held is not None and held.form != "pronoun":
                return held
        at = bisect_left(self._starting, (last,))
        near = self._starting[max(0, at - 1) : at]
        return next((self._ending[end] for _, end in near if end > last), None)

    def _names(self, one: Mention, before: str) -> bool:
        """Whether commas set off a name alone, which says who is meant: "his deputy, Orin, led"."""
        return one.form == "name" and before.rstrip().endswith((",", "–", "—"))

    def _opened(self, before: str, floor: int) -> Mention | None:
        """What stands before the comma that begins words which another comma has closed."""
        for opening in reversed(list(_OPENS.finditer(before))):
            if _ACTING.match(before[opening.end() :]):
                return None
            held = self._ending.get(floor + opening.start())
            if held is not None:
                return held
        return None
