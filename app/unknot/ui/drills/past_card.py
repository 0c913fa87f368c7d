"""What was done of a drill so far: left against right, then every time with its scores, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.days import day_of
from unknot.domain.drill import Drill
from unknot.domain.drill_result import Given
from unknot.domain.drill_scores import Try, tries
from unknot.domain.movement import MovementWords
from unknot.domain.practice import Session, SessionEnd
from unknot.services.bundle import Services
from unknot.ui.day_words import row_day
from unknot.ui.drills.leg_words import leg_lines
from unknot.ui.drills.score_words import all_values
from unknot.ui.theme import Theme
from unknot.ui.time_words import length_words
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

SHOWN = 6  # rows at first


class PastCard(Card):
    """Sessions that were thrown away, or of which nothing was done, are not among them."""

    def __init__(self, services: Services, theme: Theme, drill: Drill, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Done so far"), parent=parent)
        self._theme, self._drill, self._today = theme, drill, day_of(services.now())
        self._words: MovementWords = services.gait.words
        self._sessions = [
            session for session in services.practice.sessions(with_steps=False) if _counts(session, drill)
        ]
        done: Sequence[Try] = tries(services.practice.scored(), drill.id) if self._sessions else ()
        self._given: dict[object, Given] = {one.session_id: one.given for one in done}
        self.rows: list[Words] = []
        self.more: Button | None = None
        legs = leg_lines(drill, done, self._words)
        for line in legs:
            self.body.addWidget(Words(line, theme))
        if legs:
            self.body.addWidget(Line())
        self._list = spaced(QVBoxLayout(), theme, 0, 8)
        self.body.addLayout(self._list)
        self._add_rows(self._sessions[:SHOWN])
        if not self._sessions:
            self.body.addWidget(Words(self.tr("Not done yet."), theme, tone="ink2"))
        elif len(self._sessions) > SHOWN:
            text = self.tr("Show all {n}").format(n=len(self._sessions))
            self.more = Button(text, theme, kind="quiet")
            self.more.clicked.connect(self.show_all)
            self.body.addWidget(self.more)

    def show_all(self) -> None:
        """The older ones, too."""
        if self.more is not None:
            self.more.hide()
            self._add_rows(self._sessions[SHOWN:])
            self.updateGeometry()

    def _add_rows(self, sessions: Sequence[Session]) -> None:
        for session in sessions:
            if self.rows:
                self._list.addWidget(Line())
            day = row_day(day_of(session.started_at), self._today)
            length = length_words(session.done_s)
            head = self.tr("{day} · {length}").format(day=day, length=length[:1].lower() + length[1:])
            if session.end is not SessionEnd.DONE:
                head = self.tr("{head}, ended early").format(head=head)
            self._list.addWidget(Words(head, self._theme, "label"))
            given = self._given.get(session.id, {})
            row = Words(
                all_values(self._drill, given, self._words) or self.tr("Not scored"),
                self._theme, "small", "ink2",
            )  # fmt: skip
            self._list.addWidget(row)
            self.rows.append(row)


def _counts(session: Session, drill: Drill) -> bool:
    kept = session.end not in {SessionEnd.OPEN, SessionEnd.DISCARDED}
    return kept and session.content_id == drill.id and session.done_s > 0
