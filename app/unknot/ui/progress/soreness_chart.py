"""Calf and heel cord after each run and each running drill, with the level at which to stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from unknot.domain.progress import MIN_FOR_LINE, MOST_POINTS, bins_of
from unknot.domain.soreness import STOP_AT, SorePoint
from unknot.ui.day_words import table_day
from unknot.ui.progress.chart_card import ChartCard, Value
from unknot.ui.progress.legend import Entry
from unknot.ui.progress.marks import ChartMark, Shape
from unknot.ui.progress.span import Span
from unknot.ui.theme import Theme

_TICKS = (0, 5, 10)
_DODGE = 0.2  # of the scale: equal values lie beside each other


class SorenessChart(ChartCard):
    """Two lines for the runs, a mark for each drill that asked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Calf and heel cord"), self.tr("0 to 10"), parent)

    def draw(self, points: Sequence[SorePoint], span: Span, ticks: int) -> None:
        """Draw these ratings."""
        self.canvas.clear()
        self.canvas.set_axes(span.axis, span.ticks(ticks), 10, _TICKS)
        self.canvas.today(span.today.toordinal() + 1, self.tr("today"), 10)
        if points:
            self.canvas.level(STOP_AT, self.tr("from {n}: stop").format(n=STOP_AT), span.axis[0], "pain")
        many = len(points) > MOST_POINTS
        values = self._draw_bins(points) if many else self._draw_all(points)
        headers = (self.tr("Day"), self.tr("After"), self.tr("Soreness"))
        note = self.tr("Both take more load after a change of stride. Rate them after each run.")
        if many:
            note = self.tr("Many ratings: the line is the middle of each week or month.")
        empty = self.tr("No rating of calf or heel cord in these weeks.")
        self.show_values(values, headers, note, empty)

    def _draw_all(self, points: Sequence[SorePoint]) -> list[Value]:
        calf = [(p.x, p.calf + _DODGE / 2) for p in points if p.calf is not None]
        cord = [(p.x, p.heel_cord - _DODGE / 2) for p in points if p.heel_cord is not None]
        drills = any(p.either is not None for p in points)
        entries = [
            Entry(self.tr("calf, after a run"), Shape.SQUARE, ()),
            Entry(self.tr("heel cord, after a run"), Shape.OPEN_CIRCLE, (3.5, 2)),
        ]
        if drills:
            entries.append(Entry(self.tr("either, after a drill"), Shape.DIAMOND))
        self.legend.show_entries(entries)
        for line, dash in ((calf, ()), (cord, (3.5, 2))):
            if len(line) >= MIN_FOR_LINE:
                self.canvas.line(line, 1.6, dash)
        return [self._value(point) for point in points]

    def _value(self, point: SorePoint) -> Value:
        mark: ChartMark | None = None
        for level, shape, up in (
            (point.heel_cord, Shape.OPEN_CIRCLE, -_DODGE / 2),
            (point.calf, Shape.SQUARE, _DODGE / 2),
            (point.either, Shape.DIAMOND, 0.0),
        ):
            if level is not None:
                mark = self.canvas.mark(point.x, level + up, shape)
        after = point.drill or self.tr("Run")
        said = self._sore_words(point)
        words = self.tr("{day}, {after}: {said}").format(day=table_day(point.day), after=after, said=said)
        return Value(point.x, point.worst, words, (table_day(point.day), after, said), mark)

    def _draw_bins(self, points: Sequence[SorePoint]) -> list[Value]:
        bins = bins_of([(point.day, point.worst) for point in points])
        self.canvas.band([b.x for b in bins], [b.low for b in bins], [b.high for b in bins])
        self.canvas.line([(b.x, b.middle) for b in bins], 2.4)
        self.legend.show_entries([Entry(self.tr("lowest to highest"), fill="painTint")])
        values = []
        for one in bins:
            text = self.tr("middle {middle:g}, {low} to {high}, {n} ratings")
            said = text.format(middle=one.middle, low=one.low, high=one.high, n=one.count)
            words = self.tr("From {day}: {said}").format(day=table_day(one.day), said=said)
            values.append(Value(one.x, one.middle, words, (table_day(one.day), "–", said)))
        return values

    def _sore_words(self, point: SorePoint) -> str:
        parts = []
        if point.calf is not None:
            parts.append(self.tr("calf {score}").format(score=point.calf))
        if point.heel_cord is not None:
            parts.append(self.tr("heel cord {score}").format(score=point.heel_cord))
        if point.either is not None:
            parts.append(self.tr("calf or heel cord {score}").format(score=point.either))
        return ", ".join(parts)
