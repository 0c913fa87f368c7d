"""Tenderness of each knot over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from unknot.domain.knots import KnotStory
from unknot.domain.progress import KnotLine, knot_line
from unknot.ui.day_words import table_day
from unknot.ui.progress.chart_card import ChartCard, Value
from unknot.ui.progress.legend import Entry
from unknot.ui.progress.marks import Shape
from unknot.ui.progress.span import Span
from unknot.ui.score_words import score_word
from unknot.ui.side_words import side_within
from unknot.ui.theme import Theme

_TICKS = (0, 5, 10)
_LOOKS: tuple[tuple[Shape, tuple[float, ...]], ...] = (
    (Shape.SQUARE, ()),
    (Shape.CIRCLE, (3.5, 2)),
    (Shape.DIAMOND, (1, 2)),
    (Shape.HOLLOW, (6, 2, 1, 2)),
)
_DODGE = 0.12  # equal values of two knots lie beside each other, not on each other


class TendernessChart(ChartCard):
    """At most four knots, told apart by mark and dash."""

    def __init__(self, theme: Theme, label_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Tenderness by knot"), self.tr("0 to 10"), parent)
        self._label_of = label_of

    def draw(self, stories: Sequence[KnotStory], left_out: int, span: Span, ticks: int) -> None:
        """Draw these knots; `left_out` more are not shown."""
        self.canvas.clear()
        self.canvas.set_axes(span.axis, span.ticks(ticks), 10, _TICKS)
        self.canvas.today(span.today.toordinal() + 1, self.tr("today"), 10)
        lines = [(story, knot_line(story, span.first)) for story in stories]
        lines = [(story, line) for story, line in lines if line.ratings]
        values: list[Value] = []
        entries = []
        for index, (story, line) in enumerate(lines):
            shape, dash = _LOOKS[index % len(_LOOKS)]
            name = self._name(story)
            entries.append(Entry(name, shape, dash))
            values += self._draw_line(line, name, shape, dash, (index - (len(lines) - 1) / 2) * _DODGE)
        self.legend.show_entries(entries)
        values.sort(key=lambda value: value.x)
        headers = (self.tr("Day"), self.tr("Knot"), self.tr("Tenderness"))
        note = self.tr("Lower is less tender.")
        if left_out:
            note += " " + self.tr("{count} more knots are on the body map.").format(count=left_out)
        self.show_values(
            values, headers, note, self.tr("No rating in these weeks. Rate a knot on the body map.")
        )

    def _draw_line(
        self, line: KnotLine, name: str, shape: Shape, dash: tuple[float, ...], dodge: float
    ) -> list[Value]:
        values = []
        for stretch in line.stretches:
            self.canvas.line([(rating.x, rating.tenderness + dodge) for rating in stretch], 2, dash)
            for rating in stretch:
                mark = self.canvas.mark(rating.x, rating.tenderness + dodge, shape)
                words = self.tr("{day}, {knot}: tenderness {score}, {word}").format(
                    day=table_day(rating.day), knot=name, score=rating.tenderness,
                    word=score_word(rating.tenderness),
                )  # fmt: skip
                cells = (table_day(rating.day), name, str(rating.tenderness))
                values.append(Value(rating.x, rating.tenderness, words, cells, mark))
        return values

    def _name(self, story: KnotStory) -> str:
        return f"{self._label_of(story.knot.place)}, {side_within(story.knot.spot.side)}"
