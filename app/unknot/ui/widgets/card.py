"""A card: a framed surface with an optional title and room for what it holds."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced


class Card(QFrame):
    """`body` is the layout to fill; `head` the row of the title, for something at its right end."""

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        *,
        panel: str = "card",
        gap: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", panel)
        self.body = spaced(QVBoxLayout(self), theme, 20, gap)
        self.head = QHBoxLayout()
        self.title: QLabel | None = None
        if title:
            self.title = QLabel(title)
            self.title.setProperty("type", "h2")
            self.head.addWidget(self.title, 1)
            self.body.addLayout(self.head)
