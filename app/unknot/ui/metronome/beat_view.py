"""The beat as a picture: a ball that hops from mark to mark and lands on each click."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.domain.beat import is_accent, number_of
from unknot.domain.tone import BeatOf
from unknot.ui.theme import Theme

DOTS = 4  # marks of repetitions without accents
BALL, MARK = 23, 14  # px of radius; no area that changes its colour is larger than a mark
_BELOW, _CLEAR = 58, 6  # px below the ground, and between the ball at its highest and the number
_NUMBER, _LEAST = 0.46, 64  # the number's share of what is above the ground, and the least of it in px
_APART, _WIDEST = 0.2, 190  # from mark to mark at most: of the width, and px


class BeatView(QWidget):
    """Not a control. `show_beats` as often as there are frames; None: it is off.

    With reduced motion the ball lies still on the mark of its beat.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._beats: float | None = None
        self._of, self._accent = BeatOf.FOOT, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The beat"))
        theme.changed.connect(self.update)

    @property
    def beat(self) -> int | None:
        """The beat that is shown."""
        return None if self._beats is None else math.floor(self._beats)

    @property
    def mark(self) -> int:
        """Which mark its ball came down on last, from the left."""
        return (self.beat or 0) % self._marks

    @property
    def number(self) -> str:
        """What is counted."""
        return "" if self.beat is None else str(number_of(self.beat, self._accent))

    def set_kind(self, of: BeatOf, accent: int) -> None:
        """What a beat is, and every how many there is an accent."""
        self._of, self._accent = of, accent
        text = self.tr("A ball hops from left to right and back, and lands on each beat.")
        if of is BeatOf.REP:
            text = self.tr("A ball hops along a row of marks, and lands on each beat.")
        self.setAccessibleDescription(text)
        self.update()

    def show_beats(self, beats: float | None) -> None:
        """Beats since the first, with the fraction of the next one."""
        before, self._beats = self._beats, beats
        still = self._theme.reduced_motion and before is not None and beats is not None
        if not (still and math.floor(before or 0) == math.floor(beats or 0)):
            self.update()

    def sizeHint(self) -> QSize:
        """At least so large."""
        return QSize(self._theme.px(320), self._theme.px(200))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, number, marks with their names, and the ball."""
        painter, color, px = QPainter(self), self._theme.color, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("stage"))
        painter.drawRoundedRect(QRectF(self.rect()), px(14), px(14))
        ground = float(self.height() - px(_BELOW))
        painter.setPen(QPen(color("borderStrong"), px(2)))
        painter.drawLine(QPointF(0, ground), QPointF(self.width(), ground))
        self._paint_number(painter, ground)
        for mark in range(self._marks):
            self._paint_mark(painter, mark, ground)
        painter.setPen(QPen(color("ink"), px(2.5)))
        painter.setBrush(color("primary"))
        painter.drawEllipse(self._ball(ground), px(BALL), px(BALL))
        painter.end()

    # ------------------------------------------------------------- inside
    @property
    def _marks(self) -> int:
        return 2 if self._of is BeatOf.FOOT else self._accent or DOTS

    def _x(self, mark: int) -> float:
        apart = min(self.width() * _APART, float(self._theme.px(_WIDEST)))
        if self._marks == 2:
            apart *= 2
        return self.width() / 2 + (mark - (self._marks - 1) / 2) * apart

    def _ball(self, ground: float) -> QPointF:
        rest = ground - self._theme.px(BALL)
        beats = self._beats or 0.0
        part = 0.0 if self._theme.reduced_motion else beats - math.floor(beats)
        here, there = self._x(self.mark), self._x((self.mark + 1) % self._marks)
        highest = self._number_high(ground) + self._theme.px(BALL + _CLEAR)
        high = max(0.0, rest - highest)
        return QPointF(here + (there - here) * part, rest - high * 4 * part * (1 - part))

    def _number_high(self, ground: float) -> float:
        return max(float(self._theme.px(_LEAST)), ground * _NUMBER)

    def _paint_number(self, painter: QPainter, ground: float) -> None:
        box = QRectF(0, self._theme.px(4), self.width(), self._number_high(ground))
        middle = Qt.AlignmentFlag.AlignCenter
        if self.beat is None:
            painter.setFont(self._theme.font("h2"))
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(box, middle, self.tr("Space starts the beat"))
            return
        font = QFont(self._theme.font("hero"))
        font.setPixelSize(round(min(box.height() * 0.9, self._theme.px(120))))
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(box, middle, self.number)

    def _paint_mark(self, painter: QPainter, mark: int, ground: float) -> None:
        color, px = self._theme.color, self._theme.px
        on = self.beat is not None and mark == self.mark
        centre = QPointF(self._x(mark), ground + px(_BELOW / 2))
        loud = on and is_accent(self.beat or 0, self._accent)
        if loud:  # a ring says accent without a larger area that blinks
            painter.setPen(QPen(color("ink"), px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, px(MARK + 6), px(MARK + 6))
        painter.setPen(QPen(color("ink" if on else "borderStrong"), px(2)))
        painter.setBrush(color("accent" if on else "sunken"))
        radius = px(MARK if on else MARK - 2)
        painter.drawEllipse(centre, radius, radius)
        painter.setFont(self._theme.font("h3" if on else "lead"))
        painter.setPen(color("ink" if on else "ink2"))
        box = QRectF(centre.x() + px(MARK + 12), ground, px(120), px(_BELOW))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._name(mark))

    def _name(self, mark: int) -> str:
        if self._of is BeatOf.REP:
            return str(mark + 1)
        return self.tr("Right") if mark else self.tr("Left")
