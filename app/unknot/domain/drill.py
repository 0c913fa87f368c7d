"""Drills for the stride, as their files describe them."""

from __future__ import annotations

from msgspec import Struct

from unknot.domain.steps import Evidence, Frequency, SetupLine, Step


class Dose(Struct, frozen=True):
    """How much: sets, seconds of work and rest, repetitions and their tempo (seconds each)."""

    sets: int
    work_seconds: int
    rest_seconds: int
    per_side: bool
    reps: int | None = None
    tempo_s: float | None = None
    tempo: str = ""


class MetronomeRange(Struct, frozen=True):
    """Beats a minute: the dial's range, its default, and what it is relative to."""

    min: int
    max: int
    default: int
    step: int
    beat: str  # each_foot_contact | each_rep
    relative_to: str = ""
    relative_min: float = 1.0
    relative_max: float = 1.0
    relative_default: float = 1.0


class Cue(Struct, frozen=True):
    """A technique cue of the drill."""

    when: str
    say: str


class Fault(Struct, frozen=True):
    """What can go wrong and what to do about it."""

    id: str
    see: str
    do: str
    say: str


class Score(Struct, frozen=True):
    """A value the drill asks for; where the unit is "choice" it is the place in `choices`."""

    id: str
    unit: str
    min: int
    max: int
    per_side: bool
    choices: tuple[str, ...] = ()


class Threshold(Struct, frozen=True):
    """What a measure from `min` to `max` (both included) means, and what to do then."""

    measure: str  # a score, or difference_percent
    band: str
    min: int
    max: int
    then: str


class Drill(Struct, frozen=True):
    """A drill file, format 1."""

    id: str
    title: str
    summary: str
    kind: str  # check strength posture gait integration
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
    serves: tuple[str, ...]
    equipment: tuple[str, ...]
    space: str
    dose: Dose
    cues: tuple[Cue, ...]
    faults: tuple[Fault, ...]
    score: tuple[Score, ...]
    contraindications: tuple[str, ...]
    areas: tuple[str, ...] = ()
    metronome_bpm: MetronomeRange | None = None
    forefoot: bool = False
    min_ladder_level: int = 0
    thresholds: tuple[Threshold, ...] = ()

    @property
    def has_sides(self) -> bool:
        """Whether it holds a block that is played once per leg."""
        return any(step.per_side for step in self.steps)

    @property
    def scores_left(self) -> tuple[str, ...]:
        """The scores that no check of it asks for: they are asked at its end."""
        asked = {record for step in self.steps for record in step.records}
        return tuple(score.id for score in self.score if score.id not in asked)
