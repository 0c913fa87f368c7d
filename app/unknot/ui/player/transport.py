"""The player's bottom edge: Back, Pause or Resume, Skip, Too much."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from unknot.ui.player.big_button import BigButton, PlayerButton
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme

WIDTHS = (256, 440, 256, 320)
GAPS = (24, 24, 40)


class Transport(QWidget):
    """Four large buttons in the proportions of the drawing; Pause is the only marigold one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = PlayerScale(theme, 1.0)
        self.back = BigButton(self.tr("Back"), "skip-back-fill", self.tr("← key"), theme, parent=self)
        self.pause = BigButton(
            self.tr("Pause"), "pause-fill", self.tr("Space key"), theme, kind="accent", parent=self
        )
        self.skip = BigButton(self.tr("Skip"), "skip-forward-fill", self.tr("→ key"), theme, parent=self)
        self.too_much = BigButton(
            self.tr("Too much"), "hand-palm-bold", self.tr("H key"), theme, kind="pain", parent=self
        )

    def buttons(self) -> tuple[BigButton, ...]:
        """From left to right."""
        return self.back, self.pause, self.skip, self.too_much

    def come_after(self, parts: Sequence[PlayerButton]) -> None:
        """Stand after these in the order of Tab."""
        policies = [part.focusPolicy() for part in parts]
        for part in parts:
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders only what Tab comes to now
        for before, after in pairwise([*parts, *self.buttons()]):
            self.setTabOrder(before, after)
        for part, policy in zip(parts, policies, strict=True):
            part.setFocusPolicy(policy)

    def show_pause(self) -> None:
        """It runs: the middle button pauses."""
        self.pause.show_as(self.tr("Pause"), "pause-fill")

    def show_start(self) -> None:
        """It has not begun."""
        self.pause.show_as(self.tr("Start"), "play-fill")

    def show_resume(self) -> None:
        """It stands: the middle button goes on."""
        self.pause.show_as(self.tr("Resume"), "play-fill")

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        for button in self.buttons():
            button.set_scale(scale)
        self._arrange()

    def sizeHint(self) -> QSize:
        """96 px high."""
        return QSize(self._scale.px(1360), self._scale.px(96))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gaps = [self._scale.px(gap) for gap in GAPS]
        shown = [(b, w) for b, w in zip(self.buttons(), WIDTHS, strict=True) if not b.isHidden()]
        room = self.width() - sum(gaps[: len(shown) - 1])
        total, left = sum(width for _, width in shown), 0
        for place, (button, width) in enumerate(shown):
            last = place == len(shown) - 1
            wide = self.width() - left if last else round(room * width / total)
            button.setGeometry(left, 0, wide, self.height())
            left += wide + (0 if last else gaps[place])
