"""A routine or drill as it is played: for one leg or both, in blocks, with a switch of sides between.

The rules are those of the file format ("Time and sides"): the steps done per leg are one run, played for
the first leg, then `switch_side` once, then the same run for the other leg, then the rest of the file. One
leg alone skips the switch. Without a wish for a leg, left comes first.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from unknot.domain.body import Side
from unknot.domain.drill import Drill
from unknot.domain.routine import Routine
from unknot.domain.step_rules import LEAST_S, resized
from unknot.domain.steps import NO_TOOL, SET_KINDS, Step, StepKind, Wording
from unknot.domain.timeline import Block, Segment, Timeline

PREPARE = "prepare"  # the id of every step to get ready
SETTLE, SWITCH, FINISH, CHECK, WALK, WORK = "Settle", "Switch", "Finish", "Check", "Walk", "Work"
STRETCH = "Stretch"
SIDE_LABELS = {Side.LEFT: "Left", Side.RIGHT: "Right"}
_Labels = Callable[[Sequence[Step]], list[str]]


class _Played(Struct, frozen=True):
    """A step with its leg and the label of the block it is in; equal neighbouring labels are one block."""

    step: Step
    side: Side | None
    label: str


def unfold_routine(
    routine: Routine,
    sides: Sequence[Side] = (),
    *,
    half: bool = False,
    places: Collection[str] | None = None,
    prepare_s: int = 0,
) -> Timeline:
    """The timeline of a routine for the legs in `sides`, in that order; none means both, left first.

    `half` takes half of every press and move, whole repetitions and 3 s at least (for a very tender spot).
    Where everything is only measured, `places` are those that may be: the steps at others are left out.
    `prepare_s` seconds to get ready come before the first step and before one that takes up another tool.
    """
    steps = tuple(map(halved, routine.steps)) if half else routine.steps
    if routine.measure_only and places is not None:
        steps = tuple(step for step in steps if step.place is None or step.place in places)
    return _built(_prepared(_in_order(steps, _routine_labels, sides), prepare_s))


def seconds_of(routine: Routine, legs: int, *, half: bool = False) -> float:
    """How long it takes for one leg or both: only presses and moves are halved."""
    return unfold_routine(routine, tuple(Side)[:legs], half=half).total


def unfold_drill(drill: Drill, sides: Sequence[Side] = (), *, prepare_s: int = 0) -> Timeline:
    """The timeline of a drill: its sets are the blocks, or the legs where it is done per leg.

    A leg that is named again after both gets one set more, without a rest or a check. `prepare_s` seconds to
    get ready come before the first step. What is asked waits for its answer: the check after an open-ended
    step asks its time too, for whoever only remembers the last number heard, and a closing rest with scores
    still to give becomes a check.
    """
    played = _with_times(_in_order(drill.steps, _drill_labels, sides, more=sides[2:]))
    last = played[-1].step
    if last.kind is StepKind.REST and drill.scores_left:
        asking = replace(last, kind=StepKind.CHECK, records=drill.scores_left)
        played[-1] = replace(played[-1], step=asking)
    return _built(_prepared(played, prepare_s))


def halved(step: Step) -> Step:
    """A press or move of half the length; any other step as it is."""
    if not step.presses:
        return step
    if step.tempo_s:
        repetitions = math.ceil(step.seconds / step.tempo_s / 2)
        repetitions = max(repetitions, math.ceil(LEAST_S / step.tempo_s))
        seconds = min(step.seconds, round(repetitions * step.tempo_s))
    else:
        seconds = min(step.seconds, max(LEAST_S, math.ceil(step.seconds / 2)))
    return resized(step, seconds)


def one_set(block: Sequence[Step]) -> list[Step]:
    """The last set of a block, with what leads into its first; nothing where none is counted."""
    sets = [place for place, step in enumerate(block) if step.kind in SET_KINDS]
    return [*block[: sets[0]], block[sets[-1]]] if sets else []


def wording(timeline: Timeline, segment: Segment, ceiling: int | None) -> Wording:
    """What fills {side}, {other_side} and {ceiling} in this segment's texts.

    In `switch_side` the leg being worked on is the one before it, the other the one that comes next.
    """
    if segment.step.kind is StepKind.SWITCH_SIDE:
        following = timeline.following(segment)
        before = timeline.segments[segment.index - 1].side if segment.index else None
        return Wording(before, following.side if following else None, ceiling)
    other = segment.side.other if segment.side else None
    return Wording(segment.side, other, ceiling)


def _in_order(
    steps: Sequence[Step], labels: _Labels, sides: Sequence[Side], *, more: Sequence[Side] = ()
) -> list[_Played]:
    """`more` are legs that get one set after both had all of theirs."""
    per_side = [i for i, step in enumerate(steps) if step.per_side]
    if not per_side:
        return [_Played(step, None, label) for step, label in zip(steps, labels(steps), strict=True)]
    first, last = per_side[0], per_side[-1] + 1
    legs = tuple(dict.fromkeys(sides)) or (Side.LEFT, Side.RIGHT)
    switch, rest = steps[last : last + 1], steps[last + 1 :]
    played = [_Played(step, None, _lead_label(step)) for step in steps[:first]]
    for turn, leg in enumerate(legs):
        if turn:
            played += [_Played(step, None, SWITCH) for step in switch]
        played += [_Played(step, leg, SIDE_LABELS[leg]) for step in steps[first:last]]
    for leg in more:
        played += [_Played(step, None, SWITCH) for step in switch]
        played += [_Played(step, leg, SIDE_LABELS[leg]) for step in one_set(steps[first:last])]
    return played + [_Played(step, None, _end_label(step)) for step in rest]


def _with_times(played: list[_Played]) -> list[_Played]:
    """The check of the same leg after an open-ended step asks for its time as well."""
    found: list[_Played] = []
    open_ones: tuple[str, ...] = ()
    for one in played:
        step = one.step
        if step.open_ended:
            open_ones = (*open_ones, *step.records)
        elif step.waits and open_ones:
            found.append(replace(one, step=replace(step, records=(*open_ones, *step.records))))
            open_ones = ()
            continue
        found.append(one)
    return found


def _routine_labels(steps: Sequence[Step]) -> list[str]:
    """Blocks of a routine without legs: up to the first work, the work, and what follows it."""
    still = (StepKind.BREATHE, StepKind.POSITION, StepKind.REST)
    busy = [i for i, step in enumerate(steps) if step.kind not in still]
    first, last = (busy[0], busy[-1]) if busy else (len(steps), len(steps))
    return [SETTLE if i < first else WORK if i <= last else FINISH for i in range(len(steps))]


def _drill_labels(steps: Sequence[Step]) -> list[str]:
    """Blocks of a drill without legs: what leads in, each set with the rest after it, check, finish."""
    sets = [i for i, step in enumerate(steps) if step.kind in SET_KINDS]
    labels: list[str] = []
    number = 0
    for i, step in enumerate(steps):
        between = bool(sets) and sets[0] < i < sets[-1]
        if step.kind in SET_KINDS:
            number += 1
            labels.append(f"Set {number}")
        elif between:
            labels.append(f"Set {number}")
        else:
            labels.append(_lead_label(step) if number == 0 else _end_label(step))
    return labels


def _lead_label(step: Step) -> str:
    return WALK if step.kind is StepKind.WALK else CHECK if step.waits else SETTLE


def _end_label(step: Step) -> str:
    if step.kind is StepKind.STRETCH:
        return STRETCH
    return WALK if step.kind is StepKind.WALK else CHECK if step.waits else FINISH


def _prepared(played: list[_Played], seconds: int) -> list[_Played]:
    """With time to get ready before the first step and each that takes up another tool.

    The countdown belongs to the block of what it leads to, and shows its cue.
    """
    if seconds <= 0:
        return played
    found: list[_Played] = []
    tool = ""
    for one in played:
        before, tool = tool, _tool_in_use(one.step, tool)
        if not found or (tool and tool != before):
            step = one.step
            ready = Step(
                PREPARE, StepKind.PREPARE, seconds, step.per_side, step.cue, step.text, "", tool=step.tool
            )
            found.append(replace(one, step=ready))
        found.append(one)
    return found


def _tool_in_use(step: Step, before: str) -> str:
    if step.tool is None:
        return before
    return "" if step.tool == NO_TOOL else step.tool


def _built(played: list[_Played]) -> Timeline:
    segments: list[Segment] = []
    blocks: list[Block] = []
    at, tool = 0.0, ""
    for index, one in enumerate(played):
        tool = _tool_in_use(one.step, tool)
        end = at + one.step.seconds
        if not blocks or blocks[-1].label != one.label:
            blocks.append(Block(one.label, at, at, one.side, 0))
        number = blocks[-1].steps + 1
        blocks[-1] = replace(blocks[-1], end=end, steps=number)
        segments.append(Segment(index, one.step, one.side, at, end, len(blocks) - 1, number, tool))
        at = end
    return Timeline(tuple(segments), tuple(blocks))
