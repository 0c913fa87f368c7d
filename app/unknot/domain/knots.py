"""Knots: what was marked where, every rating of it, and how it fades."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from unknot.domain.body import Spot


class KnotKind(StrEnum):
    """A lump in a muscle, or the knee pain itself."""

    KNOT = "knot"
    PAIN = "pain"


class Size(StrEnum):
    """The size ladder, smallest first. Centimetres are in vocabulary.toml."""

    NONE = "none"
    PEA = "pea"
    MARBLE = "marble"
    GOLF_BALL = "golf_ball"
    PLUM = "plum"
    GRAPEFRUIT = "grapefruit"


class CheckOccasion(StrEnum):
    """Why a rating was made."""

    RATING = "rating"
    BEFORE = "before"  # just before a release
    AFTER = "after"  # just after it
    NEXT_DAY = "next_day"  # how sore the pressed spot is the day after


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


class KnotStory(Struct, frozen=True):
    """A knot with all its checks, oldest first. There is always at least one."""

    knot: Knot
    checks: tuple[KnotCheck, ...]

    @property
    def first(self) -> KnotCheck:
        """The rating it was found with."""
        return self.checks[0]

    @property
    def latest(self) -> KnotCheck:
        """The newest rating that is not a next-day soreness (that one speaks of the pressing)."""
        ratings = [c for c in self.checks if c.occasion is not CheckOccasion.NEXT_DAY]
        return ratings[-1] if ratings else self.checks[-1]

    @property
    def size(self) -> Size | None:
        """The newest size that was given."""
        return next((c.size for c in reversed(self.checks) if c.size is not None), None)

    @property
    def first_size(self) -> Size | None:
        """The size it was found with."""
        return next((c.size for c in self.checks if c.size is not None), None)
