"""The library of release routines: your knots first, where each presses, and what is locked and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from unknot.domain.days import day_of
from unknot.domain.practice import SessionKind
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.services.screening import Permission
from unknot.ui.library.library_card import LibraryCard
from unknot.ui.library.library_page import LibraryPage
from unknot.ui.pages import RELEASE, label
from unknot.ui.release.routine_card import CardState, routine_card
from unknot.ui.theme import Theme
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.segmented import Segmented

MINE, INNER = "mine", "inner_thigh"


class ReleasePage(LibraryPage):
    """Cards of the shipped routines, filtered by the part of the leg."""

    routine_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, label(RELEASE), parent)
        self.card_wanted.connect(self.routine_wanted)
        self.filter = Segmented(theme, self.tr("Show"), self._filters())
        self.filter.set_value(MINE)
        self.filter.picked.connect(self.deal_anew)
        self.above.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignLeft)
        honest = self.tr(
            "Every place that may be pressed has its routine here. A knot anywhere else is not pressed: "
            "keep it on the map."
        )
        self.below.addWidget(Note(honest, theme, tint="sunken"))
        band = self.tr(
            "There is no routine for rolling the IT band from hip to knee. It is meant to be tight. "
            "These routines work beside it."
        )
        self.below.addWidget(Note(band, theme))
        for service in (services.journal, services.practice):
            service.changed.connect(self.outdate)
        self.outdate()

    def permission(self) -> Permission:
        """Whether pressing is open."""
        return self.services.screening.may("press")

    def make_cards(self, locked: str) -> Sequence[LibraryCard]:
        """Those with a knot, then those open today, then the more tender."""
        stretch = self.services.screening.may("stretch")
        no_stretch = stretch.title if stretch.refuses else ""
        done = self._last_done()
        found = [
            (routine, self._state(routine, no_stretch if routine.stretch_only else locked, done))
            for routine in self.services.library.routines.values()
        ]
        found.sort(key=_tender_first)
        return [
            routine_card(routine, state, self.services, self.theme, self.holder) for routine, state in found
        ]

    def shows(self, card: LibraryCard) -> bool:
        """Whether it presses the part of the leg that is asked for."""
        return self.filter.value in {MINE, *self._parts(self.services.library.routines[card.id])}

    # ------------------------------------------------------------- inside
    def _filters(self) -> list[tuple[str, str]]:
        names = {
            "lower_leg": self.tr("Lower leg"),
            "thigh": self.tr("Thigh"),
            "hip": self.tr("Hip"),
        }
        parts = {part for routine in self.services.library.routines.values() for part in self._parts(routine)}
        return [(MINE, self.tr("Your knots first"))] + [(p, name) for p, name in names.items() if p in parts]

    def _parts(self, routine: Routine) -> set[str]:
        places = self.services.library.places
        parts = {places[target].part for target in routine.targets if target in places}
        return {"thigh" if part == INNER else part for part in parts}

    def _last_done(self) -> dict[str, date]:
        """The last day of each routine that was ever done."""
        sessions = self.services.practice.sessions(with_steps=False)  # the latest first
        return {
            session.content_id: day_of(session.started_at)
            for session in reversed(sessions)
            if session.kind is SessionKind.RELEASE
        }

    def _state(self, routine: Routine, locked: str, done: dict[str, date]) -> CardState:
        release, ceiling = self.services.release, routine.pressure_ceiling
        alone = release.stands_alone(routine)
        story = None if alone else next(iter(release.candidates(routine)), None)
        if (story is not None or alone) and not locked:
            fit = release.check(routine, story)
            locked, ceiling = fit.refusal, fit.ceiling
        return CardState(story, ceiling, locked, done.get(routine.id))


def _tender_first(found: tuple[Routine, CardState]) -> tuple[bool, bool, int, str]:
    routine, state = found
    tenderness = 0 if state.story is None else state.story.latest.tenderness
    return state.story is None, bool(state.locked), -tenderness, routine.title
