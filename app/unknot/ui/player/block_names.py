"""The names of a session's blocks as the strip shows them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def block_name(label: str) -> str:
    """The shown name of a block label of the domain ("Settle", "Set 3"); unknown ones stay as they are."""
    kind, _, number = label.partition(" ")
    names = {
        "Settle": QCoreApplication.translate("BlockStrip", "Settle"),
        "Right": QCoreApplication.translate("BlockStrip", "Right"),
        "Left": QCoreApplication.translate("BlockStrip", "Left"),
        "Switch": QCoreApplication.translate("BlockStrip", "Switch"),
        "Finish": QCoreApplication.translate("BlockStrip", "Finish"),
        "Check": QCoreApplication.translate("BlockStrip", "Check"),
        "Set": QCoreApplication.translate("BlockStrip", "Set {number}"),
        "Rest": QCoreApplication.translate("BlockStrip", "Rest"),
        "Walk": QCoreApplication.translate("BlockStrip", "Walk"),
    }
    return names.get(kind, label).format(number=number)
