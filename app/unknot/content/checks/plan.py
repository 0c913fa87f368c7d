"""Rules for phases, days and minutes: no file goes past plan.json."""

from __future__ import annotations

from itertools import pairwise

from unknot.content.checks.findings import Findings
from unknot.content.checks.shelf import Item, Shelf
from unknot.domain.drill import Drill
from unknot.domain.routine import Routine

RELEASE_PHASE, TEST_PHASE = 2, 4
MOST_STRENGTH_DAYS, MOST_STRIDE_DAYS = 3, 4


FILE = "plan.json"
PHASES = [1, 2, 3, 4, 5]
MOST_MORE = 1.10  # from one level without walking to the next


def check_plan(shelf: Shelf, findings: Findings) -> None:
    """The plan itself, every routine that presses and every drill."""
    _check_days(shelf, findings)
    _check_ladder(shelf, findings)
    for item, routine in shelf.routines():
        if not routine.measure_only and not routine.stretch_only:
            _check_routine(item, routine, shelf, findings)
    for item, drill in shelf.drills():
        _check_drill(item, drill, shelf, findings)


def _check_days(shelf: Shelf, findings: Findings) -> None:
    plan, budget = shelf.plan, shelf.plan.day_budget_minutes
    if list(plan.weeks) != PHASES:
        findings.add(FILE, "phases", f"expected {PHASES}, got {list(plan.weeks)}")
    for number, week in plan.weeks.items():
        if budget.release < week.release_minutes[1] or budget.drill < week.drill_minutes[1]:
            findings.add(FILE, f"phases.{number}.week", "more minutes than day_budget_minutes")
    calf = plan.calf_step
    for name in calf.places:
        if name not in shelf.pressed:
            findings.add(FILE, "calf_step.places", f"{name!r} is no place that is pressed")
    spot = shelf.places.spots.get(calf.primary)
    if spot is None or calf.primary not in calf.places:
        findings.add(FILE, "calf_step.primary", "expected a spot among the places")
    elif set(spot.inside) & shelf.pressed - set(calf.places):
        findings.add(FILE, "calf_step.places", "leaves out a region of the spot that may be pressed")


def _check_ladder(shelf: Shelf, findings: Findings) -> None:
    ladder = shelf.plan.ladder
    if [rung.level for rung in ladder] != list(range(1, len(ladder) + 1)):
        findings.add(FILE, "ladder", "expected the levels 1, 2, 3, ...")
    for rung in ladder:
        minutes = (rung.run_min * rung.repeats, (rung.run_min + rung.walk_min) * rung.repeats)
        if (rung.running_total, rung.total) != minutes:
            findings.add(FILE, f"ladder.{rung.level}", f"expected running and total minutes of {minutes}")
    for below, rung in pairwise(ladder):
        if rung.running_total < below.running_total:
            findings.add(FILE, f"ladder.{rung.level}", "is shorter than the level below")
        through = not below.walk_min and not rung.walk_min
        if through and rung.running_total > below.running_total * MOST_MORE + 1e-9:
            findings.add(FILE, f"ladder.{rung.level}", "is more than a tenth over the level below")


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
