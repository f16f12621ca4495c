"""Links between documents as trees: each document once, under the one that it has most from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.placing import LIKELY, STATED
from hearsay.outputs.tracing import NAMED
from hearsay.outputs.wording import CERTAIN
from hearsay.vocabulary.traces import DocumentLink, EvidenceKind

MUCH = 0.2
"""From this share on, text in common is shown where a document does not say itself whom it has it
from; below it stand the same quotations and stock phrases of one day."""
ALIKE = 0.3
"""From this share on, texts of one day of which none is shown to be first stand side by side."""


@dataclass(frozen=True, slots=True)
class Borrower:
    """A document in its place, with those that have something from it."""

    document: str
    """The id of its account, or `named:` and the name of a source that is not in the case."""
    link: DocumentLink | None = None
    """What it has from the one above it; `None` at the top."""
    also: tuple[DocumentLink, ...] = ()
    """What it has from others, those first that it has most from."""
    alike: tuple[DocumentLink, ...] = ()
    """Text in common with others, where it is not shown which of the two came first."""
    children: tuple[Borrower, ...] = ()
    common: float = 0.0
    """How much of its words those have that stand side by side with it, where any do."""
    size: int = 0
    """How many documents have it from here, through whomever."""


def worth_showing(link: DocumentLink) -> bool:
    """Whether one document says that it has it from the other, or has much of its text.

    What a person judged so is shown as well.
    """
    stated = any(one.kind in _STATED for one in link.evidence)
    return stated or link.share >= MUCH or link.probability >= CERTAIN


_STATED: frozenset[EvidenceKind] = frozenset(("named_source", "credit", "wire", "link", "endnote"))


Beside = tuple[Borrower, ...]
"""Documents that stand side by side at the top: one, or several with much text in common of which
none is shown to be first."""


def borrowers(links: Sequence[DocumentLink], imprint_of: ImprintOf) -> tuple[Beside, ...]:
    """The documents as trees: those first from which the most have something, then by date."""
    return _Forest(links, imprint_of).trees()


class _Forest:
    """The trees as they are made."""

    def __init__(self, links: Sequence[DocumentLink], imprint_of: ImprintOf) -> None:
        self._imprint_of = imprint_of
        self._above: dict[str, DocumentLink] = {}
        self._also: dict[str, list[DocumentLink]] = defaultdict(list)
        self._alike: dict[str, list[DocumentLink]] = defaultdict(list)
        shown = sorted(links, key=_weight)
        for link in (one for one in shown if one.ordered):
            if link.later not in self._above and not self._leads(link.earlier, link.later):
                self._above[link.later] = link
            else:
                self._also[link.later].append(link)
        self._below: dict[str, list[str]] = defaultdict(list)
        for later, link in self._above.items():
            self._below[link.earlier].append(later)
        ends = dict.fromkeys(end for one in links for end in (one.earlier, one.later))
        self._tops = [end for end in ends if end not in self._above]
        self._beside = {top: [top] for top in self._tops}
        self._common: dict[str, float] = defaultdict(float)
        self._set_beside(one for one in shown if not one.ordered)

    def trees(self) -> tuple[Beside, ...]:
        """Each document in one place; those at the top that stand there for nothing left out."""
        made: dict[str, Borrower] = {}
        for document in reversed(list(self._downward())):
            children = sorted((made[i] for i in self._below[document]), key=self._order)
            made[document] = Borrower(
                document,
                self._above.get(document),
                tuple(self._also[document]),
                tuple(self._alike[document]),
                tuple(children),
                self._common[document],
                sum(1 + child.size for child in children),
            )
        groups = {id(group): group for group in self._beside.values()}
        found = [
            tuple(sorted((made[i] for i in group), key=self._order)) for group in groups.values()
        ]
        kept = [
            group
            for group in found
            if len(group) > 1 or group[0].children or group[0].alike or group[0].also
        ]
        return tuple(sorted(kept, key=self._standing))

    def _set_beside(self, unordered: Iterable[DocumentLink]) -> None:
        """Puts side by side what has much text in common, and notes the rest, each pair once."""
        seen: set[frozenset[str]] = set()
        for link in unordered:
            one, other = link.later, link.earlier
            if link.share >= ALIKE and one in self._beside and other in self._beside:
                self._common[one] = max(self._common[one], link.share)
                if self._beside[one] is not self._beside[other]:
                    self._beside[one].extend(self._beside[other])
                    for moved in list(self._beside[other]):
                        self._beside[moved] = self._beside[one]
            elif (pair := frozenset((one, other))) not in seen:
                seen.add(pair)
                self._alike[one].append(link)

    def _standing(self, group: Beside) -> tuple[int, str, str]:
        size = len(group) - 1 + sum(one.size for one in group)
        return (-size, *self._order(group[0]))

    def _order(self, one: Borrower) -> tuple[str, str]:
        if one.document.startswith(NAMED):
            return "9", one.document
        imprint = self._imprint_of(one.document)
        return imprint.published or "9", f"{imprint.outlet} {one.document}"

    def _downward(self) -> Iterator[str]:
        waiting = list(self._tops)
        while waiting:
            document = waiting.pop()
            yield document
            waiting.extend(self._below[document])

    def _leads(self, start: str, goal: str) -> bool:
        """Whether a document already stands somewhere under another."""
        at: str | None = start
        while at is not None:
            if at == goal:
                return True
            link = self._above.get(at)
            at = link.earlier if link is not None else None
        return False


def _weight(link: DocumentLink) -> tuple[bool, bool, float, float, str, str]:
    """What a document has most from comes first: surely, then in the case, then by its text."""
    sure = min(link.probability, STATED)
    named = link.earlier.startswith(NAMED)
    return link.probability < LIKELY, named, -link.share, -sure, link.later, link.earlier
