"""Which routine serves which place, and what a day and a rating allow: the rules as data."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from unknot.domain.knots import Size
from unknot.domain.own_ids import made_from


class Dose(StrEnum):
    """How much of a routine is played today."""

    FULL = "full"
    HALF = "half"  # the routine itself, half the time
    HALF_GENTLE = "half_gentle"  # the gentle version, half the time
    SKIP = "skip"  # too little to press
    NONE = "none"  # too much to press

    @property
    def is_half(self) -> bool:
        """Whether only half the time is played."""
        return self in {Dose.HALF, Dose.HALF_GENTLE}


class Occasion(StrEnum):
    """Why a routine is offered that no single knot asks for."""

    MAP_DAY = "map_day"  # all knots are measured anew
    SESSION_END = "session_end"  # the stretch that closes a session
    BOTH_LEGS = "both_legs"  # calf and hamstring of both legs would pass the minutes of the day
    BEFORE_RUN = "before_run"


class Band(Struct, frozen=True):
    """What a tenderness of `min` to `max` (both included) allows."""

    min: int
    max: int
    ceiling: int
    dose: Dose


class TooMuch(Struct, frozen=True):
    """What one "too much" takes off the ceiling, and under which ceiling a place is left alone."""

    lower_by: int
    leave_below: int


class KnotRule(Struct, frozen=True):
    """The routines for a knot at a place: the first choice and the gentler or other one ("" if none)."""

    place: str
    group: str
    weight: float
    routine: str
    else_routine: str


class Pace(Struct, frozen=True):
    """Days, hours and numbers of sessions (SELECTION.md and SCHEMA.md, all of them working values)."""

    day_minutes: float  # of release practice in one day
    first_week_days: int  # from the first release session on: gentle routines, whatever the numbers
    rest_hours: int  # after a rating of 9 or 10, after a worse next day, after "too much" down to nothing
    worse_by: int  # points over the rating before: skip `rest_hours`, then half the time
    better_by: int  # points under the first rating that count as a change
    swap_after: int  # sessions without a change: the other choice
    stop_after: int  # sessions without a change: stop here and ask somebody
    map_days: int  # from one re-check of all knots to the next


class SessionEnding(Struct, frozen=True):
    """The stretch that closes a release session, and the routines that hold it already."""

    routine: str
    inside: tuple[str, ...]
    minutes: float


class SelectionRules(Struct, frozen=True):
    """All of selection.toml that a release goes by."""

    session_order: tuple[str, ...]
    max_places_per_session: int
    size_points: dict[Size, int]
    bands: tuple[Band, ...]
    too_much: TooMuch
    knots: dict[str, KnotRule]  # by place
    calf_day_routines: tuple[str, ...]
    session_end: SessionEnding
    pace: Pace
    occasions: dict[Occasion, str]  # routine ids

    def occasion(self, routine_id: str) -> Occasion | None:
        """What a routine is for where no single knot asks for it."""
        wanted = made_from(routine_id)  # an own version is for what the shipped one is for
        return next((why for why, name in self.occasions.items() if name == wanted), None)

    def band(self, tenderness: int) -> Band:
        """What this tenderness (0..10) allows."""
        return next(band for band in self.bands if band.min <= tenderness <= band.max)
