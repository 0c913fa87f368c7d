"""A bar that says what was just done and offers to take it back, for eight seconds."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced

SHOWN_MS = 8000


class UndoBar(QFrame):
    """Hidden until `show_done`; `gone` tells that it is again, `undo_wanted` that the button was pressed."""

    undo_wanted = Signal()
    gone = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "bar")
        row = spaced(QHBoxLayout(self), theme, (16, 4, 4, 4), 8)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        row.addWidget(self.sentence, 1)
        self.button = Button(self.tr("Undo"), theme, icon="arrow-counter-clockwise-bold", kind="quiet")
        self.button.setToolTip(self.tr("Ctrl+Z"))
        self.button.clicked.connect(self._undo)
        row.addWidget(self.button)
        self.close_button = Button("", theme, icon="x-bold", kind="quiet", name=self.tr("Dismiss"))
        self.close_button.clicked.connect(self.put_away)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.put_away)
        self.hide()

    def show_done(self, sentence: str, *, undoable: bool = True) -> None:
        """Say what was done ("Knot deleted"), for eight seconds from now."""
        self.sentence.setText(sentence)
        self.button.setVisible(undoable)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start()

    def put_away(self) -> None:
        """Hide it now."""
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def _undo(self) -> None:
        self.put_away()
        self.undo_wanted.emit()
