"""Turns the table of retellings into the gold's links, changes and origins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tools.samples.gold import Entry, span
from tools.samples.rendered import Rendered

INSTITUTIONS = frozenset({"Lead Inspector", "Federal Police Command"})
"""Publishers who speak for themselves: what they say without naming anyone is first said there."""


class Lineage:
    """The retellings among the samples' claims, and what follows from them."""

    def __init__(
        self,
        table: Mapping[str, Any],
        samples: Sequence[Rendered],
        claims: Sequence[Entry],
        attributions: Sequence[Entry],
    ) -> None:
        self.table = table
        self.samples = {s.source.name: s for s in samples}
        self.claims = {c["id"]: c for c in claims}
        self.attributions = {a["id"]: a for a in attributions}

    def documents(self) -> list[Entry]:
        """The links from document to document."""
        return [
            {
                "from": self.samples[link["from"]].file,
                "to": self._node(link["to"]),
                "evidence": link["evidence"],
            }
            for link in self.table["documents"]
        ]

    def links(self) -> list[Entry]:
        """The links from claim to claim, each with what changed."""
        pairs: dict[tuple[str, str], list[str]] = {}
        for link in self.table["documents"]:
            for earlier, later in self._shared(link):
                pairs.setdefault((later, earlier), []).extend(
                    self._evidence(link["evidence"], earlier, later)
                )
        for link in self.table["claims"]:
            pairs.setdefault((self._id(link["from"]), self._node(link["to"])), []).extend(
                link["evidence"]
            )
        changes = self._changes(pairs)
        return [
            {
                "from": later,
                "to": earlier,
                "evidence": list(dict.fromkeys(evidence)),
                "changes": changes.get((later, earlier), []),
            }
            for (later, earlier), evidence in sorted(pairs.items())
        ]

    def comparisons(self) -> list[Entry]:
        """Claims of one proposition that differ though neither repeats the other."""
        return [
            {"between": [left, right], "changes": [self._change(entry, left, right)]}
            for entry in self.table["comparisons"]
            for left, right in [(self._id(entry["left"]), self._id(entry["right"]))]
        ]

    def propositions(self, links: Sequence[Entry]) -> list[Entry]:
        """What is said alike, by which claims, and how many origins it has."""
        linked = {link["from"] for link in links}
        made = []
        for name, gist in self.table["propositions"].items():
            claims = [c for c in self.claims.values() if c["proposition"] == name]
            affirmed = [c for c in claims if c["polarity"] == "affirmed"]
            made.append(
                {
                    "id": name,
                    "gist": gist,
                    "claims": [c["id"] for c in affirmed],
                    "denials": [c["id"] for c in claims if c["polarity"] == "denied"],
                    "origins": _origins(affirmed, linked, links) if affirmed else None,
                }
            )
        return made

    def _shared(self, link: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Pairs (earlier, later) of claims of one proposition in two linked documents."""
        later_file = self.samples[link["from"]].file
        target = self._node(link["to"])
        pairs = []
        for claim in self.claims.values():
            own = claim["id"].split("#")[1]
            if claim["document"] != later_file or own not in link.get("only", [own]):
                continue
            if target.startswith("named:"):
                # an agency's mark covers the whole of its text
                pairs.append((target, claim["id"]))
                continue
            same = [
                other
                for other in self.claims.values()
                if other["document"] == target
                and other["proposition"] == claim["proposition"]
                and other["polarity"] == claim["polarity"]
            ]
            if same:
                exact = [other for other in same if other["id"].split("#")[1] == own]
                pairs.append(((exact or same)[0]["id"], claim["id"]))
        return pairs

    def _evidence(self, kinds: Sequence[str], earlier: str, later: str) -> list[str]:
        """What of two documents' evidence holds for one pair of their claims."""
        if earlier not in self.claims:
            return list(kinds)
        left, right = self.claims[earlier], self.claims[later]
        words = [" ".join(s["words"] for s in claim["spans"]) for claim in (left, right)]
        holds = {
            "quotation": all("“" in w for w in words),
            "named_source": len(right["speakers"]) > 1,
            "copied_text": _share_words(words[0], words[1]),
        }
        return [kind for kind in kinds if holds.get(kind, True)] or ["rewording"]

    def _changes(
        self, pairs: Mapping[tuple[str, str], object]
    ) -> dict[tuple[str, str], list[Entry]]:
        changes: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.table["changes"]:
            pair = self._id(entry["from"]), self._node(entry["to"])
            if pair not in pairs:
                raise ValueError(f"a change between claims that are not linked: {pair}")
            changes.setdefault(pair, []).append(self._change(entry, pair[1], pair[0]))
        for later, earlier in pairs:
            if earlier in self.claims:
                stated = changes.setdefault((later, earlier), [])
                kinds = {change["kind"] for change in stated}
                stated += [
                    change
                    for change in self._evident(self.claims[earlier], self.claims[later])
                    if change["kind"] not in kinds
                ]
        return changes

    def _evident(self, earlier: Entry, later: Entry) -> list[Entry]:
        """Another speaker at the end of the chain, and hedges lost or won: the marks show these."""
        changes: list[Entry] = []
        if len(earlier["speakers"]) > 1 and earlier["speakers"][-1] != later["speakers"][-1]:
            changes.append(
                {
                    "kind": "attribution",
                    "before": self._source(earlier),
                    "after": self._source(later),
                }
            )
        lost, won = earlier["hedges"], later["hedges"]
        if bool(lost) != bool(won):
            changes.append(
                {
                    "kind": "certainty",
                    "before": lost[0]["span"] if lost else None,
                    "after": won[0]["span"] if won else None,
                }
            )
        return changes

    def _source(self, claim: Entry) -> Entry | None:
        found = self.attributions.get(claim["attribution"] or "")
        return found["source"][0] if found else None

    def _change(self, entry: Mapping[str, Any], earlier: str, later: str) -> Entry:
        return {
            "kind": entry["kind"],
            "before": self._near(earlier, entry["before"]),
            "after": self._near(later, entry["after"]),
        }

    def _near(self, claim_id: str, words: str) -> Entry | None:
        """The place of the words that is nearest to the claim, in its own paragraph."""
        if not words:
            return None
        claim = self.claims[claim_id]
        sample = next(s for s in self.samples.values() if s.file == claim["document"])
        visible, first = sample.visible, claim["spans"][0]
        start = _place(visible, first["words"], first["occurrence"])
        unit = max(begin for begin in sample.starts if begin <= start)
        end = min((b for b in sample.starts if b > start), default=len(visible))
        places = [
            match.start()
            for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", visible)
            if unit <= match.start() < end
        ]
        if not places:
            raise ValueError(f"{claim_id}: {words!r} does not stand in its paragraph")
        inside = range(start, start + len(first["words"]))
        at = min(places, key=lambda place: (place not in inside, abs(place - start)))
        return span(visible, (at, at + len(words)))

    def _id(self, reference: str) -> str:
        name, claim = reference.split("#")
        made = f"{self.samples[name].file}#{claim}"
        if made not in self.claims:
            raise ValueError(f"no such claim: {reference}")
        return made

    def _node(self, reference: str) -> str:
        if reference.startswith("named:"):
            return reference
        return self._id(reference) if "#" in reference else self.samples[reference].file


def _share_words(left: str, right: str, run: int = 6) -> bool:
    """Whether two texts have as many words in a row in common as the index of copied text asks."""
    words = left.split()
    runs = {" ".join(words[i : i + run]) for i in range(len(words) - run + 1)}
    return left == right or any(part in right for part in runs)


def _place(visible: str, words: str, count: int) -> int:
    at = -1
    for _ in range(count):
        at = visible.index(words, at + 1)
    return at


def _origins(claims: Sequence[Entry], linked: set[str], links: Sequence[Entry]) -> Entry:
    """Roots and their number by the counting rule; links that the gold holds are certain."""
    roots: dict[str, Entry] = {}

    def add(node: str, proven: bool, claim: str) -> None:
        root = roots.setdefault(node, {"node": node, "proven": proven, "claims": []})
        if claim not in root["claims"]:
            root["claims"].append(claim)

    own = {c["id"] for c in claims}
    for claim in claims:
        named = [
            link["to"]
            for link in links
            if link["from"] == claim["id"] and link["to"].startswith("named:")
        ]
        speakers = claim["speakers"]
        earlier = [ln for ln in links if ln["from"] == claim["id"] and ln["to"] in own]
        if earlier:
            continue
        if len(speakers) > 1:
            add(f"named:{speakers[-1]}", True, claim["id"])
        elif named:
            for node in named:
                add(node, True, claim["id"])
        elif claim["id"] not in linked:
            outlet = speakers[0]
            proven = outlet in INSTITUTIONS
            add(f"named:{outlet}" if proven else claim["id"], proven, claim["id"])
    proven_roots = [r for r in roots.values() if r["proven"]]
    unproven = len(roots) - len(proven_roots)
    count = max(1, len(proven_roots))
    return {
        "least": count,
        "expected": float(count),
        "most": max(1, len(roots)),
        "unproven": unproven,
        "roots": sorted(roots.values(), key=lambda r: str(r["node"])),
    }
