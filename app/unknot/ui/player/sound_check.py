"""The sound check before the first session: left, right, voice, and how late the speaker is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from unknot.domain import tone as tones
from unknot.domain.clock import Clock, uninterrupted
from unknot.domain.sound_delay import FEWEST_TAPS, MOST_MS, SETTLING, delay_from_taps
from unknot.services.bundle import Services
from unknot.services.settings import Settings
from unknot.services.speaker import Narrator, Renderer, Speaker
from unknot.services.voice_sample import say_sample
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.slider import Slider
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

PERIOD_S = 0.8
CLICKS = 20
WIDEST = 760  # px of the column at 100 % text
LOW = 760  # logical px: a lower window gets less air, so that all of it is in sight


class SoundCheck(QWidget):
    """`done` comes when the user goes on, `left` when they go back. Nothing has to be heard to go on.

    `open_speaker` and `narrator` may give None; the speaker is let go with the page.
    """

    done = Signal()
    left = Signal()

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        open_speaker: Callable[[], Speaker | None],
        narrator: Narrator | None,
        renderer: Renderer | None = None,
        *,
        clock: Clock = uninterrupted,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._settings, self._theme, self._clock = settings, theme, clock
        self._speaker, self._narrator, self._renderer = open_speaker(), narrator, renderer
        self._taps: list[float] = []
        self.setAccessibleName(self.tr("Sound check"))
        if self._speaker is not None:
            self._speaker.set_volume(settings.choices.volume)
        self._end_clicks = QTimer(self)
        self._end_clicks.setSingleShot(True)
        self._end_clicks.setInterval(round(PERIOD_S * CLICKS * 1000))
        self._end_clicks.timeout.connect(self._stop_clicks)
        self._build()

    # ------------------------------------------------------------- what can be heard
    @property
    def has_sound(self) -> bool:
        """Whether there is an output."""
        return self._speaker is not None

    @property
    def has_voice(self) -> bool:
        """Whether words can be heard, as far as it is known."""
        if self._renderer is not None:
            return self.has_sound
        return self._narrator is not None and self._narrator.available is not False

    def play_left(self) -> None:
        """A tone from the left only."""
        self._play(tones.Tone.LEFT)

    def play_right(self) -> None:
        """A tone from the right only."""
        self._play(tones.Tone.RIGHT)

    def play_voice(self) -> None:
        """A sentence."""
        say_sample(self._speaker, self._narrator, self._renderer)

    def start_clicks(self) -> None:
        """Clicks to tap along with; pressed again, they stop."""
        if self._end_clicks.isActive():
            self._stop_clicks()
            return
        if self._speaker is None:
            return
        self._taps = []
        clicks = [tones.Note(k * PERIOD_S, tones.Tone.CLICK) for k in range(CLICKS)]
        self._speaker.play(clicks, 0.0)
        self._end_clicks.start()
        self.clicks.setText(self.tr("Stop the clicks"))
        self.tap.setEnabled(True)
        self.tap.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_taps()

    def take_tap(self) -> None:
        """A tap on the beat."""
        if self._speaker is None or not self._end_clicks.isActive():
            return
        heard = self._speaker.heard(self._clock())
        if heard is None:
            return
        self._taps.append(heard)
        delay = delay_from_taps(self._taps, PERIOD_S)
        if delay is not None:
            self.delay.setValue(delay)
        self._tell_taps()

    def finish(self) -> None:
        """Keep what was found and go on."""
        if self._speaker is not None:
            self._settings.choose(sound_delay_ms=self.delay.value(), sound_checked=True)
        self._let_go()
        self.done.emit()

    # ------------------------------------------------------------- Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back, Space taps."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.take_tap()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column in the middle."""
        super().resizeEvent(event)
        pad = self._theme.page_padding(self.width())
        side = max(pad, (self.width() - self._theme.px(WIDEST)) // 2)
        px, low = self._theme.px, self.height() < self._theme.px(LOW)
        self._column.setContentsMargins(side, px(12) if low else pad, side, px(2))
        self._column.setSpacing(px(12 if low else 16))
        self._foot.setContentsMargins(side, px(4 if low else 12), side, px(12) if low else pad)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing sounds unseen."""
        super().hideEvent(event)
        self._stop_clicks()

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        theme = self._theme
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.addWidget(Words(self.tr("Sound check"), theme, "title"))
        lead = self.tr("Once, before the first session. Put on what you will listen with.")
        self._column.addWidget(Words(lead, theme, "lead", "ink2"))
        self.silence = Note(
            self.tr("No sound output was found. The screen still guides you."), theme, tint="infoTint"
        )
        self.silence.setVisible(not self.has_sound)
        self._column.addWidget(self.silence)
        self.hear = self._hear_card()
        self.delays = self._delay_card()
        for card in (self.hear, self.delays):
            card.setVisible(self.has_sound)
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._foot = row = QHBoxLayout()  # stays in sight below what scrolls
        row.setSpacing(theme.px(12))
        back = Button(self.tr("Back"), theme, icon="caret-left-bold", large=True)
        back.clicked.connect(self._leave)
        self.next = Button(self.tr("Continue"), theme, icon="check-bold", kind="accent", large=True)
        self.next.clicked.connect(self.finish)
        self.setFocusProxy(self.next)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.next)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(row)

    def _hear_card(self) -> Card:
        theme = self._theme
        card = Card(theme, self.tr("Do you hear these?"))
        grid = spaced(QGridLayout(), theme, 0, 8)
        rows: list[tuple[str, str, str, Callable[[], None]]] = [
            ("speaker-high-fill", self.tr("A tone on the left"), self.tr("Play left"), self.play_left),
            ("speaker-high-fill", self.tr("A tone on the right"), self.tr("Play right"), self.play_right),
        ]
        self.voice_words = Words(self._voice_words(), theme)
        self.buttons: list[Button] = []
        for place, (icon, words, text, action) in enumerate(rows):
            grid.addWidget(IconLabel(icon, theme, "ink2"), place, 0)
            grid.addWidget(Words(words, theme), place, 1)
            grid.addWidget(self._play_button(text, action), place, 2)
        grid.addWidget(IconLabel("speaker-high-fill", theme, "ink2"), 2, 0)
        grid.addWidget(self.voice_words, 2, 1)
        self.voice = self._play_button(self.tr("Play voice"), self.play_voice)
        self.voice.setEnabled(self.has_voice)
        grid.addWidget(self.voice, 2, 2)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        return card

    def _play_button(self, text: str, action: Callable[[], None]) -> Button:
        button = Button(text, self._theme, icon="play-fill")
        button.clicked.connect(action)
        self.buttons.append(button)
        return button

    def _voice_words(self) -> str:
        if not self.has_voice:
            return self.tr("No voice was found. Tones and the screen still guide you.")
        return self.tr("The voice that says your cues")

    def _delay_card(self) -> Card:
        theme = self._theme
        card = Card(theme, self.tr("How late is your speaker?"))
        text = self.tr(
            "Wireless speakers are late, and the runner must wait for them. "
            "Start the clicks and tap along: Space, or the button."
        )
        card.body.addWidget(Words(text, theme, tone="ink2"))
        row = spaced(QHBoxLayout(), theme, 0, 12)
        self.clicks = Button(self.tr("Start the clicks"), theme, icon="music-note")
        self.clicks.clicked.connect(self.start_clicks)
        self.tap = Button(self.tr("Tap"), theme, large=True)
        self.tap.setEnabled(False)
        self.tap.pressed.connect(self.take_tap)
        row.addWidget(self.clicks)
        row.addWidget(self.tap, 1)
        card.body.addLayout(row)
        self.found = Words(self.tr("Wired and built-in speakers need no delay."), theme, "small", "ink2")
        card.body.addWidget(self.found)
        line = spaced(QHBoxLayout(), theme, 0, 12)
        self.delay = Slider(theme, self.tr("Delay of the speaker"), 0, MOST_MS, 10)
        self.delay.setValue(self._settings.choices.sound_delay_ms)
        self.delay_words = QLabel()
        self.delay_words.setProperty("type", "number")
        self.delay_words.setMinimumWidth(theme.px(90))
        self.delay.valueChanged.connect(self._show_delay)
        self._show_delay(self.delay.value())
        line.addWidget(self.delay, 1)
        line.addWidget(self.delay_words)
        card.body.addLayout(line)
        return card

    # ------------------------------------------------------------- inside
    def _play(self, tone: tones.Tone) -> None:
        if self._speaker is not None:
            self._stop_clicks()
            self._speaker.play((tones.Note(0.0, tone),), 0.0)

    def _stop_clicks(self) -> None:
        if self._end_clicks.isActive():
            self._end_clicks.stop()
            if self._speaker is not None:
                self._speaker.stop()
        self.clicks.setText(self.tr("Start the clicks"))
        self.tap.setEnabled(False)

    def _tell_taps(self) -> None:
        count = len(self._taps)
        needed = SETTLING + FEWEST_TAPS
        if count < needed:
            text = self.tr("Tap on each click: {count} of {needed}").format(count=count, needed=needed)
        elif delay_from_taps(self._taps, PERIOD_S) is None:
            text = self.tr("The taps differ too much. Keep going, or set it by hand.")
        else:
            text = self.tr("Found. Tap on to make it surer, or set it by hand.")
        self.found.setText(text)

    def _show_delay(self, value: int) -> None:
        self.delay_words.setText(self.tr("{ms} ms").format(ms=value))

    def _leave(self) -> None:
        self._let_go()
        self.left.emit()

    def _let_go(self) -> None:
        self._stop_clicks()
        if self._speaker is not None:
            speaker, self._speaker = self._speaker, None
            speaker.close()


def sound_check_of(services: Services, theme: Theme) -> SoundCheck:
    """The page on the speaker and the voice of this computer, if it has them."""
    players = services.players
    return SoundCheck(services.settings, theme, players.speaker_to_check, *players.voice_to_check())
