"""Steps and routines made up for tests, by hand and by hypothesis."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st
from msgspec.structs import replace

from unknot import paths
from unknot.content.routines import read_drill, read_routine
from unknot.domain.drill import Drill
from unknot.domain.routine import Routine
from unknot.domain.steps import Prompt, Step, StepKind
from unknot.domain.timeline import Timeline
from unknot.domain.unfold import unfold_routine

CALF = "calf-outer-ball"
TIMED = (StepKind.POSITION, StepKind.PRESS, StepKind.REST, StepKind.BREATHE, StepKind.STRETCH)


@cache
def shipped_routine(name: str = CALF) -> Routine:
    """A routine of the program."""
    return read_routine(paths.resources() / f"content/en/routines/{name}.toml")


@cache
def shipped_drill(name: str) -> Drill:
    """A drill of the program."""
    return read_drill(paths.resources() / f"content/en/drills/{name}.toml")


def a_step(name: str, seconds: int = 10, kind: StepKind = StepKind.PRESS, **more: object) -> Step:
    """A step with words that tell which one it is."""
    known = {"per_side": False, "cue": f"cue {name}", "text": f"text {name}", "say": f"say {name}"}
    return Step(id=name, kind=kind, seconds=seconds, **{**known, **more})


def a_check(name: str, check: str = "before", **more: object) -> Step:
    """A check that asks for tenderness."""
    more.setdefault("records", ("tenderness_0_10",))
    return a_step(name, 15, StepKind.CHECK, check=check, **more)


def a_routine(steps: Sequence[Step], **more: object) -> Routine:
    """A routine of these steps; its totals are those of the format's rule."""
    total = sum(step.seconds * (2 if step.per_side else 1) for step in steps)
    one = sum(step.seconds for step in steps if step.kind is not StepKind.SWITCH_SIDE)
    return replace(
        shipped_routine(), steps=tuple(steps), total_seconds=total, total_seconds_one_side=one, **more
    )


def a_timeline(*steps: Step) -> Timeline:
    """Steps one after the other, without legs."""
    return unfold_routine(a_routine(steps))


@st.composite
def some_steps(draw: st.DrawFn, *, per_side: bool = False, least: int = 0, most: int = 6) -> list[Step]:
    """Steps of any kind and length, some of them checks or repetitions, with prompts."""
    count = draw(st.integers(least, most))
    label = draw(st.sampled_from("abcdefgh")) + ("s" if per_side else "")
    steps: list[Step] = []
    for number in range(count):
        name = f"{label}{number}"
        kind = draw(st.sampled_from((*TIMED, StepKind.MOVE, StepKind.CHECK)))
        if kind is StepKind.CHECK:
            steps.append(a_check(name, per_side=per_side))
            continue
        tempo = draw(st.integers(1, 8)) if kind is StepKind.MOVE else None
        shortest = -(-3 // tempo) if tempo else 3
        seconds = draw(st.integers(shortest, 12 if tempo else 40)) * (tempo or 1)
        at = draw(st.lists(st.integers(0, seconds - 1), unique=True, max_size=3))
        prompts = tuple(Prompt(second, f"{name} at {second}") for second in sorted(at))
        steps.append(a_step(name, seconds, kind, per_side=per_side, prompts=prompts, tempo_s=tempo))
    return steps


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """A routine as the format allows it: with or without a part done per leg."""
    steps = draw(some_steps(least=1))
    if draw(st.booleans()):
        legs = draw(some_steps(per_side=True, least=1))
        switch = a_step("switch", draw(st.integers(3, 30)), StepKind.SWITCH_SIDE)
        steps = [*steps, *legs, switch, *draw(some_steps(most=3))]
    return a_routine(steps)
