"""Runs by their cue: how many, how often it came off, and the pain beside it, without a claim of a cause."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.cue_runs import CueRuns
from unknot.ui.locale import plain_number
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import emptied, spaced
from unknot.ui.widgets.words import Words


class CueCard(Card):
    """A row for each cue, and what such numbers cannot say. `name_of` gives the name of a cue by its id."""

    def __init__(self, theme: Theme, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(theme, self.tr("Runs by their cue"), parent=parent)
        self._theme, self._name_of = theme, name_of
        self.rows: list[Words] = []
        if self.title is not None:
            self.title.setProperty("type", "h3")  # as the charts beside it
        self._column = spaced(QVBoxLayout(), theme, 0, 8)
        self.body.addLayout(self._column, 1)

    def say(self, found: Sequence[CueRuns], letters: Mapping[str, str]) -> None:
        """Say these; `letters` are those of the cues in the chart above."""
        emptied(self._column)
        self.rows.clear()
        if not any(one.cue for one in found):
            text = self.tr("No run with a cue in these weeks. Choose one on the page of drills.")
            self._column.addWidget(Words(text, self._theme, tone="ink2"))
            self._column.addStretch(1)
            return
        for number, one in enumerate(found):
            if number:
                self._column.addWidget(Line())
            letter = letters.get(one.cue, "")
            name = self._name_of(one.cue) if one.cue else self.tr("No cue")
            self._column.addWidget(Words(f"{letter}  {name}".strip(), self._theme, "label"))
            row = Words(self._row(one), self._theme, "small", "ink2")
            self._column.addWidget(row)
            self.rows.append(row)
        self._column.addWidget(Line())
        honest = self.tr(
            "The runs differ in more than the cue: date, length, practice. "
            "This does not say that a cue did it."
        )
        self._column.addWidget(Words(honest, self._theme, "small", "ink2"))
        self._column.addStretch(1)

    def _row(self, one: CueRuns) -> str:
        parts = [self.tr("1 run") if one.runs == 1 else self.tr("{n} runs").format(n=one.runs)]
        if one.cue and one.answered:
            kept = self.tr("kept mostly or every time on {kept} of {n}")
            parts.append(kept.format(kept=one.kept, n=one.answered))
        if one.middle is not None and one.rated == 1:
            parts.append(self.tr("worst pain {middle}").format(middle=plain_number(one.middle)))
        elif one.middle is not None:
            pain = self.tr("worst pain: middle {middle}, from {low} to {high}")
            if one.low == one.high:
                pain = self.tr("worst pain {middle} each time")
            parts.append(pain.format(middle=plain_number(one.middle), low=one.low, high=one.high))
        return ", ".join(parts) + "."
