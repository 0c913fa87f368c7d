"""Names in the outer margins: heights that never overlap, as near to their knots as can be."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Wanted(Struct, frozen=True):
    """One label: the height of its knot, its own height, and how much it matters (most first kept)."""

    key: int
    at: float  # wanted middle, px
    height: float
    weight: float = 0.0


def stack(labels: Sequence[Wanted], top: float, bottom: float, gap: float) -> dict[int, float]:
    """The middle of each label that finds room between `top` and `bottom`, by key.

    Labels keep the order of their knots; the ones with the least weight are left out when there is not
    room for all. The rest are moved as little as possible (groups that touch move as one).
    """
    kept = sorted(labels, key=lambda label: -label.weight)
    while kept and sum(label.height for label in kept) + gap * (len(kept) - 1) > bottom - top:
        kept.pop()
    kept.sort(key=lambda label: (label.at, label.key))
    groups: list[_Group] = []
    for label in kept:
        group = _Group([label], gap)
        group.settle(top, bottom)
        while groups and groups[-1].end + gap > group.start:
            group = _Group(groups.pop().labels + group.labels, gap)
            group.settle(top, bottom)
        groups.append(group)
    return {key: middle for group in groups for key, middle in group.middles()}


class _Group:
    """Labels that touch, moved as one to the mean of what they want."""

    def __init__(self, labels: list[Wanted], gap: float) -> None:
        self.labels, self._gap = labels, gap
        self.height = sum(label.height for label in labels) + gap * (len(labels) - 1)
        self.start = 0.0

    @property
    def end(self) -> float:
        return self.start + self.height

    def settle(self, top: float, bottom: float) -> None:
        wanted, offset = 0.0, 0.0
        for label in self.labels:
            wanted += label.at - label.height / 2 - offset
            offset += label.height + self._gap
        self.start = min(max(wanted / len(self.labels), top), max(top, bottom - self.height))

    def middles(self) -> list[tuple[int, float]]:
        found, at = [], self.start
        for label in self.labels:
            found.append((label.key, at + label.height / 2))
            at += label.height + self._gap
        return found
