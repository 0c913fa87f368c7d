"""Release routines, and how one unfolds into a timeline for one leg or both."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.steps import Evidence, Frequency, SetupLine, Step


class ToolNeed(Struct, frozen=True):
    """A tool the routine needs: any one of `any_of`, or a thing found in the household."""

    role: str
    any_of: tuple[str, ...]
    household: tuple[str, ...]
    optional: bool


class Breathing(Struct, frozen=True):
    """Seconds in and out of the breathing pacer."""

    in_s: int
    out_s: int


class Routine(Struct, frozen=True):
    """A release routine file, format 1. Lengths in seconds, hours_between in hours.

    `sore_leg_last` is of the user's own versions: the leg that is less sore begins.
    """

    id: str
    title: str
    summary: str
    level: int
    phases: tuple[int, ...]
    frequency_per_week: Frequency
    minutes: float
    total_seconds: int
    total_seconds_one_side: int
    progression: str
    regression: str
    progress_to: str
    regress_to: str
    stop_rules: tuple[str, ...]
    setup: tuple[SetupLine, ...]
    evidence: tuple[Evidence, ...]
    steps: tuple[Step, ...]
    targets: tuple[str, ...]
    tools: tuple[ToolNeed, ...]
    position: str
    hours_between: int
    pressure_ceiling: int
    breathing: Breathing
    cautions: tuple[str, ...]
    claims: tuple[str, ...]
    check_before: bool
    check_after: bool
    measure_only: bool = False
    stretch_only: bool = False
    sore_leg_last: bool = False

    @property
    def has_sides(self) -> bool:
        """Whether it holds a block that is played once per leg."""
        return any(step.per_side for step in self.steps)
