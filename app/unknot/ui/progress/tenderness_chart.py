"""Tenderness of each knot over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from unknot.domain.knots import KnotStory
from unknot.domain.progress import KnotLine, Rating, knot_line
from unknot.ui.day_words import table_day
from unknot.ui.progress.chart_card import ChartCard, Value
from unknot.ui.progress.legend import Entry
from unknot.ui.progress.marks import Shape
from unknot.ui.progress.span import Span
from unknot.ui.score_words import score_word
from unknot.ui.side_words import side_within
from unknot.ui.theme import Theme

_TICKS = (0, 5, 10)


class _Look(Struct, frozen=True):
    """How the line of one knot looks: its mark, its dash, the colour of the line and of its number."""

    shape: Shape
    dash: tuple[float, ...]
    ink: str


_LOOKS = (
    _Look(Shape.SQUARE, (), "ink2"),
    _Look(Shape.OPEN_CIRCLE, (3.5, 2), "chart2"),
    _Look(Shape.DIAMOND, (1, 2), "chart3"),
    _Look(Shape.OPEN_TRIANGLE, (6, 2, 1, 2), "chart4"),
)
_DODGE = 0.24  # equal values of two knots lie three pixels beside each other, not on each other
_LABEL_GAP = 1.2  # of the scale, between two numbers at the ends of lines
_ROOM = 0.035  # of the width, for these numbers


class TendernessChart(ChartCard):
    """At most four knots, told apart by mark, dash, colour of the line, and a number at its end."""

    def __init__(self, theme: Theme, label_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Tenderness by knot"), self.tr("0 to 10"), parent)
        self._label_of = label_of

    def draw(self, stories: Sequence[KnotStory], left_out: int, span: Span, ticks: int) -> None:
        """Draw these knots; `left_out` more are not shown."""
        self.canvas.clear()
        left, right = span.axis
        right += (right - left) * _ROOM
        self.canvas.set_axes((left, right), span.ticks(ticks), 10, _TICKS)
        self.canvas.today(span.today.toordinal() + 1, self.tr("today"), 10)
        lines = [(story, knot_line(story, span.first)) for story in stories]
        lines = [(story, line) for story, line in lines if line.ratings]
        values: list[Value] = []
        entries, ends = [], []
        for index, (story, line) in enumerate(lines):
            look, name, number = _LOOKS[index % len(_LOOKS)], self._name(story), str(index + 1)
            alone = len(lines) == 1
            entries.append(Entry(name, look.shape, look.dash, ink=look.ink, number="" if alone else number))
            dodge = (index - (len(lines) - 1) / 2) * _DODGE
            values += self._draw_line(line, name, look, dodge)
            if not alone:
                last = _by_day(line.stretches[-1])[-1]
                ends.append((last.tenderness + dodge, number, look.ink))
        self._label_ends(ends, span.today.toordinal() + 1)
        self.legend.show_entries(entries)
        values.sort(key=lambda value: value.x)
        headers = (self.tr("Day"), self.tr("Knot"), self.tr("Tenderness"))
        note = self.tr("Lower is less tender. One mark a day; the table has every rating.")
        if left_out:
            note += " " + self.tr("{count} more knots are on the body map.").format(count=left_out)
        self.show_values(
            values, headers, note, self.tr("No rating in these weeks. Rate a knot on the body map.")
        )

    def _draw_line(self, line: KnotLine, name: str, look: _Look, dodge: float) -> list[Value]:
        """The course from day to day; what a routine changed within a day is in the values alone."""
        values = []
        for stretch in line.stretches:
            shown = _by_day(stretch)
            self.canvas.line([(one.x, one.tenderness + dodge) for one in shown], 2, look.dash, look.ink)
            for rating in stretch:
                mark = None
                if rating in shown:
                    mark = self.canvas.mark(rating.x, rating.tenderness + dodge, look.shape)
                words = self.tr("{day}, {knot}: tenderness {score}, {word}").format(
                    day=table_day(rating.day), knot=name, score=rating.tenderness,
                    word=score_word(rating.tenderness),
                )  # fmt: skip
                cells = (table_day(rating.day), name, str(rating.tenderness))
                values.append(Value(rating.x, rating.tenderness, words, cells, mark))
        return values

    def _label_ends(self, ends: Sequence[tuple[float, str, str]], x: float) -> None:
        """The numbers of the knots in a column right of today, each near the end of its line."""
        ends = sorted(ends)
        places: list[float] = []
        for wanted, _number, _ink in ends:
            places.append(max(wanted, places[-1] + _LABEL_GAP) if places else wanted)
        pushed = [place - wanted for place, (wanted, _number, _ink) in zip(places, ends, strict=True)]
        down = min(sum(pushed) / len(pushed), places[0]) if places else 0.0
        for place, (_wanted, number, ink) in zip(places, ends, strict=True):
            self.canvas.label(x, place - down, number, ink)

    def _name(self, story: KnotStory) -> str:
        return f"{self._label_of(story.knot.place)}, {side_within(story.knot.spot.side)}"


def _by_day(stretch: Sequence[Rating]) -> tuple[Rating, ...]:
    """One rating of each day, as on the body map: the last not made right after pressing, else the last."""
    days: dict[date, Rating] = {}
    for rating in stretch:
        before = days.get(rating.day)
        if before is None or before.is_after or not rating.is_after:
            days[rating.day] = rating
    return tuple(days.values())
