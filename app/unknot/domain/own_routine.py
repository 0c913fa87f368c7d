"""Editing a routine of the user's own: pure functions from one version to the next.

Every edit gives a version that keeps the rules (domain.own_rules and those of the format), or raises
EditRefusedError and nothing has changed. Steps stay within their group: what comes before the legs, what is
done per leg, the change of legs, what closes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from unknot.domain.own_ids import copied_step, source_in
from unknot.domain.own_rules import Fault, own_fault
from unknot.domain.routine import Routine
from unknot.domain.step_rules import Limits, limits, resized
from unknot.domain.steps import NO_TOOL, Step, StepKind

LEAD, EACH_LEG, SWITCH, CLOSE = "lead", "each_leg", "switch", "close"
STRIDE_S = 5
MOVABLE = frozenset(StepKind) - {StepKind.CHECK, StepKind.SWITCH_SIDE}


class EditRefusedError(ValueError):
    """An edit that a rule forbids."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Draft(Struct, frozen=True):
    """A version being edited. `origin` is the shipped routine it is a version of, None for another.

    `written` are the steps as they were before any edit, by id: lengths are fitted from these, so that
    what a shorter step left out comes back with its seconds. `tools` says what is in hand at each of them.
    """

    routine: Routine
    origin: Routine | None
    written: dict[str, Step]
    tools: dict[str, str]
    day_s: float

    @property
    def groups(self) -> tuple[str, ...]:
        """The group of each step."""
        steps = self.routine.steps
        legs = [i for i, step in enumerate(steps) if step.per_side]
        last = legs[-1] if legs else -1
        return tuple(
            EACH_LEG
            if step.per_side
            else SWITCH
            if step.kind is StepKind.SWITCH_SIDE
            else LEAD
            if i < last
            else CLOSE
            for i, step in enumerate(steps)
        )


def draft_of(routine: Routine, origin: Routine | None, day_s: float) -> Draft:
    """Begin to edit; `routine` is a shipped one or one of the user's own."""
    written = {step.id: step for step in routine.steps}
    if origin is not None:
        written = {step.id: step for step in origin.steps}
    return Draft(routine, origin, written, _tools((origin or routine).steps), day_s)


def renamed(draft: Draft, title: str) -> Draft:
    """With another name. Raises EditRefusedError."""
    return _checked(draft, replace(draft.routine, title=" ".join(title.split())))


def with_sore_leg(draft: Draft, *, last: bool) -> Draft:
    """The leg that is more sore begins, or comes last."""
    return _checked(draft, replace(draft.routine, sore_leg_last=last))


def timed(draft: Draft, rows: Collection[int], seconds: int) -> Draft:
    """Those steps that long, as near as each of them may be. Raises EditRefusedError."""
    steps = list(draft.routine.steps)
    for row in rows:
        steps[row] = _of_length(draft, steps[row], limits(_source(draft, steps[row])).nearest(seconds))
    return _with_steps(draft, steps)


