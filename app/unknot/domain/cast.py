"""Who an invented history is about: the knots it begins with, the drills done, the words noted."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import Size


class CastKnot(Struct, frozen=True):
    """A knot, or the knee pain (no size, no routine), as it is found first."""

    place: str
    view: View
    side: Side
    at: tuple[float, float]  # u, v of the right leg's picture
    tenderness: int
    note: str
    size: Size | None = None
    routine: str = ""
    after_days: int = 0  # how late in a bad time it is found
    fades: float = 1.0  # how well it answers to practice

    @property
    def spot(self) -> Spot:
        """Its point on the map."""
        return Spot(self.view, self.side, *self.at)


class Cast(Struct, frozen=True):
    """Everything that is invented by hand. `mark` stands in every note, so that nobody is fooled."""

    format: int
    mark: str
    drills: tuple[str, ...]
    checks: tuple[str, ...]  # drills that measure, once a week
    cues: tuple[str, ...]  # for runs, some runs each
    run_notes: tuple[str, ...]
    pain: CastKnot
    knots: tuple[CastKnot, ...]
