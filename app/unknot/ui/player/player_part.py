"""A painted part of a player, drawn anew for another theme or window size."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme


class PlayerPart(QWidget):
    """Base of the parts that paint themselves and are arranged by their player."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, PlayerScale(theme, 1.0)
        theme.changed.connect(self.update)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self.update()

    def begin(self, *, card: bool = False) -> QPainter:
        """A painter with smooth edges, on a card or on the player's ground; the caller ends it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if card:
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.setBrush(self._theme.color("surface"))
            radius = self._scale.px(14)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        return painter
