"""The last run on Today, and the way to log the next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from unknot.domain.days import day_of
from unknot.domain.runs import Run
from unknot.ui.day_words import near_day
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.score_disc import ScoreDisc
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class RunCard(Card):
    """`run_wanted` asks for the form."""

    run_wanted = Signal()

    def __init__(self, theme: Theme, last: Run | None, today: date) -> None:
        super().__init__(theme, self.tr("Your runs"))
        if last is None:
            self.body.addWidget(
                Words(
                    self.tr(
                        "Start with three ordinary runs, five if you can. "
                        "Unknot compares everything with them."
                    ),
                    theme,
                    tone="ink2",
                )
            )
        else:
            row = spaced(QHBoxLayout(), theme, 0, 12)
            score = 0 if last.pain_free else last.worst_pain
            if score is not None:
                row.addWidget(ScoreDisc(theme, score))
            words = spaced(QVBoxLayout(), theme, 0, 2)
            when = near_day(day_of(last.started_at), today)
            words.addWidget(Words(self.tr("Last run, {day}").format(day=when), theme, "label"))
            words.addWidget(Words(self._detail(last), theme, "small", "ink2"))
            row.addLayout(words, 1)
            self.body.addLayout(row)
        self.button = Button(self.tr("Log a run"), theme, icon="plus-bold")
        self.button.clicked.connect(self.run_wanted)
        self.body.addStretch(1)
        self.body.addWidget(self.button)

    def _detail(self, run: Run) -> str:
        parts = [self.tr("{minutes} min").format(minutes=round(run.minutes))]
        if run.distance_km is not None:
            km = QLocale().toString(run.distance_km, "f", 1)
            parts.append(self.tr("{km} km").format(km=km))
        if run.pain_free:
            parts.append(self.tr("no pain"))
        else:
            if run.worst_pain is not None:
                parts.append(self.tr("pain {score} of 10").format(score=run.worst_pain))
            if run.onset_min is not None:
                parts.append(self.tr("from minute {minute}").format(minute=round(run.onset_min)))
        if run.next_morning is not None:
            parts.append(self.tr("next morning {score}").format(score=run.next_morning))
        return " · ".join(parts)
