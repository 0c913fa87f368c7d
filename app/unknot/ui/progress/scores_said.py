"""Beside the chart of a drill's scores: the last try, left against right, and what follows from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.drill import Drill
from unknot.domain.drill_scores import Try
from unknot.domain.movement import MovementWords
from unknot.ui.day_words import month_day
from unknot.ui.drills.leg_words import leg_lines, meaning
from unknot.ui.drills.score_words import score_name, value_words
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import emptied, spaced
from unknot.ui.widgets.words import Words


class ScoresSaid(Card):
    """Words only; it is drawn anew with the chart."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("What they say"), parent=parent)
        self._theme = theme
        self.lines: list[Words] = []
        if self.title is not None:
            self.title.setProperty("type", "h3")  # as the charts beside it
        self._column = spaced(QVBoxLayout(), theme, 0, 8)
        self.body.addLayout(self._column, 1)

    def say(self, drill: Drill, done: Sequence[Try], words: MovementWords) -> None:
        """Say it of these tries of a drill, oldest first; nothing without one."""
        emptied(self._column)
        self.lines.clear()
        if done:
            last = done[-1]
            self._add(self.tr("Last done on {day}").format(day=month_day(last.day)), "small", "ink2")
            for score in drill.score:
                given = value_words(score, last.given, words)
                if given:
                    line = self.tr("{name}: {values}")
                    self._add(
                        line.format(name=score_name(score, words), values=given[:1].lower() + given[1:]),
                        "label",
                    )
            legs = leg_lines(drill, done, words)
            if legs:
                self._column.addWidget(Line())
                self._add(self.tr("Left against right"), "small", "ink2")
            for line in legs:
                self._add(line)
            follows = meaning(drill, last.given, done)
            if follows:
                self._column.addWidget(Line())
                self._add(self.tr("What follows"), "small", "ink2")
            for line in follows:
                self._add(line)
            if drill.thresholds:
                self._add(self.tr("These limits are working rules, not norms."), "small", "ink2")
        self._column.addStretch(1)

    def _add(self, text: str, style: str = "body", tone: str = "") -> None:
        words = Words(text, self._theme, style, tone)
        self._column.addWidget(words)
        self.lines.append(words)
