"""One setting: its name, a line about it, and its control at the right, or below where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.fold_row import FoldRow
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

_WORDS_NEED = 220  # logical px the words need beside the control


class SettingRow(FoldRow):
    """`detail` can be changed with `say`."""

    def __init__(self, theme: Theme, title: str, detail: str, controls: Sequence[QWidget]) -> None:
        words = QWidget()
        column = spaced(QVBoxLayout(words), theme, 0, 2)
        name = Words(title, theme, "label")
        if isinstance(controls[0], QComboBox):
            name.setBuddy(controls[0])  # a combo box has no other name for a screen reader
        column.addWidget(name)
        self._detail = Words(detail, theme, "small", "ink2")
        column.addWidget(self._detail)
        side = controls[0]
        if len(controls) > 1:
            side = QWidget()
            row = spaced(QHBoxLayout(side), theme, 0, 12)
            for control in controls:
                row.addWidget(control)
        super().__init__(theme, words, side, least=_WORDS_NEED)
        self.say(detail)

    def say(self, detail: str) -> None:
        """Show another line; none where it is empty."""
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
