"""The metronome in a player: its tempo, what that is relative to, the beat, and its switches."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent, Qt
from PySide6.QtWidgets import QWidget

from unknot.ui.player.player_part import PlayerPart
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.player.player_segments import SMALLEST
from unknot.ui.player.small_button import SmallButton, SmallSwitch
from unknot.ui.theme import Theme

DOTS = 4


class MetronomeCard(PlayerPart):
    """`changed_by` asks for so many steps of tempo, `switched` for sound or silence."""

    changed_by = Signal(int)
    switched = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._bpm, self._relative = "", ""
        self._beat: int | None = None
        self.slower = SmallButton("", "minus-bold", theme, name=self.tr("Slower"), parent=self)
        self.faster = SmallButton("", "plus-bold", theme, name=self.tr("Faster"), parent=self)
        self.slower.setToolTip(self.tr("- key"))
        self.faster.setToolTip(self.tr("+ key"))
        self.switch = SmallSwitch(self.tr("Metronome"), "", theme, bare=True, parent=self)
        self.switch.setToolTip(self.tr("M key"))
        self.slower.clicked.connect(self._slower)
        self.faster.clicked.connect(self._faster)
        self.switch.toggled.connect(self.switched)

    def show_tempo(self, bpm: float, relative: str, low: int, high: int) -> None:
        """The tempo, what it means for the runner, and how far it may go."""
        text = f"{bpm:.0f}"
        self.slower.setEnabled(bpm > low)
        self.faster.setEnabled(bpm < high)
        if (text, relative) != (self._bpm, self._relative):
            self._bpm, self._relative = text, relative
            self.setAccessibleName(self.tr("{bpm} beats a minute. {more}").format(bpm=text, more=relative))
            self.update()

    def show_beat(self, index: int | None) -> None:
        """Light the dot of this beat; None lights none."""
        if index != self._beat:
            self._beat = index
            self.update()

    def set_scale(self, scale: PlayerScale) -> None:
        """Its controls, too."""
        super().set_scale(scale)
        for part in (self.slower, self.faster, self.switch):
            part.set_scale(scale)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, note, tempo, words, dots."""
        painter, px, color = self.begin(card=True), self._scale.px, self._theme.color
        top, size = px(18), px(40)
        note = self._theme.pixmap("music-note", color("ink"), size)
        painter.drawPixmap(px(24), top + (px(68) - size) // 2, note)
        font = self._scale.display(64)
        left = px(84)
        wide = QFontMetricsF(font).horizontalAdvance(self._bpm)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(color("ink"))
        painter.drawText(QRectF(left, top, wide + px(8), px(68)), line, self._bpm)
        words = left + wide + px(20)
        room = self.slower.x() - words - px(12)
        painter.setFont(self._scale.plain(19, 600))
        painter.drawText(QRectF(words, top + px(4), room, px(30)), line, self.tr("beats a minute"))
        painter.setFont(self._scale.plain(15))
        painter.setPen(color("ink2"))
        painter.drawText(QRectF(words, top + px(34), room, px(26)), line, self._relative)
        self._paint_dots(painter)
        painter.end()

    def _paint_dots(self, painter: QPainter) -> None:
        px, color = self._scale.px, self._theme.color
        y = self.height() - px(34)
        for dot in range(DOTS):
            on = self._beat is not None and self._beat % DOTS == dot
            painter.setPen(QPen(color("ink" if on else "borderStrong"), 2))
            painter.setBrush(color("accent" if on else "sunken"))
            radius = px(15 if on else 13)
            painter.drawEllipse(QPointF(px(96) + dot * px(56), y), radius, radius)

    def _arrange(self) -> None:
        px = self._scale.px
        size = max(SMALLEST, px(64))
        right = self.width() - px(22)
        self.faster.setGeometry(right - size, px(20), size, size)
        self.slower.setGeometry(right - 2 * size - px(12), px(20), size, size)
        wide, high = self.switch.sizeHint().width(), max(SMALLEST, px(44))
        self.switch.setGeometry(right - wide, self.height() - px(34) - high // 2, wide, high)

    def _slower(self) -> None:
        self.changed_by.emit(-1)

    def _faster(self) -> None:
        self.changed_by.emit(1)
