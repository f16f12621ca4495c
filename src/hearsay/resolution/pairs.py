"""Two names side by side with their contexts, as the features look at them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations

from hearsay.resolution.contexts import Context
from hearsay.resolution.names import Name
from hearsay.resolution.overlaps import Overlap
from hearsay.resolution.persons import Part, Person, parts_alike


@dataclass(frozen=True, slots=True)
class Aligned:
    """Which parts of two persons' names are one, and what is left over."""

    shape: str
    """`all`, `middle`, `end`, `start`, `family`, `first family`, `given`, `inside`, `turned`,
    `other …`, `nothing` or `lacking`; see `align`."""
    likeness: float = 0.0
    """That of the least alike pair of parts, initials apart."""
    initials: int = 0
    """How many parts agree only by their first letter, the first part twice over."""
    common: bool = True
    """Whether all that agrees is names that many people bear."""
    about: str = ""
    leading: Part | None = None
    """Where one name leaves out the `start`, the first part of the other."""
    matched: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names with their contexts."""

    left: Name
    right: Name
    left_context: Context
    right_context: Context
    aligned: Aligned | None = None
    """Where both are persons."""
    overlap: Overlap | None = None
    """Where both are bodies."""
    spelt_out: bool = False
    """Whether an acronym was replaced by the words that its context gives for it."""

    @property
    def contexts(self) -> tuple[Context, Context]:
        """Both contexts, the left one first."""
        return self.left_context, self.right_context


def align_persons(left: Person, right: Person) -> Aligned:
    """The best way to lay any name of one person beside any of the other."""
    turned = left.turned or right.turned
    best = align(left.names[0], right.names[0], turned=turned)
    for a in left.names:
        for b in right.names:
            if a is not left.names[0] or b is not right.names[0]:
                other = align(a, b, turned=turned)
                if _RANKING[other.shape] < _RANKING[best.shape]:
                    best = other
    if best.shape == "first family" and not (left.spanish or right.spanish):
        best = replace(best, shape="inside")
    if (
        (left.whole or right.whole)
        and best.shape in _LACKING
        and len(left.names[0]) > 1 < len(right.names[0])
    ):
        return replace(best, shape="lacking", leading=None)
    if left.whole and right.whole and best.shape == "all" and best.likeness < _SYLLABLES_ALIKE:
        return replace(best, shape="lacking")
    lettered = any(p.kind == "initial" for p in (*left.names[0], *right.names[0]))
    if best.shape.startswith("other") or (lettered and best.shape == "nothing"):
        spanish = left.spanish or right.spanish
        if spanish and _leave_out_other_names(left.names[0], right.names[0]) and not best.common:
            return replace(best, shape="middle")
        moved = _moved(left.names[0], right.names[0], every=not spanish)
        return moved or _joined(left.names[0], right.names[0], best)
    return _joined(left.names[0], right.names[0], best) if best.shape == "nothing" else best


def _leave_out_other_names(left: tuple[Part, ...], right: tuple[Part, ...]) -> bool:
    """Whether one leaves out the second given name and the other the mother's family name."""
    for one, other in ((left, right), (right, left)):
        if len(one) == len(other) == 3 and parts_alike(one[0], other[0]) >= ENOUGH:
            family = parts_alike(one[1], other[2]) >= ENOUGH
            if family and not one[1].given and other[1].given:
                return True
    return False


def _moved(left: tuple[Part, ...], right: tuple[Part, ...], *, every: bool) -> Aligned | None:
    """The same names with the family's first, or of three in any order, as Congolese write them.

    Only what no table of given names has may move: of names that many bear, father and son bear
    the same in another order.
    """
    told = any(part.given for part in (*left, *right))
    # Two words alone may be no person's name at all: Rugby World Cup, World Rugby.
    for one, other in ((left, right), (right, left)):
        for size in range(1, len(other)):
            if _many_bear(other[size - 1]):
                break
            whole = align(one, (*other[size:], *other[:size]))
            if whole.shape in ("all", "middle", "end") and whole.matched > 2 - told:
                return replace(whole, shape="turned", common=False)
    if every and len(left) == len(right) == 3:
        for order in permutations(right):
            moved = [a for a, b in zip(order, right, strict=True) if a is not b]
            if any(map(_many_bear, moved)):
                continue
            whole = align(left, order)
            if whole.shape == "all":
                return replace(whole, shape="turned", common=False)
    return None


def _many_bear(part: Part) -> bool:
    return bool(part.given) or part.common or part.kind != "name"


