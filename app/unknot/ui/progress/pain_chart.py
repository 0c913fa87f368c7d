"""Worst pain on each run, with the knee of the next morning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from unknot.domain.cue_runs import is_kept
from unknot.domain.progress import (
    MIN_FOR_LINE,
    MIN_FOR_MEDIAN,
    MOST_POINTS,
    Bin,
    PainPoint,
    binned,
    running_median,
)
from unknot.ui.day_words import table_day
from unknot.ui.locale import plain_number
from unknot.ui.progress.chart_card import ChartCard, Value
from unknot.ui.progress.legend import Entry
from unknot.ui.progress.marks import Shape
from unknot.ui.progress.span import Span
from unknot.ui.runs.run_words import kept_word
from unknot.ui.theme import Theme

NO_CUES: Mapping[str, str] = MappingProxyType({})
_TICKS = (0, 5, 10)
_CUES_AT, _CUES_ROOM = -2.3, 0.34  # where the row of cues lies, and the room under the scale for it


class PainChart(ChartCard):
    """A stem and a disc for each run; zero is a disc on the axis, never a gap. Below it, the cue it had."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Worst pain on each run"), self.tr("0 none, 10 worst"), parent)
        self._cues: Mapping[str, str] = {}
        self._letters: Mapping[str, str] = {}

    def draw(
        self,
        points: Sequence[PainPoint],
        span: Span,
        ticks: int,
        cues: Mapping[str, str] = NO_CUES,
        letters: Mapping[str, str] = NO_CUES,
    ) -> None:
        """Draw these runs; `cues` gives the names of cues by their ids, `letters` the letters of them."""
        self._cues, self._letters = cues, letters
        self.canvas.clear()
        many = len(points) > MOST_POINTS
        with_cues = not many and any(point.cue for point in points)
        below = _CUES_ROOM if with_cues else 0.0
        self.canvas.set_axes(span.axis, span.ticks(ticks), 10, _TICKS, below=below)
        self.canvas.today(span.today.toordinal() + 1, self.tr("today"), 10)
        self._explain(points, many=many)
        if with_cues:
            self._draw_cues(points)
        values = self._draw_bins(binned(points)) if many else self._draw_runs(points)
        headers: tuple[str, ...] = (
            self.tr("Day"), self.tr("Worst pain"), self.tr("Next morning"), self.tr("Minutes"),
        )  # fmt: skip
        if with_cues:
            headers += (self.tr("Cue"),)
        if many:
            headers = (
                self.tr("From"),
                self.tr("Middle value"),
                self.tr("Lowest to highest"),
                self.tr("Runs"),
            )
        self.show_values(values, headers, self._note_for(points, many=many), self._nothing())

    def _draw_runs(self, points: Sequence[PainPoint]) -> list[Value]:
        self.canvas.stems([(p.x, p.during) for p in points if p.during])
        self.canvas.line(running_median(points), 2.6)
        values = []
        for point in points:
            mark = None
            if point.next_morning is not None:
                mark = self.canvas.mark(point.x, point.next_morning, Shape.HOLLOW)
                if point.next_morning == point.during:  # beside the disc, not under it
                    mark.setPos(mark.x() + _aside(points), mark.y())
            if point.during is not None:
                mark = self.canvas.mark(point.x, point.during, Shape.SCORE, point.during)
            level = point.during if point.during is not None else (point.next_morning or 0)
            values.append(Value(point.x, level, self._sentence(point), self._cells(point), mark))
        return values

    def _draw_cues(self, points: Sequence[PainPoint]) -> None:
        """A letter where a cue begins, a small disc on for each run more with it; full where it was kept."""
        before = ""
        for point in points:
            if point.cue:
                letter = self._letters.get(point.cue, "?") if point.cue != before else ""
                self.canvas.badge(
                    point.x, _CUES_AT, letter, filled=is_kept(point.kept), dashed=point.kept is None
                )
            before = point.cue

    def _draw_bins(self, bins: Sequence[Bin]) -> list[Value]:
        x = [b.x for b in bins]
        self.canvas.band(x, [b.low for b in bins], [b.high for b in bins])
        self.canvas.line([(b.x, b.middle) for b in bins], 2.6)
        values = []
        for one in bins:
            words = self.tr(
                "From {day}: {count} runs, middle value {middle}, between {low} and {high}"
            ).format(
                day=table_day(one.day),
                count=one.count,
                middle=plain_number(one.middle),
                low=one.low,
                high=one.high,
            )
            cells = (table_day(one.day), plain_number(one.middle), f"{one.low}–{one.high}", str(one.count))
            values.append(Value(one.x, one.middle, words, cells))
        return values

    def _explain(self, points: Sequence[PainPoint], *, many: bool) -> None:
        if many:
            self.legend.show_entries([Entry(self.tr("lowest to highest"), fill="painTint")])
            return
        entries = [Entry(self.tr("on the run"), Shape.CIRCLE)]
        if any(point.next_morning is not None for point in points):
            entries.append(Entry(self.tr("next morning"), Shape.HOLLOW))
        if len([p for p in points if p.during is not None]) >= MIN_FOR_MEDIAN:
            entries.append(Entry(self.tr("middle value of five runs"), Shape.NONE, ()))
        used = dict.fromkeys(point.cue for point in points if point.cue)
        entries += [
            Entry(self._cues.get(cue, self.tr("another cue")), badge=self._letters.get(cue, "?"))
            for cue in used
        ]
        self.legend.show_entries(entries if len(entries) > 1 else [])

    def _note_for(self, points: Sequence[PainPoint], *, many: bool) -> str:
        if many:
            return self.tr("More than 120 runs: each point is one week or month.")
        count = len(points)
        if count < MIN_FOR_LINE:
            words = {1: self.tr("One run so far."), 2: self.tr("Two runs so far.")}
            return f"{words.get(count, '')} {self.tr('A line needs seven.')}".strip() if count else ""
        if count < MIN_FOR_MEDIAN:
            return self.tr("{count} runs so far. From seven on, a line shows the middle value.").format(
                count=count
            )
        note = self.tr("{count} runs. The line is the middle value of five runs in a row.")
        if any(point.cue for point in points):
            note += " " + self.tr("Letters are cues, full where you kept them.")
        return note.format(count=count)

    def _nothing(self) -> str:
        return self.tr("No rated run in these weeks. Log a run and its worst pain shows here.")

    def _sentence(self, point: PainPoint) -> str:
        parts = [table_day(point.day)]
        if point.during is not None:
            parts.append(self.tr("worst pain {score}").format(score=point.during))
        if point.onset_min is not None:
            parts.append(self.tr("from minute {minute}").format(minute=round(point.onset_min)))
        if point.next_morning is not None:
            parts.append(self.tr("next morning {score}").format(score=point.next_morning))
        if point.cue:
            parts.append(self.tr("cue: {cue}").format(cue=self._cue_words(point)))
        return ", ".join(parts)

    def _cue_words(self, point: PainPoint) -> str:
        name = self._cues.get(point.cue, self.tr("another cue"))
        return name if point.kept is None else f"{name}, {kept_word(point.kept).lower()}"

    def _cells(self, point: PainPoint) -> tuple[str, ...]:
        during = "–" if point.during is None else str(point.during)
        morning = "–" if point.next_morning is None else str(point.next_morning)
        cue = self._cue_words(point) if point.cue else "–"
        return table_day(point.day), during, morning, f"{point.minutes:.0f}", cue


def _aside(points: Sequence[PainPoint]) -> float:
    span = max(1.0, points[-1].x - points[0].x)
    return span * 0.013
