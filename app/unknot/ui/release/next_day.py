"""The day after: how sore is the spot that was pressed, by one tap."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.errors import KnownError
from unknot.domain.knots import CheckOccasion, KnotStory
from unknot.services.bundle import Services
from unknot.ui.place_names import place_name
from unknot.ui.side_words import leg_of
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class NextDay(QWidget):
    """One card a spot that is due; hidden while none is. `answered` tells that one was given."""

    answered = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._theme = services, theme
        self._column = spaced(QVBoxLayout(self), theme, 0, 12)
        self.cards: list[NextDayCard] = []
        services.practice.changed.connect(self.refresh)
        services.journal.changed.connect(self.refresh)
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Ask again what is due, newest session first, each spot once; of legs that were pressed only."""
        due: dict[UUID, UUID] = {}
        practice, journal = self._services.practice, self._services.journal
        for session in practice.next_day_due():
            legs = self._services.release.worked(session)
            for knot_id in practice.next_day_knots(session) if legs else ():
                story = journal.knot(knot_id)
                if story is not None and story.knot.spot.side in legs:
                    due.setdefault(knot_id, session.id)
        if [(card.story.knot.id, card.session_id) for card in self.cards] == list(due.items()):
            return
        for card in self.cards:
            card.hide()
            card.deleteLater()
        stories = [(journal.knot(knot), session) for knot, session in due.items()]
        self.cards = [self._card(story, session) for story, session in stories if story is not None]
        self.setVisible(bool(self.cards))

    def _card(self, story: KnotStory, session_id: UUID) -> NextDayCard:
        place = place_name(self._services.library.places, story.knot.place)
        card = NextDayCard(story, session_id, place, self._rule(story, session_id), self._theme, self)
        card.rated.connect(self._rated)
        self._column.addWidget(card)
        return card

    def _rule(self, story: KnotStory, session_id: UUID) -> str:
        """What the answer decides, with the rating of the session it is compared with."""
        pace = self._services.library.selection.pace
        rule = self.tr("{n} points more than before: the spot rests {hours} hours, then half the time.")
        rule = rule.format(n=pace.worse_by, hours=pace.rest_hours)
        rule = self.tr("{rule} Otherwise the pressure stays as it is.").format(rule=rule)
        before = next(
            (c for c in story.checks if c.session_id == session_id and c.occasion is CheckOccasion.BEFORE),
            None,
        )
        if before is None:
            return rule
        return self.tr("It was {score} before the release. {rule}").format(score=before.tenderness, rule=rule)

    def _rated(self, score: int) -> None:
        card = self.sender()
        if isinstance(card, NextDayCard):
            try:
                self._services.journal.rate_knot(
                    card.story.knot.id, score, occasion=CheckOccasion.NEXT_DAY, session_id=card.session_id
                )
            except KnownError:
                card.scores.set_value(None)
                raise
            self.answered.emit()


class NextDayCard(Card):
    """The question for one spot."""

    rated = Signal(int)

    def __init__(
        self,
        story: KnotStory,
        session_id: UUID,
        place: str,
        rule: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, gap=8, parent=parent)
        self.story, self.session_id = story, session_id
        where = leg_of(place, story.knot.spot.side)
        question = self.tr("How sore is the spot you pressed yesterday?")
        self.body.addWidget(Words(question, theme, "h3"))
        self.body.addWidget(Words(where, theme, tone="ink2"))
        self.scores = ScorePicker(theme, f"{question} {where}")
        self.scores.picked.connect(self.rated)
        self.body.addWidget(self.scores)
        self.body.addWidget(Words(rule, theme, "small", "ink2"))
