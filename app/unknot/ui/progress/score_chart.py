"""The scores of one drill over time: both legs as two lines, with the levels that its bands begin at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from unknot.domain.body import Side
from unknot.domain.drill import Drill, Score
from unknot.domain.drill_scores import SIDES, ScorePoint, Try, bounds, charted, points, stretches
from unknot.domain.movement import MovementWords
from unknot.domain.progress import MIN_FOR_LINE, MOST_POINTS, bins_of
from unknot.ui.day_words import table_day
from unknot.ui.drills.score_words import one_value, score_name
from unknot.ui.progress.chart_card import ChartCard, Value
from unknot.ui.progress.legend import Entry
from unknot.ui.progress.marks import Shape
from unknot.ui.progress.span import Span
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.pick_list import PickList
from unknot.ui.widgets.spacing import spaced

_DODGE = 0.004  # of the width: two legs of one day lie beside each other


class _Look(Struct, frozen=True):
    """How a leg looks: its mark, its dash, its colour, and to which side it is moved."""

    shape: Shape
    dash: tuple[float, ...]
    ink: str
    aside: int


_LOOKS = {
    None: _Look(Shape.CIRCLE, (), "chart1", 0),
    Side.LEFT: _Look(Shape.SQUARE, (), "chart1", -1),
    Side.RIGHT: _Look(Shape.OPEN_CIRCLE, (3.5, 2), "chart2", 1),
}
_PAIN = _Look(Shape.CIRCLE, (), "pain", 0)  # pain is the one thing in its colour


class ScoreChart(ChartCard):
    """A list of the drills that were scored and one of the scores; `picked` tells that another is wanted."""

    picked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Scores of your drills"), "", parent)
        self.drills = PickList(theme, self.tr("Drill"), "", tuple, wide=300)
        self.scores = PickList(theme, self.tr("Score"), "", tuple, wide=200)
        row = FlowRow(theme, [_labelled(self.drills, theme), _labelled(self.scores, theme)], 20)
        self.choosers = row
        self.column.insertWidget(1, row)
        self.drills.picked.connect(self.picked)
        self.scores.picked.connect(self.picked)

    def offer(self, drills: Sequence[Drill], words: MovementWords) -> tuple[Drill, Score] | None:
        """Offer these drills, the one done last first; what is chosen now, None where there is none."""
        self.choosers.setVisible(bool(drills))
        if not drills:
            return None
        _refill(self.drills, [(drill.id, drill.title) for drill in drills])
        drill = next(drill for drill in drills if drill.id == self.drills.value)
        _refill(self.scores, [(score.id, score_name(score, words)) for score in charted(drill)])
        return drill, next(score for score in drill.score if score.id == self.scores.value)

    def draw(
        self, drill: Drill, score: Score, done: Sequence[Try], words: MovementWords, span: Span, ticks: int
    ) -> None:
        """Draw the tries of these days."""
        self._words, self._score = words, score
        self.canvas.clear()
        courses = {side: points(done, score.id, side, span.first) for side in SIDES}
        courses = {side: course for side, course in courses.items() if course}
        every = [point.value for course in courses.values() for point in course]
        longest = max(map(len, courses.values()), default=0)
        bottom, top, places = _scale(score, every)
        names = [one_value(score, round(at), words) for at in places] if score.choices else ()
        self.canvas.set_axes(span.axis, span.ticks(ticks), top, places, bottom=bottom, names=names)
        self.canvas.today(span.today.toordinal() + 1, self.tr("today"), top)
        for band in bounds(drill, score.id) if every else ():
            text = self.tr("from {n}: {band}").format(
                n=one_value(score, band.min, words), band=band_word(band.band)
            )
            self.canvas.level(band.min, text, span.axis[0], "ink2")
        width = span.axis[1] - span.axis[0]
        values = [
            value
            for side, course in courses.items()
            for value in self._draw_course(course, self._look(side), width)
        ]
        values.sort(key=lambda value: value.x)
        self._explain(courses)
        headers = (self.tr("Day"), self.tr("Leg"), score_name(score, words))
        empty = self.tr("This drill was not scored in these weeks.")
        self.show_values(values, headers, self._note_on(every, longest), empty)

    def clear(self) -> None:
        """Say that nothing was scored yet."""
        self.canvas.clear()
        self.legend.show_entries([])
        empty = self.tr("No drill was scored yet. Its scores show here after the first one.")
        self.show_values((), (self.tr("Day"),), "", empty)

    # ---------------------------------------------------------------- inside
    def _look(self, side: Side | None) -> _Look:
        return _PAIN if "pain" in self._score.id else _LOOKS[side]

    def _draw_course(self, course: Sequence[ScorePoint], look: _Look, width: float) -> list[Value]:
        many = len(course) > MOST_POINTS
        if many:
            bins = bins_of([(point.day, point.value) for point in course])
            self.canvas.line([(one.x, one.middle) for one in bins], 2.4, look.dash, look.ink)
        elif len(course) >= MIN_FOR_LINE and not self._score.choices:
            for part in stretches(course):
                self.canvas.line([(point.x, point.value) for point in part], 2, look.dash, look.ink)
        values = []
        for point in course:
            x = point.x + look.aside * width * _DODGE
            mark = None if many else self.canvas.mark(x, point.value, look.shape, ink=look.ink)
            said = one_value(self._score, point.value, self._words)
            leg = "–" if point.side is None else side_word(point.side)
            words = self.tr("{day}: {value}").format(day=table_day(point.day), value=said)
            if point.side is not None:
                words = self.tr("{day}, {leg}: {value}").format(
                    day=table_day(point.day), leg=leg.lower(), value=said
                )
            values.append(Value(x, point.value, words, (table_day(point.day), leg, said), mark))
        return values

    def _explain(self, sides: Iterable[Side | None]) -> None:
        legs = [side for side in sides if side is not None]
        entries = []
        for side in legs:
            look = self._look(side)
            dash = None if self._score.choices else look.dash
            entries.append(Entry(side_word(side), look.shape, dash, ink=look.ink, mark=look.ink))
        self.legend.show_entries(entries)

    def _note_on(self, every: Sequence[int], longest: int) -> str:
        if not every:
            return ""
        known, score = self._words.score.get(self._score.id), self._score
        parts = []
        if longest < MIN_FOR_LINE and not score.choices:
            few = self.tr("One try so far.") if longest == 1 else self.tr("Two tries so far.")
            parts.append(f"{few} {self.tr('A line needs three.')}")
        if known is not None and known.low and known.high:
            ends = self.tr("{min} is “{low}”, {max} is “{high}”.")
            parts.append(ends.format(min=score.min, low=known.low, max=score.max, high=known.high))
        elif score.unit == "s" and score.per_side:
            cap = self.tr("Seconds that each leg held. {max} is the most that counts.")
            parts.append(cap.format(max=score.max))
        if longest > MOST_POINTS:
            parts.append(self.tr("Many tries: the line is the middle of each week or month."))
        return " ".join(parts)


def band_word(band: str) -> str:
    """The name of a band of a check."""
    say = QCoreApplication.translate
    return {
        "build": say("ScoreChart", "build up"),
        "ready": say("ScoreChart", "ready"),
        "ok": say("ScoreChart", "clear enough"),
        "mid": say("ScoreChart", "fair"),
        "good": say("ScoreChart", "good"),
    }.get(band, band)


def _scale(score: Score, values: Sequence[int]) -> tuple[float, float, tuple[float, ...]]:
    """Where the axis begins and ends, and its ticks: a fixed scale is whole, a count goes up from 0."""
    if score.choices or score.unit == "0-3":
        return score.min, score.max, tuple(range(score.min, score.max + 1))
    if score.unit == "steps/min":
        return score.min, score.max, (score.min, (score.min + score.max) / 2, score.max)
    top: float = score.max
    if not (score.unit == "0-10" or score.per_side):
        step = 10 if max(values, default=0) <= 100 else 60
        top = max(step, ceil(max(values, default=0) / step) * step)
    return 0.0, top, (0.0, top / 2, top)


def _labelled(chooser: PickList, theme: Theme) -> QWidget:
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), theme, 0, 8)
    label = QLabel(chooser.accessibleName())
    label.setProperty("type", "label")
    label.setBuddy(chooser)
    row.addWidget(label)
    row.addWidget(chooser)
    return holder


def _refill(chooser: PickList, entries: Sequence[tuple[str, str]]) -> None:
    """Put these in, and keep what was chosen where it is still among them."""
    held = [(str(chooser.itemData(row)), chooser.itemText(row)) for row in range(chooser.count())]
    if held == list(entries):
        return
    before, blocked = chooser.value, QSignalBlocker(chooser)
    chooser.clear()
    for value, name in entries:
        chooser.addItem(name, value)
    chooser.setCurrentIndex(max(0, chooser.findData(before)))
    blocked.unblock()
