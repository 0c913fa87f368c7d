"""One routine before it starts: get ready, how it goes, what to keep off, how sure, for which leg."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine
from unknot.domain.steps import SetupLine, Wording
from unknot.services.bundle import Services
from unknot.services.release import Fit
from unknot.ui.library.detail_cards import care_card
from unknot.ui.library.detail_page import DetailPage, Placed
from unknot.ui.release.detail_cards import for_whom_card, how_card, need_card
from unknot.ui.release.lit_places import lit_place
from unknot.ui.release.place_picture import PlacePicture
from unknot.ui.release.routine_words import minutes_line, often_line
from unknot.ui.side_words import leg_of, side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.evidence_card import evidence_card
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.words import Words

ONE, BOTH = "one", "both"


class RoutineDetail(DetailPage):
    """A full page for one routine and one knot; `sides` are the legs in the order to play.

    `not_both` says why both legs cannot be done now, empty if they can.
    """

    def __init__(
        self,
        services: Services,
        theme: Theme,
        routine: Routine,
        fit: Fit,
        story: KnotStory | None,
        *,
        not_both: str = "",
        parent: QWidget | None = None,
    ) -> None:
        side = story.knot.spot.side if story is not None else Side.LEFT
        wording = Wording(side, side.other, fit.ceiling)
        setup = tuple(SetupLine(line.id, wording.shown(line.text)) for line in routine.setup)
        super().__init__(routine, setup, theme, parent)
        self._services, self.routine, self._fit, self._story = services, routine, fit, story
        self._side, self._wording = side, wording
        legs = [(ONE, self.tr("{side} leg").format(side=side_word(side))), (BOTH, self.tr("Both legs"))]
        self.legs = Segmented(theme, self.tr("Which leg"), legs)
        self.legs.set_value(ONE if story is not None else BOTH)
        self.legs.setVisible(routine.has_sides and story is not None)
        if not_both:
            self.legs.segment(BOTH).setEnabled(False)
            self.legs.segment(BOTH).setToolTip(not_both)
        self.beside_start.addWidget(self.legs, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setTabOrder(self.legs.segment(BOTH), self.start)
        self.show_facts(
            ("timer", self._minutes()),
            ("gauge", self._pressure()),
            ("clock-counter-clockwise", often_line(routine)),
        )
        self._add_notes(not_both if routine.has_sides else "")
        self.show_cards(self._make_cards())

    @property
    def sides(self) -> tuple[Side, ...]:
        """The legs in the order to play: the sore one first."""
        return (self._side, self._side.other) if self.legs.value == BOTH else (self._side,)

    # ------------------------------------------------------------- building
    def _minutes(self) -> str:
        minutes = minutes_line(self.routine)
        return (
            self.tr("{minutes}, half the pressing today").format(minutes=minutes)
            if self._fit.half
            else minutes
        )

    def _pressure(self) -> str:
        if self.routine.stretch_only:
            return self.tr("No pressing")
        pressure = self.tr("Pressure {today} or less today, never over {most}")
        return pressure.format(today=self._fit.ceiling, most=self.routine.pressure_ceiling)

    def _add_notes(self, not_both: str) -> None:
        if self._fit.reason:
            self.notes.addWidget(Note(self._fit.reason, self.theme, tint="infoTint"))
        if self._fit.soft_only:
            soft = self.tr("Hands or a soft tool only, no hard ball.")
            self.notes.addWidget(Note(soft, self.theme, icon="hand-palm-bold", tint="painTint"))
        if not_both:
            both = self.tr("One leg today. {reason}").format(reason=not_both)
            self.notes.addWidget(Note(both, self.theme, tint="sunken"))

    def _make_cards(self) -> list[Placed]:
        theme, routine, library = self.theme, self.routine, self._services.library
        return [
            *([(self._place_card(self._story), 0, 0)] if self._story is not None else []),
            (for_whom_card(theme), 1, 1),
            (care_card(routine.stop_rules, library, theme, cautions=routine.cautions), 1, 2),
            (need_card(routine, library, theme), 1, 0),
            (how_card(routine, self._wording, theme), 0, 1),
            (evidence_card(routine.evidence, theme), 1, 2),
        ]

    def _place_card(self, story: KnotStory) -> QWidget:
        theme, knot = self.theme, story.knot
        place = self._services.library.places[knot.place]
        card = Card(theme)
        picture = PlacePicture(theme, span=0.34)
        lit = lit_place(self._services.anatomy, place, knot.spot.view)
        picture.show_place(lit, knot.spot.side, leg_of(place.label, knot.spot.side))
        picture.setMinimumHeight(theme.px(280))
        card.body.addWidget(picture)
        card.body.addWidget(Words(place.label, theme, "h2"))
        for text in (place.find, place.caution):
            if text:
                card.body.addWidget(Words(text, theme, tone="ink2"))
        return card
