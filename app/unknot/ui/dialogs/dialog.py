"""What our dialogs share: a title, room for the content, and a row of buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced


class Dialog(QDialog):
    """Esc closes it. `body` takes the content, `foot` the buttons, the last one at the right."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None, *, width: int = 560) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self._theme = theme
        column = spaced(QVBoxLayout(self), theme, 24, 16)
        self.title = QLabel(title)
        self.title.setProperty("type", "h2")
        self.title.setWordWrap(True)
        column.addWidget(self.title)
        self.body = spaced(QVBoxLayout(), theme, 0, 12)
        column.addLayout(self.body, 1)
        self.foot = spaced(QHBoxLayout(), theme, 0, 8)
        self.foot.addStretch(1)
        column.addLayout(self.foot)
        self.setMinimumWidth(min(theme.px(width), 960))
