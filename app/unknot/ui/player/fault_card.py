"""A common fault of a drill, to be read in a rest: what it looks like, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.drill import Fault
from unknot.ui.player.player_part import PlayerPart
from unknot.ui.theme import Theme

SEE, DO = 40, 32  # px of the drawing
NARROWEST = 0.7  # long words may shrink to this share before they are cut
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class FaultCard(PlayerPart):
    """Two sentences, the sight above the remedy, as large as both fit."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._see, self._do = "", ""

    def show_fault(self, fault: Fault) -> None:
        """Show another one."""
        see = self.tr("{fault}?").format(fault=fault.see)
        if (see, fault.do) != (self._see, self._do):
            self._see, self._do = see, fault.do
            self.setAccessibleName(f"{see} {fault.do}")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card and words."""
        painter, px = self.begin(card=True), self._scale.px
        room = self.rect().adjusted(px(26), px(14), -px(26), -px(14))
        see, do = self._fonts(room)
        upper = _boxed(see, self._see, room)
        lower = room.adjusted(0, upper.height() + px(4), 0, 0)
        for font, ink, text, area in ((see, "ink", self._see, room), (do, "ink2", self._do, lower)):
            painter.setFont(font)
            painter.setPen(self._theme.color(ink))
            painter.drawText(area, _WRAP, text)
        painter.end()

    def _fonts(self, room: QRect) -> tuple[QFont, QFont]:
        share = 1.0
        while True:
            see, do = self._scale.display(SEE * share), self._scale.display(DO * share, 500)
            high = sum(_boxed(font, text, room).height() for font, text in ((see, self._see), (do, self._do)))
            if high + self._scale.px(4) <= room.height() or share <= NARROWEST:
                return see, do
            share -= 0.05


def _boxed(font: QFont, text: str, room: QRect) -> QRect:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, room.width()), 10_000), _WRAP, text)
