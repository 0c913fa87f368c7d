"""Where a drill is: which set of how many, which repetition, and where a score begins."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from unknot.domain.drill import Drill, Fault, Score
from unknot.domain.steps import SET_KINDS, Step, StepKind
from unknot.domain.timeline import Segment, Timeline

_BETWEEN = (StepKind.REST, StepKind.WALK)  # what stands between two sets


class SetPlace(Struct, frozen=True):
    """Set `number` of `count` for this leg; number 0 before the first. `on`: it is being done now."""

    number: int
    count: int
    on: bool

    def shares(self, of_this: float) -> tuple[float, ...]:
        """How much of each set is done, 0..1, where `of_this` of the one that is on is."""
        done = self.number - 1 if self.on else self.number
        return tuple(
            1.0 if i < done else of_this if i == done and self.on else 0.0 for i in range(self.count)
        )


class RepPlace(Struct, frozen=True):
    """Repetitions `done` of `count`, and how much of the one that is on is over, 0..1."""

    done: int
    count: int
    fraction: float


def set_at(timeline: Timeline, segment: Segment) -> SetPlace:
    """Which set the segment is, or the last one before it; sets of one leg are counted for that leg."""
    sets = [s for s in timeline.segments if s.step.kind in SET_KINDS and s.side is segment.side]
    if not sets:  # between the legs: as far as the leg before
        sets = [s for s in timeline.segments if s.step.kind in SET_KINDS and s.index < segment.index]
        sets = [s for s in sets if s.side is sets[-1].side] if sets else []
    number = sum(1 for s in sets if s.index <= segment.index)
    return SetPlace(number, len(sets), segment.step.kind in SET_KINDS)


def fault_between(drill: Drill, timeline: Timeline, segment: Segment) -> Fault | None:
    """One common fault between two sets, the next one between the next."""
    place = set_at(timeline, segment)
    between = segment.step.kind in _BETWEEN and 0 < place.number < place.count
    return drill.faults[(place.number - 1) % len(drill.faults)] if between and drill.faults else None


def reps_at(step: Step, in_step: float) -> RepPlace | None:
    """The repetition that is on; None where the step has no tempo."""
    if not step.tempo_s or step.kind not in SET_KINDS:
        return None
    count = max(1, round(step.seconds / step.tempo_s))
    over = min(max(in_step, 0.0) / step.tempo_s, count - 1e-9)
    return RepPlace(int(over), count, over % 1.0)


def reps_of_beats(step: Step, beats: float, bpm: float) -> RepPlace | None:
    """The repetition that is on where each has a beat of its own, whatever the tempo."""
    if step.kind not in SET_KINDS:
        return None
    count = max(1, round(step.seconds * bpm / 60))
    over = min(max(beats, 0.0), count - 1e-9)
    return RepPlace(int(over), count, over % 1.0)


def sets_in(timeline: Timeline) -> int:
    """How many sets are played, those of both legs and an extra one with them."""
    return sum(segment.step.kind in SET_KINDS for segment in timeline.segments)


def planned(
    score: Score, drill: Drill, rate: float | None, reached: int | None = None, *, sets: int | None = None
) -> int:
    """Where a counted score begins: what was measured, else what the drill plans, within its range.

    `rate` is the beat or the runner's own steps a minute, `reached` the seconds of an open-ended step, `sets`
    how many are played; None takes those of the file.
    """
    guess = score.min
    if reached is not None:
        guess = reached
    elif score.id == "reps" and drill.dose.reps:
        legs = 2 if drill.dose.per_side else 1
        guess = drill.dose.reps * (drill.dose.sets * legs if sets is None else sets)
    elif score.id == "run_s":
        guess = sum(step.seconds for step in drill.steps if step.kind is StepKind.RUN)
    elif score.unit == "steps/min" and rate:
        guess = round(rate)
    return min(max(guess, score.min), score.max)


def own_rate(drill: Drill, values: Mapping[str, int]) -> int | None:
    """The runner's own steps a minute, where a drill that only measures has counted them."""
    return values.get("step_rate_spm") if drill.kind == "check" else None
