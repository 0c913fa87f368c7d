"""A switch, 52 by 30, in a target of 44: a check box with another face."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from unknot.ui.theme import Theme


class Toggle(QCheckBox):
    """On or off. `toggled` tells; `name` is what a screen reader says, the words stand beside it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("radius", 15)
        self.setProperty("switch", "true")  # the sheet makes its indicator as large as its target
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """The switch with the rest of its target."""
        return QSize(self._theme.px(52), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Everywhere."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline and a grey knob, or filled with a ticked knob."""
        painter, px, color = QPainter(self), self._theme.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, height = self.isChecked(), px(30)
        track = QRectF(1, (self.height() - height) / 2 + 1, px(52) - 2, height - 2)
        pen = QPen(color("primary" if on and self.isEnabled() else "borderStrong"), 2)
        if not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(color(self._ground(on=on)))
        painter.drawRoundedRect(track, height / 2, height / 2)
        radius = px(11)
        centre = QPointF(
            track.right() - height / 2 + 1 if on else track.left() + height / 2 - 1, track.center().y()
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("onPrimary" if on and self.isEnabled() else "borderStrong"))
        painter.drawEllipse(centre, radius, radius)
        if on and self.isEnabled():
            size = px(14)
            tick = self._theme.pixmap("check-bold", color("primary"), size)
            painter.drawPixmap(QPointF(centre.x() - size / 2, centre.y() - size / 2), tick)
        painter.end()

    def _ground(self, *, on: bool) -> str:
        if not self.isEnabled():
            return "disabledBg"
        if on:
            return "primaryHover" if self.underMouse() else "primary"
        return "hoverFill" if self.underMouse() else "surface"

    def _restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
