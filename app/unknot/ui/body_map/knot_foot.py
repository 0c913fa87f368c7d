"""The foot of the knot panel: that all is stored, Undo, and the release it leads to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class KnotFoot(QWidget):
    """Two rows of buttons; where the panel is low they share one, so that rating and size stay in sight."""

    undo_wanted = Signal()
    release_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._offers, self._line, self._day = False, True, "", ""
        self._grid = spaced(QGridLayout(self), theme, (20, 8, 20, 4), 4)
        self._grid.setColumnStretch(0, 1)
        self.stored = QLabel()
        self.stored.setProperty("type", "small")
        self.stored.setProperty("tone", "ink2")
        self.stored.setWordWrap(True)
        self.undo_button = Button(self.tr("Undo"), theme, icon="arrow-counter-clockwise-bold", kind="quiet")
        self.undo_button.clicked.connect(self.undo_wanted)
        self.release_button = Button(
            self.tr("Release this"), theme, icon="play-fill", kind="accent", large=True
        )
        self.release_button.clicked.connect(self.release_wanted)
        self.release_line = Words("", theme, "small", "ink2")
        self.release_line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._arrange()

    def set_low(self, *, low: bool) -> None:
        """Whether the panel has little height."""
        if low != self._low:
            self._low = low
            self._arrange()

    def offer_release(self, *, on: bool) -> None:
        """Whether this knot is one to be pressed at all."""
        self._offers = on
        self._arrange()

    def show_release(self, line: str) -> None:
        """What the release is, or why it cannot be."""
        self._line = line
        self._show_words()

    def show_day(self, day: str) -> None:
        """An earlier day that the panel shows; empty for today, when there is something to start."""
        self._day = day
        self._show_words()

    def _arrange(self) -> None:
        shared = self._low and self._offers
        for part in (self.stored, self.undo_button, self.release_button, self.release_line):
            self._grid.removeWidget(part)
        self.release_button.setProperty("large", "" if shared else "true")
        self.release_button.style().unpolish(self.release_button)
        self.release_button.style().polish(self.release_button)
        self._grid.addWidget(self.release_button if shared else self.stored, 0, 0)
        self._grid.addWidget(self.undo_button, 0, 1)
        self._grid.addWidget(self.stored if shared else self.release_button, 1, 0, 1, 2)
        self._grid.addWidget(self.release_line, 2, 0, 1, 2)
        self.release_button.setVisible(self._offers)
        self._show_words()

    def _show_words(self) -> None:
        """On an earlier day that is said, instead of what would be released."""
        said = self.tr("As it was on {day}. Rating is off.").format(day=self._day)
        self.stored.setText(said if self._day else self.tr("What you see is stored."))
        self.stored.setVisible(bool(self._day) or not (self._low and self._offers))
        self.release_line.setText(self._line)
        self.release_line.setVisible(self._offers and bool(self._line) and not self._day)
