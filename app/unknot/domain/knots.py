"""Knots: what was marked where, every rating of it, and how it fades."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from unknot.domain.body import Spot


class KnotKind(StrEnum):
    """What was marked."""

    KNOT = "knot"  # a lump in a muscle
    SORE_LINE = "sore_line"  # a thick or sore cord; it has no size
    SHARP = "sharp"  # sharp pain: it is followed, never pressed
    PAIN = "pain"  # the knee pain itself, or soreness where nothing is pressed
    OTHER = "other"  # of a newer version: kept, never pressed

    @property
    def is_pressed(self) -> bool:
        """Whether a routine may press it, where its place may be pressed at all."""
        return self in {KnotKind.KNOT, KnotKind.SORE_LINE}

    @property
    def is_pain(self) -> bool:
        """Whether it is a pain and not something felt in a muscle."""
        return self in {KnotKind.PAIN, KnotKind.SHARP}


class Size(StrEnum):
    """The size ladder, smallest first. Centimetres are in vocabulary.toml."""

    NONE = "none"
    PEA = "pea"
    MARBLE = "marble"
    GOLF_BALL = "golf_ball"
    PLUM = "plum"
    GRAPEFRUIT = "grapefruit"


def rung(size: Size | None) -> int:
    """How high on the ladder a size stands, from 0; -1 where none was given."""
    return -1 if size is None else list(Size).index(size)


class CheckOccasion(StrEnum):
    """Why a rating was made."""

    RATING = "rating"
    BEFORE = "before"  # just before a release
    AFTER = "after"  # just after it
    NEXT_DAY = "next_day"  # how sore the pressed spot is the day after
    AGAIN = "again"  # the same spot a few minutes later, to learn how much two ratings differ
    OTHER = "other"  # of a newer version


TENDERNESS_WORDS = ("none", *("mild",) * 3, *("clear",) * 3, *("strong",) * 2, *("extreme",) * 2)


def tenderness_word(score: int) -> str:
    """The word for a tenderness or pain score 0..10 (design system, section 3)."""
    return TENDERNESS_WORDS[score]


class Knot(Struct, frozen=True):
    """One marked place. `place` is an id of regions.json; `closed_at` is set while no longer found."""

    id: UUID
    kind: KnotKind
    place: str
    spot: Spot
    found_at: datetime  # aware
    note: str = ""
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still found."""
        return self.closed_at is None


class KnotCheck(Struct, frozen=True):
    """One rating. `tenderness` 0..10; `size` is None for knee pain and where only soreness was asked."""

    id: UUID
    knot_id: UUID
    at: datetime  # aware
    tenderness: int
    size: Size | None = None
    occasion: CheckOccasion = CheckOccasion.RATING
    session_id: UUID | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.tenderness <= 10:
            raise ValueError(f"tenderness goes from 0 to 10, not {self.tenderness}")


class Gap(Struct, frozen=True):
    """A time in which a knot was no longer found, before it was found again."""

    id: UUID
    knot_id: UUID
    closed_at: datetime  # aware
    reopened_at: datetime  # aware


class KnotStory(Struct, frozen=True):
    """A knot with all its checks and gaps, oldest first. There is always at least one check."""

    knot: Knot
    checks: tuple[KnotCheck, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def first(self) -> KnotCheck:
        """The rating it was found with."""
        return self.checks[0]

    @property
    def latest(self) -> KnotCheck:
        """The newest rating that is not a next-day soreness (that one speaks of the pressing)."""
        aside = {CheckOccasion.NEXT_DAY, CheckOccasion.OTHER}
        return next((c for c in reversed(self.checks) if c.occasion not in aside), self.checks[-1])

    @property
    def size(self) -> Size | None:
        """The newest size that was given."""
        return next((c.size for c in reversed(self.checks) if c.size is not None), None)

    @property
    def first_size(self) -> Size | None:
        """The size it was found with."""
        return next((c.size for c in self.checks if c.size is not None), None)


SAME_AGAIN = timedelta(minutes=2)


def is_said_already(story: KnotStory, score: int, now: datetime) -> bool:
    """Whether the newest rating says just this, made so short ago that it is the same one."""
    last = story.latest
    fresh = timedelta(0) <= now - last.at < SAME_AGAIN
    return fresh and last.tenderness == score and last.occasion is CheckOccasion.RATING


SAME_SITTING = timedelta(minutes=5)


def is_size_of_latest(story: KnotStory, now: datetime) -> bool:
    """Whether a size said now belongs to the newest rating: made by hand, moments ago, at this tenderness."""
    last = story.latest
    fresh = timedelta(0) <= now - last.at < SAME_SITTING
    return fresh and last.occasion is CheckOccasion.RATING and last.session_id is None


OLDEST_CHECK = timedelta(days=3653)  # ten years: what is typed for longer ago is a slip


class TimeFault(StrEnum):
    """Why a rating cannot have been made at some time."""

    IN_FUTURE = "in_future"
    TOO_OLD = "too_old"


def time_fault(at: datetime, now: datetime) -> TimeFault | None:
    """What speaks against a rating at `at`; None where nothing does.

    A rating may lie before the knot was found: then it was found that day (`found_with`).
    """
    if at > now:
        return TimeFault.IN_FUTURE
    return TimeFault.TOO_OLD if now - at > OLDEST_CHECK else None


def found_with(checks: Iterable[KnotCheck]) -> datetime:
    """When a knot with these ratings was found: with the first of them."""
    return min(check.at for check in checks)
