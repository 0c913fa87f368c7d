"""Rules for routines and drills: what they name exists, and nothing presses where or harder than allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from unknot.content.checks.findings import Findings
from unknot.content.checks.shelf import Item, Shelf
from unknot.domain.body import Pressure
from unknot.domain.drill import Drill
from unknot.domain.own_rules import MOST_TITLE, says_ceiling
from unknot.domain.routine import Routine
from unknot.domain.steps import NO_TOOL, Evidence, Step, StepKind

LEVELS = (1, 2, 3)
POSITIONS = frozenset({"floor", "chair", "standing", "mixed"})
MOST_SUMMARY, HIGHEST_CEILING = 140, 6
ALWAYS_CAUTIONS = ("blood_thinners", "bruise_or_skin")  # of every routine that presses
READINGS = frozenset({"tenderness_0_10", "size"})
_ID = re.compile(r"[a-z0-9-]+")


def check_practice(item: Item, shelf: Shelf, findings: Findings) -> None:
    """One routine or drill, without what is only a drill's."""
    _check_head(item, shelf, findings)
    _check_names(item, shelf, findings)
    for number, evidence in enumerate(item.practice.evidence):
        _check_evidence(item, number, evidence, shelf, findings)
    if isinstance(item.practice, Routine):
        _check_routine(item, item.practice, shelf, findings)


def check_known(
    item: Item, key: str, names: Iterable[str], known: Iterable[str], what: str, findings: Findings
) -> None:
    """No name of a file that nothing else knows."""
    for name in sorted(set(names) - set(known)):
        findings.add(item.name, key, f"unknown {what} {name!r}")


def _check_head(item: Item, shelf: Shelf, findings: Findings) -> None:
    practice, often = item.practice, item.practice.frequency_per_week
    if not _ID.fullmatch(practice.id):
        findings.add(item.name, "id", "expected small letters, digits and hyphens")
    for key, text, most in (
        ("title", practice.title, MOST_TITLE),
        ("summary", practice.summary, MOST_SUMMARY),
    ):
        if len(text) > most:
            findings.add(item.name, key, f"expected at most {most} characters, got {len(text)}")
    if practice.level not in LEVELS:
        findings.add(item.name, "level", f"expected 1, 2 or 3, got {practice.level}")
    if not practice.phases or not set(practice.phases) <= set(shelf.plan.weeks):
        findings.add(item.name, "phases", f"expected phases of the plan, got {list(practice.phases)}")
    if not 1 <= often.min <= often.max <= 7:
        findings.add(item.name, "frequency_per_week", "expected 1 to 7, min not over max")
    if not practice.stop_rules:
        findings.add(item.name, "stop_rules", "expected at least one")
    if not practice.setup:
        findings.add(item.name, "setup", "expected at least one line")


def _check_names(item: Item, shelf: Shelf, findings: Findings) -> None:
    practice = item.practice
    check_known(item, "stop_rules", practice.stop_rules, shelf.vocabulary.stop_rules, "stop rule", findings)
    claims_key = "claims" if isinstance(practice, Routine) else "serves"
    check_known(item, claims_key, item.claims, shelf.claims, "claim", findings)
    for key, name in (("progress_to", practice.progress_to), ("regress_to", practice.regress_to)):
        if name and not shelf.is_known(name):
            fault = f"{name!r} is neither shipped nor on the list of planned files"
            findings.add(item.name, key, fault)
    for step in practice.steps:
        if step.place is not None and step.place not in shelf.pressed:
            findings.add(item.name, f"steps.{step.id}.place", f"{step.place!r} is no place that is pressed")
        if step.place is not None and not _measures(practice):
            findings.add(item.name, f"steps.{step.id}.place", "only a file that measures names places")
        if step.tool not in {None, NO_TOOL, *_roles(practice)}:
            findings.add(item.name, f"steps.{step.id}.tool", f"no role of the file's tools: {step.tool!r}")
        if step.check not in {None, "before", "after"}:
            findings.add(item.name, f"steps.{step.id}.check", f"expected before or after, got {step.check!r}")


def _roles(practice: Routine | Drill) -> set[str]:
    return {need.role for need in practice.tools} if isinstance(practice, Routine) else set()


def _measures(practice: Routine | Drill) -> bool:
    return isinstance(practice, Routine) and practice.measure_only


def _check_evidence(item: Item, number: int, evidence: Evidence, shelf: Shelf, findings: Findings) -> None:
    key = f"evidence[{number}].ref"
    refs = [ref.strip() for ref in evidence.ref.split(",")]
    if evidence.tag == "S":
        check_known(item, key, refs, shelf.claims, "claim", findings)
        for ref in refs:
            if ref in shelf.claims and ref not in item.claims:
                findings.add(item.name, key, f"names {ref}, the file's claims do not")
    elif evidence.tag == "E":
        check_papers(item.name, key, refs, shelf, findings)
    elif evidence.tag != "C" or refs != ["practice"]:
        findings.add(item.name, key, f"no such pair of tag and ref: {evidence.tag!r}, {evidence.ref!r}")
    if evidence.weak and evidence.tag != "E":
        findings.add(item.name, f"evidence[{number}].weak", "only papers are weak")


