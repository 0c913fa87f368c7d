"""A page that is one column and scrolls where the window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.hands_on import HandsOn


class ScrolledPage(HandsOn):
    """Fill `column`; a subclass sets its margins. What is added to `whole` stays in sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.holder = QWidget()
        self.column = QVBoxLayout(self.holder)
        self.column.setSpacing(theme.px(16))
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidget(self.holder)
        self.whole = QVBoxLayout(self)
        self.whole.setContentsMargins(0, 0, 0, 0)
        self.whole.addWidget(self.scroll_area)

    def fit_height(self) -> None:
        """Make room at once for what was added: else it is painted squeezed into the height of before."""
        wide = self.holder.width()
        self.holder.resize(wide, max(self.scroll_area.viewport().height(), self.holder.heightForWidth(wide)))
