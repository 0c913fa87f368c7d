"""What the kept sessions say about pressing: where, on which leg, when, how long, and how often too much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject

from unknot.domain.body import Side
from unknot.domain.days import day_of
from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.domain.release_rules import LegFacts
from unknot.domain.routine import Routine
from unknot.services.practice import Practice

_WITH_STEPS = timedelta(days=3)  # only what was pressed today needs the steps
_A_PRESS_S = 5.0  # a press cut off sooner did not press
_NO_STEPS_S = 30.0  # a session that kept no step at all pressed when it went on for so long


class SessionFacts(QObject):
    """Reads the release sessions once and again after each change. Discarded ones count for nothing."""

    def __init__(
        self,
        practice: Practice,
        routines: Mapping[str, Routine],
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._practice, self._routines, self._now = practice, routines, now
        self._sessions: tuple[Session, ...] | None = None  # newest first, without steps
        self._recent: dict[UUID, Session] = {}  # with steps
        practice.changed.connect(self._forget)

    def minutes_on(self, day: date) -> float:
        """Minutes of release practice on a day."""
        return sum(session.done_s for session in self._all() if day_of(session.started_at) == day) / 60

    def first_day(self) -> date | None:
        """The day of the first release session that pressed."""
        days = [day_of(session.started_at) for session in self._all() if self._presses(session)]
        return min(days, default=None)

    def of_knot(self, knot_id: UUID) -> tuple[datetime, ...]:
        """Starts of the sessions that pressed this knot, newest first."""
        return tuple(
            session.started_at
            for session in self._all()
            if knot_id in session.knot_ids and self._presses(session)
        )

    def leg(self, place: str, side: Side) -> LegFacts:
        """What was pressed and played on a leg, and how the last session on the place went."""
        today = day_of(self._now())
        pressed: set[str] = set()
        played: dict[str, datetime] = {}
        last: Session | None = None
        for session in self._all():
            if side not in self._legs(session):
                continue
            played.setdefault(session.content_id, session.started_at)
            if not self._presses(session):
                continue
            if last is None and place in self._places(session):
                last = session
            if day_of(session.started_at) == today:
                pressed |= self._places(session)
        if last is None:
            return LegFacts(frozenset(pressed), played)
        return LegFacts(frozenset(pressed), played, last.lowered, last.started_at)

    def _all(self) -> tuple[Session, ...]:
        if self._sessions is None:
            self._sessions = tuple(
                session
                for session in self._practice.sessions(with_steps=False)
                if session.kind is SessionKind.RELEASE and session.end is not SessionEnd.DISCARDED
            )
            since = self._now() - _WITH_STEPS
            self._recent = {session.id: session for session in self._practice.sessions(since)}
        return self._sessions

    def _forget(self) -> None:
        self._sessions = None

    def _places(self, session: Session) -> set[str]:
        routine = self._routines.get(session.content_id)
        return {*session.places, *(() if routine is None else routine.targets)}

    def _presses(self, session: Session) -> bool:
        routine = self._routines.get(session.content_id)
        if routine is not None and (routine.stretch_only or routine.measure_only):
            return False
        return bool(self._legs(session))

    def _legs(self, session: Session) -> frozenset[Side]:
        """The legs it really worked on: those with a press that lasted, where its steps are known."""
        routine = self._routines.get(session.content_id)
        steps = self._recent[session.id].steps if session.id in self._recent else ()
        if routine is None or not steps or not any(step.presses for step in routine.steps):
            done = session.done_s >= _NO_STEPS_S
            return frozenset(session.sides or Side) if done else frozenset()
        presses = {step.id for step in routine.steps if step.presses}
        sides: set[Side] = set()
        for step in steps:
            if step.step_id in presses and step.seconds >= _A_PRESS_S:
                sides |= set(session.sides or Side) if step.side is None else {step.side}
        return frozenset(sides)
