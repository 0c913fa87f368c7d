"""The part of the knot panel that shows its course: the chart, and before and after each session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.domain.days import day_of
from unknot.domain.knots import KnotStory
from unknot.domain.noise import Noise
from unknot.domain.release_effect import release_effect
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.course import by_day, pairs
from unknot.ui.body_map.course_chart import CourseChart
from unknot.ui.body_map.effect_words import effect_sentence
from unknot.ui.body_map.noise_words import noise_sentence
from unknot.ui.body_map.pair_strip import PairStrip
from unknot.ui.body_map.story_words import course_line, pairs_sentence
from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class CourseSection(QWidget):
    """Shows what the ratings of a knot say so far, and by how much two of them differ by chance."""

    def __init__(
        self, atlas: MapAtlas, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._atlas, self._now = atlas, now
        column = spaced(QVBoxLayout(self), theme, 0, 10)
        self._head, self._line = _head(column, theme, self.tr("Since you found it"))
        self.chart = CourseChart(theme)
        column.addWidget(self.chart)
        self.noise = Words("", theme, "small", "ink2")
        column.addWidget(self.noise)
        self._pairs_head, self._pairs_line = _head(column, theme, self.tr("Before and after a session"))
        self.strip = PairStrip(theme)
        column.addWidget(self.strip)
        self.pairs_words = Words("", theme, "small", "ink2")
        column.addWidget(self.pairs_words)

    def show_story(self, story: KnotStory, noise: Noise) -> None:
        """Show the ratings of a knot."""
        values, sessions = by_day(story), pairs(story)
        line = course_line(story, self._atlas)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.chart.show_values(values, day_of(self._now()))
        self.noise.setText(noise_sentence(noise))
        self.noise.setVisible(bool(noise.pairs) and len(values) > 1)
        for part in (self._pairs_head, self.strip, self.pairs_words):
            part.setVisible(bool(sessions))
        self._pairs_line.setVisible(len(sessions) > 1)
        self._pairs_line.setText(self.tr("last {count}").format(count=len(sessions)))
        self.strip.show_pairs(sessions)
        self.pairs_words.setText(
            effect_sentence(release_effect(story), noise) or pairs_sentence(sessions, noise)
        )

    def show_sessions(self, days: Sequence[date]) -> None:
        """Mark the days on which a routine was done on it."""
        self.chart.show_sessions(days)


def _head(column: QBoxLayout, theme: Theme, words: str) -> tuple[QLabel, QLabel]:
    """A small title with something at its right end."""
    row = spaced(QHBoxLayout(), theme, 0, 8)
    title, more = QLabel(words), QLabel()
    title.setProperty("type", "label")
    title.setWordWrap(True)
    more.setProperty("type", "small")
    more.setProperty("tone", "ink2")
    row.addWidget(title, 1)
    row.addWidget(more)
    column.addLayout(row)
    return title, more
