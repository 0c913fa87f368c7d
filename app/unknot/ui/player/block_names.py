"""The names of a session's blocks as the strip shows them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def block_name(label: str) -> str:
    """The shown name of a block label of the domain ("Settle", "Set 3"); unknown ones stay as they are."""
    kind, _, number = label.partition(" ")
    names = {
        "Settle": translate("BlockStrip", "Settle"),
        "Right": translate("BlockStrip", "Right"),
        "Left": translate("BlockStrip", "Left"),
        "Switch": translate("BlockStrip", "Switch"),
        "Finish": translate("BlockStrip", "Finish"),
        "Check": translate("BlockStrip", "Check"),
        "Set": translate("BlockStrip", "Set {number}"),
        "Stretch": translate("BlockStrip", "Stretch"),
        "Rest": translate("BlockStrip", "Rest"),
        "Walk": translate("BlockStrip", "Walk"),
        "Work": translate("BlockStrip", "Work"),
    }
    return names.get(kind, label).format(number=number)
