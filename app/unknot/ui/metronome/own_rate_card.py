"""A tempo from the runner's own steps: as they are or up to ten per cent more, and who that is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from unknot.domain.beat import own_rates
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.words import Words


class OwnRateCard(Card):
    """`wanted` carries the tempo that was chosen, `count_wanted` asks to count."""

    wanted = Signal(int)
    count_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("From your own steps"), parent=parent)
        self._theme, self._own = theme, -1
        self.words = Words("", theme)
        self.body.addWidget(self.words)
        self.rates: Segmented | None = None
        self.advice = Words("", theme, tone="ink2")
        self.body.addWidget(self.advice)
        self.count = Button(self.tr("Count your steps"), theme, icon="timer")
        self.count.clicked.connect(self.count_wanted)
        self.body.addWidget(self.count, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rate(self, own: int, bpm: int) -> None:
        """The counted steps a minute (0: none), and which choice the tempo of now is."""
        if own != self._own:
            self._own = own
            self._renew()
        if self.rates is not None:
            values = [str(rate.bpm) for rate in own_rates(own)]
            self.rates.set_value(str(bpm) if str(bpm) in values else "")

    def relative_words(self, bpm: int) -> str:
        """What a tempo is over the own steps."""
        if self._own <= 0:
            return ""
        percent = (bpm / self._own - 1) * 100
        if abs(percent) < 0.5:
            return self.tr("your own {own}").format(own=self._own)
        sign = "+" if percent > 0 else "−"
        return self.tr("your {own} {sign} {percent} %").format(
            own=self._own, sign=sign, percent=round(abs(percent))
        )

    def _renew(self) -> None:
        if self.rates is not None:
            self.rates.hide()
            self.rates.deleteLater()
            self.rates = None
        if self._own <= 0:
            self.words.setText(self.tr("Count your steps first. Then the beat can start from them."))
            self.count.setText(self.tr("Count your steps"))
            return
        self.words.setText(self.tr("You counted {n} a minute at your easy pace.").format(n=self._own))
        self.count.setText(self.tr("Count again"))
        options = [(str(rate.bpm), self._rate_words(rate.percent, rate.bpm)) for rate in own_rates(self._own)]
        self.rates = Segmented(self._theme, self.tr("From your own steps"), options)
        self.rates.picked.connect(self._picked)
        self.body.insertWidget(2, self.rates)

    def _rate_words(self, percent: float, bpm: int) -> str:
        if not percent:
            return self.tr("Own: {bpm}").format(bpm=bpm)
        return self.tr("+{percent} %: {bpm}").format(percent=f"{percent:g}", bpm=bpm)

    def _picked(self, bpm: str) -> None:
        self.wanted.emit(int(bpm))
