"""Says in one sentence why a routine cannot be the user's own as it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from unknot.domain.own_rules import MOST_TITLE, Fault
from unknot.domain.step_rules import MOST_SPOT_S

translate = QCoreApplication.translate


def fault_words(fault: Fault, day_s: float) -> str:
    """The sentence for a rule that an edit or a file breaks."""
    return _sentences()[fault].format(characters=MOST_TITLE, spot=MOST_SPOT_S // 60, day=round(day_s / 60))


def _sentences() -> dict[Fault, str]:
    return {
        Fault.NO_TITLE: translate("OwnRoutine", "Give it a name."),
        Fault.TITLE_LONG: translate("OwnRoutine", "The name may have {characters} characters."),
        Fault.TITLE_SIGNS: translate("OwnRoutine", "Leave the curly brackets out of the name."),
        Fault.MEASURES: translate("OwnRoutine", "A routine that only measures stays as it is."),
        Fault.CHECK: translate(
            "OwnRoutine", "The checks stay where they are: they show what the pressing changed."
        ),
        Fault.SWITCH: translate("OwnRoutine", "The change of legs stays between the legs."),
        Fault.STRETCH: translate("OwnRoutine", "The closing stretches stay, each of them once at least."),
        Fault.NO_PRESS: translate("OwnRoutine", "Keep a step that presses."),
        Fault.NO_CEILING: translate("OwnRoutine", "Keep a step that says how firmly to press."),
        Fault.OUTSIDE_CHECKS: translate("OwnRoutine", "Pressing stays between the two checks."),
        Fault.GROUP: translate(
            "OwnRoutine", "Steps stay in their group: what is done for each leg is done for both alike."
        ),
        Fault.SPOT_LONG: translate("OwnRoutine", "No spot is pressed for more than {spot} minutes in all."),
        Fault.PRESS_LONG: translate(
            "OwnRoutine", "This is more pressing than its places may have: {spot} minutes each."
        ),
        Fault.DAY_LONG: translate("OwnRoutine", "With both legs it would pass the {day} minutes of a day."),
        Fault.SAME_CUE: translate(
            "OwnRoutine", "Two steps side by side would read the same and are not: put another between them."
        ),
        Fault.STEPS: translate("OwnRoutine", "It has a step that the shipped routine does not have."),
    }
