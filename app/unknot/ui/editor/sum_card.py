"""How long the routine is as it stands, and how much of that is pressing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from unknot.domain.own_routine import Draft
from unknot.domain.own_rules import pressed_s
from unknot.ui.editor.step_words import clock_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class SumCard(Card):
    """Minutes and seconds of both legs, one leg, and under pressure; told live."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=8)
        self._grid = spaced(QGridLayout(), theme, 0, 6)
        self._grid.setColumnStretch(0, 1)
        self._names: list[Words] = []
        self._values: list[QLabel] = []
        for row, style in enumerate(("number", "label", "label")):
            name, value = Words("", theme), QLabel()
            value.setProperty("type", style)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._names.append(name)
            self._values.append(value)
        self.body.addLayout(self._grid)

    @property
    def text(self) -> str:
        """All of it in words."""
        pairs = zip(self._names, self._values, strict=True)
        return ", ".join(f"{name.text()} {value.text()}" for name, value in pairs if not name.isHidden())

    def show_draft(self, draft: Draft) -> None:
        """Show its sums."""
        routine = draft.routine
        both = self.tr("Both legs") if routine.has_sides else self.tr("In all")
        rows = (
            (both, routine.total_seconds, True),
            (self.tr("One leg"), routine.total_seconds_one_side, routine.has_sides),
            (self.tr("Pressing, a leg"), pressed_s(routine.steps), bool(routine.pressure_ceiling)),
        )
        for (name, seconds, shown), title, value in zip(rows, self._names, self._values, strict=True):
            title.setText(name)
            value.setText(clock_word(seconds))
            title.setVisible(shown)
            value.setVisible(shown)
