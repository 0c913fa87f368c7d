"""The tenderness scale as a strip of eleven colours with their words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
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
        """The scale."""
        painter = QPainter(self)
        paint_scale(painter, QRectF(self.rect()), self._theme)
        painter.end()

    def _look_changed(self) -> None:
        self.updateGeometry()
        self.update()


def paint_scale(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Title, strip, and each word below the middle of its scores."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    small, line = theme.font("small"), theme.line_height("small")
    painter.setFont(small)
    painter.setPen(theme.color("ink2"))
    title = QRectF(box.left(), box.top(), box.width(), line)
    words = QCoreApplication.translate("TendernessLegend", "How tender when you press it")
    painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, words)
    strip = QRectF(box.left() + 0.5, title.bottom() + theme.px(6) + 0.5, box.width() - 1, theme.px(28) - 1)
    _paint_strip(painter, strip, theme)
    painter.setFont(small)
    painter.setPen(theme.color("ink2"))
    top, cell = strip.bottom() + theme.px(6), strip.width() / 11
    end = box.left()
    for word, first, last in score_spans():
        text = word.capitalize()
        wide = QFontMetricsF(small).horizontalAdvance(text)
        middle = box.left() + (first + last + 1) / 2 * cell
        left = min(max(middle - wide / 2, end), box.right() - wide)
        painter.drawText(QRectF(left, top, wide + 1, line), Qt.AlignmentFlag.AlignVCenter, text)
        end = left + wide + theme.px(6)
    painter.restore()


def _paint_strip(painter: QPainter, strip: QRectF, theme: Theme) -> None:
    cell = strip.width() / 11
    outline = QPainterPath()
    outline.addRoundedRect(strip, theme.px(8), theme.px(8))
    painter.setFont(theme.font("label"))
    for score in range(11):
        fill, ink = theme.tender(score)
        box, part = QRectF(strip.left() + score * cell, strip.top(), cell + 1, strip.height()), QPainterPath()
        part.addRect(box)
        painter.fillPath(part & outline, fill)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(score))
    painter.setPen(QPen(theme.color("borderStrong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
