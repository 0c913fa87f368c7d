"""What the voice of a player tells, which voice it is and how fast; and a sentence to hear it by."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel

from unknot.domain.choices import Choices
from unknot.services.bundle import Services
from unknot.services.speaker import Speaker
from unknot.services.voice_sample import say_sample
from unknot.ui.settings.setting_row import SettingRow
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.pick_list import PickList
from unknot.ui.widgets.slider import Slider
from unknot.ui.widgets.toggle import Toggle

SLOWEST, FASTEST, STEP = 60, 160, 10  # per cent
SAMPLE_MS = 6_000  # after a sentence the device is let go


class VoiceCard(Card):
    """Mirrors the choices and changes them through the service."""

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(theme, self.tr("Voice"), gap=0)
        self._services, self._settings, self._theme = services, services.settings, theme
        self._speaker: Speaker | None = None
        self._end_sample = QTimer(self, singleShot=True, interval=SAMPLE_MS)
        self._end_sample.timeout.connect(self._let_go)
        self.voice = self._switch(
            self.tr("Voice reads each cue"),
            self.tr("Where this computer has a voice. Beeps work without one."),
        )
        self.voice.toggled.connect(self._choose_voice)
        self.parts = self._make_parts()
        usual = self.tr("The usual one")
        self.name = PickList(theme, self.tr("Which voice"), usual, self._voices)
        self.name.picked.connect(self._choose_name)
        english = self.tr("English ones only: the cues are in English.")
        self.body.addWidget(SettingRow(theme, self.tr("Which voice"), english, [self.name]))
        self.body.addWidget(Line())
        self.rate, self.rate_said = Slider(theme, self.tr("Speed"), SLOWEST, FASTEST, STEP), QLabel()
        self.rate_said.setProperty("type", "number")
        self.rate.valueChanged.connect(self._choose_rate)
        self.body.addWidget(SettingRow(theme, self.tr("Speed"), "", [self.rate, self.rate_said]))
        self.body.addWidget(Line())
        self.hear = Button(self.tr("Hear it"), theme, icon="speaker-high-fill")
        self.hear.clicked.connect(self.play_sample)
        self.heard = SettingRow(theme, self.tr("Try the voice"), "", [self.hear])
        self.body.addWidget(self.heard)
        self._settings.changed.connect(self._show)
        self._show(self._settings.choices)

    def play_sample(self) -> None:
        """Say one sentence as a session would."""
        players = self._services.players
        narrator, renderer = players.voice_to_check()
        wakes = self._speaker is None
        if renderer is not None and wakes:
            self._speaker = players.speaker_to_check()
        silent = self._speaker is None if renderer is not None else narrator is None
        if silent or (narrator is not None and narrator.available is False):
            self.heard.say(self.tr("No voice was found. Tones and the screen still guide you."))
            return
        self.heard.say("")
        choices = self._settings.choices
        for voice in (narrator, renderer):
            if voice is not None:
                voice.set_manner(choices.voice_name, choices.voice_rate)
        if self._speaker is not None:
            self._speaker.set_volume(choices.volume)
            self._speaker.set_output(choices.sound_output)
        say_sample(self._speaker, narrator, renderer, wakes=wakes)
        self._end_sample.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page lets go of the sound."""
        self._let_go()
        super().hideEvent(event)

    # ------------------------------------------------------------- inside
    def _make_parts(self) -> dict[str, Toggle]:
        words = (
            ("voice_side", self.tr("The side"), self.tr("Left leg or right leg, where it changes.")),
            ("voice_cue", self.tr("What to do"), ""),
            ("voice_next", self.tr("What comes next"), self.tr("Shortly before a step ends.")),
            ("voice_halfway", self.tr("Halfway"), self.tr("In steps of half a minute and longer.")),
            ("voice_countdown", self.tr("Ten seconds left"), self.tr("Without beeps also three, two, one.")),
        )
        parts: dict[str, Toggle] = {}
        for field, title, detail in words:
            toggle = parts[field] = self._switch(title, detail)
            toggle.setObjectName(field)
            toggle.toggled.connect(self._choose_part)
        return parts

    def _switch(self, title: str, detail: str) -> Toggle:
        toggle = Toggle(self._theme, title)
        self.body.addWidget(SettingRow(self._theme, title, detail, [toggle]))
        self.body.addWidget(Line())
        return toggle

    def _voices(self) -> list[tuple[str, str]]:
        return [(name, name) for name in self._services.players.voice_names()]

    def _show(self, choices: Choices) -> None:
        self.voice.setChecked(choices.voice)
        for field, toggle in self.parts.items():
            toggle.setChecked(getattr(choices, field))
            toggle.setEnabled(choices.voice)
        self.name.set_value(choices.voice_name)
        self.rate.setValue(choices.voice_rate)
        self.rate_said.setText(self.tr("{percent} %").format(percent=choices.voice_rate))

    def _choose_voice(self, on: bool) -> None:
        self._settings.choose(voice=on)

    def _choose_part(self, on: bool) -> None:
        self._settings.choose(**{self.sender().objectName(): on})

    def _choose_name(self, name: str) -> None:
        self._settings.choose(voice_name=name)

    def _choose_rate(self, rate: int) -> None:
        self._settings.choose(voice_rate=rate)

    def _let_go(self) -> None:
        self._end_sample.stop()
        if self._speaker is not None:
            self._speaker.close()
            self._speaker = None
