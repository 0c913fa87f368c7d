"""Scrolls what gets the keyboard into sight, wherever the focus comes from.

Qt does so only while the focus moves inside one scroll area: coming from the rail, from a dialog, or set
by the program, it would stay where the page happens to be scrolled to.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_MARGIN = 24  # px that stay free around it, the ring included


class FocusSight(QObject):
    """Make one for the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # what a finger or the mouse presses is in sight, and must not move away under it
        if new is not None and self._app.mouseButtons() == Qt.MouseButton.NoButton:
            show(new)
            QTimer.singleShot(0, self._again)  # a row that was just made has no place before the next layout

    def _again(self) -> None:
        new = self._app.focusWidget()
        if new is not None:
            show(new)


def show(target: QWidget) -> None:
    """Scroll every area around the target so far that all of it can be seen."""
    part = target.parentWidget()
    while part is not None:
        if isinstance(part, QScrollArea):
            inside = part.widget()
            fits = target.height() <= part.viewport().height()
            if fits and inside is not None and inside.isAncestorOf(target):
                part.ensureWidgetVisible(target, _MARGIN, _MARGIN)
        part = part.parentWidget()
