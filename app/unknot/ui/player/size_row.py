"""The size ladder as large buttons: an optional answer beside the tenderness."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.knots import Size
from unknot.ui.player.big_button import PlayerButton
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme


class SizeButton(PlayerButton):
    """One rung of the ladder: a disc of its size, and its word."""

    def __init__(self, size: Size, label: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(label, theme, parent)
        self.rung = size
        self.stand_for_one()

    def sizeHint(self) -> QSize:
        """Disc and word side by side, 72 px high."""
        word = QFontMetrics(self._scale.display(24)).horizontalAdvance(self.text())
        return QSize(word + self._scale.px(96), self._scale.px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tinted with a strong outline when chosen."""
        painter, px, color = QPainter(self), self._scale.px, self._theme.color
        ink = self._paint_ground(painter, "plain", px(16))
        if self.isChecked():
            painter.setPen(QPen(color("primary"), 3))
            painter.setBrush(color("primaryTint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), px(16), px(16))
        middle = self.height() / 2
        if self.rung is not Size.NONE:
            radius = px(self._theme.knot_radius(self.rung.value)) * 0.72
            painter.setPen(QPen(color("ink"), 2))
            painter.setBrush(color("border"))
            painter.drawEllipse(QPointF(px(40), middle), radius, radius)
        painter.setPen(ink)
        font = self._scale.display(24)
        left = px(74) if self.rung is not Size.NONE else px(16)
        room = self.width() - left - px(8)
        words = self.text()
        while QFontMetrics(font).horizontalAdvance(words) > room and font.pixelSize() > 13:
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, room, self.height()), line, words)
        painter.end()


class SizeRow(QWidget):
    """The ladder from no lump to grapefruit; a second tap takes the choice back."""

    chosen = Signal(object)  # Size | None

    def __init__(self, sizes: tuple[tuple[Size, str], ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = PlayerScale(theme, 1.0)
        self._chosen: Size | None = None
        self.buttons = [SizeButton(size, label, theme, self) for size, label in sizes]
        for button in self.buttons:
            button.taken.connect(self._clicked)

    @property
    def size_chosen(self) -> Size | None:
        """The chosen rung."""
        return self._chosen

    def choose(self, size: Size | None) -> None:
        """Show a rung as chosen."""
        self._chosen = size
        for button in self.buttons:
            button.set_chosen(chosen=button.rung is size)

    def next_size(self) -> None:
        """Move the choice one rung up, and round again."""
        rungs = [button.rung for button in self.buttons]
        now = self.size_chosen
        self.choose(rungs[(rungs.index(now) + 1) % len(rungs)] if now is not None else rungs[0])

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        for button in self.buttons:
            button.set_scale(scale)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gap = self._scale.px(12)
        wide = (self.width() - gap * (len(self.buttons) - 1)) / max(1, len(self.buttons))
        for place, button in enumerate(self.buttons):
            button.setGeometry(round(place * (wide + gap)), 0, round(wide), self.height())

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, SizeButton):
            self.choose(None if sender.rung is self._chosen else sender.rung)
            self.chosen.emit(self.size_chosen)
