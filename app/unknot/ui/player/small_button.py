"""A small button of a player: icon and word in a row, or an icon alone; and one with a switch."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from unknot.ui.player.big_button import PlayerButton
from unknot.ui.player.player_segments import SMALLEST
from unknot.ui.player.switch_button import TRACK, paint_switch
from unknot.ui.theme import Theme


class SmallButton(PlayerButton):
    """`icon_after` puts the icon behind the word, as an arrow forward is."""

    def __init__(
        self,
        text: str,
        icon: str,
        theme: Theme,
        *,
        name: str = "",
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, theme, parent)
        self._icon, self._after = icon, icon_after
        self.icon_size = 20.0
        if name:
            self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Icon, word and air."""
        word = self._word_width()
        px = self._scale.px
        wide = px(14) * 2 + px(self.icon_size) + (px(8) + word if word else 0)
        return QSize(max(SMALLEST, wide), max(SMALLEST, px(44)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon and word in the middle."""
        painter, px = QPainter(self), self._scale.px
        ink = self._paint_ground(painter, "plain", px(10))
        size, word = px(self.icon_size), self._word_width()
        gap = px(8) if word else 0
        left = (self.width() - size - gap - word) // 2
        icon_left = left + (word + gap if self._after else 0)
        picture = self._theme.pixmap(self._icon, ink, size)
        painter.drawPixmap(icon_left, (self.height() - size) // 2, picture)
        if word:
            painter.setFont(self._scale.plain(15, 600))
            painter.setPen(ink)
            text_left = left if self._after else left + size + gap
            line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(text_left, 0, word + 4, self.height()), line, self.text())
        painter.end()

    def _word_width(self) -> int:
        if not self.text():
            return 0
        return QFontMetrics(self._scale.plain(15, 600)).horizontalAdvance(self.text())


class SmallSwitch(PlayerButton):
    """Icon, word and switch in a row; without a body of its own if `bare`."""

    def __init__(
        self, text: str, icon: str, theme: Theme, *, bare: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, theme, parent)
        self._icon, self._bare = icon, bare
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        px = self._scale.px
        word = QFontMetrics(self._scale.plain(15, 600)).horizontalAdvance(self.text())
        icon = px(20) + px(8) if self._icon else 0
        pad = px(2) if self._bare else px(14)
        return QSize(2 * pad + icon + word + px(12) + px(TRACK.width()), max(SMALLEST, px(44)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, word, switch."""
        painter, px = QPainter(self), self._scale.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._theme.color("ink")
        if not self._bare:
            ink = self._paint_ground(painter, "plain", px(10))
        left = max(0, self.width() - self.sizeHint().width()) // 2 + (px(2) if self._bare else px(14))
        if self._icon:
            size = px(20)
            painter.drawPixmap(left, (self.height() - size) // 2, self._theme.pixmap(self._icon, ink, size))
            left += size + px(8)
        font = self._scale.plain(15, 600)
        word = QFontMetrics(font).horizontalAdvance(self.text())
        painter.setFont(font)
        painter.setPen(ink)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, word + 4, self.height()), line, self.text())
        track = QRectF(left + word + px(12), 0, px(TRACK.width()), px(TRACK.height()))
        track.moveTop((self.height() - track.height()) / 2)
        paint_switch(painter, track, self._theme, on=self.isChecked())
        painter.end()
