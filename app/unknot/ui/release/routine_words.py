"""What a routine says about itself, in short lines: minutes, days and tools."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from unknot.content.library import Library
from unknot.domain.noise import Noise
from unknot.domain.practice_minutes import whole_minutes
from unknot.domain.release_effect import ReleaseEffect
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


def main_tool(routine: Routine, library: Library, lacking: Sequence[ToolNeed] = ()) -> str:
    """The first tool that is really needed, or what does as well at home for one that is `lacking`."""
    needed = [need for need in routine.tools if not need.optional]
    if not needed:
        return translate("RoutineWords", "Nothing")
    if needed[0] in lacking and needed[0].household:
        return household(ToolNeed(needed[0].role, (), needed[0].household[:1], optional=False))
    return tool_names(needed[0], library)


def effect_line(effect: ReleaseEffect | None, noise: Noise) -> str:
    """What it usually does for this user, with how many times; empty while too few ratings say."""
    if effect is None:
        return ""
    words = translate("RoutineWords", "Usually {drop} lower, {count} times")
    if effect.drop < 1:
        words = translate("RoutineWords", "Usually no lower, {count} times")
    elif noise.hides(effect.drop):
        words = translate("RoutineWords", "Usually no clear change, {count} times")
    return words.format(drop=effect.drop, count=effect.sessions)


def place_names(routine: Routine, library: Library) -> list[str]:
    """Labels of the places it presses."""
    return [library.places[target].label for target in routine.targets if target in library.places]
