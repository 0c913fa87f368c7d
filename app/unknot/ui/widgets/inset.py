"""A margin around one widget that takes no room while the widget is hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import Margins, spaced

_SHOWING = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Inset(QWidget):
    """Shows and hides with what it holds."""

    def __init__(self, held: QWidget, theme: Theme, margins: Margins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = held.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        hidden = told and held.isHidden()  # one that was never shown says isHidden, too
        spaced(QVBoxLayout(self), theme, margins).addWidget(held)
        self._held = held
        held.setVisible(not hidden)
        held.installEventFilter(self)
        self.setVisible(not hidden)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow it."""
        if watched is self._held and event.type() in _SHOWING:
            self.setVisible(event.type() is QEvent.Type.ShowToParent)
        return False
