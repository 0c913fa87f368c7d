"""Rules for drills alone: cues, faults, scores and what they mean, the beat, and what running asks for."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from unknot.content.checks.findings import Findings
from unknot.content.checks.practices import check_known
from unknot.content.checks.shelf import Item, Shelf
from unknot.domain.drill import Drill, Score
from unknot.domain.drill_result import DIFFERENCE
from unknot.domain.steps import StepKind

KINDS = frozenset({"check", "strength", "posture", "gait", "integration"})
CUE_MOMENTS = frozenset(
    {"before", "whole", "landing", "push", "swing", "lift", "lower", "return", "top", "hold", "out"}
    | {"back", "lean", "end"}
)
UNITS = frozenset({"count", "0-10", "0-3", "s", "steps/min", "choice"})
CALF_PAIN = "calf_pain_0_10"
OWN_RATE = "step_rate_baseline"
RUNNING_STOPS = (
    "knee_pain_3_walk",
    "knee_pain_5_stop",
    "calf_pain_5_stop",
    "giving_way",
    "limp",
    "plan_next_morning",
)


def check_drill(item: Item, drill: Drill, shelf: Shelf, findings: Findings) -> None:
    """One drill."""
    if drill.kind not in KINDS:
        findings.add(item.name, "kind", f"unknown kind {drill.kind!r}")
    contraindications = shelf.vocabulary.contraindications
    check_known(item, "contraindications", drill.contraindications, contraindications, "reason", findings)
    check_known(item, "areas", drill.areas, shelf.plan.strength_areas, "area", findings)
    check_known(item, "cues.when", (cue.when for cue in drill.cues), CUE_MOMENTS, "moment", findings)
    if (drill.kind == "strength") != bool(drill.areas):
        findings.add(item.name, "areas", "strength drills name areas, and only they")
    if not drill.cues or not drill.faults:
        findings.add(item.name, "cues", "expected a cue and a fault at least")
    _check_once(item, "faults", [fault.id for fault in drill.faults], findings)
    _check_scores(item, drill, findings)
    _check_thresholds(item, drill, findings)
    _check_beat(item, drill, findings)
    _check_open_end(item, drill, findings)
    if drill.min_ladder_level > len(shelf.plan.ladder):
        findings.add(item.name, "min_ladder_level", f"the ladder ends at {len(shelf.plan.ladder)}")
    if any(step.kind is StepKind.RUN for step in drill.steps):
        _check_running(item, drill, findings)


def _check_once(item: Item, key: str, names: list[str], findings: Findings) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            findings.add(item.name, f"{key}.{name}", "is there twice")


def _check_scores(item: Item, drill: Drill, findings: Findings) -> None:
    """Each is asked in a known unit over a range, and no step asks for another one."""
    _check_once(item, "score", [score.id for score in drill.score], findings)
    for score in drill.score:
        key = f"score.{score.id}"
        if score.unit not in UNITS:
            findings.add(item.name, f"{key}.unit", f"unknown unit {score.unit!r}")
        if score.min >= score.max:
            findings.add(item.name, key, f"expected min under max, got {score.min} and {score.max}")
        named = [str(score.min), str(score.max)]
        if score.unit.startswith("0-") and score.unit.split("-") != named:
            findings.add(item.name, key, f"expected the range of its unit, {score.unit}")
        if (score.unit == "choice") != bool(score.choices) or not _fits(score):
            findings.add(item.name, f"{key}.choices", "expected one word each from min to max, for a choice")
        if score.per_side and not drill.has_sides:
            findings.add(item.name, f"{key}.per_side", "no step is done per leg")
    recorded = {name for step in drill.steps for name in step.records}
    check_known(item, "steps.records", recorded, {score.id for score in drill.score}, "score", findings)


def _fits(score: Score) -> bool:
    return not score.choices or len(score.choices) == score.max - score.min + 1


def _check_thresholds(item: Item, drill: Drill, findings: Findings) -> None:
    """A measure's bands lie in its range, one after the other without a gap."""
    ranges = {score.id: (score.min, score.max) for score in drill.score} | {DIFFERENCE: (0, 100)}
    for measure in dict.fromkeys(threshold.measure for threshold in drill.thresholds):
        key, bands = f"thresholds.{measure}", [t for t in drill.thresholds if t.measure == measure]
        if measure not in ranges:
            findings.add(item.name, "thresholds", f"no score: {measure!r}")
            continue
        if any(band.min > band.max for band in bands):
            findings.add(item.name, key, "min over max")
        if (bands[0].min, bands[-1].max) != ranges[measure]:
            findings.add(item.name, key, f"expected bands from {ranges[measure][0]} to {ranges[measure][1]}")
        if any(after.min != before.max + 1 for before, after in pairwise(bands)):
            findings.add(item.name, key, "a gap or an overlap between two bands")
        if any(not band.then for band in bands):
            findings.add(item.name, key, "a band does not say what to do")
    sided = any(score.per_side for score in drill.score)
    if not sided and any(threshold.measure == DIFFERENCE for threshold in drill.thresholds):
        findings.add(item.name, f"thresholds.{DIFFERENCE}", "no score is given per leg")


def _check_beat(item: Item, drill: Drill, findings: Findings) -> None:
    beat = drill.metronome_bpm
    if beat is None:
        return
    if beat.relative_to not in {"", OWN_RATE}:
        findings.add(
            item.name, "metronome_bpm.relative_to", f"expected {OWN_RATE!r}, got {beat.relative_to!r}"
        )
    if not beat.relative_min <= beat.relative_default <= beat.relative_max:
        findings.add(item.name, "metronome_bpm.relative_default", "lies outside its min and max")
    if beat.step <= 0:
        findings.add(item.name, "metronome_bpm.step", "expected one over 0")
    if not any(step.metronome_on for step in drill.steps):
        findings.add(item.name, "metronome_bpm", "no step has metronome_on")


def _check_open_end(item: Item, drill: Drill, findings: Findings) -> None:
    """The time reached in an open-ended step is its one value, in seconds up to its cap."""
    scores = {score.id: score for score in drill.score}
    for step in drill.steps:
        if not step.open_ended:
            continue
        timed = [scores[name] for name in step.records if name in scores and scores[name].unit == "s"]
        if step.kind is not StepKind.HOLD or len(step.records) != 1 or not timed:
            findings.add(
                item.name, f"steps.{step.id}.open_ended", "expected a hold with one score in seconds"
            )
        elif timed[0].max != step.seconds:
            findings.add(item.name, f"steps.{step.id}.seconds", "expected the most its score can have")


def _check_running(item: Item, drill: Drill, findings: Findings) -> None:
    """The stop rules of running, and a look at calf and heel cord, which take more after a change."""
    for rule in RUNNING_STOPS:
        if rule not in drill.stop_rules:
            findings.add(item.name, "stop_rules", f"expected {rule!r} in a drill with running")
    if CALF_PAIN not in {score.id for score in drill.score}:
        findings.add(item.name, "score", f"expected {CALF_PAIN!r} in a drill with running")
