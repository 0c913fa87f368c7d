"""Rules for selection.toml: every place and every shipped file has its use, and limits are kept."""

from __future__ import annotations

from collections.abc import Iterable

from unknot.content.checks.findings import Findings
from unknot.content.checks.practices import check_papers
from unknot.content.checks.shelf import Shelf
from unknot.domain.routine import Routine
from unknot.domain.selection import KnotRule, Occasion
from unknot.domain.steps import StepKind

FILE = "selection.toml"


def check_selection(shelf: Shelf, findings: Findings) -> None:
    """Knots, faults, strength, checks, extras, and the list of planned files."""
    _Offers(shelf, findings).check()
    _check_outer_calf(shelf, findings)
    _check_ending(shelf, findings)
    _check_numbers(shelf, findings)


class _Offers:
    """Goes through everything that is offered and remembers which files are."""

    def __init__(self, shelf: Shelf, findings: Findings) -> None:
        self._shelf, self._findings = shelf, findings
        self._offered: set[str] = set()
        weeks = shelf.plan.weeks
        self.release_phases = {n for n, week in weeks.items() if week.release_days[1]}
        self.strength_phases = {n for n, week in weeks.items() if week.strength_days[1]}

    def check(self) -> None:
        """All of it."""
        selection = self._shelf.selection
        self._check_knots(selection.knot)
        self._check_faults()
        self._check_strength()
        for key, rows in (("check", selection.check), ("extra", selection.extra)):
            for row in rows:
                self._offer(f"{key}.{row.file}", row.file, row.phases)
                if row.occasion is not None and self._shelf.routine(row.file) is None:
                    self._findings.add(FILE, f"{key}.{row.file}.occasion", "is for a routine that is shipped")
                if row.occasion is Occasion.SESSION_END and row.file != selection.session_end.routine:
                    self._findings.add(FILE, f"{key}.{row.file}.occasion", "expected session_end.routine")
        self._offer("session_end", selection.session_end.routine, self.release_phases)
        for name in sorted(set(self._shelf.items) - self._offered):
            self._findings.add(FILE, name, "is shipped and never offered")
        self._check_planned()

    def _offer(self, key: str, name: str, phases: Iterable[int] = ()) -> None:
        self._offered.add(name)
        item = self._shelf.items.get(name)
        if item is None:
            if name not in self._shelf.planned:
                self._findings.add(FILE, key, f"{name!r} is neither shipped nor on the list of planned files")
        elif not set(phases) <= set(item.practice.phases):
            fault = f"{name} is offered in phases {sorted(phases)}, it lists {list(item.practice.phases)}"
            self._findings.add(FILE, key, fault)

    def _check_knots(self, knots: tuple[KnotRule, ...]) -> None:
        places = [rule.place for rule in knots]
        for name in sorted(self._shelf.pressed - set(places)):
            self._findings.add(FILE, f"knot.{name}", "can be pressed and has no routine")
        for rule in knots:
            key = f"knot.{rule.place}"
            if rule.place not in self._shelf.pressed:
                self._findings.add(FILE, key, "is no place that is pressed")
            if places.count(rule.place) > 1:
                self._findings.add(FILE, key, "is there twice")
            if rule.group not in self._shelf.selection.session_order:
                self._findings.add(FILE, f"{key}.group", f"unknown group {rule.group!r}")
            for name in filter(None, (rule.routine, rule.else_routine)):
                self._offer(key, name, self.release_phases)
                if self._shelf.drill(name) is not None:
                    self._findings.add(FILE, key, f"expected a routine, {name!r} is a drill")
            first = self._shelf.routine(rule.routine)
            if first is not None and rule.place not in first.targets:
                self._findings.add(FILE, f"{key}.routine", f"{rule.routine} does not press there")

    def _check_faults(self) -> None:
        shelf, seen = self._shelf, set()
        for fault in shelf.selection.fault:
            key = f"fault.{fault.id}"
            if fault.id in seen:
                self._findings.add(FILE, key, "is there twice")
            seen.add(fault.id)
            for what, names, known in (
                ("claim", fault.claims, set(shelf.claims)),
                ("screening code", fault.screening, set(shelf.effects)),
                ("cue of plan.json", fault.cues, set(shelf.plan.self_check_cues)),
                ("style", filter(None, (fault.style,)), set(shelf.styles)),
            ):
                for name in sorted(set(names) - known):
                    self._findings.add(FILE, key, f"unknown {what} {name!r}")
            for name in fault.drills:
                self._offer(f"{key}.drills", name)

    def _check_strength(self) -> None:
        rows = self._shelf.selection.strength
        for area in sorted(set(self._shelf.plan.strength_areas) ^ {row.area for row in rows}):
            self._findings.add(FILE, f"strength.{area}", "differs from the areas of plan.json")
        for row in rows:
            key = f"strength.{row.area}"
            if not row.drills:
                self._findings.add(FILE, key, "expected a drill")
            for name in row.drills:
                self._offer(key, name, self.strength_phases)
                drill = self._shelf.drill(name)
                if drill is not None and row.area not in drill.areas:
                    self._findings.add(FILE, key, f"{name} does not name this area")

    def _check_planned(self) -> None:
        """A planned file is not shipped, and somebody waits for it."""
        shelf = self._shelf
        waiting = {name for item in shelf.items.values() for name in _neighbours(item.practice)}
        waiting |= self._offered | set(shelf.selection.calf_day_routines)
        waiting |= {shelf.selection.outer_calf.not_for, *shelf.selection.session_end.inside}
        for name in sorted(shelf.planned):
            if name in shelf.items:
                self._findings.add("planned.toml", name, "is shipped: take it off the list")
            elif name not in waiting:
                self._findings.add("planned.toml", name, "nothing names it: take it off the list")


