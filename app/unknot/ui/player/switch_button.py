"""A switch of the player (Voice, Beeps): its word never changes, its knob says whether it is on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from unknot.ui.player.big_button import PlayerButton
from unknot.ui.theme import Theme

TRACK = QSize(52, 30)


class SwitchButton(PlayerButton):
    """A checkable button with icon, word and switch; `icons` are the pictures for on and off."""

    def __init__(
        self, text: str, icons: tuple[str, str], theme: Theme, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, theme, parent)
        self._icons, self._lacking = icons, False
        self.setCheckable(True)

    def set_lacking(self, *, lacking: bool) -> bool:
        """Whether what it switches on cannot be had now; True where that has changed."""
        if lacking is self._lacking:
            return False
        self._lacking = lacking
        self.setAccessibleDescription(self._none() if lacking else "")
        self.updateGeometry()
        self.update()
        return True

    def _end_width(self) -> int:
        """Of the switch, or of the words that stand there instead."""
        if not self._lacking:
            return self._scale.px(TRACK.width())
        return QFontMetrics(self._scale.plain(20)).horizontalAdvance(self._none()) + self._scale.px(4)

    def _none(self) -> str:
        return self.tr("no sound")

    def sizeHint(self) -> QSize:
        """Icon, word and switch in one row, 72 px high."""
        word = QFontMetrics(self._scale.display(26)).horizontalAdvance(self.text())
        px = self._scale.px
        return QSize(px(12) + px(24) + px(8) + word + px(10) + self._end_width() + px(12), px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button, then icon, word and switch from left to right."""
        painter, px = QPainter(self), self._scale.px
        ink = self._paint_ground(painter, "plain", px(20))
        size = px(24)
        sounds = self.isChecked() and not self._lacking
        icon = self._theme.pixmap(self._icons[0 if sounds else 1], ink, size)
        left = px(12) + max(0, (self.width() - self.sizeHint().width()) // 2)
        painter.drawPixmap(left, (self.height() - size) // 2, icon)
        track = QRectF(0, 0, self._end_width(), px(TRACK.height()))
        track.moveRight(self.width() - left)
        track.moveTop((self.height() - track.height()) / 2)
        painter.setFont(self._scale.display(26))
        painter.setPen(ink)
        word = QRectF(left + size + px(8), 0, track.left() - left - size - px(8), self.height())
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._lacking:
            painter.setFont(self._scale.plain(20))
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(track, Qt.AlignmentFlag.AlignCenter, self._none())
        else:
            paint_switch(painter, track, self._theme, on=self.isChecked())
        painter.end()


def paint_switch(painter: QPainter, track: QRectF, theme: Theme, *, on: bool) -> None:
    """A toggle: outlined with a grey knob when off, filled with a checked knob when on."""
    radius = track.height() / 2
    painter.setPen(QPen(theme.color("primary" if on else "borderStrong"), 2))
    painter.setBrush(theme.color("primary") if on else QColor(Qt.GlobalColor.transparent))
    painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
    knob = radius - 4
    centre = QPointF(track.right() - radius if on else track.left() + radius, track.center().y())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("onPrimary" if on else "borderStrong"))
    painter.drawEllipse(centre, knob, knob)
    if on:
        pen = QPen(theme.color("primary"), max(1.6, knob * 0.18))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        tick = QPainterPath(centre + QPointF(-0.42, 0.02) * knob)
        tick.lineTo(centre + QPointF(-0.12, 0.32) * knob)
        tick.lineTo(centre + QPointF(0.44, -0.3) * knob)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tick)
