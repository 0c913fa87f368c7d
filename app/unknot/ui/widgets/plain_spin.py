"""Spin boxes and date fields as plain as the other fields: typing and arrow keys change them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractSpinBox

from unknot.ui.theme import Theme

PAD = 12  # px, as app.qss has it for fields; of a spin box Qt ignores it there
HIGH, BORDER = 42, 1  # px, as there
_Field = TypeVar("_Field", bound=QAbstractSpinBox)


class _Margins(QObject):
    """Belongs to its field and sets its margins again when the theme changes."""

    def __init__(self, field: QAbstractSpinBox, theme: Theme) -> None:
        super().__init__(field)
        self._field, self._theme = field, theme
        theme.changed.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Keep the words off the border at the text size of now, and as high as other fields."""
        pad = self._theme.px(PAD)
        self._field.lineEdit().setTextMargins(pad, 0, pad, 0)
        self._field.setMaximumHeight(self._theme.px(HIGH) + 2 * BORDER)


def plain_spin(field: _Field, theme: Theme) -> _Field:
    """Let the words of a field stand where those of other fields do; returns it.

    app.qss draws no arrows. NoButtons must not be set: with a style sheet Qt then gives the words 1 px.
    """
    _Margins(field, theme)
    return field
