"""One answer of a question: a card with a dot or a tick, its words, and the number key that chooses it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from unknot.ui.theme import Theme

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChoiceCard(QPushButton):
    """A checkable card; `several` draws a tick box instead of a dot, `key` 1..9 is shown at its end."""

    def __init__(
        self, option_id: str, label: str, key: int, theme: Theme, *, several: bool, parent: QWidget
    ) -> None:
        super().__init__(label, parent)
        self.option_id = option_id
        self._theme, self._key, self._several = theme, key, several
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Wide enough to read, as high as its words need."""
        return QSize(self._theme.px(360), self.heightForWidth(max(self.width(), self._theme.px(360))))

    def minimumSizeHint(self) -> QSize:
        """Words wrap, so it may be narrow."""
        return QSize(self._theme.px(180), self.heightForWidth(max(self.width(), self._theme.px(180))))

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the card at this width."""
        words = QFontMetrics(self._font(bold=True)).boundingRect(
            QRect(0, 0, self._room(width), 10_000), _WRAP, self.text()
        )
        return max(self._theme.px(60), words.height() + self._theme.px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its height follows its width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

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
        painter.setFont(self._font(bold=on))
        painter.setPen(color("ink"))
        words = QRect(px(62), 0, self._room(self.width()), self.height())
        painter.drawText(words, _WRAP, self.text())
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
            if on:
                painter.setBrush(color("primary"))
            painter.drawRoundedRect(box, px(5), px(5))
            if on:
                size = px(16)
                tick = self._theme.pixmap("check-bold", color("onPrimary"), size)
                painter.drawPixmap(round(centre.x() - size / 2), round(centre.y() - size / 2), tick)
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

    def _room(self, width: int) -> int:
        return max(40, width - self._theme.px(62 + 60))

    def _font(self, *, bold: bool) -> QFont:
        return self._theme.font("label" if bold else "body")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
