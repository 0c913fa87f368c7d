"""Moves a mark: by a tap while it waits for one, or by dragging it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from unknot.domain.body import Spot
from unknot.ui.body_map.knot_acts import KnotActs
from unknot.ui.body_map.replay import Replay
from unknot.ui.body_map.stage import BodyStage


class Moving(QObject):
    """Only today can be changed: to begin a move goes back to it, a drag on another day does nothing."""

    def __init__(self, stage: BodyStage, acts: KnotActs, replay: Replay) -> None:
        super().__init__(stage)
        self._stage, self._acts, self._replay = stage, acts, replay
        self.is_on = False

    def start(self) -> None:
        """Wait for a tap on the new spot."""
        self._replay.back()
        self.is_on = True
        self._stage.wait_for_move(on=True)

    def end(self) -> None:
        """Wait no longer."""
        self.is_on = False
        self._stage.wait_for_move(on=False)

    def drop(self, knot_id: UUID, spot: Spot | None) -> None:
        """It was dropped on a spot, or beside the legs."""
        if spot is not None:
            self.end()
        if not self._replay.is_past:
            self._acts.move(knot_id, spot)
