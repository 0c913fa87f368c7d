"""Which knot an arrow key leads to."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from PySide6.QtCore import QPointF, Qt

_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
SIDEWAYS = 2.0  # what lies off the way counts as this much farther


def is_arrow(key: int) -> bool:
    """Whether a key is one of the four arrows."""
    return key in _WAYS


def next_that_way(key: int, start: QPointF, points: Sequence[QPointF]) -> int | None:
    """Index of the nearest point in the arrow's half of the plane, None if there is none."""
    across, down = _WAYS[Qt.Key(key)]
    best, shortest = None, inf
    for index, point in enumerate(points):
        away = point - start
        ahead = away.x() * across + away.y() * down
        aside = abs(away.x() * down) + abs(away.y() * across)
        if ahead > 0.5 and ahead + SIDEWAYS * aside < shortest:
            best, shortest = index, ahead + SIDEWAYS * aside
    return best
