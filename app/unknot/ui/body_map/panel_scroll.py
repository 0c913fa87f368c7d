"""The scrolled middle of the panel beside the map; where the panel is a page it is as high as it needs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from unknot.ui.body_map.growing import growing
from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import Margins, spaced


class PanelScroll(QScrollArea):
    """`column` takes the content; call `fit` when what is shown in it has changed."""

    def __init__(self, theme: Theme, margins: Margins, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full_page = False
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = growing()
        self.setWidget(self.inner)
        self.column = spaced(QVBoxLayout(self.inner), theme, margins, gap)

    def set_full_page(self, on: bool) -> None:
        """As a page of its own it does not scroll: the page does."""
        self._full_page = on
        self.fit()

    def fit(self) -> None:
        """Take up what is shown now at once: a section inside a section is heard of one frame too late."""
        for at in range(self.column.count()):
            item = self.column.itemAt(at)
            section = item.widget() if item is not None else None
            inside = section.layout() if section is not None else None
            if inside is not None:
                inside.invalidate()
                inside.activate()
        self.column.invalidate()
        high = self.column.totalSizeHint().height()
        if self.column.hasHeightForWidth():
            high = self.column.totalHeightForWidth(self.inner.width())
        self.setMinimumHeight(high if self._full_page else 0)
        self.inner.resize(self.inner.width(), max(high, self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap by the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
