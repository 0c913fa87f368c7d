"""What to get ready before the clock starts: one line after the other, each to be ticked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.steps import SetupLine
from unknot.ui.screening.choice_card import paint_tick_box
from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.wrapped_button import WRAP, WrappedButton


class TickRow(WrappedButton):
    """One line with a tick box."""

    left, right = 44, 4

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(text, theme, parent)
        self.setProperty("radius", 8)

    def words_font(self) -> QFont:
        """Plain text."""
        return self._theme.font("body")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box and words."""
        painter, px, color = QPainter(self), self._theme.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hoverFill"))
            painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        box = QRectF(px(8), (self.height() - px(24)) / 2, px(24), px(24))
        paint_tick_box(painter, box.adjusted(1, 1, -1, -1), self._theme, on=self.isChecked())
        painter.setFont(self.words_font())
        painter.setPen(color("ink"))
        painter.drawText(self.words_box(), WRAP, self.text())
        painter.end()


class SetupList(QWidget):
    """The lines; `ticked` tells whenever one was ticked or unticked."""

    ticked = Signal()

    def __init__(self, lines: tuple[SetupLine, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = spaced(QVBoxLayout(self), theme, 0, 4)
        self.rows = [TickRow(line.text, theme, self) for line in lines]
        for row in self.rows:
            row.toggled.connect(self.ticked)
            column.addWidget(row)

    def is_ready(self) -> bool:
        """Whether every line is ticked."""
        return all(row.isChecked() for row in self.rows)

    def first_open(self) -> TickRow | None:
        """The first line that is not ticked."""
        return next((row for row in self.rows if not row.isChecked()), None)
