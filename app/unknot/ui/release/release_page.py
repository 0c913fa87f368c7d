"""The library of release routines: what is due and your favourites first, filtered and searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from unknot.domain.body import Place
from unknot.domain.choices import Choices
from unknot.domain.own_ids import is_own
from unknot.domain.routine import Routine
from unknot.domain.routine_find import holds, never_pressed_by_name, routine_words
from unknot.services.bundle import Services
from unknot.services.release_words import never_pressed
from unknot.services.screening import Permission
from unknot.ui.library.library_card import LibraryCard
from unknot.ui.library.library_page import Entry, LibraryPage
from unknot.ui.library.search_field import SearchField
from unknot.ui.pages import RELEASE, label
from unknot.ui.release.filter_bar import MINE, STARRED, FilterBar, RoutineFilter, kept_filter
from unknot.ui.release.routine_card import routine_card
from unknot.ui.release.routine_states import CardState, card_states
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.empty_state import EmptyState
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.pose_tile import TileDrawer
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

ROOMY = 720  # px of the page at 100 % text: then the header holds words
SEARCH = "release_search"  # under this name the search is kept until the program closes


class ReleasePage(LibraryPage):
    """Cards of the shipped routines, filtered by part of the leg, tool and minutes, and by what is typed."""

    routine_wanted = Signal(str)
    page_wanted = Signal(str)
    act_wanted = Signal(str, str)  # what else is wanted of a routine, and its id
    file_wanted = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, label(RELEASE), parent)
        self._own = services.own  # hears of a change before this page does
        self.card_wanted.connect(self.routine_wanted)
        self._never_for: tuple[str, tuple[Place, ...]] = ("", ())
        self._words: dict[str, frozenset[str]] = {}  # by which each routine is found
        self._shown_with = _seen(services.settings.choices)
        self.drawer = TileDrawer(services.gait, self)
        self.search = SearchField(theme, self.tr("Find a routine"), self.tr("Place, tool or step"), self)
        self.search.setText(services.settings.until_closed.get(SEARCH, ""))
        self._build_open()
        self.header.row.addWidget(self.search)
        self.filter = FilterBar(services.library, theme)
        self.filter.set_value(kept_filter(services.settings.choices))
        self.above.addWidget(self.filter)
        self._build_answers()
        self._build_notes()
        self.search.textChanged.connect(self._searched)
        self.search.left_down.connect(self._to_cards)
        self.filter.changed.connect(self._filtered)
        for service in (services.journal, services.practice):
            service.changed.connect(self.outdate)
        services.settings.changed.connect(self._choices_changed)
        self.outdate()

    # ------------------------------------------------------------- the library
    def permission(self) -> Permission:
        """Whether pressing is open."""
        return self.services.screening.may("press")

    def entries(self, locked: str) -> Sequence[Entry]:
        """What is due and the favourites, then the rest."""
        self.filter.offer_own(offered=bool(self._own.routines))
        for routine_id in [name for name in self._words if is_own(name)]:
            del self._words[routine_id]
        return [Entry(routine.id, state) for routine, state in card_states(self.services, locked)]

    def make_card(self, entry: Entry) -> LibraryCard:
        """A routine as it is today."""
        routine, state = self.services.library.routines[entry.id], entry.state
        if not isinstance(state, CardState):
            raise TypeError(entry.id)
        return routine_card(
            routine, state, self.services, self.theme, self.holder, self.drawer, self.act_wanted
        )

    def shows(self, card_id: str) -> bool:
        """Whether it passes the filter and holds what is typed, or works beside what is never pressed."""
        routine = self.services.library.routines[card_id]
        if not self.filter.value.passes(routine, self.services.library, self.services.settings.choices):
            return False
        never = self._never()
        if never:
            return bool({*never[0].instead}.intersection(routine.targets)) and not routine.measure_only
        return holds(self._words_of(routine), self.search.text())

    def deal_anew(self) -> None:
        """The cards, and the lines above them."""
        super().deal_anew()
        count = len(self.shown)
        filtered = self.filter.value != RoutineFilter() or bool(self.search.text().strip())
        self.found.setText(self._count_words(count))
        self._found_row.setVisible(filtered and count > 0)
        self.empty.setVisible(count == 0)
        if not count:
            title, sentence = self._empty_words()
            self.empty.title.setText(title)
            self.empty.sentence.setText(sentence)
        never = self._never()
        self.never.setVisible(bool(never))
        if never:
            self.never.words.setText(never_pressed(never[0], self.services.library.places))

    def bring(self, routine_id: str) -> None:
        """Put the keyboard on a routine's card, whatever was filtered."""
        self.make_all()
        if routine_id not in self.shown:
            self.show_all()
            self.make_all()
        self.go_to(routine_id)

    def show_all(self) -> None:
        """Take filter and search away."""
        self.filter.set_value(RoutineFilter())
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._searched()
        self._keep_filter()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------- Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words or icon."""
        super().resizeEvent(event)
        roomy = self.width() >= self.theme.px(ROOMY)
        for button, shown in zip(self.open_buttons, (roomy, not roomy), strict=True):
            button.setVisible(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the search from anywhere on the page."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------- inside
    def _build_open(self) -> None:
        """Its words stand where there is room, else only the icon."""
        words = self.tr("Open a routine file…")
        self.open_buttons = (
            Button(words, self.theme, icon="folder-open", kind="quiet"),
            Button("", self.theme, icon="folder-open", kind="quiet", name=words),
        )
        for button in self.open_buttons:
            button.clicked.connect(self.file_wanted)
            self.header.row.addWidget(button)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self).activated.connect(self.file_wanted)

    def _build_answers(self) -> None:
        """What stands between filter and cards: how many, what is never pressed, or that there are none."""
        self._found_row = QWidget()
        row = spaced(QHBoxLayout(self._found_row), self.theme, 0, 8)
        self.found = Words("", self.theme, "label", "ink2")
        row.addWidget(self.found, 1)
        self.all_button = Button(self.tr("Show all"), self.theme, kind="quiet")
        self.all_button.clicked.connect(self.show_all)
        row.addWidget(self.all_button)
        self.never = Note("", self.theme, icon="prohibit-bold")
        self.empty = EmptyState(self.theme, "", " ", self.tr("Show all"), kind="primary")
        self.empty.setMinimumHeight(self.theme.px(280))
        self.empty.chosen.connect(self.show_all)
        for part in (self._found_row, self.never, self.empty):
            self.above.addWidget(part)
            part.hide()

    def _build_notes(self) -> None:
        honest = self.tr(
            "Every place that may be pressed has its routine here. A knot anywhere else is not pressed: "
            "keep it on the map."
        )
        self.below.addWidget(Note(honest, self.theme, tint="sunken"))
        band = self.tr(
            "There is no routine for rolling the IT band from hip to knee. It is meant to be tight. "
            "These routines work beside it."
        )
        note = Note(band, self.theme)
        self.beside_band = Button(self.tr("Show them"), self.theme, kind="quiet")
        self.beside_band.setAccessibleDescription(band)
        self.beside_band.clicked.connect(self._show_beside_band)
        note.row.addWidget(self.beside_band)
        for part in note.findChildren(QLabel):
            note.row.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self.below.addWidget(note)
        self.tabs_below = [self.beside_band]

    def _show_beside_band(self) -> None:
        self.filter.set_value(RoutineFilter())
        self._keep_filter()
        self.search.setText(self.tr("IT band"))
        self.scroll_area.verticalScrollBar().setValue(0)
        self._to_cards()

    def _searched(self) -> None:
        self.services.settings.until_closed[SEARCH] = self.search.text()
        self._show_found()

    def _filtered(self) -> None:
        self._show_found()
        self._keep_filter()

    def _keep_filter(self) -> None:
        chosen = self.filter.value
        self.services.settings.choose(
            release_part=chosen.part, release_tool=chosen.tool, release_minutes=chosen.minutes
        )

    def _show_found(self) -> None:
        self.deal_anew()
        words = self.found.text()
        announce(self, f"{self.never.words.text()} {words}" if self._never() else words)

    def _to_cards(self) -> None:
        shown = self.shown
        if shown:
            self.go_to(shown[0])

    def _choices_changed(self, choices: Choices) -> None:
        """Other tools at hand or another look of the anatomy; a star alone moves no card."""
        for card in self.cards:
            if card.star is not None:
                card.star.renew()
        if _seen(choices) != self._shown_with:
            self._shown_with = _seen(choices)
            self.outdate()

    def _never(self) -> tuple[Place, ...]:
        """What is never pressed of all that is typed."""
        typed = self.search.text()
        if typed != self._never_for[0]:
            self._never_for = typed, never_pressed_by_name(typed, self.services.library.places.values())
        return self._never_for[1]

    def _words_of(self, routine: Routine) -> frozenset[str]:
        if routine.id not in self._words:
            library = self.services.library
            self._words[routine.id] = routine_words(routine, library.places, library.vocabulary.tools)
        return self._words[routine.id]

    def _count_words(self, count: int) -> str:
        if not count:
            return self._empty_words()[0]
        if count == 1:
            return self.tr("1 routine")
        return self.tr("{count} routines").format(count=count)

    def _empty_words(self) -> tuple[str, str]:
        chosen, typed = self.filter.value, self.search.text().strip()
        if typed:
            title = self.tr("Nothing found for “{typed}”").format(typed=typed)
            return title, self.tr("Look for a place, a tool, or a word of a step.")
        if chosen.part == STARRED and not self.services.settings.choices.starred:
            return self.tr("No favourites yet"), self.tr("Press the star on a card to find it here.")
        if chosen.own:
            sentence = self.tr("The three dots on a card make your own version.")
            return self.tr("None of your own here"), sentence
        if chosen.tool:
            title = self.tr("No routine uses only those tools")
            if chosen.tool != MINE:
                title = self.tr("No routine with that tool fits")
            return title, self.tr("Things at home do as well; each routine names them.")
        return self.tr("No routine fits"), self.tr("Another place or more minutes may find one.")


def _seen(choices: Choices) -> tuple[object, ...]:
    """The choices that cards show."""
    return choices.tools_at_hand, choices.quiet_anatomy
