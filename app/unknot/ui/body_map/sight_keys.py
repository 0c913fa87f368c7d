"""The keys that zoom and pan the map. Plus, minus and 0 mean a knot while one is chosen or focused."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from unknot.ui.body_map.knot_keys import KnotKeys
from unknot.ui.body_map.map_keys import MapKeys
from unknot.ui.body_map.sight_control import SightControl

WAYS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}


class SightKeys(QObject):
    """Z and Shift+Z always zoom, Shift with an arrow always pans."""

    def __init__(self, sight: SightControl, on_knot: KnotKeys, parent: QObject) -> None:
        super().__init__(parent)
        self._sight, self._on_knot = sight, on_knot

    def bind(self, keys: MapKeys) -> None:
        """Bind all of them."""
        keys.bind("+ =", self._plus)
        keys.bind("-", self._minus)
        keys.bind("Z", self._sight.nearer)
        keys.bind("Shift+Z", self._sight.farther)
        for name, (across, down) in WAYS.items():
            keys.bind(f"Shift+{name}", partial(self._sight.look, across, down), repeats=True)

    def score(self, score: int) -> None:
        """Rate a knot; without one, 0 resets the view."""
        if self._on_knot.mean_a_knot:
            self._on_knot.score(score)
        elif score == 0:
            self._sight.reset()

    def _plus(self) -> None:
        (self._on_knot.one_up if self._on_knot.mean_a_knot else self._sight.nearer)()

    def _minus(self) -> None:
        (self._on_knot.one_down if self._on_knot.mean_a_knot else self._sight.farther)()
