"""Goes through all open knots, the most tender first, and takes one answer for each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from unknot.domain.knots import KnotStory, Size, is_said_already
from unknot.services.journal import Journal
from unknot.ui.body_map.writing import Writing


class RoundAnswer(Struct, frozen=True):
    """What was said of a knot: `now` None means that it is no longer found."""

    knot_id: UUID
    before: int
    now: int | None
    depth: int  # of the journal after it, 0 where nothing had to be written


class CheckRound(QObject):
    """`moved` tells that another knot is asked about, `ended` that there is none left or it was left.

    Each answer is a write of its own, so whatever was given stays when the round is left. Back takes the
    last answer back, where nothing else was done since. What is deleted meanwhile is left out.
    """

    moved = Signal()
    ended = Signal()
    sized = Signal(object, object, object)  # UUID, Size, Size | None

    def __init__(
        self, journal: Journal, writing: Writing, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal, self._writing, self._now = journal, writing, now
        self._knots: list[UUID] = []
        self._at = 0
        self._answers: list[RoundAnswer] = []
        self._passed: list[int] = []  # where each answer or skip was made
        self._busy = False  # what changes is this round's own doing
        self.is_on = False

    @property
    def story(self) -> KnotStory | None:
        """The knot that is asked about."""
        return None if self.knot_id is None else self._journal.knot(self.knot_id)

    @property
    def knot_id(self) -> UUID | None:
        """Which knot it is."""
        return self._knots[self._at] if self.is_on and self._at < len(self._knots) else None

    @property
    def place(self) -> tuple[int, int]:
        """The how manieth of how many, from 1."""
        return self._at + 1, len(self._knots)

    @property
    def answers(self) -> tuple[RoundAnswer, ...]:
        """What was given so far."""
        return tuple(self._answers)

    @property
    def total(self) -> int:
        """How many knots the round has."""
        return len(self._knots)

    @property
    def can_go_back(self) -> bool:
        """Whether there is one before."""
        return self.is_on and bool(self._passed)

    def start(self) -> bool:
        """Begin with the most tender knot; False where none is open."""
        stories = self._journal.knots(closed=False)
        self._knots = [story.knot.id for story in stories if story.knot.kind.is_pressed]
        self._at, self._answers, self._passed = 0, [], []
        self.is_on = bool(self._knots)
        if self.is_on:
            self.moved.emit()
        return self.is_on

    def rate(self, score: int, size: Size | None = None) -> None:
        """So tender now; `size` None was not looked at."""
        story = self.story
        if story is None:
            return
        before, old_size = story.latest.tenderness, story.size
        depth = 0
        if not is_said_already(story, score, self._now()) or size is not None:
            if not self._write(partial(self._journal.rate_knot, story.knot.id, score, size)):
                return
            depth = self._journal.depth
        self._take(RoundAnswer(story.knot.id, before, score, depth))
        if size is not None and size is not old_size:
            self.sized.emit(story.knot.id, size, old_size)

    def lost(self) -> None:
        """No longer found."""
        story = self.story
        if story is not None and self._write(partial(self._journal.close_knot, story.knot.id)):
            self._take(RoundAnswer(story.knot.id, story.latest.tenderness, None, self._journal.depth))

    def skip(self) -> None:
        """Say nothing of this one."""
        if self.story is not None:
            self._go_on()

    def back(self) -> None:
        """To the one before, taking back what was said of it."""
        if not self.can_go_back:
            return
        self._at = self._passed.pop()
        if self._answers and self._answers[-1].knot_id == self._knots[self._at]:
            answer = self._answers.pop()
            if answer.depth and answer.depth == self._journal.depth:
                self._write(self._journal.undo)
        self._settle()  # one that is still "no longer found" is not asked about again

    def leave(self) -> None:
        """End it; what was given stays."""
        if self.is_on:
            self.is_on = False
            self.ended.emit()

    def history_changed(self) -> None:
        """Go back where an answer was undone, on where the knot in question was deleted or closed."""
        if not self.is_on or self._busy:
            return
        undone = False
        while self._answers and self._answers[-1].depth > self._journal.depth:
            self._at, undone = self._knots.index(self._answers.pop().knot_id), True
        self._passed = [at for at in self._passed if at < self._at]
        if self._is_out(self.story):
            self._settle()
        elif undone:
            self.moved.emit()

    def _write(self, write: Callable[[], object]) -> bool:
        self._busy = True
        try:
            return self._writing.do(write) is not False
        finally:
            self._busy = False

    def _take(self, answer: RoundAnswer) -> None:
        self._answers.append(answer)
        self._go_on()

    def _go_on(self) -> None:
        self._passed.append(self._at)
        self._at += 1
        self._settle()

    def _settle(self) -> None:
        """Leave out what is no longer there; the end is where nothing is left."""
        while self._at < len(self._knots) and self._is_out(self.story):
            self._at += 1
        if self._at >= len(self._knots):
            self.leave()
        else:
            self.moved.emit()

    @staticmethod
    def _is_out(story: KnotStory | None) -> bool:
        return story is None or not story.knot.is_open