def _neighbours(practice: object) -> tuple[str, str]:
    return getattr(practice, "progress_to", ""), getattr(practice, "regress_to", "")


def _check_outer_calf(shelf: Shelf, findings: Findings) -> None:
    """Calf days press the upper part of the outer calf; there the held ball comes first, never the sweep."""
    primary, calf = shelf.plan.calf_step.primary, shelf.selection.outer_calf
    days = shelf.selection.calf_day_routines
    for name in days:
        routine = shelf.routine(name)
        if not shelf.is_known(name):
            findings.add(FILE, "calf_day_routines", f"{name!r} is neither shipped nor planned")
        elif routine is not None and primary not in routine.targets:
            findings.add(FILE, "calf_day_routines", f"{name} does not press {primary}")
    for item, routine in shelf.routines():
        if primary in routine.targets and not routine.measure_only and routine.id not in days:
            findings.add(FILE, "calf_day_routines", f"{item.name} presses {primary} and is no calf day")
    for rule in shelf.selection.knot:
        if rule.place in shelf.plan.calf_step.places and (rule.routine, rule.else_routine) != (
            calf.first,
            calf.week_1,
        ):
            findings.add(FILE, f"knot.{rule.place}", f"expected {calf.first}, otherwise {calf.week_1}")
    sweep = shelf.routine(calf.not_for)
    if calf.not_for in days or (sweep is not None and primary in sweep.targets):
        findings.add(FILE, "outer_calf.not_for", f"{calf.not_for} is used for the outer calf")
    first = shelf.routine(calf.first)
    if first is not None and _held(first) < calf.tested_hold_s:
        findings.add(FILE, "outer_calf.first", f"{calf.first} holds less than {calf.tested_hold_s} s")
    check_papers(FILE, "outer_calf.refs", calf.refs, shelf, findings)


def _held(routine: Routine) -> int:
    return sum(step.seconds for step in routine.steps if step.kind is StepKind.PRESS)


def _check_ending(shelf: Shelf, findings: Findings) -> None:
    """A release session ends with a stretch of calf, hamstring and front thigh, as long as the plan says."""
    end, allowed = shelf.selection.session_end, shelf.plan.day_budget_minutes.stretch
    routine = shelf.routine(end.routine)
    if routine is None:
        findings.add(FILE, "session_end.routine", f"{end.routine!r} is not shipped")
        return
    if not routine.stretch_only or routine.total_seconds > 60 * allowed or end.minutes != allowed:
        findings.add(FILE, "session_end", f"expected a stretch of at most {allowed} minutes")
    names = " ".join(step.id for step in routine.steps if step.kind is StepKind.STRETCH)
    for part in ("calf", "ham", "thigh"):
        if part not in names:
            findings.add(FILE, "session_end.routine", f"{end.routine} does not stretch the {part}")
    for name in end.inside:
        inside = shelf.routine(name)
        if not shelf.is_known(name):
            findings.add(FILE, "session_end.inside", f"{name!r} is neither shipped nor planned")
        if inside is not None and sum(step.kind is StepKind.STRETCH for step in inside.steps) < 3:
            findings.add(FILE, "session_end.inside", f"{name} does not hold the stretches itself")
    check_papers(FILE, "session_end.refs", end.refs, shelf, findings)


def _check_numbers(shelf: Shelf, findings: Findings) -> None:
    selection, sizes = shelf.selection, list(shelf.vocabulary.sizes)
    if list(selection.size_points) != sizes or list(selection.size_points.values()) != list(
        range(len(sizes))
    ):
        findings.add(FILE, "size_points", "expected the sizes of vocabulary.toml with 0, 1, 2, ...")
    if not 1 <= selection.too_much.lower_by <= 2 or not 1 <= selection.too_much.leave_below <= 3:
        findings.add(FILE, "too_much", "expected lower_by 1 or 2 and leave_below 1 to 3")
    pace, budget = selection.pace, shelf.plan.day_budget_minutes
    if pace.day_minutes < budget.release + budget.stretch:
        findings.add(FILE, "pace.day_minutes", "expected no less than plan.json allows for a session")
    if (
        not 0 < pace.swap_after < pace.stop_after
        or min(pace.rest_hours, pace.worse_by, pace.better_by, pace.map_days) < 1
    ):
        findings.add(FILE, "pace", "expected positive numbers, swap_after under stop_after")
