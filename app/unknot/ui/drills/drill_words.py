"""What a drill says about itself, in short lines: kind, minutes, dose, days, things needed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.drill import Drill
from unknot.domain.practice_minutes import whole_minutes
from unknot.domain.steps import StepKind

translate = QCoreApplication.translate

LONG_S = 120  # a longer set is told in minutes


def kind_word(drill: Drill) -> str:
    """Check, strength, posture, stride, running or walking."""
    if drill.kind == "integration" and not any(step.kind is StepKind.RUN for step in drill.steps):
        return translate("DrillWords", "Walking")
    words = {
        "check": translate("DrillWords", "Check"),
        "strength": translate("DrillWords", "Strength"),
        "posture": translate("DrillWords", "Posture"),
        "gait": translate("DrillWords", "Stride"),
        "integration": translate("DrillWords", "Running"),
    }
    return words.get(drill.kind, drill.kind)


def minutes_line(drill: Drill) -> str:
    """Minutes in all."""
    return translate("DrillWords", "{n} min").format(n=whole_minutes(drill.total_seconds))


def dose_line(drill: Drill) -> str:
    """Sets and repetitions, or sets and seconds."""
    dose = drill.dose
    if dose.reps == 1:
        return translate("DrillWords", "{n} times").format(n=dose.sets)
    sets = translate("DrillWords", "{n} sets") if dose.sets > 1 else translate("DrillWords", "{n} set")
    parts = [sets.format(n=dose.sets)]
    if dose.reps:
        parts.append(translate("DrillWords", "{n} reps").format(n=dose.reps))
    elif dose.work_seconds >= LONG_S:
        parts.append(translate("DrillWords", "{n} minutes").format(n=whole_minutes(dose.work_seconds)))
    else:
        parts.append(translate("DrillWords", "{n} seconds").format(n=dose.work_seconds))
    line = translate("DrillWords", "{sets} of {work}").format(sets=parts[0], work=parts[1])
    return translate("DrillWords", "{line}, each leg").format(line=line) if dose.per_side else line


def often_line(drill: Drill) -> str:
    """How often in a week."""
    often = drill.frequency_per_week
    if often.min == often.max == 1:
        return translate("DrillWords", "Once a week")
    return translate("DrillWords", "{min} to {max} days a week").format(min=often.min, max=often.max)


def things_line(drill: Drill) -> str:
    """What is needed, or nothing."""
    if not drill.equipment:
        return translate("DrillWords", "Nothing needed")
    joined = ", ".join(drill.equipment)
    return joined[:1].upper() + joined[1:]


def when_word(when: str) -> str:
    """The moment of a cue."""
    words = {
        "before": translate("DrillWords", "Before"),
        "whole": translate("DrillWords", "All through"),
        "lift": translate("DrillWords", "Going up"),
        "return": translate("DrillWords", "Coming back"),
        "hold": translate("DrillWords", "Holding"),
        "out": translate("DrillWords", "Going out"),
        "back": translate("DrillWords", "Coming back"),
        "lean": translate("DrillWords", "Leaning"),
        "end": translate("DrillWords", "At the end"),
        "top": translate("DrillWords", "At the top"),
        "lower": translate("DrillWords", "Going down"),
        "landing": translate("DrillWords", "Landing"),
        "push": translate("DrillWords", "Pushing"),
        "swing": translate("DrillWords", "Swinging"),
    }
    return words.get(when, when[:1].upper() + when[1:])
