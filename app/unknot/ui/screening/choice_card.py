"""One answer of a question: a card with a dot or a tick, its words, and the number key that chooses it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.wrapped_button import WRAP, WrappedButton


class ChoiceCard(WrappedButton):
    """A checkable card; `several` draws a tick box instead of a dot, `key` 1..9 is shown at its end."""

    left, right, least, air = 62, 60, 60, 28

    def __init__(
        self, option_id: str, label: str, key: int, theme: Theme, *, several: bool, parent: QWidget
    ) -> None:
        super().__init__(label, theme, parent)
        self.option_id = option_id
        self._key, self._several = key, several
        self.setProperty("radius", 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, mark, words, key."""
        painter, px, color = QPainter(self), self._theme.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        fill = color("primaryTint" if on else "pressFill" if self.isDown() else "surface")
        if not on and self.underMouse() and not self.isDown():
            fill = color("hoverFill")
        width = 2.0 if on else 1.0
        painter.setPen(QPen(color("primary" if on else "borderStrong"), width))
        painter.setBrush(fill)
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), px(12), px(12))
        self._paint_mark(painter, QPointF(px(33), self.height() / 2), on=on)
        painter.setFont(self._theme.font("label" if on else "body"))
        painter.setPen(color("ink"))
        painter.drawText(self.words_box(), WRAP, self.text())
        if self._key <= 9:
            self._paint_key(painter)
        painter.end()

    def _paint_mark(self, painter: QPainter, centre: QPointF, *, on: bool) -> None:
        px, color = self._theme.px, self._theme.color
        radius = px(11)
        painter.setPen(QPen(color("primary" if on else "borderStrong"), 2))
        painter.setBrush(color("raised"))
        if self._several:
            box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            paint_tick_box(painter, box, self._theme, on=on)
            return
        painter.drawEllipse(centre, radius, radius)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("primary"))
            painter.drawEllipse(centre, px(6), px(6))

    def _paint_key(self, painter: QPainter) -> None:
        px, color = self._theme.px, self._theme.color
        chip = QRectF(self.width() - px(44), (self.height() - px(24)) / 2, px(24), px(24))
        painter.setPen(QPen(color("borderStrong"), 1))
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(chip, px(5), px(5))
        painter.setFont(self._theme.font("small"))
        painter.setPen(color("ink2"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, str(self._key))


def paint_tick_box(painter: QPainter, box: QRectF, theme: Theme, *, on: bool) -> None:
    """A square with round corners; filled and ticked when on."""
    painter.setPen(QPen(theme.color("primary" if on else "borderStrong"), 2))
    painter.setBrush(theme.color("primary" if on else "raised"))
    painter.drawRoundedRect(box, theme.px(5), theme.px(5))
    if on:
        size = round(box.width() * 0.75)
        tick = theme.pixmap("check-bold", theme.color("onPrimary"), size)
        middle = box.center()
        painter.drawPixmap(round(middle.x() - size / 2), round(middle.y() - size / 2), tick)
