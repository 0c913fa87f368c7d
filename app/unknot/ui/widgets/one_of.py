"""One button of several of which one is chosen: a radio button to a screen reader, a plain one to keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

_AHEAD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class OneOf(QPushButton):
    """A plain button until `stand_for_one` is called.

    Qt gives a group of radio buttons one place in the order of Tab and lets an arrow choose at once.
    Here a choice is stored the moment it is made, so each is reached by itself and chosen by a press.
    """

    def stand_for_one(self) -> None:
        """Be one of the buttons of this kind in the same parent, of which one at most is chosen."""
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def set_chosen(self, *, chosen: bool) -> None:
        """Show it as chosen or not; Qt alone would refuse to leave the group without a choice."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leave the others their place in the order of Tab."""
        QWidget.focusInEvent(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow goes to the next one without choosing it."""
        if event.key() in _AHEAD or event.key() in _BACK:
            self.focusNextPrevChild(event.key() in _AHEAD)
            return
        super().keyPressEvent(event)
