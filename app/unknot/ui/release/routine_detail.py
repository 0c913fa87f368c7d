"""One routine before it starts: get ready, how it goes, what to keep off, how sure, for which leg."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine
from unknot.domain.steps import SetupLine, Wording
from unknot.services.bundle import Services
from unknot.services.release import Fit
from unknot.ui.release.detail_cards import care_card, for_whom_card, how_card, need_card, sure_card
from unknot.ui.release.leg_choice import LegChoice
from unknot.ui.release.pieces import Card, line, note, words
from unknot.ui.release.place_picture import PlacePicture
from unknot.ui.release.routine_words import minutes_line, often_line
from unknot.ui.release.setup_list import SetupList
from unknot.ui.theme import Theme

WIDE, MIDDLE = 1180, 860  # px of the page at 100 % text: three columns, two columns


class RoutineDetail(QWidget):
    """A page for one routine and one knot. `start_wanted` carries the legs in the order to play."""

    start_wanted = Signal(object)  # tuple[Side, ...]
    back_wanted = Signal()

    def __init__(
        self,
        services: Services,
        theme: Theme,
        routine: Routine,
        fit: Fit,
        story: KnotStory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services, self._theme = services, theme
        self._routine, self._fit, self._story = routine, fit, story
        self.setAccessibleName(routine.title)
        self.legs = LegChoice(story.knot.spot.side, theme, both=routine.has_sides)
        self.setup = SetupList(self._setup_lines(), theme)
        self.setup.ticked.connect(self._ticked)
        self.start = QPushButton(self.tr("Start"))
        self.start.setProperty("kind", "accent")
        self.start.setProperty("size", "large")
        self.start.setIcon(theme.icon("play-fill", "onAccent"))
        self.start.clicked.connect(self._start)
        self._hint = words(self.tr("Tick each line when it is done. Then Start."), "small", "ink2")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts = [QVBoxLayout(), QVBoxLayout(), QVBoxLayout()]
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two, or one, by the room there is."""
        super().resizeEvent(event)
        room = self.width() / (self._theme.text_scale / 100)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if room >= MIDDLE else way.TopToBottom)
        self._head.setDirection(way.LeftToRight if room >= MIDDLE else way.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts, Esc and Alt+Left go back, 1 to 9 tick a line."""
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Back):
            self.back_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._start()
        elif 0 <= number < len(self.setup.rows) and not event.modifiers():
            self.setup.rows[number].toggle()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        theme, px = self._theme, self._theme.px
        holder = QWidget()
        column = QVBoxLayout(holder)
        pad = px(32 if theme.text_scale < 150 else 20)
        column.setContentsMargins(pad, px(20), pad, px(24))
        column.setSpacing(px(14))
        column.addWidget(self._back_link(), 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._header())
        column.addLayout(self._facts())
        if self._fit.reason:
            column.addWidget(note(self._fit.reason, theme, tint="infoTint"))
        self._columns.setSpacing(px(16))
        for part in self._parts:
            part.setSpacing(px(16))
            self._columns.addLayout(part, 1)
        column.addLayout(self._columns)
        column.addStretch(1)
        self._fill()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        self._scroll = scroll
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def _fill(self) -> None:
        services, theme, routine = self._services, self._theme, self._routine
        first, second, third = self._parts
        ready = Card(self.tr("Get ready"), theme)
        ready.body.addWidget(self._hint)
        ready.body.addWidget(self.setup)
        first.addWidget(ready)
        first.addWidget(self._place_card())
        second.addWidget(for_whom_card(theme))
        second.addWidget(how_card(routine, self._wording(), theme))
        second.addWidget(sure_card(routine, theme))
        third.addWidget(need_card(routine, services.library, theme))
        third.addWidget(care_card(routine, services.library, theme))
        for part in self._parts:
            part.addStretch(1)

    def _back_link(self) -> QPushButton:
        back = QPushButton(self.tr("Back"))
        back.setProperty("kind", "quiet")
        back.setIcon(self._theme.icon("caret-left-bold", "primary"))
        back.clicked.connect(self.back_wanted)
        return back

    def _header(self) -> QBoxLayout:
        text = QVBoxLayout()
        text.setSpacing(self._theme.px(4))
        text.addWidget(words(self._routine.title, "title"))
        text.addWidget(words(self._routine.summary, "lead", "ink2"))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(self._theme.px(16))
        self._head.addLayout(text, 1)
        act = QHBoxLayout()
        act.setSpacing(self._theme.px(16))
        act.addWidget(self.legs)
        act.addWidget(self.start)
        self._head.addLayout(act)
        return self._head

    def _facts(self) -> QBoxLayout:
        routine, theme = self._routine, self._theme
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme.px(24))
        pressure = self.tr("Pressure {today} or less today, never over {most}").format(
            today=self._fit.ceiling, most=routine.pressure_ceiling
        )
        minutes = minutes_line(routine)
        if self._fit.dose == "half_gentle":
            minutes = self.tr("{minutes}, half of it today").format(minutes=minutes)
        for icon, text in (
            ("timer", minutes),
            ("gauge", pressure),
            ("clock-counter-clockwise", often_line(routine)),
        ):
            row.addWidget(line(icon, text, theme), 1)
        return row

    def _place_card(self) -> QWidget:
        place = self._services.library.places[self._story.knot.place]
        card = Card("", self._theme)
        card.body.setContentsMargins(0, 0, 0, self._theme.px(16))
        picture = PlacePicture(self._services.anatomy, self._theme)
        picture.show_places(self._routine.targets, self._services.library.places, self._story.knot.spot.side)
        picture.setMinimumHeight(300)
        card.body.addWidget(picture, 1)
        text = QVBoxLayout()
        text.setContentsMargins(self._theme.px(20), 0, self._theme.px(20), 0)
        text.addWidget(words(place.label, "h2"))
        for part in (place.find, place.caution):
            if part:
                text.addWidget(words(part, tone="ink2"))
        card.body.addLayout(text)
        return card

    # ------------------------------------------------------------- inside
    def _wording(self) -> Wording:
        side = self._story.knot.spot.side
        return Wording(side, side.other, self._fit.ceiling)

    def _setup_lines(self) -> tuple[SetupLine, ...]:
        wording = self._wording()
        return tuple(SetupLine(part.id, wording.shown(part.text)) for part in self._routine.setup)

    def _ticked(self) -> None:
        if self.setup.is_ready():
            self._say(self.tr("Ready. Start when you like."))

    def _start(self) -> None:
        missing = self.setup.first_open()
        if missing is None:
            self.start_wanted.emit(self.legs.sides)
            return
        self._say(self.tr("First tick each line below, so that the clock finds you ready."))
        self._scroll.ensureWidgetVisible(missing)
        missing.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self, text: str) -> None:
        self._hint.setText(text)
