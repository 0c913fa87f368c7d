"""All that is painted under the marks: legs, hatching, sides, threads and names, as one picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from unknot.ui.body_map.frame import LegFrame, StageFrame
from unknot.ui.body_map.hatching import Hatching
from unknot.ui.body_map.margin_labels import LINE, Label, paint_labels, plate, wrap
from unknot.ui.body_map.mark_layer import Thread
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.body_map.story_words import seen_words
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme

SIDE_EDGE, SIDE_TOP, SIDE_WIDE = 24, 14, 150
DOT = 2.5


class StagePicture:
    """Paints it anew only when something in it has changed."""

    def __init__(self, pictures: Pictures, hatching: Hatching, theme: Theme) -> None:
        self._pictures, self._hatching, self._theme = pictures, hatching, theme
        self._legs: QPixmap | None = None
        self._whole: QPixmap | None = None
        self._drawn: tuple[object, ...] = ()

    def forget(self) -> None:
        """The legs, the look or the hatching changed."""
        self._legs = self._whole = None

    def pixmap(
        self,
        frame: StageFrame,
        ratio: float,
        labels: Sequence[Label],
        threads: Sequence[Thread],
        *,
        quiet: bool,
    ) -> QPixmap:
        """The picture of the stage, `ratio` device pixels a logical one."""
        if self._legs is None or self._legs.devicePixelRatio() != ratio:
            self._legs = self._pictures.backdrop(frame, self._theme, ratio, quiet=quiet)
            painter = QPainter(self._legs)
            self._hatching.paint(painter, frame, ratio)
            painter.end()
            self._whole = None
        drawn = (tuple(labels), tuple(threads))
        if self._whole is None or drawn != self._drawn:
            self._drawn, self._whole = drawn, QPixmap(self._legs)
            painter = QPainter(self._whole)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_words(painter, frame, labels, threads)
            painter.end()
        return self._whole

    def paint_words(
        self, painter: QPainter, frame: StageFrame, labels: Sequence[Label], threads: Sequence[Thread]
    ) -> None:
        """Draw what lies over the legs: sides, threads and names."""
        self._paint_sides(painter, frame)
        self._paint_threads(painter, threads)
        paint_labels(painter, labels, self._theme)

    def _paint_threads(self, painter: QPainter, threads: Sequence[Thread]) -> None:
        ink, under = self._theme.color("ink"), self._theme.color("raised")
        for color, grown in ((under, 1.6), (ink, 0.0)):
            painter.setPen(QPen(color, LINE + grown))
            painter.setBrush(color)
            for thread in threads:
                painter.drawLine(thread.spot, thread.mark)
                painter.drawEllipse(thread.spot, DOT + grown / 2, DOT + grown / 2)

    def _paint_sides(self, painter: QPainter, frame: StageFrame) -> None:
        """Whose leg is which and how it is seen, of the legs in sight, in the corner where each stands."""
        theme = self._theme
        edge, wide = theme.px(SIDE_EDGE), theme.px(SIDE_WIDE)
        small = theme.font("small")
        seen = wrap(seen_words(frame.view), small, wide)
        for leg in frame.legs:
            left, right = leg.edges
            if right < 0 or left > frame.size.width():
                continue
            first = leg is frame.legs[0]
            side = QRectF(edge, theme.px(SIDE_TOP), wide, theme.line_height("h2"))
            rows = [side]
            rows += [
                QRectF(
                    edge, side.bottom() + row * theme.line_height("small"), wide, theme.line_height("small")
                )
                for row in range(len(seen))
            ]
            if not first:
                rows = [row.translated(frame.size.width() - 2 * edge - wide, 0) for row in rows]
            words = zip(rows, (side_word(leg.side), *seen), ("h2", *("small",) * len(seen)), strict=True)
            lines = [self._side_line(row, text, style, at_left=first) for row, text, style in words]
            block = QRectF()
            for box, _, _ in lines:
                block |= box
            if _covers(frame.legs, block):
                plate(painter, theme, block)
            painter.setPen(theme.color("ink2"))
            for box, text, style in lines:
                painter.setFont(theme.font(style))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _side_line(self, row: QRectF, text: str, style: str, *, at_left: bool) -> tuple[QRectF, str, str]:
        """A line of words with the box that just holds it, at the outer end of its row."""
        long = QFontMetricsF(self._theme.font(style)).horizontalAdvance(text) + 2
        left = row.left() if at_left else row.right() - long
        return QRectF(left, row.top(), long, row.height()), text, style


def _covers(legs: Sequence[LegFrame], box: QRectF) -> bool:
    return any(leg.edges[0] < box.right() and leg.edges[1] > box.left() for leg in legs)
