"""One routine before it starts: get ready, how it goes, what to keep off, how sure, for which leg."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory
from unknot.domain.practice import Planned
from unknot.domain.routine import Routine
from unknot.domain.steps import SetupLine, Wording
from unknot.services.bundle import Services
from unknot.services.release import Fit
from unknot.ui.editor.own_card import own_card
from unknot.ui.library.detail_cards import care_card, ways_card
from unknot.ui.library.detail_page import DetailPage, Placed
from unknot.ui.library.star_button import StarButton
from unknot.ui.library.then_note import then_note
from unknot.ui.release.detail_cards import for_whom_card, how_card, need_card
from unknot.ui.release.history_card import history_card
from unknot.ui.release.leg_order import LegOrder
from unknot.ui.release.places_card import place_card, places_card
from unknot.ui.release.positions_card import PositionsCard
from unknot.ui.release.routine_words import minutes_line, often_line
from unknot.ui.side_words import side_within, side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.evidence_card import evidence_card
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.pose_tile import PoseTile, TileDrawer
from unknot.ui.widgets.segmented import Segmented

ONE, BOTH = "one", "both"


class RoutineDetail(DetailPage):
    """A full page for one routine and one knot; `sides` are the legs in the order to play.

    `both` is what is for both legs now, with why not if they cannot be done; None without a choice.
    `then` is what follows in the same session; each item is for one leg then. `act_wanted` tells what else
    is wanted of the routine: a version of one's own, a file.
    """

    act_wanted = Signal(str, str)

    def __init__(
        self,
        services: Services,
        theme: Theme,
        routine: Routine,
        fit: Fit,
        story: KnotStory | None,
        *,
        both: Fit | None = None,
        then: tuple[Planned, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        side = story.knot.spot.side if story is not None else Side.LEFT
        words = Wording(side, side.other, fit.ceiling)
        setup = tuple(SetupLine(line.id, words.shown(line.text)) for line in routine.setup)
        super().__init__(routine, setup, theme, parent)
        self._services, self.routine, self._story, self._side = services, routine, story, side
        self._one, self._both, self.then = fit, both, then
        self._sore_last = routine.sore_leg_last
        self.drawer = TileDrawer(services.gait, self)
        legs = [(ONE, self.tr("{side} leg").format(side=side_word(side))), (BOTH, self.tr("Both legs"))]
        self.legs = Segmented(theme, self.tr("Which leg"), legs)
        self.legs.set_value(ONE if story is not None else BOTH)
        self.legs.setVisible(routine.has_sides and story is not None and not then)
        self._not_both = both.refusal if both is not None and routine.has_sides else ""
        if self._not_both:
            self.legs.segment(BOTH).setEnabled(False)
            self.legs.segment(BOTH).setToolTip(self._not_both)
        self.legs.picked.connect(self._show_legs)
        self.star = StarButton(routine.id, routine.title, services.settings, theme)
        self.beside_start.addWidget(self.star, 0, Qt.AlignmentFlag.AlignVCenter)
        self.beside_start.addWidget(self.legs, 0, Qt.AlignmentFlag.AlignVCenter)
        self.ready_picture = partial(self._position_picture, side)
        self.setTabOrder(self.legs.segment(BOTH), self.start)
        self._show_legs()

    @property
    def sides(self) -> tuple[Side, ...]:
        """The legs in the order to play: the sore one first, unless it is wanted last."""
        if self._one.sides and not self._one.stories:
            return self._one.sides
        legs = self._one.sides or (self._side, self._side.other)
        if self.legs.value == ONE:
            return legs[:1]
        return legs[::-1] if self._sore_last else legs

    # ------------------------------------------------------------- building
    @property
    def _fit(self) -> Fit:
        """What is for the legs that are chosen."""
        chosen = self._both if self.legs.value == BOTH and not self._not_both else None
        return chosen if chosen is not None else self._one

    def _show_legs(self) -> None:
        """Everything that may be another for one leg than for both."""
        self.show_facts(
            ("timer", self._minutes()),
            ("gauge", self._pressure()),
            ("clock-counter-clockwise", often_line(self.routine)),
        )
        self.clear_notes()
        self._add_notes()
        self.show_cards(self._make_cards())

    def _minutes(self) -> str:
        minutes = minutes_line(self.routine, half=self._fit.half)
        return (
            self.tr("{minutes}, half the pressing today").format(minutes=minutes)
            if self._fit.half
            else minutes
        )

    def _pressure(self) -> str:
        if not self.routine.pressure_ceiling:
            return self.tr("One press to measure") if self.routine.targets else self.tr("No pressing")
        pressure = self.tr("Pressure {today} or less today, never over {most}")
        return pressure.format(today=self._fit.ceiling, most=self.routine.pressure_ceiling)

    def _add_notes(self) -> None:
        fit = self._fit
        if self.then:
            self.notes.addWidget(then_note(self.then, self._services.library, self.theme))
        if fit.reason:
            self.notes.addWidget(Note(fit.reason, self.theme, tint="infoTint"))
        if fit.ceiling < self._one.ceiling:
            other = self.tr("The {side} leg may be pressed less today. It decides for both.")
            words = other.format(side=side_within(self._side.other))
            self.notes.addWidget(Note(words, self.theme, tint="infoTint"))
        if fit.soft_only:
            soft = self.tr("Hands or a soft tool only, no hard ball.")
            self.notes.addWidget(Note(soft, self.theme, icon="hand-palm-bold", tint="painTint"))
        if self._not_both:
            waits = self.tr("The {side} leg waits today. {reason}")
            both = waits.format(side=side_within(self._side.other), reason=self._not_both)
            self.notes.addWidget(Note(both, self.theme, tint="sunken"))

        if len(self.sides) > 1 and (self._story is not None or fit.stories):
            sore = self.sides[-1] if self._sore_last else self.sides[0]
            order = LegOrder(sore, self.sides[0], self.theme)
            order.picked.connect(self._set_first)
            self.notes.addWidget(order)

    def _set_first(self, leg: str) -> None:
        sore = self.sides[-1] if self._sore_last else self.sides[0]
        self._sore_last = leg != sore.value

    def _make_cards(self) -> list[Placed]:
        """In the order of reading; each is made in a turn of its own."""
        theme, routine, library, fit = self.theme, self.routine, self._services.library, self._fit
        wording = Wording(self._side, self._side.other, fit.ceiling)
        care = partial(care_card, routine.stop_rules, library, theme, cautions=routine.cautions)
        past = partial(history_card, self._services, theme, routine, self._story, fit.ceiling)
        return [
            (care, 1, 2),
            *self._where(),
            (partial(PositionsCard, routine, wording, self._side, self.drawer, theme), 0, 1),
            (partial(how_card, routine, wording, theme), 0, 1),
            (partial(ways_card, routine, library.routines, theme), 0, 1),
            (partial(need_card, routine, library, theme), 1, 0),
            (past, 1, 2),
            (partial(for_whom_card, theme), 1, 0),
            (partial(evidence_card, routine.evidence, theme), 1, 2),
            (partial(own_card, routine, self.act_wanted, theme), 0, 1),
        ]

    def _where(self) -> list[Placed]:
        """Where it presses: at the knot, else at all of its places."""
        services, theme = self._services, self.theme
        if self._story is not None:
            return [(partial(place_card, services, theme, self._story, self.drawer), 1, 0)]
        if not self.routine.targets:
            return []
        return [(partial(places_card, services, theme, self.routine, self.drawer), 1, 0)]

    def _position_picture(self, side: Side) -> QWidget:
        """The body as it is for most of the routine, with its tool."""
        picture = PoseTile(self.drawer, self.theme, (self.routine.id, ""), side)
        picture.setAccessibleName(self.tr("The position"))
        picture.setFixedHeight(self.theme.px(190))
        return picture
