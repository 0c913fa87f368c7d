"""The last runs on Today, and the way to log the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.days import day_of
from unknot.domain.runs import Run
from unknot.ui.day_words import near_day
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.score_disc import ScoreDisc
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

MOST = 3


class RunCard(Card):
    """The newest first; `run_wanted` asks for the form, by a button if `offer_log`."""

    run_wanted = Signal()

    def __init__(self, theme: Theme, runs: Sequence[Run], today: date, *, offer_log: bool) -> None:
        super().__init__(theme, self.tr("Your runs"), gap=8)
        self._theme = theme
        if not runs:
            none = self.tr(
                "Start with three ordinary runs, five if you can. Unknot compares everything with them."
            )
            self.body.addWidget(Words(none, theme, tone="ink2"))
        for place, run in enumerate(runs[:MOST]):
            when = near_day(day_of(run.started_at), today)
            title = when[:1].upper() + when[1:] if place else self.tr("Last run, {day}").format(day=when)
            self.body.addWidget(Line())
            detail = self._detail(run, in_full=not place)
            self.body.addWidget(self._row(run, title, detail))
        self.body.addStretch(1)
        self.focus_place = spaced(QVBoxLayout(), theme, (0, 4, 0, 4), 8)
        self.body.addLayout(self.focus_place)
        if offer_log:
            button = Button(self.tr("Log a run"), theme, icon="plus-bold")
            button.clicked.connect(self.run_wanted)
            self.body.addWidget(button)

    def show_focus(self, line: QWidget) -> None:
        """Show the cue for the next run beside the way to log it."""
        self.focus_place.addWidget(Line())
        self.focus_place.addWidget(line)

    def _row(self, run: Run, title: str, detail: str) -> QWidget:
        row = QWidget()
        line = spaced(QHBoxLayout(row), self._theme, 0, 12)
        score = 0 if run.pain_free else run.worst_pain
        if score is not None:
            line.addWidget(ScoreDisc(self._theme, score))
        words = spaced(QVBoxLayout(), self._theme, 0, 2)
        words.addWidget(Words(title, self._theme, "label"))
        words.addWidget(Words(detail, self._theme, "small", "ink2"))
        line.addLayout(words, 1)
        return row

    def _detail(self, run: Run, *, in_full: bool) -> str:
        parts = [self.tr("{minutes} min").format(minutes=round(run.minutes))]
        if run.distance_km is not None and in_full:
            km = QLocale().toString(run.distance_km, "f", 1)
            parts.append(self.tr("{km} km").format(km=km))
        if run.pain_free:
            parts.append(self.tr("no pain"))
        else:
            if run.worst_pain is not None:
                parts.append(self.tr("pain {score} of 10").format(score=run.worst_pain))
            if run.onset_min is not None and in_full:
                parts.append(self.tr("from minute {minute}").format(minute=round(run.onset_min)))
        if run.next_morning is not None and in_full:
            parts.append(self.tr("next morning {score}").format(score=run.next_morning))
        return " · ".join(parts)
