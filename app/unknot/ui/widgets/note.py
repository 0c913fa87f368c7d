"""A quiet note on a tinted ground: an icon and a sentence or two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from unknot.ui.theme import Theme
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

_INK = {"accentTint": "accentInk", "painTint": "pain", "infoTint": "info", "sunken": "ink2"}


class Note(QFrame):
    """A note on a tinted ground: accentTint, painTint, infoTint or sunken."""

    def __init__(self, text: str, theme: Theme, *, icon: str = "info-bold", tint: str = "accentTint") -> None:
        super().__init__()
        self.setProperty("panel", tint)
        self.row = spaced(QHBoxLayout(self), theme, (16, 12, 16, 12), 12)
        self.icon = IconLabel(icon, theme, _INK[tint])
        self.row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        self.words = Words(text, theme)
        self.row.addWidget(self.words, 1)
