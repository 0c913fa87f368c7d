"""All cues side by side, in as many columns as fit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.cue_cards import CueCard
from unknot.ui.cues.cue_tab import CueTab
from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced

LEAST = 116  # logical px that a cue needs


class CueRow(QWidget):
    """`shown` carries the id of the cue that was picked, by a click or an arrow."""

    shown = Signal(str)

    def __init__(
        self, cues: Iterable[CueCard], gait: GaitLibrary, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._columns = theme, 0
        self.setAccessibleName(self.tr("The cues"))
        self._grid = spaced(QGridLayout(self), theme, 0, 12)
        self.tabs = [CueTab(cue, gait, theme, self) for cue in cues]
        for tab in self.tabs:
            tab.reached.connect(self.shown)

    def show_cue(self, cue_id: str) -> None:
        """Mark a cue as the one that is looked at."""
        for tab in self.tabs:
            if tab.isChecked() != (tab.cue.id == cue_id):
                tab.set_chosen(chosen=tab.cue.id == cue_id)

    def show_focus(self, cue_id: str) -> None:
        """Mark the cue for the next run; empty marks none."""
        for tab in self.tabs:
            tab.set_focus_cue(on=tab.cue.id == cue_id)

    def step(self, by: int) -> None:
        """Look at the next cue, or the one before; round the ends."""
        here = next((place for place, tab in enumerate(self.tabs) if tab.isChecked()), 0)
        self.tabs[(here + by) % len(self.tabs)].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit, the lines as even as can be."""
        super().resizeEvent(event)
        room = (self.width() + self._theme.px(12)) // self._theme.px(LEAST + 12)
        lines = -(-len(self.tabs) // max(1, room))
        columns = -(-len(self.tabs) // lines)
        if columns != self._columns:
            self._columns = columns
            for place, tab in enumerate(self.tabs):
                self._grid.addWidget(tab, place // columns, place % columns)
            for column in range(len(self.tabs)):
                self._grid.setColumnStretch(column, 1 if column < columns else 0)