def _joined(left: tuple[Part, ...], right: tuple[Part, ...], best: Aligned) -> Aligned:
    """The same with two parts written as one: Ahmadi Nejad, Ahmadinejad."""
    if len(left) == len(right):
        return best
    shorter, longer = (left, right) if len(left) < len(right) else (right, left)
    for at in range(len(longer) - 1):
        word = "".join(p.word if p.kind == "name" else p.kind + p.word for p in longer[at : at + 2])
        whole = align(shorter, (*longer[:at], Part(word), *longer[at + 2 :]))
        if whole.shape == "all":
            return whole
    return best


def align(left: tuple[Part, ...], right: tuple[Part, ...], *, turned: bool = False) -> Aligned:
    """Lay the parts of two names beside each other in their order.

    `all` parts agree; one name leaves out the `middle`, the `end` or the `start`; one is only a
    `family` or `given` name, the first of two family names (`first family`) or one from `inside`
    the other; both have parts that the other has not
    (`other given`, `other family`, `other middle`); the same parts stand `turned` round.
    """
    shorter, longer = (left, right) if len(left) <= len(right) else (right, left)
    links = _links(shorter, longer)
    if not links:
        return Aligned("nothing")
    shape = _shape(shorter, longer, links)
    if shape.startswith("other") and len(shorter) == len(longer) == 2 and not turned:
        crossed = _links(shorter, longer[::-1])
        if len(crossed) == 2:
            shape, links = "turned", crossed
            longer = longer[::-1]
    matched = [(shorter[i], longer[j]) for i, j in links]
    full = [p for p in matched if "initial" not in (p[0].kind, p[1].kind)]
    if not full and len(longer) > 1:
        return Aligned("nothing")  # two letters are those of too many
    likeness = min((parts_alike(*p) for p in full), default=0.9)
    initials = sum(
        2 if i == 0 else 1
        for i, j in links
        if (shorter[i].kind == "initial") != (longer[j].kind == "initial")
    )
    common = all(a.common or b.common for a, b in full) if full else True
    about = ", ".join(f"{a.word} / {b.word}" for a, b in full if a.word != b.word)
    leading = longer[0] if shape == "start" else None
    return Aligned(shape, likeness, initials, common, about, leading, len(links))


def _links(shorter: tuple[Part, ...], longer: tuple[Part, ...]) -> list[tuple[int, int]]:
    """The pairs of parts that agree, in order, as many and as alike as can be."""
    rows, columns = len(shorter), len(longer)
    scores = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            likeness = parts_alike(shorter[i], longer[j])
            both = likeness + scores[i + 1][j + 1] if likeness >= ENOUGH else 0.0
            scores[i][j] = max(both, scores[i + 1][j], scores[i][j + 1])
    links, i, j = [], 0, 0
    while i < rows and j < columns:
        likeness = parts_alike(shorter[i], longer[j])
        if likeness >= ENOUGH and scores[i][j] <= likeness + scores[i + 1][j + 1] + 1e-9:
            links.append((i, j))
            i, j = i + 1, j + 1
        elif scores[i + 1][j] >= scores[i][j + 1]:
            i += 1
        else:
            j += 1
    return links


def _shape(
    shorter: tuple[Part, ...], longer: tuple[Part, ...], links: list[tuple[int, int]]
) -> str:
    first = links[0] == (0, 0)
    last = links[-1] == (len(shorter) - 1, len(longer) - 1)
    if len(links) == len(shorter):
        if len(shorter) == len(longer):
            return "all"
        if len(shorter) == 1:
            if links[0][1] in (0, len(longer) - 1):
                return "family" if last else "given"
            part = longer[links[0][1]]
            plain = part.kind == "name" and not part.given and not part.common
            return "first family" if plain and links[0][1] == len(longer) - 2 else "inside"
        if first:
            return "middle" if last else "end"
        return "start"
    if not first:
        return "other given"
    return "other middle" if last else "other family"


ENOUGH = 0.5
"""Below so much likeness two parts are not one."""
_SHAPES = (
    "all", "middle", "end", "family", "given", "start", "turned", "other middle", "inside",
    "first family", "other family", "other given", "nothing", "lacking",
)  # fmt: skip
_LACKING = frozenset(("middle", "end", "start", "turned", "other middle", "other family"))
"""What tells two Burmese names apart, which are borne whole."""
_SYLLABLES_ALIKE = 0.85
"""Burmese names are of a few short words that sound much alike: Thein, Sein."""
_RANKING = {shape: at for at, shape in enumerate(_SHAPES)}
