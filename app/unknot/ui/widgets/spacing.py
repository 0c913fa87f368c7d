"""Margins and gaps of a layout that grow with the text size, and a layout emptied."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout

from unknot.ui.theme import Theme

Margins = int | tuple[int, int, int, int]
_Layout = TypeVar("_Layout", QBoxLayout, QGridLayout)


class _Spacing(QObject):
    """Belongs to its layout and sets it again when the theme changes."""

    def __init__(self, layout: QBoxLayout | QGridLayout, theme: Theme, margins: Margins, gap: int) -> None:
        super().__init__(layout)
        self._layout, self._theme, self._gap = layout, theme, gap
        self._margins = (margins,) * 4 if isinstance(margins, int) else margins
        theme.changed.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Set margins and gap at the text size of now."""
        px = self._theme.px
        left, top, right, bottom = self._margins
        self._layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
        self._layout.setSpacing(px(self._gap))


def spaced(layout: _Layout, theme: Theme, margins: Margins = 0, gap: int = 0) -> _Layout:
    """Give a layout margins (one, or left top right bottom) and a gap in logical px at 100 %; returns it."""
    _Spacing(layout, theme, margins, gap)
    return layout


def emptied(layout: QLayout) -> None:
    """Take away for good what stands in a layout, to fill it anew."""
    while layout.count():
        item = layout.takeAt(0)
        part = item.widget() if item is not None else None
        if part is not None:
            part.hide()  # it goes only when the events come to it
            part.deleteLater()
