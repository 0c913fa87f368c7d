"""Writes a running session down, step by step; what could not be written is tried again with the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID, uuid4

from msgspec import Struct

from unknot.domain.body import Side
from unknot.domain.errors import KnownError
from unknot.domain.knots import CheckOccasion, KnotCheck, Size
from unknot.domain.player_events import StepFinished
from unknot.domain.practice import PressRating, Session, SessionEnd, SessionStep, StepEnd
from unknot.domain.steps import Step
from unknot.services.journal import Journal
from unknot.services.practice import Practice

TENDERNESS = "tenderness_0_10"
_OCCASIONS = {"before": CheckOccasion.BEFORE, "after": CheckOccasion.AFTER}

_CLOSE = 0.25  # seconds
_EVERY_S = 1.0  # so often the place in a running step is written

Write = Callable[[], None]


class Summary(Struct, frozen=True):
    """How a session went. `before` and `after` are the ratings given in it, per knot."""

    session: Session
    before: Mapping[UUID, int]
    after: Mapping[UUID, int]
    done_s: float
    end: SessionEnd


class SessionLog:
    """The journal of one session: steps with their values, ratings of its knots, where it is.

    `before` and `after` are the ratings given in this session, per knot; a session that is resumed
    begins with those it has on disk. `trouble` is why a write failed, None while all is on disk: nothing
    is dropped, the next write takes it along, and `write_again` tries it now.
    """

    def __init__(
        self,
        session: Session,
        steps: Mapping[str, Step],
        practice: Practice,
        journal: Journal,
        now: Callable[[], datetime],
    ) -> None:
        self.session = session
        self.before: dict[UUID, int] = {}
        self.after: dict[UUID, int] = {}
        self.trouble: KnownError | None = None
        self._practice, self._journal, self._now = practice, journal, now
        self._waiting: list[Write] = []
        self._at = -1.0  # the position last written
        self._knots = self._known_knots()
        for past in session.steps:
            if past.step_id in steps:
                self._remember(steps[past.step_id], past.side, past.values)

    def step(self, event: StepFinished, position_s: float, done_s: float, size: Size | None = None) -> None:
        """A step ended; the rating it asked for goes with it, both or neither."""
        segment = event.segment
        ended_at = self._now()
        row = SessionStep(
            self.session.id,
            segment.index,
            segment.step.id,
            segment.side,
            ended_at,
            max(0.0, event.seconds),
            event.end,
            dict(event.values),
        )
        check = self._check(event, ended_at, size) if event.end is StepEnd.DONE else None
        self._remember(segment.step, segment.side, event.values)
        self._at = position_s
        self._write(lambda: self._practice.step_done(self.session.id, row, position_s, done_s, check))

    def position(self, position_s: float, done_s: float) -> None:
        """Where the session is. Nothing is written where that was just said."""
        if abs(position_s - self._at) < _CLOSE and not self._waiting:
            return
        self._at = position_s
        self._write(lambda: self._practice.position(self.session.id, position_s, done_s), keep=False)

    def passing(self, position_s: float, done_s: float) -> None:
        """Where it is within a step, once a second: a session that is cut off goes on at its second."""
        if abs(position_s - self._at) >= _EVERY_S:
            self.position(position_s, done_s)

    def pressed(self, index: int, position_s: float, pain: int) -> None:
        """It hurt so much at this moment of a pressing step."""
        press = PressRating(index, position_s, self._now(), pain)
        self._write(lambda: self._practice.pressed(self.session.id, press))

    def lowered(self, times: int) -> None:
        """It was too much, so often by now."""
        self._write(lambda: self._practice.lowered(self.session.id, times))

    def finish(self, end: SessionEnd, done_s: float) -> SessionEnd:
        """The session is over; one in which nothing was done counts for nothing. Returns how it is kept."""
        if done_s < 1.0:
            self._write(lambda: self._practice.discard(self.session.id))
            return SessionEnd.DISCARDED
        self._write(lambda: self._practice.finish(self.session.id, end, done_s))
        return end

    def rated_after(self, values: Mapping[str, int]) -> None:
        """What was rated on the page after the end."""
        self._write(lambda: self._practice.rated_after(self.session.id, values))

    def write_again(self) -> None:
        """Try once more to write what could not be written."""
        if self._waiting:
            self._write_all([*self._waiting])

    def latest(self) -> Session:
        """The session as it is on disk."""
        try:
            return self._practice.session(self.session.id) or self.session
        except KnownError:
            return self.session

    def knot_at(self, side: Side | None, place: str | None = None) -> UUID | None:
        """The knot a check on this leg measures: the one at its place, else the first of that leg."""
        mine = [(knot_id, at) for knot_id, leg, at in self._knots if side is None or leg is side]
        exact = [knot_id for knot_id, at in mine if place is not None and at == place]
        if exact or place is not None:
            return exact[0] if exact else None
        return mine[0][0] if mine else None

    def _known_knots(self) -> list[tuple[UUID, Side, str]]:
        stories = (self._journal.knot(knot_id) for knot_id in self.session.knot_ids)
        return [(s.knot.id, s.knot.spot.side, s.knot.place) for s in stories if s is not None]

    def _check(self, event: StepFinished, at: datetime, size: Size | None) -> KnotCheck | None:
        step, values = event.segment.step, event.values
        knot_id = self.knot_at(event.segment.side, step.place)
        if TENDERNESS not in values or knot_id is None or self._journal.knot(knot_id) is None:
            return None
        occasion = _OCCASIONS.get(step.check or "", CheckOccasion.RATING)
        return KnotCheck(uuid4(), knot_id, at, values[TENDERNESS], size, occasion, self.session.id)

    def _remember(self, step: Step, side: Side | None, values: Mapping[str, int]) -> None:
        knot_id = self.knot_at(side, step.place)
        if knot_id is None or TENDERNESS not in values:
            return
        if step.check == "before":
            self.before.setdefault(knot_id, values[TENDERNESS])
        elif step.check == "after":
            self.after[knot_id] = values[TENDERNESS]

    def _write(self, write: Write, *, keep: bool = True) -> None:
        waiting = [*self._waiting, write]
        self._write_all(waiting)
        if self.trouble is not None and not keep:
            waiting.pop()

    def _write_all(self, waiting: list[Write]) -> None:
        self._waiting = waiting
        try:
            while waiting:
                waiting[0]()
                waiting.pop(0)
            self.trouble = None
        except KnownError as error:
            self.trouble = error
