"""The top of a page: its title at the left, what belongs beside it at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced


class PageHeader(QWidget):
    """A title of type "title"; add controls to `row`."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = spaced(QHBoxLayout(self), theme, 0, 12)
        self.title = QLabel(title)
        self.title.setProperty("type", "title")
        self.title.setWordWrap(True)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.row.addWidget(self.title, 1)
