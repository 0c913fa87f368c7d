"""Rules for the timeline of a file: steps, side blocks, repetitions and totals."""

from __future__ import annotations

from unknot.content.checks.findings import Findings
from unknot.content.checks.shelf import Item
from unknot.domain.drill import Drill
from unknot.domain.own_ids import is_own
from unknot.domain.routine import Routine
from unknot.domain.step_rules import LEAST_S, MOST_PRESS_S, MOST_S, STRETCH_S
from unknot.domain.steps import SET_KINDS, Step, StepKind

TOTAL_STEP_S = 30
_DRILL_ONLY = {*SET_KINDS, StepKind.WALK}
_NEVER = {StepKind.PREPARE}  # put in by the app


def check_timing(item: Item, findings: Findings) -> None:
    """Steps one by one, side blocks, and the totals."""
    seen: set[str] = set()
    for step in item.practice.steps:
        if step.id in seen:
            findings.add(item.name, f"steps.{step.id}.id", "is used twice in the file")
        seen.add(step.id)
        _check_step(item, step, findings)
    _check_blocks(item, findings)
    _check_totals(item, findings)
    if isinstance(item.practice, Drill):
        _check_dose(item, item.practice, findings)


def _check_step(item: Item, step: Step, findings: Findings) -> None:
    key = f"steps.{step.id}"
    is_routine = isinstance(item.practice, Routine)
    foreign = _DRILL_ONLY if is_routine else {StepKind.STRETCH}
    if step.kind in foreign | _NEVER:
        findings.add(item.name, f"{key}.kind", f"no kind for such a file: {step.kind.value!r}")
    if not LEAST_S <= step.seconds <= MOST_S:
        findings.add(item.name, f"{key}.seconds", f"expected {LEAST_S} to {MOST_S}, got {step.seconds}")
    if step.kind is StepKind.PRESS and step.seconds > MOST_PRESS_S:
        fault = f"expected at most {MOST_PRESS_S} for a press, got {step.seconds}"
        findings.add(item.name, f"{key}.seconds", fault)
    if step.kind is StepKind.STRETCH and not STRETCH_S[0] <= step.seconds <= STRETCH_S[1]:
        fault = f"expected {STRETCH_S[0]} to {STRETCH_S[1]} for a stretch, got {step.seconds}"
        findings.add(item.name, f"{key}.seconds", fault)
    if step.kind is StepKind.MOVE and step.tempo_s is None:
        findings.add(item.name, f"{key}.tempo_s", "expected a tempo for a move")
    if step.tempo_s is not None and (step.tempo_s <= 0 or step.seconds % step.tempo_s):
        findings.add(item.name, f"{key}.seconds", f"is no whole number of repetitions of {step.tempo_s:g} s")


def _check_blocks(item: Item, findings: Findings) -> None:
    """At most one side block, followed at once by the one switch_side."""
    blocks, before = 0, False
    for step in item.practice.steps:
        key = f"steps.{step.id}"
        switches = step.kind is StepKind.SWITCH_SIDE
        if switches and (step.per_side or not before):
            findings.add(item.name, key, "switch_side stands only right after a side block")
        if before and not step.per_side and not switches:
            findings.add(item.name, key, "expected switch_side after the side block")
        blocks += step.per_side and not before
        before = step.per_side
    if before:
        findings.add(item.name, "steps", "expected switch_side after the side block at the end")
    if blocks > 1:
        findings.add(item.name, "steps", f"expected one side block at most, got {blocks}")


def _check_totals(item: Item, findings: Findings) -> None:
    practice = item.practice
    both = sum(step.seconds * (2 if step.per_side else 1) for step in practice.steps)
    one = sum(step.seconds for step in practice.steps if step.kind is not StepKind.SWITCH_SIDE)
    for key, claimed, real in (
        ("total_seconds", practice.total_seconds, both),
        ("total_seconds_one_side", practice.total_seconds_one_side, one),
    ):
        if claimed != real:
            findings.add(item.name, key, f"expected {real}, the sum of the steps, got {claimed}")
    if abs(practice.minutes - practice.total_seconds / 60) > 1e-9:
        findings.add(item.name, "minutes", f"expected total_seconds / 60, got {practice.minutes:g}")
    if practice.total_seconds % TOTAL_STEP_S and not is_own(practice.id):  # its user counts by the second
        findings.add(item.name, "total_seconds", f"expected a multiple of {TOTAL_STEP_S}")


def _check_dose(item: Item, drill: Drill, findings: Findings) -> None:
    """The dose says what the steps do."""
    dose, sets = drill.dose, [step for step in drill.steps if step.kind in SET_KINDS]
    rests = [step for step in drill.steps if step.id.startswith("rest_")]
    if len(sets) != dose.sets:
        findings.add(item.name, "dose.sets", f"expected {len(sets)}, as many as work steps, got {dose.sets}")
    if any(step.seconds != dose.work_seconds for step in sets):
        findings.add(item.name, "dose.work_seconds", f"a work step does not last {dose.work_seconds}")
    if any(step.per_side != dose.per_side for step in sets):
        findings.add(item.name, "dose.per_side", "the work steps say otherwise")
    if len(rests) != dose.sets - 1 or any(step.seconds != dose.rest_seconds for step in rests):
        findings.add(item.name, "dose.rest_seconds", "differs from the steps rest_...")
    _check_tempo(item, drill, findings)


def _check_tempo(item: Item, drill: Drill, findings: Findings) -> None:
    dose, beat = drill.dose, drill.metronome_bpm
    tempo = dose.tempo_s
    if dose.reps is not None and tempo is not None and dose.reps * tempo != dose.work_seconds:
        findings.add(item.name, "dose.work_seconds", "expected reps x tempo_s")
    if dose.tempo and sum(int(part) for part in dose.tempo.split("-")) != tempo:
        findings.add(item.name, "dose.tempo", f"{dose.tempo!r} does not add up to tempo_s")
    if beat is not None:
        if not beat.min <= beat.default <= beat.max:
            findings.add(item.name, "metronome_bpm.default", "lies outside min and max")
        if beat.beat not in {"each_foot_contact", "each_rep"}:
            findings.add(item.name, "metronome_bpm.beat", f"unknown beat {beat.beat!r}")
        if beat.beat == "each_rep" and (tempo is None or 60 / beat.default != tempo):
            findings.add(item.name, "metronome_bpm.default", "expected 60 / tempo_s, one beat a repetition")
    elif any(step.metronome_on for step in drill.steps):
        findings.add(item.name, "metronome_bpm", "expected one, a step has metronome_on")
