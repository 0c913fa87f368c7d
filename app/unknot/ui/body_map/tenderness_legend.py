"""The tenderness scale as a strip of eleven colours with their words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.score_words import score_spans
from unknot.ui.theme import Theme


class TendernessLegend(QWidget):
    """Explains the colours; a picture with its words in its name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            self.tr("Tenderness: 0 none, 1 to 3 mild, 4 to 6 clear, 7 and 8 strong, 9 and 10 extreme")
        )
        theme.changed.connect(self._look_changed)

    def sizeHint(self) -> QSize:
        """Title, strip, words."""
        line = self._theme.line_height("small")
        return QSize(self._theme.px(280), 2 * line + self._theme.px(28 + 12))

    def minimumSizeHint(self) -> QSize:
        """The words need this much."""
        return QSize(self._theme.px(250), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title, strip, and each word below the middle of its scores."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, line = theme.font("small"), theme.line_height("small")
        painter.setFont(small)
        painter.setPen(theme.color("ink2"))
        title = QRectF(0, 0, self.width(), line)
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self.tr("How tender when you press it"))
        strip = QRectF(0.5, line + theme.px(6) + 0.5, self.width() - 1, theme.px(28) - 1)
        self._paint_strip(painter, strip)
        painter.setFont(small)
        painter.setPen(theme.color("ink2"))
        top, cell = strip.bottom() + theme.px(6), strip.width() / 11
        end = 0.0
        for word, first, last in score_spans():
            text = word.capitalize()
            wide = QFontMetricsF(small).horizontalAdvance(text)
            left = min(max((first + last + 1) / 2 * cell - wide / 2, end), self.width() - wide)
            painter.drawText(QRectF(left, top, wide + 1, line), Qt.AlignmentFlag.AlignVCenter, text)
            end = left + wide + theme.px(6)
        painter.end()

    def _paint_strip(self, painter: QPainter, strip: QRectF) -> None:
        theme, cell = self._theme, strip.width() / 11
        outline = QPainterPath()
        outline.addRoundedRect(strip, theme.px(8), theme.px(8))
        painter.save()
        painter.setClipPath(outline)
        painter.setFont(theme.font("label"))
        for score in range(11):
            fill, ink = theme.tender(score)
            box = QRectF(strip.left() + score * cell, strip.top(), cell + 1, strip.height())
            painter.fillRect(box, fill)
            painter.setPen(ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(score))
        painter.restore()
        painter.setPen(QPen(theme.color("borderStrong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()
