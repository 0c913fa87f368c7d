"""One routine before it starts: get ready, how it goes, what to keep off, how sure, for which leg."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from unknot.domain.body import Side
from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine
from unknot.domain.steps import SetupLine, Wording
from unknot.services.bundle import Services
from unknot.services.release import Fit
from unknot.ui.release.detail_cards import care_card, for_whom_card, how_card, need_card
from unknot.ui.release.lit_places import lit_place
from unknot.ui.release.pieces import fact
from unknot.ui.release.place_picture import PlacePicture
from unknot.ui.release.routine_words import minutes_line, often_line
from unknot.ui.release.setup_list import SetupList
from unknot.ui.side_words import leg_of, side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.evidence_card import evidence_card
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

THREE_FROM = 1240  # px of the page at 100 % text: three columns, else two, else one
ONE, BOTH = "one", "both"


class RoutineDetail(QWidget):
    """A full page for one routine and one knot. `start_wanted` carries the legs in the order to play.

    `not_both` says why both legs cannot be done now, empty if they can.
    """

    start_wanted = Signal(object)  # tuple[Side, ...]
    back_wanted = Signal()

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
        super().__init__(parent)
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services, self._theme = services, theme
        self._routine, self._fit, self._story = routine, fit, story
        self.setAccessibleName(routine.title)
        side = side_word(self._side)
        legs = [(ONE, self.tr("{side} leg").format(side=side)), (BOTH, self.tr("Both legs"))]
        self.legs = Segmented(theme, self.tr("Which leg"), legs)
        self.legs.set_value(ONE if story is not None else BOTH)
        self.legs.setVisible(routine.has_sides and story is not None)
        self._not_both = not_both
        if not_both:
            self.legs.segment(BOTH).setEnabled(False)
            self.legs.segment(BOTH).setToolTip(not_both)
        self.setup = SetupList(self._setup_lines(), theme)
        self.setup.ticked.connect(self._ticked)
        self.start = Button(self.tr("Start"), theme, icon="play-fill", kind="accent", large=True)
        self.start.clicked.connect(self._start)
        self.hint = Words(self.tr("Tick each line when it is done. Then Start."), theme, tone="ink2")
        self._head = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 16)
        self._facts = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 16)
        self._columns = [spaced(QVBoxLayout(), theme, 0, 16) for _ in range(3)]
        self._grid = spaced(QHBoxLayout(), theme, 0, 16)
        self._cards: list[QWidget] = []
        self._shown_columns = 0
        self._build()
        keys = QShortcut(QKeySequence("Alt+Left"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.back_wanted)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The legs in the order to play: the sore one first."""
        sore = self._side
        return (sore, sore.other) if self.legs.value == BOTH else (sore,)

    @property
    def _side(self) -> Side:
        return self._story.knot.spot.side if self._story is not None else Side.LEFT

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two, or one, by the room there is."""
        super().resizeEvent(event)
        narrow = self._theme.narrow(self.width())
        room = self.width() * 100 / self._theme.text_scale
        way = QBoxLayout.Direction
        for row in (self._head, self._facts):
            row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        pad = self._theme.page_padding(self.width())
        self._page.setContentsMargins(pad, self._theme.px(20), pad, pad)
        self._deal(1 if narrow else 3 if room >= THREE_FROM else 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, Esc goes back, 1 to 9 tick a line."""
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._start()
        elif 0 <= number < len(self.setup.rows) and not event.modifiers():
            self.setup.rows[number].toggle()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        theme = self._theme
        holder = QWidget()
        self._page = QVBoxLayout(holder)
        self._page.setSpacing(theme.px(16))
        back = Button(self.tr("Back"), theme, icon="caret-left-bold", kind="quiet")
        back.clicked.connect(self.back_wanted)
        top = spaced(QHBoxLayout(), theme, (-14, 0, 0, 0))
        top.addWidget(back)
        top.addStretch(1)
        self._page.addLayout(top)
        self._fill_head()
        self._page.addLayout(self._head)
        self._fill_facts()
        self._page.addLayout(self._facts)
        if self._fit.reason:
            self._page.addWidget(Note(self._fit.reason, theme, tint="infoTint"))
        if self._fit.soft_only:
            soft = self.tr("Hands or a soft tool only, no hard ball.")
            self._page.addWidget(Note(soft, theme, icon="hand-palm-bold", tint="painTint"))
        if self._not_both and self._routine.has_sides:
            both = self.tr("One leg today. {reason}").format(reason=self._not_both)
            self._page.addWidget(Note(both, theme, tint="sunken"))
        self._page.addLayout(self._grid)
        for column in self._columns:
            self._grid.addLayout(column, 1)
        self._page.addStretch(1)
        self._cards = self._make_cards()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _fill_head(self) -> None:
        text = spaced(QVBoxLayout(), self._theme, 0, 4)
        text.addWidget(Words(self._routine.title, self._theme, "title"))
        text.addWidget(Words(self._routine.summary, self._theme, "lead", "ink2"))
        self._head.addLayout(text, 1)
        act = spaced(QHBoxLayout(), self._theme, 0, 16)
        act.addWidget(self.legs, 0, Qt.AlignmentFlag.AlignVCenter)
        act.addWidget(self.start)
        self._head.addLayout(act)

    def _fill_facts(self) -> None:
        pressure = self.tr("Pressure {today} or less today, never over {most}")
        minutes = minutes_line(self._routine)
        if self._fit.half:
            minutes = self.tr("{minutes}, half the pressing today").format(minutes=minutes)
        pressure = pressure.format(today=self._fit.ceiling, most=self._routine.pressure_ceiling)
        if self._routine.stretch_only:
            pressure = self.tr("No pressing")
        for icon, text in (
            ("timer", minutes),
            ("gauge", pressure),
            ("clock-counter-clockwise", often_line(self._routine)),
        ):
            self._facts.addWidget(fact(icon, text, self._theme), 1)

    def _make_cards(self) -> list[QWidget]:
        """In reading order; `_deal` spreads them over the columns."""
        theme, routine, library = self._theme, self._routine, self._services.library
        ready = Card(theme, self.tr("Get ready"), gap=8)
        ready.body.addWidget(self.hint)
        ready.body.addWidget(self.setup)
        return [
            ready,
            *([self._place_card(self._story)] if self._story is not None else []),
            for_whom_card(theme),
            care_card(routine, library, theme),
            need_card(routine, library, theme),
            how_card(routine, self._wording(), theme),
            evidence_card(routine.evidence, theme),
        ]

    def _place_card(self, story: KnotStory) -> QWidget:
        theme, knot = self._theme, story.knot
        place = self._services.library.places[knot.place]
        card = Card(theme)
        picture = PlacePicture(theme, span=0.34)
        words = leg_of(place.label, knot.spot.side)
        lit = lit_place(self._services.anatomy, place, knot.spot.view)
        picture.show_place(lit, knot.spot.side, words)
        picture.setMinimumHeight(theme.px(280))
        card.body.addWidget(picture)
        card.body.addWidget(Words(place.label, theme, "h2"))
        for text in (place.find, place.caution):
            if text:
                card.body.addWidget(Words(text, theme, tone="ink2"))
        return card

    def _deal(self, count: int) -> None:
        """Spread the cards over so many columns; the order of reading is kept from left to right."""
        if count == self._shown_columns:
            return
        self._shown_columns = count
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        spread = {1: (0,) * 7, 2: (0, 0, 1, 1, 1, 0, 1), 3: (0, 0, 1, 2, 0, 1, 2)}[count]
        for card, place in zip(self._cards, spread[len(spread) - len(self._cards) :], strict=True):
            self._columns[place].addWidget(card)
        for index, column in enumerate(self._columns):
            column.addStretch(1)
            self._grid.setStretch(index, 1 if index < count else 0)

    # ------------------------------------------------------------- inside
    def _wording(self) -> Wording:
        return Wording(self._side, self._side.other, self._fit.ceiling)

    def _setup_lines(self) -> tuple[SetupLine, ...]:
        wording = self._wording()
        return tuple(SetupLine(part.id, wording.shown(part.text)) for part in self._routine.setup)

    def _ticked(self) -> None:
        if self.setup.is_ready():
            self.hint.setText(self.tr("Ready. Start when you like."))
            self.hint.set_tone("ink2")

    def _start(self) -> None:
        missing = self.setup.first_open()
        if missing is None:
            self.start_wanted.emit(self.sides)
            return
        self.hint.setText(self.tr("First tick each line, so that the clock finds you ready."))
        self.hint.set_tone("error")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.hint.text()))
        self._scroll.ensureWidgetVisible(missing)
        missing.setFocus(Qt.FocusReason.ShortcutFocusReason)
