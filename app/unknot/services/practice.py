"""Practice sessions: each step on disk the moment it ends, so that a crash loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from unknot.domain.body import Side
from unknot.domain.days import day_of
from unknot.domain.knots import CheckOccasion, KnotCheck
from unknot.domain.practice import (
    AFTER,
    Planned,
    PressRating,
    Session,
    SessionEnd,
    SessionKind,
    SessionStep,
    StepEnd,
)
from unknot.services.changes import Change, Kind
from unknot.storage.history import History

_LOOK_BACK = timedelta(days=3)  # more than the day before, whatever the offsets


class Practice(QObject):
    """The user's sessions.

    Every call that writes is one transaction and on disk when it returns. `changed` follows, except
    after position() and lowered(), which pages do not show. KnownError goes to the caller and nothing
    has changed then; an id that is not there raises KeyError.
    """

    changed = Signal(object)  # Change

    def __init__(self, history: History, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._now = now
        self._played_here: set[UUID] = set()  # the others were cut off by a crash

    def begin(
        self,
        kind: SessionKind,
        content_id: str,
        title: str,
        *,
        sides: Sequence[Side],
        places: Iterable[str],
        knot_ids: Iterable[UUID],
        total_s: float,
        ceiling: int | None = None,
        bpm: float | None = None,
        prepare_s: int = 0,
        half: bool = False,
        set_id: UUID | None = None,
        following: Iterable[Planned] = (),
    ) -> Session:
        """Begin a session. One that was left open before is closed with what was done of it.

        One with others `following` it, and no `set_id`, is the first of a set.
        """
        own_id, then = uuid4(), tuple(following)
        session = Session(
            id=own_id,
            kind=kind,
            content_id=content_id,
            title=title,
            started_at=self._now(),
            ended_at=None,
            end=SessionEnd.OPEN,
            sides=tuple(sides),
            places=tuple(places),
            knot_ids=tuple(knot_ids),
            total_s=total_s,
            done_s=0.0,
            position_s=0.0,
            ceiling=ceiling,
            bpm=bpm,
            prepare_s=prepare_s,
            half=half,
            set_id=own_id if then and set_id is None else set_id,
            following=then,
        )
        with self._history.transaction():
            for left in self._history.sessions.open_ones():
                end = SessionEnd.PARTIAL if left.done_s > 0 else SessionEnd.DISCARDED
                self._history.sessions.set_end(left.id, end, _last_known(left), left.done_s)
            self._history.sessions.add(session)
        self._played_here.add(session.id)
        self._tell(Kind.SESSIONS)
        return session

    def step_done(
        self,
        session_id: UUID,
        step: SessionStep,
        position_s: float,
        done_s: float,
        check: KnotCheck | None = None,
    ) -> None:
        """Write a finished step, where the session is now, and the rating the step asked for, as one."""
        with self._history.transaction():
            self._history.sessions.set_progress(session_id, position_s, done_s)
            self._history.sessions.add_step(step)
            if check is not None:
                self._history.knots.add_check(check)
        self._played_here.add(session_id)
        if check is None:
            self._tell(Kind.SESSIONS)
        else:
            self._tell(Kind.SESSIONS, Kind.KNOTS)

    def rated_after(self, session_id: UUID, values: Mapping[str, int]) -> None:
        """Write what was rated once a session was over; a later rating of the same counts."""
        session = self._history.sessions.get(session_id)
        if session is None:
            raise KeyError(session_id)
        last = max((step.index for step in session.steps), default=0)
        row = SessionStep(session_id, last, AFTER, None, self._now(), 0.0, StepEnd.DONE, dict(values))
        self._history.sessions.add_step(row)
        self._tell(Kind.SESSIONS)

    def position(self, session_id: UUID, position_s: float, done_s: float) -> None:
        """Write where the session is: at each step's start, at a pause."""
        self._history.sessions.set_progress(session_id, position_s, done_s)
        self._played_here.add(session_id)

    def pressed(self, session_id: UUID, press: PressRating) -> None:
        """Write how much it hurt at one moment of a pressing step."""
        self._history.sessions.add_press(session_id, press)

    def lowered(self, session_id: UUID, times: int) -> None:
        """Write how often it was too much so far. A rating that lowers the ceiling does not count."""
        self._history.sessions.set_lowered(session_id, times)

    def finish(self, session_id: UUID, end: SessionEnd, done_s: float) -> None:
        """End a session. One cut off by a crash ended when its last step did."""
        session = self._history.sessions.get(session_id)
        if session is None:
            raise KeyError(session_id)
        ended_at = self._now() if session_id in self._played_here else _last_known(session)
        self._history.sessions.set_end(session_id, end, ended_at, done_s)
        self._tell(Kind.SESSIONS)

    def discard(self, session_id: UUID) -> None:
        """Throw a session away: its steps stay on disk but it counts for nothing."""
        session = self._history.sessions.get(session_id)
        if session is None:
            raise KeyError(session_id)
        self.finish(session_id, SessionEnd.DISCARDED, session.done_s)

    def unfinished(self) -> Session | None:
        """The newest session that never ended, to be resumed, saved or discarded."""
        left = self._history.sessions.open_ones()
        return left[0] if left else None

    def left_between(self) -> Session | None:
        """The last session, where it was played to its end today and what follows it never began.

        An end and the beginning of what follows are two transactions. Whatever stops the program between
        them leaves the first one behind, and that is enough to go on from.
        """
        now = self._now()
        recent = self._history.sessions.all(now - _LOOK_BACK, with_steps=False)
        last = recent[0] if recent else None
        if last is None or not last.came_to_its_end or not last.following:
            return None
        return last if day_of(last.started_at) == day_of(now) else None

    def leave_rest(self, session_id: UUID) -> None:
        """What follows a session in its set will not be done."""
        self._history.sessions.set_following(session_id, ())

    def session(self, session_id: UUID) -> Session | None:
        """One session with its steps."""
        return self._history.sessions.get(session_id)

    def sessions(self, since: datetime | None = None, *, with_steps: bool = True) -> tuple[Session, ...]:
        """Sessions begun at or after `since`, newest first; discarded and open ones too.

        Years of them are read much faster without their steps.
        """
        return self._history.sessions.all(since, with_steps=with_steps)

    def scored(self) -> tuple[Session, ...]:
        """Drills that hold a score, newest first, with the steps that do and none of the others."""
        return self._history.sessions.scored()

    def next_day_due(self) -> tuple[Session, ...]:
        """Yesterday's release sessions with a pressed knot nobody asked about today, newest first.

        Without their steps.
        """
        now = self._now()
        yesterday = day_of(now) - timedelta(days=1)
        return tuple(
            session
            for session in self._history.sessions.all(now - _LOOK_BACK, with_steps=False)
            if session.kind is SessionKind.RELEASE
            and session.end not in (SessionEnd.OPEN, SessionEnd.DISCARDED)
            and session.done_s > 0
            and day_of(session.started_at) == yesterday
            and self.next_day_knots(session)
        )

    def next_day_knots(self, session: Session) -> tuple[UUID, ...]:
        """The knots of a session whose soreness of the day after is not known yet."""
        stories = (self._history.knots.get(knot_id) for knot_id in session.knot_ids)
        return tuple(
            story.knot.id
            for story in stories
            if story is not None and not any(_answers(check, session) for check in story.checks)
        )

    def _tell(self, *kinds: Kind) -> None:
        self.changed.emit(Change(frozenset(kinds)))


def _answers(check: KnotCheck, session: Session) -> bool:
    return check.occasion is CheckOccasion.NEXT_DAY and (
        check.session_id == session.id or day_of(check.at) > day_of(session.started_at)
    )


def _last_known(session: Session) -> datetime:
    return session.steps[-1].ended_at if session.steps else session.started_at
