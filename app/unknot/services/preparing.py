"""Getting ready: how long, and what is said of the next item when several are played as one session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from unknot.domain.drill import Drill
from unknot.domain.practice_minutes import whole_minutes
from unknot.domain.release_rules import missing
from unknot.domain.routine import Routine, ToolNeed
from unknot.domain.steps import StepKind
from unknot.domain.timeline import Timeline
from unknot.domain.vocabulary import Tool

LEAST_CHANGE_S = 15  # from one item of a set to the next there is something to pick up and to lie down on
MOST_S = 30

Content = Routine | Drill
Tools = Mapping[str, Tool]
translate = QCoreApplication.translate


class Upcoming(Struct, frozen=True):
    """What follows a session in a set: its title, the tool to pick up; `seconds` are of all that follows."""

    title: str = ""
    tool: str = ""
    seconds: float = 0.0


def prepare_seconds(wanted: int, *, changes: bool) -> int:
    """How long to get ready: as the user chose, and never too short to change the place and the tool."""
    chosen = max(0, min(MOST_S, wanted))
    return max(chosen, LEAST_CHANGE_S) if changes else chosen


def introduced(timeline: Timeline, content: Content, before: Content, tools: Tools) -> Timeline:
    """The timeline, whose time to get ready tells what comes after `before`, how long, and with what."""
    first = timeline.segments[0]
    if first.step.kind is not StepKind.PREPARE:
        return timeline
    take, leave = picked_up(content, before, tools), _put_away(content, before, tools)
    named = translate("Preparing", "Next: {title}").format(title=content.title)
    put = translate("Preparing", "Put the {tool} away").format(tool=leave) if leave else ""
    act = translate("Preparing", "Take the {tool}").format(tool=take) if take else put
    minutes = whole_minutes(timeline.total - first.seconds)
    things = ", ".join(content.equipment) if isinstance(content, Drill) else ""
    lines = (
        f"{named}." if act else "",
        translate("Preparing", "About {minutes} min.").format(minutes=minutes),
        f"{put}." if take and leave else "",
        translate("Preparing", "You need: {things}.").format(things=things) if things else "",
        *(line.text for line in content.setup),
    )
    cue, say = act or named, f"{named}. {act}." if act else f"{named}."
    text = " ".join(line for line in lines if line)
    step = replace(first.step, cue=cue, say=say, text=text)
    return replace(timeline, segments=(replace(first, step=step), *timeline.segments[1:]))


def picked_up(content: Content, before: Content, tools: Tools) -> str:
    """The role of what is held for this and was not for the one before; "" for nothing."""
    return _missing_from(_held(before, tools), _held(content, tools))


def _put_away(content: Content, before: Content, tools: Tools) -> str:
    """The role of what was held before and cannot serve this; "" for nothing."""
    return _missing_from(content.tools if isinstance(content, Routine) else (), _held(before, tools))


def _missing_from(here: Iterable[ToolNeed], wanted: Iterable[ToolNeed]) -> str:
    """The first that is wanted and that nothing here can be."""
    tools = {tool for need in here for tool in need.any_of}
    return next((need.role for need in wanted if not tools.intersection(need.any_of)), "")


def _held(content: Content, tools: Tools) -> tuple[ToolNeed, ...]:
    """What it presses with: not hands, and not what every home has (a chair, a wall)."""
    return missing(content, frozenset(), tools) if isinstance(content, Routine) else ()
