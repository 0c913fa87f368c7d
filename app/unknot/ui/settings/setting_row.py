"""One setting: its name, a line about it, and its control at the right, or below where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

_WORDS_NEED = 220  # logical px the words need beside the control


class SettingRow(QWidget):
    """`detail` can be changed with `say`."""

    def __init__(self, theme: Theme, title: str, detail: str, controls: Sequence[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._box = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), theme, (0, 10, 0, 10), 16)
        words = spaced(QVBoxLayout(), theme, 0, 2)
        words.addWidget(Words(title, theme, "label"))
        self._detail = Words(detail, theme, "small", "ink2")
        words.addWidget(self._detail)
        self._box.addLayout(words, 1)
        self._controls = QWidget()
        row = spaced(QHBoxLayout(self._controls), theme, 0, 12)
        for control in controls:
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self._controls, 0, Qt.AlignmentFlag.AlignVCenter)
        self.say(detail)
        theme.changed.connect(self._turn)

    def say(self, detail: str) -> None:
        """Show another line; none where it is empty."""
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack where words and control do not fit side by side."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        room = self.width() - self._controls.sizeHint().width()
        narrow = room < self._theme.px(_WORDS_NEED)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() is not way:
            self._box.setDirection(way)
            side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter
            self._box.setAlignment(self._controls, side)
