"""The library of drills: each by its key pose, with what is locked and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from unknot.domain.drill import Drill
from unknot.services.bundle import Services
from unknot.ui.drills.count_steps import CountSteps
from unknot.ui.drills.drill_card import DrillCard
from unknot.ui.drills.step_rate_card import StepRateCard
from unknot.ui.theme import Theme
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.page_header import PageHeader
from unknot.ui.widgets.spacing import spaced

CARD_WIDTH = 372  # px a card needs at 100 % text
MOST_COLUMNS = 4


class DrillsPage(QWidget):
    """Cards of the shipped drills, easiest first."""

    drill_wanted = Signal(str)

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services, self._theme = services, theme
        self._stale, self._columns = True, 0
        self.cards: list[DrillCard] = []
        holder = QWidget()
        self._page = QVBoxLayout(holder)
        self._page.setSpacing(theme.px(16))
        self._page.addWidget(PageHeader(theme, self.tr("Drills")))
        self.lock = Note("", theme, icon="lock-simple")
        self._page.addWidget(self.lock)
        self._grid = spaced(QGridLayout(), theme, 0, 16)
        self._page.addLayout(self._grid)
        self.step_rate = StepRateCard(services.settings, theme)
        self.step_rate.count_wanted.connect(self.count_steps)
        self._page.addWidget(self.step_rate)
        honest = self.tr(
            "At an easy pace most of the push forward comes from the calf, and a new stride loads calf and "
            "heel cord more. Add drills slowly; rate the calf after each run."
        )
        self._page.addWidget(Note(honest, theme, tint="sunken"))
        self._page.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        services.screening.changed.connect(self._outdate)
        theme.changed.connect(self._outdate)
        self._outdate()

    def count_steps(self) -> None:
        """Count the own steps a minute."""
        CountSteps(self._services.settings, self._theme, self).open()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        pad = self._theme.page_padding(self.window().width())
        self._page.setContentsMargins(pad, pad, pad, pad)
        self._deal()

    # ------------------------------------------------------------- inside
    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        permission = self._services.screening.may("drill")
        locked = not permission.allowed and not permission.needs_questions
        self.lock.setVisible(locked)
        self.lock.words.setText(f"{permission.title}. {permission.reason}" if locked else "")
        for card in self.cards:
            card.hide()
            card.deleteLater()
        drills = sorted(self._services.library.drills.values(), key=_easiest_first)
        self.cards = [
            DrillCard(drill, permission.title if locked else self._held(drill), self._services, self._theme)
            for drill in drills
        ]
        for card in self.cards:
            card.start_wanted.connect(self.drill_wanted)
        self._columns = 0
        self._deal()

    def _held(self, drill: Drill) -> str:
        """A short word that the answers speak against this drill."""
        words = self._services.library.vocabulary.contraindications
        held = self._services.screening.held_back(drill, words)
        return self.tr("Not for you now") if held else ""

    def _deal(self) -> None:
        room = self.width() - 2 * self._theme.page_padding(self.window().width())
        fit = max(1, min(MOST_COLUMNS, (room + 16) // self._theme.px(CARD_WIDTH + 16)))
        columns = 1 if self._theme.narrow(self.width()) else fit
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _easiest_first(drill: Drill) -> tuple[int, int, str]:
    return drill.level, min(drill.phases, default=9), drill.title
