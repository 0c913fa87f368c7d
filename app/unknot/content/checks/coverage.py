"""Rules for what selection.toml leaves out: something is offered for every need, within the day.

What leans on files that are planned and not shipped yet is checked as soon as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations

from unknot.content.checks.findings import Findings
from unknot.content.checks.plan import RELEASE_PHASE
from unknot.content.checks.shelf import Shelf
from unknot.domain.drill import Drill
from unknot.domain.routine import Routine

FILE = "selection.toml"
FAULT_CODES = ("note:wake_glute", "partly:glute_off", "note:uphill_rule", "note:train_posterior")
CALF, HAMSTRING = "calf", "outer_hamstring"
MOST_DRILLS = 5  # of a strength day, one an area


def check_coverage(shelf: Shelf, findings: Findings) -> None:
    """Faults, strength days, and a calf and hamstring day for both legs."""
    _check_faults(shelf, findings)
    _check_strength(shelf, findings)
    _check_pair(shelf, findings)


def _check_faults(shelf: Shelf, findings: Findings) -> None:
    faults = shelf.selection.fault
    cues = {cue for fault in faults for cue in fault.cues}
    for cue in shelf.plan.self_check_cues:
        if cue not in cues:
            findings.add(FILE, "fault", f"none for the cue {cue!r}")
    codes = {code for fault in faults for code in fault.screening}
    wanted = {code for code in shelf.effects if code.startswith("fault:")} | set(FAULT_CODES)
    for code in sorted(wanted - codes):
        findings.add(FILE, "fault", f"none for the screening code {code!r}")
    drill_phases = {n for n, week in shelf.plan.weeks.items() if week.drill_days[1]}
    for fault in faults:
        drills = _shipped(fault.drills, shelf)
        phases = drill_phases | ({RELEASE_PHASE} if fault.wake_up else set())
        for phase in sorted(phases) if len(drills) == len(fault.drills) else ():
            if not any(phase in drill.phases for drill in drills):
                findings.add(FILE, f"fault.{fault.id}", f"nothing to offer in phase {phase}")


def _check_strength(shelf: Shelf, findings: Findings) -> None:
    rows, areas = shelf.selection.strength, set(shelf.plan.strength_areas)
    names = dict.fromkeys(chain.from_iterable(row.drills for row in rows))
    for row in rows:
        drills = _shipped(row.drills, shelf)
        if len(drills) == len(row.drills) and all(drill.level > 1 for drill in drills):
            findings.add(FILE, f"strength.{row.area}", "has no drill of level 1")
    drills = _shipped(names, shelf)
    if len(drills) < len(names):
        return
    for level in (1, 2):
        pool = [drill for drill in drills if drill.level <= level]
        days = (day for count in range(1, MOST_DRILLS + 1) for day in combinations(pool, count))
        minutes = (
            sum(drill.minutes for drill in day)
            for day in days
            if areas <= set(chain.from_iterable(drill.areas for drill in day))
        )
        if min(minutes, default=float("inf")) > shelf.plan.day_budget_minutes.strength:
            findings.add(FILE, "strength", f"a day at level {level} takes too long")


def _check_pair(shelf: Shelf, findings: Findings) -> None:
    """One first or one gentle choice for calf and hamstring fits into the minutes of a day, for both legs."""
    groups = {
        group: [rule for rule in shelf.selection.knot if rule.group == group] for group in (CALF, HAMSTRING)
    }
    seconds = [
        calf.total_seconds + ham.total_seconds
        for a in groups[CALF]
        for b in groups[HAMSTRING]
        for calf, ham in (
            (shelf.routine(a.routine), shelf.routine(b.routine)),
            (shelf.routine(a.else_routine), shelf.routine(b.else_routine)),
        )
        if isinstance(calf, Routine) and isinstance(ham, Routine)
    ]
    if seconds and min(seconds) > 60 * shelf.plan.day_budget_minutes.release:
        findings.add(FILE, "knot", "no calf and hamstring pair for both legs fits into the day")


def _shipped(names: Iterable[str], shelf: Shelf) -> list[Drill]:
    found = (shelf.drill(name) for name in names)
    return [drill for drill in found if drill is not None]
