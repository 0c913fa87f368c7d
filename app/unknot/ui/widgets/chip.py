"""A small rounded mark with an icon and a word: planned, done, due, stop rule."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.theme import Theme

_LOOKS = {
    "plain": ("sunken", "ink2"),
    "done": ("primaryTint", "primary"),
    "due": ("accentTint", "accentInk"),
    "pain": ("painTint", "pain"),
    "info": ("infoTint", "info"),
}


class Chip(QWidget):
    """Not a control. `look` is plain, done, due, pain or info."""

    def __init__(
        self, text: str, theme: Theme, *, icon: str = "", look: str = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._theme, self._icon, self._look = text, theme, icon, look
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def set_words(self, text: str, *, icon: str = "", look: str = "plain") -> None:
        """Say something else."""
        self._text, self._icon, self._look = text, icon, look
        self.setAccessibleName(text)
        self._restyle()

    def sizeHint(self) -> QSize:
        """28 px high, as wide as its word."""
        px = self._theme.px
        words = QFontMetrics(self._theme.font("small")).horizontalAdvance(self._text)
        return QSize(words + px(20) + (px(20) if self._icon else 0), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A pill, the icon and the word."""
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = _LOOKS[self._look]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(ground))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        left = px(10)
        if self._icon:
            size = px(14)
            glyph = self._theme.pixmap(self._icon, self._theme.color(ink), size)
            painter.drawPixmap(left, (self.height() - size) // 2, glyph)
            left += px(20)
        painter.setPen(self._theme.color(ink))
        painter.setFont(self._theme.font("small"))
        painter.drawText(
            QRectF(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self._text
        )
        painter.end()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
