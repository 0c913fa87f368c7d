"""What a player says and beeps, how loud, how late the speaker is, and whether it fills the screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from unknot.domain.choices import Choices
from unknot.services.settings import Settings
from unknot.ui.settings.setting_row import SettingRow
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.slider import Slider
from unknot.ui.widgets.toggle import Toggle


class SoundCard(Card):
    """Mirrors the choices; `check_wanted` asks for the sound check."""

    check_wanted = Signal()

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__(theme, self.tr("Player and sound"), gap=0)
        self._settings, self._theme = settings, theme
        self.voice = self._switch(
            self.tr("Voice reads each cue"),
            self.tr("Where this computer has a voice. Beeps work without one."),
        )
        self.voice.toggled.connect(self._choose_voice)
        self.beeps = self._switch(self.tr("Beeps"), self.tr("Three short before a change, one long on it."))
        self.beeps.toggled.connect(self._choose_beeps)
        self.volume, self.volume_said = Slider(theme, self.tr("Volume"), 0, 100, 5), QLabel()
        self.volume.valueChanged.connect(self._choose_volume)
        self._add_slider(self.tr("Volume"), "", self.volume, self.volume_said)
        self.delay, self.delay_said = Slider(theme, self.tr("Sound delay"), 0, 400, 10), QLabel()
        self.delay.valueChanged.connect(self._choose_delay)
        late = self.tr("How late your speaker is. Wireless ones are often 100 to 300 ms late.")
        self._add_slider(self.tr("Sound delay"), late, self.delay, self.delay_said)
        self.check = Button(self.tr("Check the sound"), theme, icon="speaker-high-fill")
        self.check.clicked.connect(self.check_wanted)
        tap = self.tr("Left, right, voice, and the delay by tapping along.")
        self.body.addWidget(SettingRow(theme, self.tr("Sound check"), tap, [self.check]))
        self.body.addWidget(Line())
        self.full_screen = self._switch(
            self.tr("Players fill the screen"), self.tr("F11 switches while one runs."), last=True
        )
        self.full_screen.toggled.connect(self._choose_full_screen)
        settings.changed.connect(self._show)
        self._show(settings.choices)

    def _switch(self, title: str, detail: str, *, last: bool = False) -> Toggle:
        toggle = Toggle(self._theme, title)
        self.body.addWidget(SettingRow(self._theme, title, detail, [toggle]))
        if not last:
            self.body.addWidget(Line())
        return toggle

    def _add_slider(self, title: str, detail: str, slider: Slider, said: QLabel) -> None:
        said.setProperty("type", "number")
        self.body.addWidget(SettingRow(self._theme, title, detail, [slider, said]))
        self.body.addWidget(Line())

    def _show(self, choices: Choices) -> None:
        self.voice.setChecked(choices.voice)
        self.beeps.setChecked(choices.beeps)
        self.full_screen.setChecked(choices.full_screen_player)
        self.volume.setValue(choices.volume)
        self.volume_said.setText(self.tr("{percent} %").format(percent=choices.volume))
        self.delay.setValue(choices.sound_delay_ms)
        self.delay_said.setText(self.tr("{ms} ms").format(ms=choices.sound_delay_ms))

    def _choose_voice(self, on: bool) -> None:
        self._settings.choose(voice=on)

    def _choose_beeps(self, on: bool) -> None:
        self._settings.choose(beeps=on)

    def _choose_full_screen(self, on: bool) -> None:
        self._settings.choose(full_screen_player=on)

    def _choose_volume(self, percent: int) -> None:
        self._settings.choose(volume=percent)

    def _choose_delay(self, ms: int) -> None:
        self._settings.choose(sound_delay_ms=ms)
