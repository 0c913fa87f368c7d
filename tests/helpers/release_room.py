"""The services that choose a routine, on one history, with acts that read like a diary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from helpers.histories import a_step
from helpers.wall_clock import WallClock
from unknot.content.library import Library
from unknot.domain.body import Side, Spot
from unknot.domain.knots import KnotKind, KnotStory, Size
from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.services.journal import Journal
from unknot.services.practice import Practice
from unknot.services.release import Fit, Release
from unknot.services.screening import Screening
from unknot.storage.history import History

UPPER, LOWER = "gastrocnemius_lateral_belly_upper", "gastrocnemius_lateral_lower"
SEAM, JUNCTION = "itb_hamstring_interface", "biceps_femoris_junction"
CLEAR = {"emergency": "none", "injury": "no", "nerve": "no", "rest": "no", "general": "none"} | {
    "pressure": "none",
    "lump": "none",
}


@dataclass
class Room:
    """The services on one history, past the first gate and the first week."""

    library: Library
    journal: Journal
    practice: Practice
    screening: Screening
    release: Release
    clock: WallClock

    def mark(
        self,
        place: str = UPPER,
        tenderness: int = 6,
        size: Size | None = None,
        *,
        side: Side = Side.RIGHT,
        kind: KnotKind = KnotKind.KNOT,
        v: float | None = None,
    ) -> UUID:
        """Mark a knot where a knot at that place goes first."""
        view, (u, own_v) = next(iter(self.library.places[place].default_at.items()))
        spot = Spot(view, side, u, own_v if v is None else v)
        return self.journal.add_knot(spot, place, tenderness, size, kind=kind).id

    def fit(self, knot_id: UUID, **more: bool) -> Fit:
        """What is for it now."""
        return self.release.fit(self.story(knot_id), **more)

    def story(self, knot_id: UUID) -> KnotStory:
        """The knot with its ratings."""
        story = self.journal.knot(knot_id)
        assert story is not None
        return story

    def play(
        self,
        routine: str,
        knot_id: UUID | None = None,
        *,
        sides: tuple[Side, ...] = (Side.RIGHT,),
        minutes: float = 5,
        lowered: int = 0,
        pressed: bool = True,
        end: SessionEnd = SessionEnd.DONE,
    ) -> UUID:
        """A session of that routine, begun now."""
        content = self.library.routines[routine]
        session = self.practice.begin(
            SessionKind.RELEASE,
            routine,
            content.title,
            sides=sides,
            places=content.targets,
            knot_ids=() if knot_id is None else (knot_id,),
            total_s=content.total_seconds_one_side,
            ceiling=content.pressure_ceiling or None,
        )
        measures = content.measure_only
        step = next(one for one in content.steps if (one.waits if measures else one.presses is pressed))
        values = {"tenderness_0_10": 3} if measures else {}
        for number, side in enumerate(sides):
            fields = {"step_id": step.id, "side": side, "seconds": 20.0, "values": values}
            done = a_step(session.id, number, self.clock(), **fields)
            self.practice.step_done(session.id, done, 20.0, minutes * 60)
        if lowered:
            self.practice.lowered(session.id, lowered)
        self.practice.finish(session.id, end, minutes * 60)
        return session.id

    def session(self, session_id: UUID) -> Session:
        """A session as it is kept."""
        session = self.practice.session(session_id)
        assert session is not None
        return session

    def past_first_week(self, routine: str = "ham-chair-ball") -> None:
        """A first session on the other leg, eight days ago."""
        now = self.clock.time
        self.clock.time = now - timedelta(days=8)
        self.play(routine, sides=(Side.LEFT,))
        self.clock.time = now


def a_room(
    library: Library, history: History, clock: WallClock, at_hand: frozenset[str] | None = None
) -> Room:
    """Somebody who passed the first gate and never pressed."""
    journal, practice = Journal(history, clock), Practice(history, clock)
    screening = Screening(library.screening, history, clock)
    screening.save(CLEAR)
    clock.advance(minutes=1)
    release = Release(library, journal, practice, screening, clock, at_hand=lambda: at_hand)
    return Room(library, journal, practice, screening, release, clock)
