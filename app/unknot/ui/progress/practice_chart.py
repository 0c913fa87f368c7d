"""Minutes of practice on each day, release and drills stacked."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtWidgets import QWidget

from unknot.domain.practice_minutes import PracticeDay
from unknot.domain.progress import practice_bins
from unknot.ui.day_words import table_day
from unknot.ui.progress.chart_card import ChartCard, Value
from unknot.ui.progress.legend import Entry
from unknot.ui.progress.span import Span
from unknot.ui.theme import Theme


class PracticeChart(ChartCard):
    """What was really done: a session ended early counts for its minutes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Minutes of practice"), self.tr("per day"), parent)

    def draw(self, days: Sequence[PracticeDay], span: Span, ticks: int) -> None:
        """Draw these days; where they are many, the sums of weeks or months."""
        shown, wide = practice_bins(days)
        self.unit.setText(self._unit(wide))
        top = max(10, ceil(max((day.total_min for day in shown), default=0) / 10) * 10)
        self.canvas.clear()
        self.canvas.set_axes(span.axis, span.ticks(ticks), top, (0, top / 2, top))
        self.canvas.today(span.today.toordinal() + 1, self.tr("today"), top)
        x = [day.day.toordinal() + wide / 2 for day in shown]
        release = [day.release_min for day in shown]
        self.canvas.bars(x, [0.0] * len(shown), release, "chart1", outlined=False, days=wide)
        drilled = [(at, day) for at, day in zip(x, shown, strict=True) if day.drill_min]
        at, feet = [at for at, _ in drilled], [day.release_min for _, day in drilled]
        high = [day.drill_min for _, day in drilled]
        self.canvas.bars(at, feet, high, "accent", outlined=wide == 1, days=wide)
        entries = [Entry(self.tr("Release"), fill="chart1"), Entry(self.tr("Drills"), fill="accent")]
        self.legend.show_entries(entries)
        values = [
            Value(at, day.total_min, self._sentence(day, wide), self._cells(day))
            for at, day in zip(x, shown, strict=True)
        ]
        total = round(sum(day.total_min for day in days))
        note = self.tr("{minutes} minutes on {days} days.").format(minutes=total, days=len(days))
        if len(days) == 1:
            note = self.tr("{minutes} minutes on one day.").format(minutes=total)
        headers = (self.tr("Day") if wide == 1 else self.tr("From"), self.tr("Release"), self.tr("Drills"))
        empty = self.tr("No practice in these weeks. Each release and drill adds its minutes here.")
        self.show_values(values, headers, note, empty)

    def _unit(self, wide: int) -> str:
        """What a bar stands for."""
        if wide == 1:
            return self.tr("per day")
        return self.tr("per month") if wide > 7 else self.tr("per week")

    def _sentence(self, day: PracticeDay, wide: int) -> str:
        text = self.tr("{day}: {release} minutes of release, {drills} of drills")
        if wide > 1:
            text = self.tr("From {day}: {release} minutes of release, {drills} of drills")
        return text.format(
            day=table_day(day.day), release=round(day.release_min), drills=round(day.drill_min)
        )

    @staticmethod
    def _cells(day: PracticeDay) -> tuple[str, ...]:
        return table_day(day.day), f"{day.release_min:.0f}", f"{day.drill_min:.0f}"
