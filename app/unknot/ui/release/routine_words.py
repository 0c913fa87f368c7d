"""What a routine says about itself, in short lines: minutes, days and tools."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.content.library import Library
from unknot.domain.practice_minutes import whole_minutes
from unknot.domain.routine import Routine, ToolNeed
from unknot.domain.unfold import seconds_of

translate = QCoreApplication.translate


def minutes_line(routine: Routine, *, half: bool = False) -> str:
    """Minutes for one leg and for both; `half`: half the pressing."""
    one, both = (whole_minutes(seconds_of(routine, legs, half=half)) for legs in (1, 2))
    if not routine.has_sides:
        return translate("RoutineWords", "{n} min").format(n=both)
    return translate("RoutineWords", "{one} min a leg, {both} min both").format(one=one, both=both)


def often_line(routine: Routine) -> str:
    """How often in a week, and the hours to leave between."""
    often = routine.frequency_per_week
    words = translate("RoutineWords", "{min} to {max} days a week, {hours} h between")
    if often.max == 1:
        words = translate("RoutineWords", "Once a week at most, {hours} h between")
    return words.format(min=often.min, max=often.max, hours=routine.hours_between)


def tool_names(need: ToolNeed, library: Library) -> str:
    """The tools that serve, any one of them: "Massage ball, tennis ball or lacrosse ball"."""
    names = [library.vocabulary.tools[tool].label for tool in need.any_of]
    names = names[:1] + [name[:1].lower() + name[1:] for name in names[1:]]
    return either(names)


def household(need: ToolNeed) -> str:
    """What does as well at home."""
    return translate("RoutineWords", "At home: {things}").format(things=either(list(need.household)))


def either(names: list[str]) -> str:
    """Join names as "a, b or c"."""
    if len(names) < 2:
        return "".join(names)
    return translate("RoutineWords", "{some} or {last}").format(some=", ".join(names[:-1]), last=names[-1])


def main_tool(routine: Routine, library: Library) -> str:
    """The first tool that is really needed."""
    needed = [need for need in routine.tools if not need.optional]
    return tool_names(needed[0], library) if needed else translate("RoutineWords", "Nothing")


def place_names(routine: Routine, library: Library) -> list[str]:
    """Labels of the places it presses."""
    return [library.places[target].label for target in routine.targets if target in library.places]
