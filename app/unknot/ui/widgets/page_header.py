"""The top of a page: its title at the left, what belongs beside it at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class PageHeader(QWidget):
    """A title of type "title"; add controls to `row`."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = spaced(QHBoxLayout(self), theme, 0, 12)
        self.title = Words(title, theme, "title")
        self.row.addWidget(self.title, 1)
