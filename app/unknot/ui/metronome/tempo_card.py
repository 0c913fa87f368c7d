"""The tempo: its number, slower and faster, the dial, and tapping it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.domain.beat import HIGHEST, LOWEST
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.slider import Slider
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

_NUMBER = 64  # px


class TempoCard(Card):
    """`changed_by` asks for so many beats more, `wanted` for a tempo, `tapped` tells a tap."""

    changed_by = Signal(int)
    wanted = Signal(int)
    tapped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        row = spaced(QHBoxLayout(), theme, 0, 12)
        self.number = QLabel()
        row.addWidget(self.number)
        words = spaced(QVBoxLayout(), theme, 0, 0)
        words.addStretch(1)
        words.addWidget(Words(self.tr("beats a minute"), theme, "h3"))
        self.relative = Words("", theme, "small", "ink2")
        words.addWidget(self.relative)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.slower = self._step("minus-bold", self.tr("Slower"))
        self.faster = self._step("plus-bold", self.tr("Faster"))
        self.slower.clicked.connect(self._slower)
        self.faster.clicked.connect(self._faster)
        row.addWidget(self.slower)
        row.addWidget(self.faster)
        self.body.addLayout(row)
        self.dial = Slider(theme, self.tr("Tempo, beats a minute"), LOWEST, HIGHEST)
        self.dial.setPageStep(5)
        self.dial.valueChanged.connect(self.wanted)
        self.body.addWidget(self.dial)
        line = spaced(QHBoxLayout(), theme, 0, 12)
        self.tap = Button(self.tr("Tap the tempo"), theme, large=True)
        self.tap.pressed.connect(self.tapped)
        line.addWidget(self.tap)
        self.hint = Words("", theme, "small", "ink2")
        line.addWidget(self.hint, 1)
        self.body.addLayout(line)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_taps(0)

    def show_tempo(self, bpm: int, relative: str) -> None:
        """The tempo, and what it is over the own steps."""
        self.number.setText(str(bpm))
        self.number.setAccessibleName(self.tr("{bpm} beats a minute").format(bpm=bpm))
        self.relative.setText(relative)
        self.slower.setEnabled(bpm > LOWEST)
        self.faster.setEnabled(bpm < HIGHEST)
        self.dial.blockSignals(True)  # what is shown was not chosen here
        self.dial.setValue(bpm)
        self.dial.blockSignals(False)

    def show_taps(self, missing: int) -> None:
        """Say how to tap; `missing` are the taps that a tempo still needs."""
        text = self.tr("Or press T on each step. You can also type a number.")
        if missing:
            text = self.tr("Tap on, {n} more").format(n=missing)
        self.hint.setText(text)

    def _step(self, icon: str, name: str) -> Button:
        button = Button("", self._theme, icon=icon, name=name)
        button.setAutoRepeat(True)
        return button

    def _slower(self) -> None:
        self.changed_by.emit(-1)

    def _faster(self) -> None:
        self.changed_by.emit(1)

    def _restyle(self) -> None:
        font = QFont(self._theme.font("hero"))
        font.setPixelSize(self._theme.px(_NUMBER))
        self.number.setFont(font)
        self.number.setMinimumWidth(self._theme.px(110))
        self.number.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
