"""The strip on the player's top edge: the session's blocks, how far it is, and the step within the block."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.timeline import Block
from unknot.ui.player.big_button import PlayerButton
from unknot.ui.theme import Theme

GAP = 6  # px between blocks


class BlockStrip(PlayerButton):
    """Title and step above, one bar a block in the middle, the blocks' names below.

    Pressed, it asks for the list of all steps. A block is as long as it lasts, but never shorter than its
    name when that fits.
    """

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(title, theme, parent)
        self._title, self._step = title, ""
        self._blocks: tuple[Block, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._current, self._position = 0, 0.0
        self.setAccessibleName(self.tr("All steps. {title}").format(title=title))
        self.setToolTip(self.tr("All steps, O key"))

    def set_blocks(self, blocks: Sequence[Block], labels: Sequence[str]) -> None:
        """The blocks of the session and their names as shown, in order."""
        self._blocks, self._labels = tuple(blocks), tuple(labels)
        self.update()

    def show_progress(self, block: int, position: float, step: str) -> None:
        """Where it is: the block's number, seconds from the beginning, and "Step 3 of 9"."""
        if step != self._step:
            self._step = step
            label = self._labels[block] if block < len(self._labels) else ""
            self.setAccessibleDescription(f"{label}. {step}" if label else step)
        self._current, self._position = block, position
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._scale.px(300), self._scale.px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Three lines: words, bars, names."""
        painter, px = QPainter(self), self._scale.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar_top, bar_high = self.height() * 0.42, px(12)
        self._paint_words(painter, bar_top)
        for index, (left, width) in enumerate(self._spans()):
            track = QRectF(left, bar_top, width, bar_high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("border"))
            painter.drawRoundedRect(track, px(5), px(5))
            done = self._done(index)
            if done > 0:
                painter.setBrush(self._theme.color("primary"))
                painter.setClipRect(QRectF(left, bar_top, width * done, bar_high))
                painter.drawRoundedRect(track, px(5), px(5))
                painter.setClipping(False)
        self._paint_names(painter, bar_top + bar_high + px(3))
        painter.end()

    def _paint_words(self, painter: QPainter, bottom: float) -> None:
        title, step = self._scale.display(24), self._scale.display(24, 500)
        step_wide = QFontMetrics(step).horizontalAdvance(self._step)
        room = self.width() - step_wide - self._scale.px(16)
        words = QFontMetrics(title).elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        area = QRectF(0, 0, self.width(), bottom - self._scale.px(2))
        painter.setPen(self._theme.color("ink"))
        painter.setFont(title)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, words)
        painter.setPen(self._theme.color("ink2"))
        painter.setFont(step)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, self._step)

    def _paint_names(self, painter: QPainter, top: float) -> None:
        plain, bold = self._scale.display(21, 500), self._scale.display(21, 600)
        for index, (left, width) in enumerate(self._spans()):
            now = index == self._current
            font = bold if now else plain
            name = self._labels[index] if index < len(self._labels) else ""
            if not now and QFontMetrics(font).horizontalAdvance(name) > width + self._scale.px(GAP):
                continue
            painter.setFont(font)
            painter.setPen(self._theme.color("ink" if now else "ink3"))
            wide = QFontMetrics(font).horizontalAdvance(name)
            start = min(left, self.width() - wide)
            painter.drawText(QRectF(start, top, wide + 2, self.height() - top), 0, name)

    def _done(self, index: int) -> float:
        block = self._blocks[index]
        if block.end <= block.start:
            return 1.0 if index < self._current else 0.0
        return min(1.0, max(0.0, (self._position - block.start) / (block.end - block.start)))

    def _spans(self) -> list[tuple[float, float]]:
        """Left edge and width of every bar."""
        count = len(self._blocks)
        if not count:
            return []
        gap = self._scale.px(GAP)
        room = self.width() - gap * (count - 1)
        metrics = QFontMetrics(self._scale.display(21, 600))
        needed = [
            min(room / count, metrics.horizontalAdvance(name) + self._scale.px(12)) for name in self._labels
        ]
        lengths = [max(0.0, block.end - block.start) for block in self._blocks]
        widths = _share(room, lengths, needed)
        spans, left = [], 0.0
        for width in widths:
            spans.append((left, width))
            left += width + gap
        return spans


def _share(room: float, lengths: Sequence[float], needed: Sequence[float]) -> list[float]:
    """Split `room` by `lengths` while giving each at least what it needs (the needs fit into the room)."""
    fixed: dict[int, float] = {}
    while True:
        free = [i for i in range(len(lengths)) if i not in fixed]
        left = room - sum(fixed.values())
        total = sum(lengths[i] for i in free)
        short = [i for i in free if left * (lengths[i] / total if total else 1 / len(free)) < needed[i]]
        if not short:
            return [
                fixed.get(i, left * (lengths[i] / total if total else 1 / len(free)))
                for i in range(len(lengths))
            ]
        fixed.update({i: needed[i] for i in short})
