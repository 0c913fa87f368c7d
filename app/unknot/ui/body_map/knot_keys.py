"""What a key does to a knot: score, one up or down, next size, delete."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from unknot.domain.knots import KnotKind
from unknot.services.journal import Journal
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.knot_acts import KnotActs
from unknot.ui.body_map.marking import Marking
from unknot.ui.body_map.round_view import RoundView


class KnotKeys(QObject):
    """Acts on the mark that waits for its score, else on the round that is on, else on `target()`."""

    def __init__(
        self,
        target: Callable[[], UUID | None],
        journal: Journal,
        acts: KnotActs,
        marking: Marking,
        round_view: RoundView,
        atlas: MapAtlas,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._target, self._journal, self._acts = target, journal, acts
        self._marking, self._round, self._atlas = marking, round_view, atlas

    def score(self, score: int) -> None:
        """0 to 9, and T for 10."""
        target = self._target()
        if self._marking.is_open:
            self._marking.rate(score)
        elif self._round.is_on:
            self._round.rate(score)
        elif target is not None:
            self._acts.rate(target, score)

    def one_up(self) -> None:
        """One point more tender."""
        self._one(1)

    def one_down(self) -> None:
        """One point less tender."""
        self._one(-1)

    def next_size(self) -> None:
        """The next rung of the ladder, from the last to the first."""
        if self._marking.is_open:
            self._marking.next_size()
            return
        if self._round.is_on:
            self._round.next_size()
            return
        target = self._target()
        story = self._journal.knot(target) if target else None
        if story is not None and story.knot.kind is KnotKind.KNOT:
            ladder = list(self._atlas.sizes)
            at = ladder.index(story.size) if story.size in ladder else -1
            self._acts.size(story.knot.id, ladder[(at + 1) % len(ladder)])

    def delete(self) -> None:
        """Delete it; undo brings it back. In a round it is only no longer found."""
        target = self._target()
        if self._marking.is_open:
            return
        if self._round.is_on:
            self._round.lost()
        elif target is not None:
            self._acts.delete(target)

    def _one(self, step: int) -> None:
        target = self._target()
        if self._marking.is_open:
            return
        if self._round.is_on:
            self._round.rate_by(step)
        elif target is not None:
            self._acts.rate_by(target, step)
