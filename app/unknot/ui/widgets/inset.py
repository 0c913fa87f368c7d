"""The margins of a page around one widget above it; they take no room while the widget is hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.ui.theme import Theme

_SHOWING = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Inset(QWidget):
    """Shows and hides with what it holds, in line with the page below; `above` and `below` are logical px."""

    def __init__(
        self, held: QWidget, theme: Theme, above: int, below: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        told = held.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        hidden = told and held.isHidden()  # one that was never shown says isHidden, too
        self._theme, self._held, self._above, self._below = theme, held, above, below
        QVBoxLayout(self).addWidget(held)
        held.setVisible(not hidden)
        held.installEventFilter(self)
        if hidden:  # shown without a parent it would be a window of its own for a moment
            self.hide()
        theme.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in line with the page, whose margins follow the window."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow it."""
        if watched is self._held and event.type() in _SHOWING:
            self.setVisible(event.type() is QEvent.Type.ShowToParent)
        return False

    def _fit(self) -> None:
        side, layout = self._theme.page_padding(self.window().width()), self.layout()
        if layout is not None:
            layout.setContentsMargins(side, self._theme.px(self._above), side, self._theme.px(self._below))
