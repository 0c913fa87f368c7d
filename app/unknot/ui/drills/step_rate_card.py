"""The runner's own steps a minute: what the beat of a running drill starts from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from unknot.domain.choices import Choices
from unknot.services.bundle import Services
from unknot.services.stride import Stride
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class StepRateCard(QFrame):
    """Shows the counted rate, or says that it is not counted yet. `count_wanted` asks to count."""

    count_wanted = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self._services, self._theme = services, theme
        self.stacked = False  # in a narrow column
        self._row = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), theme, 20, 16)
        self._row.addWidget(IconLabel("music-note", theme, "ink2", 24))
        text = spaced(QVBoxLayout(), theme, 0, 2)
        self.title = Words("", theme, "h3")
        self.words = Words("", theme, tone="ink2")
        text.addWidget(self.title)
        text.addWidget(self.words)
        self._row.addLayout(text, 1)
        self.button = Button(self.tr("Count your steps"), theme, icon="timer")
        self.button.clicked.connect(self.count_wanted)
        self._row.addWidget(self.button)
        services.settings.changed.connect(self._show)
        self._show(services.settings.choices)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button below the words where it is narrow."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.stacked or self._theme.narrow(self.window().width())
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _show(self, choices: Choices) -> None:
        own = choices.step_rate_spm
        if own:
            self.title.setText(self.tr("Your steps: {n} a minute").format(n=own))
            self.words.setText(self._beat_words())
            self.button.setText(self.tr("Count again"))
        else:
            self.title.setText(self.tr("Count your steps first"))
            self.words.setText(
                self.tr("The beat should start from your own steps a minute. Until then it is a usual one.")
            )
            self.button.setText(self.tr("Count your steps"))

    def _beat_words(self) -> str:
        main = Stride.of(self._services).main()
        if main is not None and main.fault.rate.first <= 1.0:
            return self.tr("By what you noticed, you keep them: the beat starts at your own steps.")
        return self.tr("The beat starts 5 % above it, and never goes more than 10 % above.")