def nudged(draft: Draft, rows: Collection[int], by: int) -> Draft:
    """Those steps longer (1) or shorter (-1) by a whole repetition, or to the next multiple of 5 seconds."""
    steps = list(draft.routine.steps)
    for row in rows:
        allowed = limits(_source(draft, steps[row]))
        stride = allowed.unit if allowed.unit > 1 else STRIDE_S
        before = steps[row].seconds
        after = (before // stride + 1) * stride if by > 0 else (-(-before // stride) - 1) * stride
        steps[row] = _of_length(draft, steps[row], allowed.nearest(after))
    return _with_steps(draft, steps)


def allowed_s(draft: Draft, row: int) -> Limits:
    """How long the step of a row may be."""
    return limits(_source(draft, draft.routine.steps[row]))


def removed(draft: Draft, rows: Collection[int]) -> Draft:
    """Without those steps. Raises EditRefusedError for a check, a change of legs, a closing stretch."""
    gone = set(rows)
    return _with_steps(draft, [step for row, step in enumerate(draft.routine.steps) if row not in gone])


def doubled(draft: Draft, rows: Collection[int]) -> tuple[Draft, tuple[int, ...]]:
    """With a copy of those steps after the last of each group, and the rows of the copies."""
    steps, groups, chosen = draft.routine.steps, draft.groups, sorted(set(rows))
    used = {step.id for step in steps}
    found = list(steps)
    for _group, members in groupby(reversed(chosen), key=groups.__getitem__):
        run = list(members)  # the last one first
        at = run[0] + 1
        for row in reversed(run):
            copy = replace(steps[row], id=copied_step(steps[row].id, used))
            used.add(copy.id)
            found.insert(at, copy)
            at += 1
    made = used - {step.id for step in steps}
    after = _with_steps(draft, found)
    return after, tuple(row for row, step in enumerate(after.routine.steps) if step.id in made)


def moved(draft: Draft, rows: Collection[int], by: int) -> tuple[Draft, tuple[int, ...]]:
    """Those steps one place up (-1) or down (1), and their rows then; at the end of their group they stay."""
    chosen = sorted(set(rows))
    if not chosen:
        return draft, ()
    target = chosen[0] - 1 if by < 0 else chosen[-1] + 2
    groups = draft.groups
    beyond = chosen[0] - 1 if by < 0 else chosen[-1] + 1
    if not 0 <= beyond < len(groups) or groups[beyond] != groups[chosen[0]]:
        return draft, tuple(chosen)
    return placed(draft, chosen, target)


def placed(draft: Draft, rows: Collection[int], before: int) -> tuple[Draft, tuple[int, ...]]:
    """Those steps together before the step of that row (its length: at the end), and their rows then.

    Raises EditRefusedError for another group, and where a press would come before the first check.
    """
    steps, groups, chosen = draft.routine.steps, draft.groups, sorted(set(rows))
    there = {groups[at] for at in (before - 1, before) if 0 <= at < len(groups)}
    wanted = {groups[row] for row in chosen}
    if len(wanted) > 1 or not wanted <= there:
        raise EditRefusedError(Fault.GROUP)
    for row in chosen:
        if steps[row].kind not in MOVABLE:
            raise EditRefusedError(Fault.CHECK if steps[row].waits else Fault.SWITCH)
    rest = [step for row, step in enumerate(steps) if row not in chosen]
    at = before - sum(row < before for row in chosen)
    after = _with_steps(draft, [*rest[:at], *(steps[row] for row in chosen), *rest[at:]])
    return after, tuple(range(at, at + len(chosen)))


def retotalled(routine: Routine) -> Routine:
    """With the sums of its steps."""
    both = sum(step.seconds * (2 if step.per_side else 1) for step in routine.steps)
    one = sum(step.seconds for step in routine.steps if step.kind is not StepKind.SWITCH_SIDE)
    return replace(routine, total_seconds=both, total_seconds_one_side=one, minutes=both / 60)


# ---------------------------------------------------------------- inside
def _with_steps(draft: Draft, steps: list[Step]) -> Draft:
    return _checked(draft, retotalled(replace(draft.routine, steps=tuple(_with_tools(draft, steps)))))


def _checked(draft: Draft, routine: Routine) -> Draft:
    fault = own_fault(routine, draft.origin, draft.day_s)
    if fault is None and draft.origin is None:
        fault = _lost(draft.routine, routine)
    if fault is not None:
        raise EditRefusedError(fault)
    return replace(draft, routine=routine)


def _lost(before: Routine, after: Routine) -> Fault | None:
    """What an edit may not take out of a routine that is no version of a shipped one."""
    return own_fault(after, replace(before, title=after.title), float("inf")) if before != after else None


def _source(draft: Draft, step: Step) -> Step:
    return draft.written[source_in(step.id, draft.written)]


def _of_length(draft: Draft, step: Step, seconds: int) -> Step:
    fitted = resized(_source(draft, step), seconds)
    return replace(step, seconds=seconds, prompts=fitted.prompts)


def _tools(steps: tuple[Step, ...]) -> dict[str, str]:
    """The tool in hand at each step; empty for none."""
    found: dict[str, str] = {}
    held = ""
    for step in steps:
        held = _held(step, held)
        found[step.id] = held
    return found


def _held(step: Step, before: str) -> str:
    if step.tool is None:
        return before
    return "" if step.tool == NO_TOOL else step.tool


def _with_tools(draft: Draft, steps: list[Step]) -> Iterator[Step]:
    """Each with the tool that it is done with, named again where the step before leaves another in hand."""
    held = ""
    for step in steps:
        source = _source(draft, step)
        wanted = draft.tools[source.id]
        tool = source.tool if source.tool is not None or held == wanted else wanted or NO_TOOL
        held = wanted
        yield step if step.tool == tool else replace(step, tool=tool)
