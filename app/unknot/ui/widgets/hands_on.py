"""A page that hands the keyboard on to the control where it begins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class HandsOn(QWidget):
    """`keyboard_start` says which control; a focus proxy would keep Tab from all that stands before it."""

    def keyboard_start(self) -> QWidget | None:
        """Where the keyboard begins; None leaves it with the page."""
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On to it."""
        super().focusInEvent(event)
        start = self.keyboard_start()
        if start is not None:
            start.setFocus(Qt.FocusReason.OtherFocusReason)
