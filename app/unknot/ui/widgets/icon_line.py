"""Lines that begin with an icon: a fact, a point of a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

_TOP = Qt.AlignmentFlag.AlignTop


def fact(icon: str, text: str, theme: Theme) -> QWidget:
    """An icon and its words in one row."""
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), theme, 0, 10)
    row.addWidget(IconLabel(icon, theme, "ink2"), 0, _TOP)
    row.addWidget(Words(text, theme), 1)
    return holder


def point(text: str, theme: Theme, icon: str = "x-bold", color: str = "pain") -> QWidget:
    """One point of a list."""
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), theme, (0, 2, 0, 2), 8)
    row.addWidget(IconLabel(icon, theme, color, 16), 0, _TOP)
    row.addWidget(Words(text, theme), 1)
    return holder
