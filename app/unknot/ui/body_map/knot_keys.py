"""What a key does to a knot: score, one up or down, next size, release, delete."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from unknot.domain.knots import KnotKind, Size, rung
from unknot.services.bundle import Services
from unknot.ui.body_map.knot_acts import KnotActs
from unknot.ui.body_map.marking import Marking
from unknot.ui.body_map.release_words import release_line
from unknot.ui.body_map.round_view import RoundView


class KnotKeys(QObject):
    """Acts on the mark that waits for its score, else on the round that is on, else on `target()`."""

    release_wanted = Signal(object)  # UUID

    def __init__(
        self,
        target: Callable[[], UUID | None],
        services: Services,
        acts: KnotActs,
        marking: Marking,
        round_view: RoundView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._target, self._services, self._acts = target, services, acts
        self._marking, self._round = marking, round_view

    @property
    def mean_a_knot(self) -> bool:
        """Whether a key now means a knot and not the picture."""
        return self._round.is_on or self._marking.is_open or self._target() is not None

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
        story = self._services.journal.knot(target) if target else None
        if story is not None and story.knot.kind is KnotKind.KNOT:
            ladder = list(Size)
            self._acts.size(story.knot.id, ladder[(rung(story.size) + 1) % len(ladder)])

    def release(self) -> None:
        """Release it, if anything may be pressed there now."""
        target = self._target()
        story = self._services.journal.knot(target) if target else None
        if story is not None and release_line(self._services.release.fit(story), story)[1]:
            self.release_wanted.emit(story.knot.id)

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
