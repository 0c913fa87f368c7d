"""The one cue for the next run, wherever it is shown, and the way to the cues."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.choices import Choices
from unknot.services.bundle import Services
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class FocusLine(QWidget):
    """Follows the choice. `cues_wanted` asks for the page of cues."""

    cues_wanted = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        row = spaced(QHBoxLayout(self), theme, 0, 12)
        column = spaced(QVBoxLayout(), theme, 0, 2)
        self.title = Words("", theme, "small", "ink2")
        self.words = Words("", theme, "label")
        column.addWidget(self.title)
        column.addWidget(self.words)
        row.addLayout(column, 1)
        self.button = Button(self.tr("Choose a cue"), theme)
        self.button.clicked.connect(self.cues_wanted)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        services.settings.changed.connect(self._show)
        self._show(services.settings.choices)

    def _show(self, choices: Choices) -> None:
        chosen = choices.focus_cue  # the cues are read only where one was chosen
        cue = self._services.cues.cards.get(chosen) if chosen else None
        if cue is None:
            self.title.setText(self.tr("Cue for your next run"))
            self.words.setText(self.tr("None yet"))
            self.button.setText(self.tr("Choose a cue"))
        else:
            self.title.setText(self.tr("Your cue for the next run"))
            self.words.setText(cue.words)
            self.button.setText(self.tr("Change"))
        self.button.setAccessibleDescription(self.title.text())
