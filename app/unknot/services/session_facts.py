"""What the kept sessions say about pressing: where, on which leg, when, how long, and how often too much."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from msgspec import Struct
from PySide6.QtCore import QObject

from unknot.domain.body import Side
from unknot.domain.days import day_of
from unknot.domain.own_ids import made_from
from unknot.domain.practice import Session, SessionEnd, SessionKind, SessionStep
from unknot.domain.release_rules import LegFacts
from unknot.domain.routine import Routine
from unknot.domain.steps import Step
from unknot.services.practice import Practice

_WITH_STEPS = timedelta(days=3)  # only what was pressed today needs the steps, and what measured
_A_PRESS_S = 5.0  # a press cut off sooner did not press
_NO_STEPS_S = 30.0  # a session that kept no step at all pressed when it went on for so long


class _Fact(Struct, frozen=True):
    """One release session, boiled down. `tells` are the legs whose next session has to know how it went."""

    session_id: UUID
    content_id: str
    start: datetime
    day: date
    seconds: float
    legs: frozenset[Side]
    tells: frozenset[Side]
    presses: bool
    measures: bool
    places: frozenset[str]
    knot_ids: tuple[UUID, ...]
    lowered: int


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
        self._facts: tuple[_Fact, ...] | None = None  # newest first
        self._measured: dict[UUID, Session] = {}  # long ago, with their steps
        practice.changed.connect(self._forget)

    def minutes_on(self, day: date) -> float:
        """Minutes of release practice on a day; measuring is none."""
        return sum(fact.seconds for fact in self._all() if fact.day == day and not fact.measures) / 60

    def last_start(self, routine_id: str) -> datetime | None:
        """When a routine was last begun, on whichever leg."""
        return next((fact.start for fact in self._all() if fact.content_id == routine_id and fact.legs), None)

    def worked(self, session: Session) -> tuple[Side, ...]:
        """The legs a session pressed, in the order it played them."""
        fact = next((fact for fact in self._all() if fact.session_id == session.id), None)
        if fact is None or not fact.presses:
            return ()
        return tuple(side for side in session.sides or tuple(Side) if side in fact.legs)

    def first_day(self) -> date | None:
        """The day of the first release session that pressed."""
        return min((fact.day for fact in self._all() if fact.presses), default=None)

    def of_knot(self, knot_id: UUID) -> tuple[datetime, ...]:
        """Starts of the sessions that pressed this knot, newest first."""
        return tuple(fact.start for fact in self._all() if fact.presses and knot_id in fact.knot_ids)

    def leg(self, place: str, side: Side, *, without: UUID | None = None) -> LegFacts:
        """What was pressed and played on a leg, and how the last session on the place went.

        `without` leaves one session out: the one that is on.
        """
        today = day_of(self._now())
        pressed: set[str] = set()
        played: dict[str, datetime] = {}
        last: _Fact | None = None
        for fact in self._all():
            if fact.session_id == without:
                continue
            if last is None and side in fact.tells and place in fact.places:
                last = fact
            if side not in fact.legs:
                continue
            played.setdefault(made_from(fact.content_id), fact.start)
            if fact.presses and fact.day == today:
                pressed |= fact.places
        if last is None:
            return LegFacts(frozenset(pressed), played)
        return LegFacts(frozenset(pressed), played, last.lowered, last.start)

    def _all(self) -> tuple[_Fact, ...]:
        if self._facts is None:
            since = self._now() - _WITH_STEPS
            recent = {session.id: session for session in self._practice.sessions(since)}
            self._facts = tuple(
                self._fact(recent.get(session.id) or self._old(session))
                for session in self._practice.sessions(with_steps=False)
                if session.kind is SessionKind.RELEASE and session.end is not SessionEnd.DISCARDED
            )
        return self._facts

    def _old(self, session: Session) -> Session:
        """One of long ago: with its steps where only those tell whether anything was measured."""
        routine = self._routine(session)
        if routine is None or not routine.measure_only:
            return session
        if session.id not in self._measured:
            self._measured[session.id] = self._practice.session(session.id) or session
        return self._measured[session.id]

    def _routine(self, session: Session) -> Routine | None:
        """What was played; of an own version that was deleted, the shipped one."""
        which = session.content_id
        return self._routines.get(which) or self._routines.get(made_from(which))

    def _forget(self) -> None:
        self._facts = None

    def _fact(self, session: Session) -> _Fact:
        routine = self._routine(session)
        legs = _legs(session, routine)
        only_stretches = routine is not None and (routine.stretch_only or routine.measure_only)
        pressed = frozenset[Side]() if only_stretches else legs
        too_much = session.lowered > 0 and not pressed  # said before a press had lasted long enough to count
        return _Fact(
            session_id=session.id,
            content_id=session.content_id,
            start=session.started_at,
            day=day_of(session.started_at),
            seconds=session.done_s,
            legs=legs,
            tells=frozenset(session.sides or Side) if too_much else pressed,
            presses=bool(pressed),
            measures=routine is not None and routine.measure_only,
            places=frozenset({*session.places, *(() if routine is None else routine.targets)}),
            knot_ids=session.knot_ids,
            lowered=session.lowered,
        )


def _legs(session: Session, routine: Routine | None) -> frozenset[Side]:
    """The legs it really worked on, where its steps are known: those of the steps that count."""
    counting = {} if routine is None else {step.id: step for step in routine.steps if _counts(step, routine)}
    if not session.steps or not counting:
        done = session.done_s >= _NO_STEPS_S
        return frozenset(session.sides or Side) if done else frozenset()
    sides: set[Side] = set()
    for step in session.steps:
        if step.step_id in counting and _is_done(step, counting[step.step_id]):
            sides |= set(session.sides or Side) if step.side is None else {step.side}
    return frozenset(sides)


def _counts(step: Step, routine: Routine) -> bool:
    """What a routine is for: its presses, or its checks where it only measures."""
    return step.waits if routine.measure_only else step.presses


def _is_done(done: SessionStep, step: Step) -> bool:
    """A press that lasted; a check that was answered, however fast."""
    return bool(done.values) if step.waits else done.seconds >= _A_PRESS_S
