"""What comes next, for the eye between two breaths; the voice says it too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme

NARROWEST = 0.7  # a long cue may shrink to this share before it is cut


class NextLine(QLabel):
    """An arrow and "Next: ...", in one line that is cut at its end if it must be."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, PlayerScale(theme, 1.0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self.update)

    def show_next(self, cue: str, tool: str = "") -> None:
        """The next step's cue, empty at the last step; and the tool to pick up for it."""
        text = self.tr("Next: {cue}").format(cue=_as_clause(cue)) if cue else self.tr("Next: done")
        if tool:
            text = self.tr("Next, take the {tool}: {cue}").format(tool=tool, cue=_as_clause(cue))
        if text != self.text():
            self.setText(text)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self.update()

    def minimumSizeHint(self) -> QSize:
        """The room of what is drawn."""
        font, arrow = self._fitted(), self._scale.px(52)
        metrics = QFontMetrics(font)
        return QSize(arrow + metrics.horizontalAdvance(self.text()), metrics.height())

    def _fitted(self) -> QFont:
        """A little narrower where it must be; 12 minutes of arc at 2 m is already the least."""
        font, room = self._scale.font("next"), self.width() - self._scale.px(52)
        wide = QFontMetrics(font).horizontalAdvance(self.text())
        if wide > room:
            font.setPixelSize(max(round(font.pixelSize() * NARROWEST), int(font.pixelSize() * room / wide)))
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Arrow and words."""
        painter, px = QPainter(self), self._scale.px
        size = px(40)
        ink = self._theme.color("ink2")
        arrow = self._theme.pixmap("arrow-bend-down-right-bold", ink, size)
        painter.drawPixmap(0, (self.height() - size) // 2, arrow)
        font, room = self._fitted(), self.width() - size - px(12)
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(ink)
        area = QRectF(size + px(12), 0, room, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


def _as_clause(cue: str) -> str:
    """A cue inside a sentence: its first letter small, no full stop at its end."""
    return (cue[:1].lower() + cue[1:]).rstrip(".")
