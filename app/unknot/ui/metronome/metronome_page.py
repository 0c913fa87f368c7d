"""The metronome alone: the beat large, its tempo, how it sounds, and a file of it to take along."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from unknot.domain.beat import FEWEST_TAPS
from unknot.domain.choices import Choices
from unknot.services.beat_file import BeatWriting
from unknot.services.bundle import Services
from unknot.services.metronome import FreeMetronome
from unknot.services.stride import Stride
from unknot.ui.body_map.writing import Writing
from unknot.ui.drills.count_steps import CountSteps
from unknot.ui.metronome.beat_card import BeatCard
from unknot.ui.metronome.beat_view import BeatView
from unknot.ui.metronome.metronome_keys import Action, TypedTempo, action_of
from unknot.ui.metronome.own_rate_card import OwnRateCard
from unknot.ui.metronome.save_beat_dialog import SaveBeatDialog
from unknot.ui.metronome.tempo_card import TempoCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.error_banner import ErrorBanner
from unknot.ui.widgets.evidence_card import evidence_card
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.scrolled_page import ScrolledPage
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

FRAME_MS = 16
WAKE_MS = 200  # the page appears first, then the device is woken
REST_MS = 500  # a tempo that stays so long is told and kept
_REST_HIGH, _LOWEST_VIEW = 465, 200  # px: what stands above and below the picture, and how low it gets


class MetronomePage(ScrolledPage):
    """`left` comes when it is left. It beats only while it is the page of the window."""

    left = Signal()

    def __init__(
        self,
        services: Services,
        metronome: FreeMetronome,
        writing: BeatWriting,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._services, self._settings = services, services.settings
        self.metronome, self._writing = metronome, writing
        metronome.setParent(self)
        writing.setParent(self)
        self._typed = TypedTempo()
        self.setAccessibleName(self.tr("Metronome"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.banner = ErrorBanner(theme)
        self._keeping = Writing(self.banner)
        self.view = BeatView(theme)
        self.start = Button(self.tr("Start"), theme, icon="play-fill", kind="accent", large=True)
        self.tempo = TempoCard(theme)
        self._stride = Stride.of(services)
        self.own = OwnRateCard(theme)
        self.beat = BeatCard(theme)
        self.silence = Note(
            self.tr("No sound output was found. The picture keeps the beat."), theme, tint="infoTint"
        )
        self.silence.hide()
        self._frames = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self.show_frame)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tempo_rests)
        self._waking = QTimer(self, singleShot=True, interval=WAKE_MS)
        self._waking.timeout.connect(metronome.prepare)
        self._build()
        self._connect()
        self._show_choices(self._settings.choices)
        self._show_state()

    # ------------------------------------------------------------- what it does
    def toggle(self) -> None:
        """Start or stop."""
        if self.metronome.is_on:
            self.metronome.stop()
            announce(self, self.tr("Metronome off"))
        else:
            self.metronome.start()
            announce(self, self.tr("Metronome on, {bpm} beats a minute").format(bpm=self.metronome.bpm))

    def change_by(self, beats: int) -> None:
        """A quicker or slower beat."""
        self.metronome.set_bpm(self.metronome.bpm + beats)

    def tap(self) -> None:
        """A tap on a beat."""
        missing = FEWEST_TAPS - self.metronome.taps if self.metronome.tap() is None else 0
        self.tempo.show_taps(missing)

    def count_steps(self) -> None:
        """Count the own steps a minute, in silence."""
        self.metronome.stop()
        CountSteps(self._settings, self.theme, self).open()

    def save_file(self) -> SaveBeatDialog:
        """Ask what the file shall hold."""
        self._keep_tempo()
        cards, bpm = self._services.cues.cards, self.metronome.bpm
        focus = cards.get(self._settings.choices.focus_cue)
        words, first = tuple(card.words for card in cards.values()), focus.words if focus is not None else ""
        dialog = SaveBeatDialog(self._settings, self._writing, bpm, words, first, self.theme, self)
        dialog.open()
        return dialog

    def show_frame(self) -> None:
        """Show the beat that is heard now."""
        self.view.show_beats(self.metronome.beats)

    def leave(self) -> None:
        """Back to where it was opened."""
        self._let_go()
        self.left.emit()

    # ------------------------------------------------------------- Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the page; a control that has the keyboard comes first."""
        bpm = self._typed.key(event)
        action = action_of(event)
        if bpm is not None:
            self.metronome.set_bpm(bpm)
        elif action is not None:
            self._act(action)
        elif not self._typed.is_open:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Wake the device once the page is seen, and on with the frames."""
        super().showEvent(event)
        self._waking.start()
        self._show_state()

    def hideEvent(self, event: QHideEvent) -> None:
        """A minimised window goes on beating; a page that is left does not."""
        super().hideEvent(event)
        self._frames.stop()
        if not event.spontaneous():
            self._let_go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or one."""
        super().resizeEvent(event)
        narrow = self.theme.narrow(self.width())
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        pad = self.theme.page_padding(self.width())
        self.column.setContentsMargins(pad, self.theme.px(20), pad, pad)
        self.view.setFixedHeight(max(self.theme.px(_LOWEST_VIEW), self.height() - self.theme.px(_REST_HIGH)))

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        theme = self.theme
        back = Button(self.tr("Back"), theme, icon="caret-left-bold", kind="quiet")
        back.setProperty("flush", "true")
        back.clicked.connect(self.leave)
        head = spaced(QHBoxLayout(), theme, 0, 16)
        head.addWidget(back)
        head.addWidget(Words(self.tr("Metronome"), theme, "title"), 1)
        self.save = Button(self.tr("Save as a sound file"), theme, icon="export-bold")
        head.addWidget(self.save)
        self._columns = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 16)
        left, right = (spaced(QVBoxLayout(), theme, 0, 16) for _ in range(2))
        for part in (self.view, self.start, self.tempo, self.beat):
            left.addWidget(part)
        for card in (self.own, *self._evidence()):
            right.addWidget(card)
        for side in (left, right):
            side.addStretch(1)
            self._columns.addLayout(side, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.silence)
        self.column.addLayout(self._columns)
        self.column.addStretch(1)
        for control in (*self.findChildren(QAbstractButton), *self.findChildren(QSlider)):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the page

    def _evidence(self) -> list[QWidget]:
        """What papers say about a quicker beat: as the drill has it that is relative to the own steps."""
        for drill in self._services.library.drills.values():
            if drill.metronome_bpm is not None and drill.metronome_bpm.relative_to:
                papers = [line for line in drill.evidence if line.tag == "E"]
                if papers:
                    return [evidence_card(papers, self.theme)]
        return []

    def _connect(self) -> None:
        self.start.clicked.connect(self.toggle)
        self.save.clicked.connect(self.save_file)
        self.tempo.changed_by.connect(self.change_by)
        self.tempo.wanted.connect(self.metronome.set_bpm)
        self.tempo.tapped.connect(self.tap)
        self.own.wanted.connect(self.metronome.set_bpm)
        self.own.count_wanted.connect(self.count_steps)
        self.beat.chosen.connect(self._choose)
        self.metronome.changed.connect(self._show_state)
        self._settings.changed.connect(self._show_choices)

    # ------------------------------------------------------------- inside
    def _act(self, action: Action) -> None:
        if action is Action.TOGGLE:
            self.toggle()
        elif action is Action.TAP:
            self.tap()
        elif action is Action.LEAVE:
            self.leave()
        elif action in {Action.LOUDER, Action.QUIETER}:
            self.beat.volume.setValue(self.beat.volume.value() + (5 if action is Action.LOUDER else -5))
        else:
            self.change_by(action.value)

    def _choose(self, name: str, value: object) -> None:
        self._keeping.do(partial(self._settings.choose, **{name: value}))

    def _show_choices(self, choices: Choices) -> None:
        self.view.set_kind(choices.metronome_beat, choices.metronome_accent)
        self.beat.show_choices(choices)
        self.own.advice.setText(self._stride.quicker_beat())
        self._show_tempo()

    def _show_tempo(self) -> None:
        bpm = self.metronome.bpm
        self.own.show_rate(self._settings.choices.step_rate_spm, bpm)
        self.tempo.show_tempo(bpm, self.own.relative_words(bpm))

    def _show_state(self) -> None:
        on = self.metronome.is_on
        if self.tempo.number.text() != str(self.metronome.bpm):
            self._rest.start()
        self._show_tempo()
        self.start.setText(self.tr("Stop") if on else self.tr("Start"))
        self.start.set_icon("stop-fill" if on else "play-fill")
        self.silence.setVisible(self.metronome.lacks_sound)
        if on and self.isVisible():
            self._frames.start()
        else:
            self._frames.stop()
        self.show_frame()

    def _tempo_rests(self) -> None:
        words = self.tr("{bpm} beats a minute").format(bpm=self.metronome.bpm)
        announce(self, ". ".join(part for part in (words, self.tempo.relative.text()) if part))
        self.tempo.show_taps(0)
        self._keep_tempo()

    def _keep_tempo(self) -> None:
        self._rest.stop()
        self._choose("metronome_bpm", self.metronome.bpm)

    def _let_go(self) -> None:
        self._waking.stop()
        if self._rest.isActive():
            self._keep_tempo()
        self.metronome.close()
        self._writing.close()


def metronome_page_of(services: Services, theme: Theme) -> MetronomePage:
    """The page on the speaker and the voice of this computer, if it has them."""
    players = services.players
    metronome = FreeMetronome(services.settings, players.speaker_to_check, players.clock)
    return MetronomePage(services, metronome, BeatWriting(players.renderer()), theme)
