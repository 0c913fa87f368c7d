"""Rules for phases, days and minutes: no file goes past plan.json."""

from __future__ import annotations

from unknot.content.checks.findings import Findings
from unknot.content.checks.shelf import Item, Shelf
from unknot.domain.drill import Drill
from unknot.domain.routine import Routine

RELEASE_PHASE, TEST_PHASE = 2, 4
MOST_STRENGTH_DAYS, MOST_STRIDE_DAYS = 3, 4


def check_plan(shelf: Shelf, findings: Findings) -> None:
    """Every routine that presses and every drill."""
    for item, routine in shelf.routines():
        if not routine.measure_only and not routine.stretch_only:
            _check_routine(item, routine, shelf, findings)
    for item, drill in shelf.drills():
        _check_drill(item, drill, shelf, findings)


def _check_routine(item: Item, routine: Routine, shelf: Shelf, findings: Findings) -> None:
    weeks = {n: week for n, week in shelf.plan.weeks.items() if n in routine.phases}
    if any(not week.release_days[1] for week in weeks.values()):
        findings.add(item.name, "phases", "offered in a phase without release")
    if not weeks:
        return
    if routine.frequency_per_week.max > max(week.release_days[1] for week in weeks.values()):
        findings.add(item.name, "frequency_per_week.max", "more often than the plan has release days")
    if routine.total_seconds_one_side > 60 * min(week.release_minutes[1] for week in weeks.values()):
        findings.add(item.name, "total_seconds_one_side", "one leg takes longer than the plan's minutes")


def _check_drill(item: Item, drill: Drill, shelf: Shelf, findings: Findings) -> None:
    weeks, most = shelf.plan.weeks, drill.frequency_per_week.max
    wake_up = {name for fault in shelf.selection.fault if fault.wake_up for name in fault.drills}
    days = {
        n: week.strength_days if drill.kind == "strength" else week.drill_days for n, week in weeks.items()
    }
    allowed = {n for n, (_, high) in days.items() if high}
    if drill.kind == "check":
        allowed = set(weeks)
    if drill.id in wake_up:
        allowed.add(RELEASE_PHASE)
    if not set(drill.phases) <= allowed:
        findings.add(item.name, "phases", f"expected some of {sorted(allowed)}, got {list(drill.phases)}")
    if drill.kind == "strength" and most > MOST_STRENGTH_DAYS:
        findings.add(item.name, "frequency_per_week.max", f"expected at most {MOST_STRENGTH_DAYS}")
    if drill.kind in {"gait", "posture"}:
        if most > MOST_STRIDE_DAYS:
            findings.add(item.name, "frequency_per_week.max", f"expected at most {MOST_STRIDE_DAYS}")
        minutes = weeks[TEST_PHASE].drill_minutes[1] if TEST_PHASE in weeks else 0
        if TEST_PHASE in drill.phases and drill.total_seconds > 60 * minutes:
            findings.add(item.name, "total_seconds", "too long for the minutes before a run in Test")
    if drill.min_ladder_level and min(drill.phases, default=TEST_PHASE) < TEST_PHASE:
        findings.add(item.name, "min_ladder_level", "there is no ladder before Test")
