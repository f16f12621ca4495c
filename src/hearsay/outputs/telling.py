"""One telling in its place in a tree, and several of one document joined to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from hearsay.vocabulary.traces import Change, ClaimNode, EvidenceKind, Node, Retelling

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Telling:
    """One node in its place, with those that have it from there."""

    head: Node
    others: tuple[ClaimNode, ...] = ()
    """Further claims of the same document that stand in the same place."""
    link: Retelling | None = None
    """Why it stands under the telling around it; `None` at the top."""
    also: tuple[Retelling, ...] = ()
    """What else it may have it from, the likeliest first."""
    changes: tuple[Change, ...] = ()
    """In what it differs from the telling around it."""
    within: tuple[Change, ...] = ()
    """In what its own document differs from itself further on."""
    children: tuple[Telling, ...] = ()
    references: tuple[Retelling, ...] = ()
    """Links from tellings that have it from here too, and are placed elsewhere."""

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes that stand in this place."""
        return (self.head, *self.others)

    @property
    def kinds(self) -> frozenset[EvidenceKind]:
        """The kinds of evidence for its place."""
        return frozenset(e.kind for e in self.link.evidence) if self.link else frozenset()


def every(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """All tellings of these trees, each before those under it."""
    waiting = list(tellings)[::-1]
    while waiting:
        telling = waiting.pop()
        yield telling
        waiting.extend(reversed(telling.children))


def settled(trees: Sequence[Telling]) -> tuple[Telling, ...]:
    """The trees with all evidence for a place together: its document may say it more than once."""
    order = list(every(trees))
    above = {id(child): telling for telling in order for child in telling.children}
    made: dict[int, Telling] = {}
    for telling in reversed(order):
        around = above.get(id(telling))
        there = {node.id for node in around.nodes} if around is not None else set()
        more = [link for link in telling.also if link.earlier in there]
        link = telling.link
        if link is not None and more:
            evidence = (e for one in (link, *more) for e in one.evidence)
            link = replace(link, evidence=tuple(dict.fromkeys(evidence)))
        below = {node.id for child in telling.children for node in child.nodes}
        made[id(telling)] = replace(
            telling,
            link=link,
            also=tuple(one for one in telling.also if one.earlier not in there),
            children=tuple(made[id(child)] for child in telling.children),
            references=tuple(one for one in telling.references if one.later not in below),
        )
    return tuple(made[id(telling)] for telling in trees)


def document_of(telling: Telling) -> str | None:
    """The document that a telling stands in; `None` for a source known by name only."""
    return telling.head.claim.capture if isinstance(telling.head, ClaimNode) else None


def one_a_document(
    tellings: Iterable[Telling], alike: Callable[[Telling], object] = lambda _: None
) -> list[Telling]:
    """The tellings, those of one document as one where they are alike."""
    found: dict[object, Telling] = {}
    for telling in tellings:
        document = document_of(telling)
        key = id(telling) if document is None else (document, alike(telling))
        found[key] = joined(found[key], telling, same_place=True) if key in found else telling
    return list(found.values())


def joined(one: Telling, other: Telling, *, same_place: bool = False) -> Telling:
    """Two tellings of one document as one."""
    more = tuple(node for node in other.nodes if isinstance(node, ClaimNode))
    changes = (*one.changes, *other.changes) if same_place else one.changes
    inside = {node.id for node in (*one.nodes, *more)}
    also = (*one.also, *(link for link in other.also if link.earlier not in inside))
    return replace(
        one,
        others=(*one.others, *more),
        also=_distinct(also, lambda link: link.earlier),
        changes=_distinct(changes, _words),
        within=_distinct((*one.within, *other.within), _words),
        children=tuple(one_a_document((*one.children, *other.children))),
        references=(*one.references, *other.references),
    )


def _words(change: Change) -> object:
    return change.kind, change.before and change.before.words, change.after and change.after.words


def _distinct(values: Iterable[_T], key: Callable[[_T], object]) -> tuple[_T, ...]:
    found: dict[object, _T] = {}
    for value in values:
        found.setdefault(key(value), value)
    return tuple(found.values())
