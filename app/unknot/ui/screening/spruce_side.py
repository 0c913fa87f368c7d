"""The dark side of a question page: what this is about, a knot that runs out straight, and a promise."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.strand import Logo, strand_path
from unknot.ui.widgets.words import Words

TURNS = 5
LOW = 760  # px of the window: no strand below this


class SpruceSide(QWidget):
    """Logo, headline, text, strand, footer; in a low window no strand."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        brand = QLabel("Unknot", self)
        brand.setProperty("type", "h2")
        brand.setProperty("tone", "hero")
        self._title = Words("", theme, "hero", "hero", self)
        self._text = Words("", theme, "lead", "nav", self)
        self._footer = Words("", theme, "small", "navMuted", self)
        head = spaced(QHBoxLayout(), theme, 0, 12)
        head.addWidget(Logo(theme, "accent", 26, self))
        head.addWidget(brand, 1)
        column = spaced(QVBoxLayout(self), theme, (44, 40, 40, 40), 16)
        column.addLayout(head)
        column.addSpacing(theme.px(36))
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(1)
        column.addWidget(self._footer)

    def show_words(self, title: str, text: str, footer: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)
        self._footer.setText(footer)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and strand."""
        painter, px = QPainter(self), self._theme.px
        painter.fillRect(self.rect(), self._theme.color("nav"))
        top = self._text.geometry().bottom() + px(48)
        bottom = self._footer.geometry().top() - px(72)
        if bottom - top >= px(130) and self.window().height() >= LOW:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(self._theme.color("accent"), 6)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            loop = px(60)
            left, right = px(64) + loop, self.width() - px(58)
            painter.drawPath(strand_path(TURNS, left, right, bottom - loop, loop))
        painter.end()
