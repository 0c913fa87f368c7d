"""Asks whose leg it is, where a new mark breaks the habit of the last ten ratings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.body import Side
from unknot.ui.side_words import side_within
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class SideQuestion(QFrame):
    """Hidden until there is something to ask. `confirmed` and `corrected` carry the Side that is meant."""

    confirmed = Signal(object)
    corrected = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side: Side | None = None
        self.setProperty("panel", "infoTint")
        column = spaced(QVBoxLayout(self), theme, (12, 10, 12, 10), 8)
        row = spaced(QHBoxLayout(), theme, 0, 10)
        row.addWidget(IconLabel("info-bold", theme, "info"), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Words("", theme)
        row.addWidget(self.words, 1)
        column.addLayout(row)
        self.yes_button = Button(self.tr("Yes"), theme, kind="primary")
        self.yes_button.clicked.connect(self._yes)
        self.no_button = Button(self.tr("No"), theme)
        self.no_button.clicked.connect(self._no)
        column.addWidget(FlowRow(theme, (self.yes_button, self.no_button), 8))
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self._side is not None

    def ask(self, side: Side) -> None:
        """Ask whether a mark on this side is meant, which was not rated for long."""
        self._side = side
        here, usual = side_within(side), side_within(side.other)
        words = self.tr("Your last ten ratings were all on your {usual} leg. Is this one on the {here}?")
        self.words.setText(words.format(usual=usual, here=here))
        self.yes_button.setText(self.tr("Yes, {side}").format(side=here))
        self.no_button.setText(self.tr("No, {side}").format(side=usual))
        self.show()

    def drop(self) -> None:
        """Ask no longer."""
        self._side = None
        self.hide()

    def _yes(self) -> None:
        side = self._side
        self.drop()
        self.confirmed.emit(side)

    def _no(self) -> None:
        side = self._side
        self.drop()
        if side is not None:
            self.corrected.emit(side.other)
