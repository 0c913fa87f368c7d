"""One drill before it starts: get ready, see it move, cues, faults, what to keep off, how sure it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from unknot.domain.drill import Drill
from unknot.services.bundle import Services
from unknot.ui.drills.count_steps import CountSteps
from unknot.ui.drills.detail_cards import care_card, cues_card, faults_card, how_card, ways_card
from unknot.ui.drills.drill_words import dose_line, minutes_line, often_line, things_line
from unknot.ui.drills.key_pose import KeyPose
from unknot.ui.drills.step_rate_card import StepRateCard
from unknot.ui.release.pieces import fact
from unknot.ui.release.setup_list import SetupList
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.evidence_card import evidence_card
from unknot.ui.widgets.runner_view import RunnerView
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

THREE_FROM = 1240  # px of the page at 100 % text: three columns, else two, else one
FRAME_MS = 33
SHOWN_SPEED = 0.25  # of real time: slow enough to look at


class DrillDetail(QWidget):
    """A full page for one drill. `start_wanted` comes when all is ticked."""

    start_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, services: Services, theme: Theme, drill: Drill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._services, self._theme, self._drill = services, theme, drill
        self.setAccessibleName(drill.title)
        self.setup = SetupList(drill.setup, theme)
        self.setup.ticked.connect(self._ticked)
        self.start = Button(self.tr("Start"), theme, icon="play-fill", kind="accent", large=True)
        self.start.clicked.connect(self.begin)
        self.hint = Words(self.tr("Tick each line when it is done. Then Start."), theme, tone="ink2")
        self.picture = self._picture()
        self._moving = QTimer(self)
        self._moving.setInterval(FRAME_MS)
        self._moving.timeout.connect(self._advance)
        self._head = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 16)
        self._facts = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 16)
        self._columns = [spaced(QVBoxLayout(), theme, 0, 16) for _ in range(3)]
        self._grid = spaced(QHBoxLayout(), theme, 0, 16)
        self._shown_columns = 0
        self._build()

    def begin(self) -> None:
        """Start, or show what is not ticked yet."""
        missing = self.setup.first_open()
        if missing is None:
            self.start_wanted.emit()
            return
        self.hint.setText(self.tr("First tick each line, so that the clock finds you ready."))
        self.hint.set_tone("error")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.hint.text()))
        self._scroll.ensureWidgetVisible(missing)
        missing.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def count_steps(self) -> None:
        """Count the own steps a minute."""
        CountSteps(self._services.settings, self._theme, self).open()

    # ------------------------------------------------------------- Qt
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
        """Enter starts, Esc and Alt+Left go back, 1 to 9 tick a line."""
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Back):
            self.back_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.begin()
        elif 0 <= number < len(self.setup.rows) and not event.modifiers():
            self.setup.rows[number].toggle()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The picture moves while it is seen, unless motion is reduced."""
        super().showEvent(event)
        if not self._theme.reduced_motion:
            self._moving.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """It rests unseen."""
        super().hideEvent(event)
        self._moving.stop()

    # ------------------------------------------------------------- building
    def _picture(self) -> RunnerView | KeyPose:
        gait, style = self._services.gait, self._services.gait.drill(self._drill.id).style
        picture = (
            RunnerView(self._theme, gait, style) if style else KeyPose(self._theme, gait, self._drill.id)
        )
        picture.setMinimumHeight(self._theme.px(320))
        picture.setAccessibleName(self._drill.title)
        return picture

    def _build(self) -> None:
        theme = self._theme
        holder = QWidget()
        self._page = QVBoxLayout(holder)
        self._page.setSpacing(theme.px(16))
        back = Button(self.tr("Back"), theme, icon="caret-left-bold", kind="quiet")
        back.clicked.connect(self.back_wanted)
        self._page.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        text = spaced(QVBoxLayout(), theme, 0, 4)
        text.addWidget(Words(self._drill.title, theme, "title"))
        text.addWidget(Words(self._drill.summary, theme, "lead", "ink2"))
        self._head.addLayout(text, 1)
        self._head.addWidget(self.start)
        self._page.addLayout(self._head)
        for icon, words in (
            ("timer", f"{minutes_line(self._drill)}, {dose_line(self._drill)}"),
            ("clock-counter-clockwise", often_line(self._drill)),
            ("check-bold", things_line(self._drill)),
        ):
            self._facts.addWidget(fact(icon, words, theme), 1)
        self._page.addLayout(self._facts)
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

    def _make_cards(self) -> list[tuple[QWidget, int, int]]:
        """In reading order, each with its column of two and of three."""
        theme, drill, library = self._theme, self._drill, self._services.library
        ready = Card(theme, self.tr("Get ready"), gap=8)
        ready.body.addWidget(self.hint)
        ready.body.addWidget(self.setup)
        cards: list[tuple[QWidget, int, int]] = [(ready, 0, 0), (self.picture, 1, 1)]
        if drill.metronome_bpm is not None:
            rate = StepRateCard(self._services.settings, theme)
            rate.stacked = True
            rate.count_wanted.connect(self.count_steps)
            cards.append((rate, 0, 0))
        return [
            *cards,
            (cues_card(drill, theme), 0, 0),
            (faults_card(drill, theme), 1, 1),
            (how_card(drill, theme), 1, 1),
            (care_card(drill, library, theme), 0, 2),
            (ways_card(drill, library, theme), 1, 0),
            (evidence_card(drill.evidence, theme), 0, 2),
        ]

    def _deal(self, count: int) -> None:
        """Spread the cards over so many columns; the order of reading is kept from left to right."""
        if count == self._shown_columns:
            return
        self._shown_columns = count
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        for card, of_two, of_three in self._cards:
            self._columns[{1: 0, 2: of_two, 3: of_three}[count]].addWidget(card)
        for index, column in enumerate(self._columns):
            column.addStretch(1)
            self._grid.setStretch(index, 1 if index < count else 0)

    # ------------------------------------------------------------- inside
    def _advance(self) -> None:
        picture, step = self.picture, FRAME_MS / 1000
        if isinstance(picture, RunnerView):
            picture.set_phase(picture.phase + step * SHOWN_SPEED / picture.style_shown.stride_time_s)
        elif picture.motion is not None and picture.motion.moves:
            phase = picture.phase + step / picture.motion.period_s
            picture.set_phase(phase % 1.0 if picture.motion.loop else min(phase, 1.0))

    def _ticked(self) -> None:
        if self.setup.is_ready():
            self.hint.setText(self.tr("Ready. Start when you like."))
            self.hint.set_tone("ink2")
