"""One button of several that belong together: one place in the order of Tab, arrows from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

_AHEAD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class OneOf(QPushButton):
    """A plain button until `stand_beside` or `stand_for_one` is called.

    `taken`: one that stands for one was chosen, by a click, a key or a screen reader, which to Qt clicks
    nothing.

    Qt lets an arrow choose at once in a group of radio buttons. Here a choice is stored the moment it
    is made, so an arrow only moves the keyboard, and Space or Enter chooses.
    """

    taken = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.in_row = False
        self._is_shown_only = self._was_clicked = False

    def stand_beside(self) -> None:
        """Share one place in the order of Tab with the others in the same parent that do."""
        self.in_row = True
        row = self._row()
        if row[0] is not self:
            self.setFocusPolicy(self.focusPolicy() & ~Qt.FocusPolicy.TabFocus)

    def stand_for_one(self) -> None:
        """Be one of those in the same parent of which one at most is chosen: a radio button to a reader."""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.toggled.connect(self._toggled)
        self.clicked.connect(self._note_click)
        self.stand_beside()

    def set_chosen(self, *, chosen: bool) -> None:
        """Show it as chosen or not; Qt alone would refuse to leave the group without a choice."""
        self.setAutoExclusive(False)
        self._is_shown_only = True
        self.setChecked(chosen)
        self._is_shown_only = False
        self.setAutoExclusive(True)
        if chosen:
            self.take_place()
            if any(other.hasFocus() for other in self._row()):
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggled(self, on: bool) -> None:
        """A screen reader toggles without a click; a click comes before this is asked."""
        if on and not self._is_shown_only:
            self._was_clicked = False
            QTimer.singleShot(0, self, self._take_toggled)

    def _take_toggled(self) -> None:
        if self.isChecked() and not self._was_clicked:
            self.taken.emit()

    def _note_click(self) -> None:
        self._was_clicked = True
        self.taken.emit()

    def is_entry(self) -> bool:
        """Whether Tab comes here."""
        return bool(self.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes back to where the keyboard was."""
        QWidget.focusInEvent(self, event)
        self.take_place()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tab comes back to what is chosen, if anything is."""
        super().focusOutEvent(event)
        chosen = next((other for other in self._row() if other.isChecked()), None)
        if chosen is not None:
            chosen.take_place()

    def move_by(self, key: Qt.Key) -> bool:
        """Let an arrow move the keyboard along the row, round its ends; whether it was one."""
        if not self.in_row or (key not in _AHEAD and key not in _BACK):
            return False
        row = [other for other in self._row() if other.isEnabled() and not other.isHidden()]
        place = row.index(self) + (1 if key in _AHEAD else -1)
        row[place % len(row)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow goes to the next one without choosing it."""
        if not self.move_by(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _row(self) -> list[OneOf]:
        parent = self.parentWidget()
        if not self.in_row or parent is None:
            return []
        found = parent.findChildren(OneOf, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [other for other in found if other.in_row]

    def take_place(self) -> None:
        """Be the one that Tab comes to."""
        for other in self._row():
            policy, tab = other.focusPolicy(), Qt.FocusPolicy.TabFocus
            other.setFocusPolicy(policy | tab if other is self else policy & ~tab)
