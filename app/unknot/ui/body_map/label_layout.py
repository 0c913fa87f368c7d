"""Names in the outer margins: heights that never overlap, as near to their knots as can be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct

Span = tuple[float, float]  # top, bottom


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


def stack_between(labels: Sequence[Wanted], rooms: Sequence[Span], gap: float) -> dict[int, float]:
    """The same where there are several rooms, one above the other: each label takes the nearest with room."""
    left = [bottom - top + gap for top, bottom in rooms]
    shares: list[list[Wanted]] = [[] for _ in rooms]
    for label in sorted(labels, key=lambda label: (-label.weight, label.at, label.key)):
        for index in sorted(range(len(rooms)), key=partial(_away, label.at, rooms)):
            if left[index] >= label.height + gap:
                left[index] -= label.height + gap
                shares[index].append(label)
                break
    middles: dict[int, float] = {}
    for share, (top, bottom) in zip(shares, rooms, strict=True):
        middles |= stack(share, top, bottom, gap)
    return middles


def clear_rooms(top: float, bottom: float, taken: Sequence[Span]) -> list[Span]:
    """What is left between top and bottom without the spans that are taken, from above."""
    rooms, start = [], top
    for first, last in sorted(taken):
        if first > start:
            rooms.append((start, min(first, bottom)))
        start = max(start, last)
        if start >= bottom:
            return [room for room in rooms if room[1] > room[0]]
    return [*rooms, (start, bottom)]


def _away(at: float, rooms: Sequence[Span], index: int) -> tuple[float, int]:
    top, bottom = rooms[index]
    return max(top - at, at - bottom, 0.0), index


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
