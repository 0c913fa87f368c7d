"""What a routine of the user's own has to keep besides the rules of the format.

The order of a side block is not free: what presses stands between the two checks, so that both are of the
same spot. Two minutes of pressing a spot are the most (DOMAIN.md, limits for every routine; E68).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec.structs import replace

from unknot.domain.own_ids import source_in, source_step
from unknot.domain.routine import Routine
from unknot.domain.step_rules import MOST_SPOT_S
from unknot.domain.steps import Step, StepKind

MOST_TITLE = 60  # characters (format 1)
_FIXED = (StepKind.CHECK, StepKind.SWITCH_SIDE)  # there once, where they are
_KEPT = (*_FIXED, StepKind.STRETCH)


class Fault(StrEnum):
    """Why a routine cannot be the user's own as it is."""

    NO_TITLE = "no_title"
    TITLE_LONG = "title_long"
    TITLE_SIGNS = "title_signs"  # braces hold the place of a word
    MEASURES = "measures"  # it only measures
    CHECK = "check"  # a check is missing, or there twice
    SWITCH = "switch"
    STRETCH = "stretch"  # a closing stretch is missing
    NO_PRESS = "no_press"  # nothing left that presses
    NO_CEILING = "no_ceiling"  # nothing left that says how firmly
    OUTSIDE_CHECKS = "outside_checks"  # a press before the first check or after the last
    GROUP = "group"  # what is for each leg left its block
    SPOT_LONG = "spot_long"
    PRESS_LONG = "press_long"
    DAY_LONG = "day_long"
    SAME_CUE = "same_cue"  # neighbours that read the same and are not
    STEPS = "steps"  # a step that its shipped routine does not have


def title_fault(title: str) -> Fault | None:
    """What is wrong with a name."""
    if not title.strip():
        return Fault.NO_TITLE
    if len(title) > MOST_TITLE:
        return Fault.TITLE_LONG
    return Fault.TITLE_SIGNS if {"{", "}"} & set(title) else None


def own_fault(routine: Routine, origin: Routine | None, day_s: float) -> Fault | None:
    """The first rule it breaks; `day_s` are the seconds of release practice that a day allows.

    `origin` is the shipped routine of which it is a version, None for one that is not.
    """
    if routine.measure_only:
        return Fault.MEASURES
    found = title_fault(routine.title) or _order_fault(routine.steps)
    if found is None and origin is not None:
        found = _kept_fault(routine, origin)
    return found or _length_fault(routine, origin, day_s)


def is_version(routine: Routine, origin: Routine) -> bool:
    """Whether it differs from a shipped one only in name, order, number and seconds of its steps."""
    if _head(routine) != _head(origin):
        return False
    sources = {step.id: _words(step) for step in origin.steps}
    return all(sources.get(source_in(step.id, sources)) == _words(step) for step in routine.steps)


def says_ceiling(steps: Iterable[Step]) -> bool:
    """Whether a step that presses says how firmly."""
    return any(
        "{ceiling}" in text
        for step in steps
        if step.presses
        for text in (step.text, step.say, *(prompt.say for prompt in step.prompts))
    )


def same_cue(before: Step, step: Step) -> bool:
    """Whether neighbours read the same from afar and are not."""
    return step.cue == before.cue and (step.kind, step.text) != (before.kind, before.text)


def pressed_s(steps: Iterable[Step]) -> int:
    """Seconds under pressure on one leg."""
    return sum(step.seconds for step in steps if step.presses)


def _order_fault(steps: Sequence[Step]) -> Fault | None:
    checks = {name: [i for i, s in enumerate(steps) if s.check == name] for name in ("before", "after")}
    presses = [i for i, step in enumerate(steps) if step.presses and step.per_side]
    if presses and (
        any(at > presses[0] for at in checks["before"]) or any(at < presses[-1] for at in checks["after"])
    ):
        return Fault.OUTSIDE_CHECKS
    return Fault.SAME_CUE if any(same_cue(*pair) for pair in pairwise(steps)) else None


def _kept_fault(routine: Routine, origin: Routine) -> Fault | None:
    """What a version may not leave out or do twice."""
    if not is_version(routine, origin):
        return Fault.STEPS
    known = {step.id for step in origin.steps}
    there = Counter(source_in(step.id, known) for step in routine.steps)
    reasons = {
        StepKind.CHECK: Fault.CHECK,
        StepKind.SWITCH_SIDE: Fault.SWITCH,
        StepKind.STRETCH: Fault.STRETCH,
    }
    for step in origin.steps:
        missing = step.kind in _KEPT and not there[step.id]
        if missing or (step.kind in _FIXED and there[step.id] > 1):
            return reasons[step.kind]
    if pressed_s(origin.steps) and not pressed_s(routine.steps):
        return Fault.NO_PRESS
    if says_ceiling(origin.steps) and not says_ceiling(routine.steps):
        return Fault.NO_CEILING
    return None


def _length_fault(routine: Routine, origin: Routine | None, day_s: float) -> Fault | None:
    spots: Counter[str] = Counter()
    for step in routine.steps:
        if step.presses:
            spots[source_step(step.id)] += step.seconds
    if any(seconds > MOST_SPOT_S for seconds in spots.values()):
        return Fault.SPOT_LONG
    most = max(MOST_SPOT_S * len(routine.targets), pressed_s(origin.steps) if origin is not None else 0)
    if pressed_s(routine.steps) > most:
        return Fault.PRESS_LONG
    return Fault.DAY_LONG if routine.total_seconds > day_s else None


def _head(routine: Routine) -> Routine:
    """All but what a version may change."""
    return replace(
        routine,
        id="",
        title="",
        minutes=0.0,
        total_seconds=0,
        total_seconds_one_side=0,
        steps=(),
        sore_leg_last=False,
    )


def _words(step: Step) -> Step:
    """All but its length, its tool (the one before decides that) and what its length leaves of the speech."""
    return replace(step, id="", seconds=0, prompts=(), tool=None)
