"""What the drill player says about a step: its set, what comes next, and what there is time to read."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.drill import Drill
from unknot.domain.drill_progress import SetPlace
from unknot.domain.snapshot import Snapshot
from unknot.domain.steps import SET_KINDS, StepKind

translate = QCoreApplication.translate


def set_words(place: SetPlace) -> str:
    """Which set of how many."""
    if place.number == 0:
        return translate("DrillPlayer", "{count} sets").format(count=place.count)
    return translate("DrillPlayer", "Set {number} of {count}").format(number=place.number, count=place.count)


def next_words(snapshot: Snapshot) -> str:
    """The next step's cue; a rest with its seconds."""
    following = snapshot.next_segment
    if following is not None and following.step.kind is StepKind.REST:
        return translate("DrillPlayer", "Rest, {seconds} seconds").format(seconds=round(following.seconds))
    return snapshot.next_cue


def longer_words(snapshot: Snapshot, drill: Drill) -> str:
    """The step's own words; in a set, with all that can go wrong in it."""
    if snapshot.segment.step.kind not in SET_KINDS:
        return snapshot.text
    faults = (f"{fault.see}: {fault.do[:1].lower()}{fault.do[1:]}" for fault in drill.faults)
    return "\n".join((snapshot.text, *faults))
