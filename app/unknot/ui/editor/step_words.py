"""Words for the steps of a routine as the editor lists them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.own_routine import CLOSE, EACH_LEG, LEAD, SWITCH
from unknot.domain.steps import Step, StepKind

translate = QCoreApplication.translate


def kind_word(kind: StepKind) -> str:
    """What kind of step it is."""
    return {
        StepKind.POSITION: translate("EditorWords", "Get into place"),
        StepKind.PRESS: translate("EditorWords", "Press"),
        StepKind.MOVE: translate("EditorWords", "Press and move"),
        StepKind.REST: translate("EditorWords", "Rest"),
        StepKind.SWITCH_SIDE: translate("EditorWords", "Change legs"),
        StepKind.BREATHE: translate("EditorWords", "Breathe"),
        StepKind.CHECK: translate("EditorWords", "Check"),
        StepKind.STRETCH: translate("EditorWords", "Stretch"),
    }.get(kind, "")


def group_word(group: str) -> str:
    """What stands over the first step of a group."""
    return {
        LEAD: translate("EditorWords", "To begin"),
        EACH_LEG: translate("EditorWords", "Each leg, the same for both"),
        SWITCH: translate("EditorWords", "Between the legs"),
        CLOSE: translate("EditorWords", "To end"),
    }[group]


def side_word(group: str) -> str:
    """How often it is done in a session of both legs."""
    return translate("EditorWords", "each leg") if group == EACH_LEG else translate("EditorWords", "once")


def without_side(text: str, ceiling: int) -> str:
    """A text of a step for whichever leg."""
    other = translate("EditorWords", "other")
    plain = text.replace("{side} ", "").replace("{side}", "").replace("{other_side}", other)
    return plain.replace("{ceiling}", str(ceiling))


def seconds_word(step: Step) -> str:
    """How long it is; a check takes what its answer takes."""
    if step.waits:
        return translate("EditorWords", "waits")
    return translate("EditorWords", "{seconds} s").format(seconds=step.seconds)


def clock_word(seconds: float) -> str:
    """Minutes and seconds, such as 7:05."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
