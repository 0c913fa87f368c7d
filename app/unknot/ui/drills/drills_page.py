"""The library of drills: each by its key pose, with what is locked and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from unknot.domain.choices import Choices
from unknot.domain.drill import Drill
from unknot.services.bundle import Services
from unknot.services.screening import Permission
from unknot.ui.cues.focus_line import FocusLine
from unknot.ui.drills.count_steps import CountSteps
from unknot.ui.drills.drill_card import drill_card
from unknot.ui.drills.step_rate_card import StepRateCard
from unknot.ui.library.library_card import LibraryCard
from unknot.ui.library.library_page import Entry, LibraryPage
from unknot.ui.pages import DRILLS, label
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.note import Note


class DrillsPage(LibraryPage):
    """Cards of the shipped drills, easiest first."""

    drill_wanted = Signal(str)
    metronome_wanted = Signal()
    stride_wanted = Signal()
    cues_wanted = Signal()
    card_width = 372

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(services, theme, label(DRILLS), parent)
        self.card_wanted.connect(self.drill_wanted)
        self.stride = Button(self.tr("Look at your stride"), theme, icon="magnifying-glass-bold")
        self.stride.clicked.connect(self.stride_wanted)
        self.metronome = Button(self.tr("Metronome"), theme, icon="music-note")
        self.metronome.setToolTip(self.tr("M key"))
        self.metronome.clicked.connect(self.metronome_wanted)
        key = QShortcut(QKeySequence("M"), self)  # wherever the keyboard is, but for a field of text
        key.activated.connect(self.metronome_wanted)
        self.header.row.addWidget(FlowRow(theme, (self.stride, self.metronome), at_end=True), 1)
        cue = Card(theme)
        self.focus = FocusLine(services, theme)
        self.focus.cues_wanted.connect(self.cues_wanted)
        cue.body.addWidget(self.focus)
        self.above.addWidget(cue)
        self.step_rate = StepRateCard(services, theme)
        self.step_rate.count_wanted.connect(self.count_steps)
        self.above.addWidget(self.step_rate)
        honest = self.tr(
            "At an easy pace most of the push forward comes from the calf, and a new stride loads calf and "
            "heel cord more. Add drills slowly; rate the calf after each run."
        )
        self.below.addWidget(Note(honest, theme, tint="sunken"))
        self._place_rate(services.settings.choices)
        services.settings.changed.connect(self._place_rate)
        self.outdate()

    def count_steps(self) -> None:
        """Count the own steps a minute."""
        CountSteps(self.services.settings, self.theme, self).open()

    def permission(self) -> Permission:
        """Whether drills are open."""
        return self.services.screening.may("drill")

    def entries(self, locked: str) -> Sequence[Entry]:
        """Easiest first."""
        drills = sorted(self.services.library.drills.values(), key=_easiest_first)
        return [Entry(drill.id, locked or self._held(drill)) for drill in drills]

    def make_card(self, entry: Entry) -> LibraryCard:
        """A drill, with why it may not be done now."""
        drill = self.services.library.drills[entry.id]
        return drill_card(drill, str(entry.state), self.services, self.theme, self.holder)

    def _place_rate(self, choices: Choices) -> None:
        """Counting comes before the drills on the beat; a rate that is known stands below them."""
        known = choices.step_rate_spm > 0
        if known and not self.tabs_below:
            self.below.insertWidget(0, self.step_rate)
            self.tabs_below = [self.step_rate.button]
            self.order_tabs()

    def _held(self, drill: Drill) -> str:
        """A short word that the answers speak against this drill."""
        words = self.services.library.vocabulary.contraindications
        held = self.services.screening.held_back(drill, words)
        return self.tr("Not for you now") if held else ""


def _easiest_first(drill: Drill) -> tuple[int, int, str]:
    return drill.level, min(drill.phases, default=9), drill.title
