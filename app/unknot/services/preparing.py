"""Getting ready: how long, and what is said of the next item when several are played as one session."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from unknot.domain.routine import Routine
from unknot.domain.steps import StepKind
from unknot.domain.timeline import Timeline

LEAST_CHANGE_S = 15  # from one item of a set to the next there is something to pick up and to lie down on
MOST_S = 30


def prepare_seconds(wanted: int, *, changes: bool) -> int:
    """How long to get ready: as the user chose, and never too short to change the place and the tool."""
    chosen = max(0, min(MOST_S, wanted))
    return max(chosen, LEAST_CHANGE_S) if changes else chosen


def introduced(timeline: Timeline, routine: Routine, before: Routine) -> Timeline:
    """The timeline, whose time to get ready tells what comes after the routine `before` and needs what."""
    first = timeline.segments[0]
    if first.step.kind is not StepKind.PREPARE:
        return timeline
    translate = QCoreApplication.translate
    tool = _new_tool(routine, before)
    ready = translate("Preparing", "Get ready")
    cue = translate("Preparing", "Take the {tool}").format(tool=tool) if tool else ready
    say = translate("Preparing", "Next: {title}. {cue}.").format(title=routine.title, cue=cue)
    text = " ".join(line.text for line in routine.setup)
    step = replace(first.step, cue=cue, say=say, text=text)
    return replace(timeline, segments=(replace(first, step=step), *timeline.segments[1:]))


def _new_tool(routine: Routine, before: Routine) -> str:
    """What this routine needs and the one before did not."""
    at_hand = {tool.role for tool in before.tools}
    return next((tool.role for tool in routine.tools if not tool.optional and tool.role not in at_hand), "")
