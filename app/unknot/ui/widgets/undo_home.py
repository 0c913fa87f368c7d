"""The room of the undo bar: it covers nothing, since what is above gives way while it is there."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import Margins, spaced
from unknot.ui.widgets.undo_bar import UndoBar

WIDEST = 560


class UndoHome(QWidget):
    """Takes up no room while it is empty. Below the pages there is one for all; a page may have its own.

    One that rests keeps the bar out of sight: what is shown above it has an Undo of its own.
    """

    def __init__(self, theme: Theme, margins: Margins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._rests = theme, False
        self._bar: UndoBar | None = None
        self.is_offered = True
        self._row = spaced(QHBoxLayout(self), theme, margins)
        self._row.addStretch(1)
        self._row.addStretch(1)
        self.hide()

    def take(self, bar: UndoBar) -> None:
        """Let the bar be here."""
        self._bar = bar
        bar.setMaximumWidth(self._theme.px(WIDEST))
        self._row.insertWidget(1, bar, 1000)
        bar.show()
        self._fit()

    def give(self) -> None:
        """Let it go again."""
        if self._bar is not None:
            self._row.removeWidget(self._bar)
        self._bar = None
        self._fit()

    def set_resting(self, *, on: bool) -> None:
        """Whether what is above shows an Undo of its own."""
        self._rests = on
        self._fit()

    def _fit(self) -> None:
        self.setVisible(self._bar is not None and not self._rests)
