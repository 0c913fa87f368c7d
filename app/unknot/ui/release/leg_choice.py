"""Which leg a routine is for: the knot's own, or both in turn."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from unknot.domain.body import Side
from unknot.ui.release.routine_words import side_word
from unknot.ui.theme import Theme


class LegChoice(QFrame):
    """Two segments: the sore leg alone, which is chosen first, and both legs, the sore one first."""

    def __init__(self, side: Side, theme: Theme, *, both: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "sunken")
        self._side = side
        self._one = QPushButton(self.tr("{side} leg").format(side=side_word(side)), self)
        self._both = QPushButton(self.tr("Both legs"), self)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        row.setSpacing(theme.px(4))
        for button in (self._one, self._both):
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            self._group.addButton(button)
            row.addWidget(button)
        self._one.setChecked(True)
        self._both.setVisible(both)
        self.setAccessibleName(self.tr("Which leg"))

    def choose_both(self) -> None:
        """Choose both legs."""
        self._both.setChecked(True)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The legs in the order to play."""
        return (self._side, self._side.other) if self._both.isChecked() else (self._side,)
