"""How the beat sounds: accents, what a beat is, the tone, and the volume."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from unknot.domain.beat import ACCENTS
from unknot.domain.choices import Choices
from unknot.domain.tone import BeatOf, BeatSound
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.slider import Slider
from unknot.ui.widgets.spacing import spaced


class BeatCard(Card):
    """`chosen` carries the name of a choice and its new value."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("How it beats"), gap=8, parent=parent)
        self._theme = theme
        every = self.tr("Every {n}")
        accents = [(str(n), every.format(n=n) if n else self.tr("None")) for n in ACCENTS]
        self.accents = self._row(self.tr("Accent"), accents)
        self.accents.picked.connect(self._choose_accent)
        kinds = [
            (BeatOf.FOOT.value, self.tr("A foot lands")),
            (BeatOf.REP.value, self.tr("A repetition")),
        ]
        self.kinds = self._row(self.tr("On each beat"), kinds)
        self.kinds.picked.connect(self._choose_kind)
        sounds = [(BeatSound.CLICK.value, self.tr("Click")), (BeatSound.SOFT.value, self.tr("Soft"))]
        self.sounds = self._row(self.tr("Sound"), sounds)
        self.sounds.picked.connect(self._choose_sound)
        self.body.addWidget(self._label(self.tr("Volume")))
        row = spaced(QHBoxLayout(), theme, 0, 12)
        self.volume = Slider(theme, self.tr("Volume"), 0, 100, 5)
        self.volume.valueChanged.connect(self._choose_volume)
        self.volume_words = QLabel()
        self.volume_words.setProperty("type", "number")
        row.addWidget(self.volume, 1)
        row.addWidget(self.volume_words)
        self.body.addLayout(row)

    def show_choices(self, choices: Choices) -> None:
        """As they are now."""
        self.accents.set_value(str(choices.metronome_accent) if choices.metronome_accent in ACCENTS else "")
        self.kinds.set_value(choices.metronome_beat.value)
        self.sounds.set_value(choices.metronome_sound.value)
        self.volume.blockSignals(True)  # what is shown was not chosen here
        self.volume.setValue(choices.volume)
        self.volume.blockSignals(False)
        self.volume_words.setText(self.tr("{percent} %").format(percent=choices.volume))

    def _row(self, name: str, options: list[tuple[str, str]]) -> Segmented:
        self.body.addWidget(self._label(name))
        segmented = Segmented(self._theme, name, options)
        self.body.addWidget(segmented)
        return segmented

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("type", "label")
        return label

    def _choose_accent(self, value: str) -> None:
        self.chosen.emit("metronome_accent", int(value))

    def _choose_kind(self, value: str) -> None:
        self.chosen.emit("metronome_beat", BeatOf(value))

    def _choose_sound(self, value: str) -> None:
        self.chosen.emit("metronome_sound", BeatSound(value))

    def _choose_volume(self, value: int) -> None:
        self.chosen.emit("volume", value)
