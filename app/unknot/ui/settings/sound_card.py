"""What a player beeps, how loud and where, how late the speaker is, and whether it fills the screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel

from unknot.domain.choices import Choices
from unknot.domain.tone import ToneSet
from unknot.services.bundle import Services
from unknot.services.preparing import MOST_S
from unknot.ui.settings.setting_row import SettingRow
from unknot.ui.theme import Theme
from unknot.ui.time_words import length_words
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.pick_list import PickList
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.slider import Slider
from unknot.ui.widgets.toggle import Toggle

_TELLING_S = 60.0  # in less than this a drift is not to be seen


class SoundCard(Card):
    """Mirrors the choices; `check_wanted` asks for the sound check."""

    check_wanted = Signal()

    def __init__(self, services: Services, theme: Theme) -> None:
        super().__init__(theme, self.tr("Player and sound"), gap=0)
        settings = services.settings
        self._services, self._settings, self._theme = services, settings, theme
        self.beeps = self._switch(self.tr("Beeps"), self.tr("Three short before a change, one long on it."))
        self.beeps.toggled.connect(self._choose_beeps)
        sets = (
            (ToneSet.FULL.value, self.tr("Full")),
            (ToneSet.QUIET.value, self.tr("Quiet")),
            (ToneSet.SINGLE.value, self.tr("One tone")),
        )
        self.tones = Segmented(theme, self.tr("Tones"), sets)
        self.tones.picked.connect(self._choose_tones)
        told_apart = self.tr("Full tells work, rest and the other side apart. Quiet is soft and low.")
        self.body.addWidget(SettingRow(theme, self.tr("Tones"), told_apart, [self.tones]))
        self.body.addWidget(Line())
        usual = self.tr("The system's choice")
        self.output = PickList(theme, self.tr("Played by"), usual, self._outputs)
        self.output.picked.connect(self._choose_output)
        self.body.addWidget(SettingRow(theme, self.tr("Played by"), "", [self.output]))
        self.body.addWidget(Line())
        self.volume, self.volume_said = Slider(theme, self.tr("Volume"), 0, 100, 5), QLabel()
        self.volume.valueChanged.connect(self._choose_volume)
        self._add_slider(self.tr("Volume"), "", self.volume, self.volume_said)
        self.delay, self.delay_said = Slider(theme, self.tr("Sound delay"), 0, 400, 10), QLabel()
        self.delay.valueChanged.connect(self._choose_delay)
        late = self.tr("How late your speaker is. Wireless ones are often 100 to 300 ms late.")
        self._add_slider(self.tr("Sound delay"), late, self.delay, self.delay_said)
        self.check = Button(self.tr("Check the sound"), theme, icon="speaker-high-fill")
        self.check.clicked.connect(self.check_wanted)
        self.measured = SettingRow(theme, self.tr("Sound check"), "", [self.check])
        self.body.addWidget(self.measured)
        self.body.addWidget(Line())
        self.prepare, self.prepare_said = Slider(theme, self.tr("Time to get ready"), 0, MOST_S, 5), QLabel()
        self.prepare.valueChanged.connect(self._choose_prepare)
        ready = self.tr("Counts down before the first step and where another tool is picked up.")
        self._add_slider(self.tr("Time to get ready"), ready, self.prepare, self.prepare_said)
        self.full_screen = self._switch(
            self.tr("Players fill the screen"), self.tr("F11 switches while one runs.")
        )
        self.full_screen.toggled.connect(self._choose_full_screen)
        small = self.tr("A small window stays on top while a session runs. Mini in a player opens it, too.")
        self.mini = self._switch(self.tr("Mini-player when the window is minimised"), small, last=True)
        self.mini.toggled.connect(self._choose_mini)
        settings.changed.connect(self._show)
        self._show(settings.choices)

    def showEvent(self, event: QShowEvent) -> None:
        """Say what was measured since."""
        super().showEvent(event)
        self.measured.say(self._check_words())

    def _check_words(self) -> str:
        words = self.tr("Left, right, voice, and the delay by tapping along.")
        found = self._services.together()
        if found is None or found.seconds < _TELLING_S:
            return words
        told = self.tr(
            "Measured over {length} of sound: the picture kept within {apart} ms of it. The speaker ran "
            "{drift} ms off this computer's clock, and the picture went with it."
        )
        apart, drift = (round(1000 * abs(one)) for one in (found.apart_s, found.drift_s))
        return f"{words}\n{told.format(length=length_words(found.seconds), apart=apart, drift=drift)}"

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
        self.beeps.setChecked(choices.beeps)
        self.tones.set_value(choices.tone_set.value)
        self.output.set_value(choices.sound_output)
        self.prepare.setValue(choices.prepare_s)
        self.prepare_said.setText(self.tr("{seconds} s").format(seconds=choices.prepare_s))
        self.full_screen.setChecked(choices.full_screen_player)
        self.mini.setChecked(choices.mini_player)
        self.volume.setValue(choices.volume)
        self.volume_said.setText(self.tr("{percent} %").format(percent=choices.volume))
        self.delay.setValue(choices.sound_delay_ms)
        self.delay_said.setText(self.tr("{ms} ms").format(ms=choices.sound_delay_ms))

    def _choose_beeps(self, on: bool) -> None:
        self._settings.choose(beeps=on)

    def _choose_full_screen(self, on: bool) -> None:
        self._settings.choose(full_screen_player=on)

    def _choose_mini(self, on: bool) -> None:
        self._settings.choose(mini_player=on)

    def _choose_volume(self, percent: int) -> None:
        self._settings.choose(volume=percent)

    def _choose_delay(self, ms: int) -> None:
        self._settings.choose(sound_delay_ms=ms)

    def _choose_tones(self, style: str) -> None:
        self._settings.choose(tone_set=ToneSet(style))

    def _choose_output(self, output: str) -> None:
        self._settings.choose(sound_output=output)

    def _choose_prepare(self, seconds: int) -> None:
        self._settings.choose(prepare_s=seconds)

    def _outputs(self) -> tuple[tuple[str, str], ...]:
        return self._services.players.outputs()
