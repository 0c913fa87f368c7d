"""The player's top edge: End, the strip of blocks, time left in all, Mini, and the switches for sound."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.timeline import Block
from unknot.ui.player.big_button import BigButton
from unknot.ui.player.block_names import block_name
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.player.strip import BlockStrip
from unknot.ui.player.switch_button import SwitchButton
from unknot.ui.player.time_left import TimeLeft
from unknot.ui.theme import Theme

HEIGHT = 72


class TopBar(QWidget):
    """One row, laid out by hand in the measures of the drawing; the strip takes what is left over."""

    def __init__(self, title: str, blocks: tuple[Block, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = PlayerScale(theme, 1.0)
        self.end = BigButton(self.tr("End"), "x-bold", "", theme, parent=self)
        self.end.icon_size = 26.0
        self.end.setToolTip(self.tr("Esc"))
        self.strip = BlockStrip(title, theme, self)
        self.strip.set_blocks(blocks, [block_name(block.label) for block in blocks])
        self.left = TimeLeft(theme, self)
        self.mini = BigButton(self.tr("Mini"), "picture-in-picture-bold", "", theme, parent=self)
        self.mini.icon_size, self.mini.text_size = 24.0, 26.0
        self.mini.setToolTip(self.tr("A small window that stays on top, Shift+M"))
        speaker, bell = ("speaker-high-fill", "speaker-slash"), ("bell-simple-fill", "bell-simple-slash")
        self.voice = SwitchButton(self.tr("Voice"), speaker, theme, parent=self)
        self.voice.setToolTip(self.tr("V key"))
        self.beeps = SwitchButton(self.tr("Beeps"), bell, theme, parent=self)
        self.beeps.setToolTip(self.tr("B key"))

    def sizeHint(self) -> QSize:
        """As wide as it gets, 72 px high."""
        return QSize(self._scale.px(1360), self._scale.px(HEIGHT))

    def show_left(self, seconds: float) -> None:
        """Time left in the whole session."""
        self.left.show_left(seconds)

    def show_lacking(self, *, tones: bool, words: bool) -> None:
        """Say on its switch what is on and cannot be heard, as long as that lasts."""
        for switch, lacks in ((self.beeps, tones), (self.voice, words)):
            if switch.set_lacking(lacking=lacks):
                self._arrange()

    def cover(self, covered: bool) -> None:
        """Hide all but End while something lies over it."""
        for part in (self.strip, self.left, self.mini, self.voice, self.beeps):
            part.setVisible(not covered)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        for part in (self.end, self.strip, self.left, self.mini, self.voice, self.beeps):
            part.set_scale(scale)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px, high = self._scale.px, self.height()
        self.end.setGeometry(0, 0, max(px(136), self.end.sizeHint().width() - px(16)), high)
        right = self.width()
        for switch in (self.beeps, self.voice):
            wide = max(px(176), switch.sizeHint().width())
            switch.setGeometry(right - wide, 0, wide, high)
            right -= wide + px(8)
        wide = self.mini.minimumSizeHint().width() + px(12)
        self.mini.setGeometry(right - wide, 0, wide, high)
        right -= wide + px(24)
        time_wide = self.left.sizeHint().width()
        self.left.setGeometry(right - time_wide, 0, time_wide, high)
        start = self.end.geometry().right() + px(24)
        self.strip.setGeometry(start, 0, right - time_wide - px(40) - start, high)
