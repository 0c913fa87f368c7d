"""A run as a bar: free of pain in one colour, hatched from the minute pain began."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.domain.runs import Run
from unknot.ui.theme import Theme

_THICK = 10


class OnsetBar(QWidget):
    """A picture for the eye; the row says the same in words. The longest run fills the width."""

    def __init__(self, theme: Theme, run: Run, longest_min: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._run, self._longest = theme, run, max(longest_min, run.minutes)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the triangle above the bar."""
        return QSize(self._theme.px(120), self._theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, hatch and triangle."""
        painter, color, px = QPainter(self), self._theme.color, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        run, middle, thick = self._run, self.height() / 2, px(_THICK)
        full = self.width() * run.minutes / self._longest
        known = run.pain_free or run.onset_min is not None
        free = full if run.onset_min is None else full * run.onset_min / run.minutes
        bar = QRectF(0, middle - thick / 2, free, thick)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary" if known else "borderStrong"))
        painter.drawRoundedRect(bar, px(5), px(5))
        if run.onset_min is not None:
            self._paint_pain(painter, QRectF(free, bar.top(), max(0.0, full - free), thick))
        painter.end()

    def _paint_pain(self, painter: QPainter, box: QRectF) -> None:
        color, px = self._theme.color, self._theme.px
        painter.setPen(QPen(color("pain"), 1))
        painter.setBrush(color("painTint"))
        painter.drawRect(box)
        painter.setBrush(QBrush(color("pain"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
        painter.setPen(QPen(color("pain"), 2))
        tip = QPointF(box.left(), box.top() - px(1))
        painter.drawLine(tip, QPointF(box.left(), box.bottom() + px(3)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("pain"))
        half = px(5)
        painter.drawPolygon(
            QPolygonF([tip, QPointF(tip.x() - half, tip.y() - half), QPointF(tip.x() + half, tip.y() - half)])
        )
