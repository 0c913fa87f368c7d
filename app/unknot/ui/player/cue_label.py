"""The cue: at most two lines of giant type, broken where the lines come out most even."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme

LINE = 1.01  # line height in em
BELOW = 0.1  # what hangs below the last line, in em
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
NARROWEST = 0.72  # a cue may shrink to this share of its size before it is cut


def break_cue(text: str, font: QFont, room: float) -> list[str]:
    """One line if it fits, else the two-line break whose longer line is shortest.

    A break after a full stop wins over a more even one, since that is how the cue is spoken.
    """
    measure = QFontMetricsF(font).horizontalAdvance
    words = text.split()
    if len(words) < 2 or measure(text) <= room:
        return [text]
    breaks = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    fitting = [pair for pair in breaks if max(map(measure, pair)) <= room]
    spoken = [pair for pair in fitting if pair[0].endswith((".", ":"))]
    best = min(spoken or fitting or breaks, key=lambda pair: max(map(measure, pair)))
    return list(best)


class CueLabel(QLabel):
    """Paints its text in one or two lines from the top left, as large as the style says and fits."""

    def __init__(self, theme: Theme, style: str = "cue", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._style = theme, style
        self._scale = PlayerScale(theme, 1.0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self.update)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self.update()

    def fitted(self) -> tuple[QFont, list[str]]:
        """The font and lines it is drawn with."""
        font = self._scale.font(self._style)
        full = font.pixelSize()
        lines = break_cue(self.text(), font, self.width())
        while font.pixelSize() > full * NARROWEST and self._too_large(font, lines):
            font.setPixelSize(font.pixelSize() - 1)
            lines = break_cue(self.text(), font, self.width())
        return font, lines

    def minimumSizeHint(self) -> QSize:
        """The room of what is drawn."""
        font, lines = self.fitted()
        widest = max(QFontMetricsF(font).horizontalAdvance(line) for line in lines)
        return QSize(ceil(widest), ceil(len(lines) * font.pixelSize() * LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines, one under the other."""
        painter = QPainter(self)
        font, lines = self.fitted()
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        high = font.pixelSize() * LINE
        for row, line in enumerate(lines):
            area = QRectF(0, row * high, self.width(), high)
            painter.drawText(area, _FLAGS, line)
        painter.end()

    def _too_large(self, font: QFont, lines: list[str]) -> bool:
        widest = max(QFontMetricsF(font).horizontalAdvance(line) for line in lines)
        high = len(lines) * font.pixelSize() * LINE + font.pixelSize() * BELOW
        return widest > self.width() or high > self.height()
