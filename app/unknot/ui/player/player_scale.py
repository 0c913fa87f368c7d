"""Measures of the player: everything grows with the window, so that it reads from three metres away."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from unknot.ui.theme import Theme

DESIGN_WIDTH = 1440
DESIGN_HEIGHT = 900
SMALLEST = 0.7  # below this nothing could be read from the floor
SMALLEST_TEXT = 13  # px, the floor for any text


class PlayerScale(Struct, frozen=True):
    """Sizes and fonts of a player in a window of one size; `k` is 1 at 1440 x 900."""

    theme: Theme
    k: float

    @classmethod
    def of(cls, theme: Theme, size: QSize) -> PlayerScale:
        """The scale for a window of `size` logical pixels."""
        return cls(theme, max(SMALLEST, min(size.width() / DESIGN_WIDTH, size.height() / DESIGN_HEIGHT)))

    def px(self, size: float) -> int:
        """A measure of the 1440 x 900 drawing in this window."""
        return round(size * self.k)

    def font(self, style: str) -> QFont:
        """A font of the player's type scale: count, cue, side, pressure, breath, next, control."""
        return self.theme.font(style, self.k)

    def display(self, size: float, weight: int = 600) -> QFont:
        """The display face at a size between the named styles, never below 13 px."""
        return self._sized("control", size, weight)

    def plain(self, size: float, weight: int = 500) -> QFont:
        """The text face, for captions and longer texts, never below 13 px."""
        return self._sized("body", size, weight)

    def _sized(self, style: str, size: float, weight: int) -> QFont:
        font = self.theme.font(style, 1.0)
        font.setPixelSize(max(SMALLEST_TEXT, self.px(size)))
        font.setWeight(QFont.Weight(weight))
        return font


def clock_text(seconds: float) -> str:
    """Seconds left as "0:29", rounded up so that the last second shows 0:01 and the end 0:00."""
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02d}"