def check_papers(file: str, key: str, refs: Iterable[str], shelf: Shelf, findings: Findings) -> None:
    """Papers exist and are not withdrawn; what is only remembered is not cited."""
    known = {paper.id: paper for paper in shelf.papers}
    for ref in refs:
        paper = known.get(ref)
        if paper is None:
            findings.add(file, key, f"unknown paper {ref!r}")
        elif paper.status == "withdrawn":
            findings.add(file, key, f"the paper {ref} is withdrawn")
        elif paper.checked.startswith("from memory"):
            findings.add(file, key, f"the paper {ref} is from memory and must not be cited")


# ---------------------------------------------------------------- routines
def _check_routine(item: Item, routine: Routine, shelf: Shelf, findings: Findings) -> None:
    _check_targets(item, routine, shelf, findings)
    _check_ceiling(item, routine, shelf, findings)
    _check_tools(item, routine, shelf, findings)
    check_known(item, "cautions", routine.cautions, shelf.vocabulary.cautions, "caution", findings)
    if routine.position not in POSITIONS:
        findings.add(item.name, "position", f"expected one of {sorted(POSITIONS)}, got {routine.position!r}")
    if routine.hours_between <= 0 or routine.breathing.in_s <= 0 or routine.breathing.out_s <= 0:
        findings.add(item.name, "hours_between", "expected positive hours and seconds of breathing")
    for key, flag, word in (
        ("check_before", routine.check_before, "before"),
        ("check_after", routine.check_after, "after"),
    ):
        if flag != any(step.check == word for step in routine.steps):
            findings.add(item.name, key, "does not match the steps")
    check_known(item, "steps.records", _records(routine.steps), READINGS, "reading", findings)


def _check_targets(item: Item, routine: Routine, shelf: Shelf, findings: Findings) -> None:
    check_known(item, "targets", routine.targets, shelf.pressed, "place that is pressed", findings)
    needed = () if routine.stretch_only else ALWAYS_CAUTIONS
    of_targets = {
        (target, caution)
        for target in routine.targets
        if target in shelf.every_place
        for caution in shelf.every_place[target].cautions
    }
    for target, caution in sorted(of_targets | {("pressing", caution) for caution in needed}):
        if caution not in routine.cautions:
            findings.add(item.name, "cautions", f"expected {caution!r}, for {target}")
    if not routine.targets and not routine.stretch_only:
        findings.add(item.name, "targets", "expected at least one")
    if routine.measure_only and sorted(routine.targets) != sorted(s.place for s in routine.steps if s.place):
        findings.add(item.name, "targets", "expected the places that are measured")


def _check_ceiling(item: Item, routine: Routine, shelf: Shelf, findings: Findings) -> None:
    presses = any(step.presses for step in routine.steps)
    if routine.measure_only or routine.stretch_only:
        if presses:
            findings.add(item.name, "steps", "nothing may be pressed in a file that measures or stretches")
        if routine.pressure_ceiling != 0:
            findings.add(item.name, "pressure_ceiling", "expected 0 where nothing is pressed")
        if routine.stretch_only and routine.targets:
            findings.add(item.name, "targets", "expected none in a stretch")
        if routine.stretch_only and not any(step.kind is StepKind.STRETCH for step in routine.steps):
            findings.add(item.name, "steps", "expected a stretch")
        return
    limits = [
        shelf.every_place[target].max_pressure_pain
        for target in routine.targets
        if target in shelf.every_place
    ]
    most = min([HIGHEST_CEILING, *limits])
    if not 1 <= routine.pressure_ceiling <= most:
        fault = f"expected 1 to {most}, the lowest limit of the targets, got {routine.pressure_ceiling}"
        findings.add(item.name, "pressure_ceiling", fault)
    if not says_ceiling(routine.steps):
        findings.add(item.name, "steps", "presses and never says {ceiling}")


def _check_tools(item: Item, routine: Routine, shelf: Shelf, findings: Findings) -> None:
    tools = shelf.vocabulary.tools
    for need in routine.tools:
        key = f"tools.{need.role}"
        check_known(item, f"{key}.any_of", need.any_of, tools, "tool", findings)
        if not need.any_of:
            findings.add(item.name, f"{key}.any_of", "expected at least one tool")
        if not need.optional and not need.household:
            findings.add(item.name, f"{key}.household", "expected a substitute for a tool that is required")
    light = [
        target
        for target in routine.targets
        if target in shelf.every_place and shelf.every_place[target].pressure is Pressure.LIGHT
    ]
    named = {tools[tool].hardness for need in routine.tools for tool in need.any_of if tool in tools}
    if light and "soft" not in named:
        findings.add(item.name, "tools", f"expected a soft tool for {light[0]}, which is pressed lightly")


def _records(steps: Iterable[Step]) -> set[str]:
    return {name for step in steps for name in step.records}
