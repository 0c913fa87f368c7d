"""The library of release routines: your knots first, where each presses, and what is locked and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from unknot.domain.days import day_of
from unknot.domain.practice import SessionKind
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.ui.release.routine_card import CardState, RoutineCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.page_header import PageHeader
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced

MINE = "mine"
CARD_WIDTH = 360  # px a card needs at 100 % text
MOST_COLUMNS = 4


class ReleasePage(QWidget):
    """Cards of the shipped routines, filtered by the part of the leg."""

    routine_wanted = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services, self._theme = services, theme
        self._stale = True
        self.cards: list[RoutineCard] = []
        self._columns = 0
        self._holder = QWidget()
        self._page = QVBoxLayout(self._holder)
        self._page.setSpacing(theme.px(16))
        self._page.addWidget(PageHeader(theme, self.tr("Release")))
        self.filter = Segmented(theme, self.tr("Show"), self._filters())
        self.filter.set_value(MINE)
        self.filter.picked.connect(self._deal_anew)
        self._page.addWidget(self.filter, 0, Qt.AlignmentFlag.AlignLeft)
        self.lock = Note("", theme, icon="lock-simple")
        self._page.addWidget(self.lock)
        self._grid = spaced(QGridLayout(), theme, 0, 16)
        self._page.addLayout(self._grid)
        honest = self.tr(
            "These routines are for knots at these places. A knot anywhere else has none yet: "
            "keep it on the map."
        )
        self._page.addWidget(Note(honest, theme, tint="sunken"))
        band = self.tr(
            "There is no routine for rolling the IT band from hip to knee. It is meant to be tight. "
            "These routines work beside it."
        )
        self._page.addWidget(Note(band, theme))
        self._page.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        for service in (services.journal, services.practice, services.screening):
            service.changed.connect(self._outdate)
        theme.changed.connect(self._outdate)
        self._outdate()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        pad = self._theme.page_padding(self.window().width())
        self._page.setContentsMargins(pad, pad, pad, pad)
        self._deal()

    # ------------------------------------------------------------- inside
    def _filters(self) -> list[tuple[str, str]]:
        names = {
            "lower_leg": self.tr("Lower leg"),
            "thigh": self.tr("Thigh"),
            "inner_thigh": self.tr("Inner thigh"),
            "hip": self.tr("Hip"),
        }
        parts = {
            part for routine in self._services.library.routines.values() for part in self._parts(routine)
        }
        return [(MINE, self.tr("For your knots first"))] + [
            (p, name) for p, name in names.items() if p in parts
        ]

    def _parts(self, routine: Routine) -> set[str]:
        places = self._services.library.places
        return {places[target].part for target in routine.targets if target in places}

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        permission = self._services.screening.may("press")
        stretch = self._services.screening.may("stretch")
        locked = not permission.allowed and not permission.needs_questions
        self.lock.setVisible(locked)
        self.lock.words.setText(f"{permission.title}. {permission.reason}" if locked else "")
        for card in self.cards:
            card.hide()
            card.deleteLater()
        why = permission.title if locked else ""
        no_stretch = "" if stretch.allowed or stretch.needs_questions else stretch.title
        routines = self._services.library.routines.values()
        self.cards = [
            RoutineCard(
                routine,
                self._state(routine, no_stretch if routine.stretch_only else why),
                self._services,
                self._theme,
                self._holder,
            )
            for routine in routines
            if not routine.measure_only
        ]
        self.cards.sort(key=_tender_first)
        for card in self.cards:
            card.start_wanted.connect(self.routine_wanted)
        self._deal_anew()

    def _state(self, routine: Routine, why: str) -> CardState:
        stories = self._services.release.candidates(routine)
        story = stories[0] if stories else None
        ceiling, locked = routine.pressure_ceiling, why
        if story is not None and not locked:
            fit = self._services.release.check(routine, story)
            locked = fit.refusal
            ceiling = fit.ceiling
        last = next(
            (
                day_of(session.started_at)
                for session in self._services.practice.sessions(with_steps=False)
                if session.kind is SessionKind.RELEASE and session.content_id == routine.id
            ),
            None,
        )
        return CardState(story, ceiling, locked, last)

    def _deal_anew(self) -> None:
        self._columns = 0
        self._deal()

    def _deal(self) -> None:
        """Put the cards that pass the filter into the grid."""
        room = self.width() - 2 * self._theme.page_padding(self.window().width())
        fit = max(1, min(MOST_COLUMNS, (room + 16) // self._theme.px(CARD_WIDTH + 16)))
        columns = 1 if self._theme.narrow(self.width()) else fit
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        part = self.filter.value
        shown = [card for card in self.cards if part == MINE or part in self._parts(card.routine)]
        for card in self.cards:
            card.setVisible(card in shown)
        for place, card in enumerate(shown):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _tender_first(card: RoutineCard) -> tuple[bool, bool, int, str]:
    """Those with a knot, then those open today, then the more tender."""
    story, tenderness = card.state.story, 0
    if story is not None:
        tenderness = story.latest.tenderness
    return story is None, bool(card.state.locked), -tenderness, card.routine.title
