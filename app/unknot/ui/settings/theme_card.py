"""A theme to choose, with a small picture of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from unknot.domain.choices import ThemeChoice
from unknot.ui.theme import Theme

_WIDE, _HIGH, _PICTURE = 130, 92, 58


class ThemeCard(QRadioButton):
    """A radio button; `looks` are the colours of the themes it stands for, side by side."""

    def __init__(
        self,
        choice: ThemeChoice,
        label: str,
        looks: tuple[Mapping[str, str], ...],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, parent)
        self.choice, self._looks, self._theme = choice, looks, theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Picture and label."""
        words = QFontMetrics(self._theme.font("label")).horizontalAdvance(self.text())
        return QSize(max(self._theme.px(_WIDE), words + self._theme.px(16)), self._theme.px(_HIGH))

    def hitButton(self, position: QPoint) -> bool:
        """Everywhere."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture above the label, framed where it is chosen."""
        painter, px, color = QPainter(self), self._theme.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        edge = 1.5 if on else 0.5
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        shape = QPainterPath()
        shape.addRoundedRect(box, px(10), px(10))
        ground = "primaryTint" if on else "hoverFill" if self.underMouse() else "raised"
        painter.fillPath(shape, color(ground))
        painter.setClipPath(shape)
        wide = box.width() / len(self._looks)
        for number, look in enumerate(self._looks):
            area = QRectF(box.left() + number * wide, box.top(), wide, px(_PICTURE))
            self._paint_look(painter, look, area)
        painter.setClipping(False)
        painter.setPen(QPen(color("primary" if on else "borderStrong"), 3 if on else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.setPen(color("ink"))
        painter.setFont(self._theme.font("label" if on else "body"))
        words = QRectF(0, px(_PICTURE), self.width(), self.height() - px(_PICTURE))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_look(self, painter: QPainter, look: Mapping[str, str], area: QRectF) -> None:
        px, whole = self._theme.px, len(self._looks) == 1
        painter.fillRect(area, QColor(look["bg"]))
        rail = QRectF(area.left(), area.top(), px(18 if whole else 14), area.height())
        painter.fillRect(rail, QColor(look["nav"]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look["ink"]))
        left = rail.right() + px(8)
        painter.drawRoundedRect(QRectF(left, area.top() + px(11), px(40 if whole else 32), px(7)), 3, 3)
        painter.setBrush(QColor(look["accent"]))
        painter.drawRoundedRect(QRectF(left, area.top() + px(27), px(30 if whole else 24), px(18)), 4, 4)

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
