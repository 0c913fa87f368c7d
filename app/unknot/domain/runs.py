"""A run and the pain that came with it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from msgspec import Struct

MAX_MINUTES = 24 * 60
MAX_KM = 500
KEPT = range(4)  # how often a cue came off: not yet, now and then, mostly, every time


class Run(Struct, frozen=True):
    """One run. Minutes and km as floats; every score 0..10; None means not given, never zero.

    `onset_min` is the minute of first pain; `pain_free` says that there was none, and then `onset_min`
    is None. `next_morning` is the knee the morning after. `focus_cue` is the id of the cue the run was for,
    empty where it had none, and `focus_kept` how often it came off (one of KEPT).
    """

    id: UUID
    started_at: datetime  # aware
    minutes: float
    distance_km: float | None = None
    pain_free: bool = False
    onset_min: float | None = None
    worst_pain: int | None = None
    next_morning: int | None = None
    calf: int | None = None
    heel_cord: int | None = None
    note: str = ""
    focus_cue: str = ""
    focus_kept: int | None = None

    def __post_init__(self) -> None:
        if not 0 < self.minutes <= MAX_MINUTES:
            raise ValueError("a run lasts more than 0 minutes and at most a day")
        if self.distance_km is not None and not 0 < self.distance_km <= MAX_KM:
            raise ValueError("a distance is more than 0 and at most 500 km")
        if self.onset_min is not None and not 0 <= self.onset_min <= self.minutes:
            raise ValueError("the first pain lies inside the run")
        if self.pain_free and (self.onset_min is not None or (self.worst_pain or 0) > 0):
            raise ValueError("a run without pain has no minute of first pain and no worst pain")
        for score in (self.worst_pain, self.next_morning, self.calf, self.heel_cord):
            if score is not None and not 0 <= score <= 10:
                raise ValueError("scores go from 0 to 10")
        if self.focus_kept is not None and (self.focus_kept not in KEPT or not self.focus_cue):
            raise ValueError("how often a cue came off goes from 0 to 3, and needs a cue")

    @property
    def pace_min_per_km(self) -> float | None:
        """Minutes a kilometre, None without a distance."""
        return None if self.distance_km is None else self.minutes / self.distance_km
