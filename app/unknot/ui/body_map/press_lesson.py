"""The standard press, taught once: thumb, three seconds, always as hard, learnt on a kitchen scale."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class PressLesson(Dialog):
    """Accepted when the user has read it; Esc puts it off."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, QCoreApplication.translate("PressLesson", "Press the same way each time"), parent
        )
        column = self.body
        column.addWidget(
            Words(self.tr("Ratings can only be compared when the press is the same."), theme, tone="ink2")
        )
        column.addWidget(_Picture(theme))
        for number, sentence in enumerate(
            (
                self.tr("Learn it once on a kitchen scale: press with your thumb until it shows 3 kg."),
                self.tr("Sit, and let the leg hang loose."),
                self.tr("Press the spot with your thumb, that hard, for three seconds."),
                self.tr("Ask: how sore is the press? 0 is nothing, 10 is the worst you can think of."),
            ),
            start=1,
        ):
            row = spaced(QHBoxLayout(), theme, 0, 12)
            count = QLabel(str(number))
            count.setProperty("type", "number")
            count.setProperty("tone", "primary")
            count.setMinimumWidth(theme.px(12))  # a 1 is narrower than a 4
            row.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Words(sentence, theme), 1)
            column.addLayout(row)
        column.addStretch(1)
        self.later_button = Button(self.tr("Not now"), theme, kind="quiet")
        self.later_button.clicked.connect(self.reject)
        self.done_button = Button(self.tr("I can press like this"), theme, kind="primary")
        self.done_button.clicked.connect(self.accept)
        self.done_button.setDefault(True)
        self.set_buttons(self.later_button, self.done_button)


class _Picture(QWidget):
    """A thumb on a kitchen scale that shows 3 kg, and the same thumb on a calf."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            self.tr("A thumb presses a kitchen scale to 3 kg; then the same press on a calf, for 3 seconds.")
        )

    def sizeHint(self) -> QSize:
        """Two drawings side by side."""
        return QSize(self._theme.px(480), self._theme.px(190))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Scale at the left, calf at the right."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("stage"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(14), theme.px(14))
        unit = min(self.width() / 480, self.height() / 190)
        painter.translate((self.width() - 480 * unit) / 2, (self.height() - 190 * unit) / 2)
        painter.scale(unit, unit)
        self._paint_scale(painter)
        self._paint_calf(painter)
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        color = self._theme.color
        painter.setPen(QPen(color("ink"), 2))
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(QRectF(46, 96, 148, 12), 5, 5)
        body = QPainterPath(QPointF(70, 112))
        body.lineTo(170, 112)
        body.lineTo(192, 168)
        body.lineTo(48, 168)
        body.closeSubpath()
        painter.drawPath(body)
        self._paint_words(painter, QRectF(70, 116, 100, 46), self.tr("3 kg"), 28)
        self._paint_thumb(painter, QPointF(120, 95))

    def _paint_calf(self, painter: QPainter) -> None:
        color, theme = self._theme.color, self._theme
        calf = QPainterPath(QPointF(262, 118))
        calf.cubicTo(300, 92, 386, 88, 446, 122)
        calf.lineTo(446, 172)
        calf.cubicTo(386, 178, 300, 176, 262, 160)
        calf.closeSubpath()
        painter.setPen(QPen(color("ink"), 2))
        painter.setBrush(color("accentTint"))
        painter.drawPath(calf)
        fill, _ = theme.tender(5)
        painter.setPen(QPen(color("ink"), 1.5))
        painter.setBrush(fill)
        painter.drawEllipse(QPointF(346, 122), 16, 11)
        self._paint_thumb(painter, QPointF(346, 112))
        self._paint_words(painter, QRectF(372, 20, 90, 40), self.tr("3 s"), 28)

    def _paint_thumb(self, painter: QPainter, tip: QPointF) -> None:
        """A thumb from above, its tip at a point, an arrow for the press."""
        color = self._theme.color
        painter.save()
        painter.translate(tip)
        thumb = QPainterPath(QPointF(-14, -66))
        thumb.cubicTo(-16, -40, -14, -20, -12, -10)
        thumb.cubicTo(-9, 1, 9, 1, 12, -10)
        thumb.cubicTo(14, -20, 16, -40, 14, -66)
        painter.setPen(QPen(color("ink"), 2))
        painter.setBrush(color("surface"))
        painter.drawPath(thumb)
        nail = QPainterPath(QPointF(-7, -24))
        nail.cubicTo(-7, -6, 7, -6, 7, -24)
        nail.cubicTo(4, -29, -4, -29, -7, -24)
        painter.setPen(QPen(color("ink2"), 1.4))
        painter.drawPath(nail)
        painter.setPen(QPen(color("accentInk"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(-30, -62), QPointF(-30, -30))
        painter.drawLine(QPointF(-30, -30), QPointF(-36, -38))
        painter.drawLine(QPointF(-30, -30), QPointF(-24, -38))
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF, words: str, pixels: int) -> None:
        font = self._theme.font("number", 1.0)
        font.setPixelSize(pixels)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
