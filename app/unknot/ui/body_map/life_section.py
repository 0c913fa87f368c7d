"""The part of the knot panel that tells its life: dates, and the routines done on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from unknot.domain.knot_life import RoutineUse
from unknot.domain.knots import KnotStory
from unknot.ui.body_map.life_words import life_lines, routine_lines
from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class LifeSection(QWidget):
    """Words only; what was done for it is hidden while nothing was."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        column = spaced(QVBoxLayout(self), theme, 0, 2)
        self.dates = Words("", theme, "small", "ink2")
        self.routines = Words("", theme, "small", "ink2")
        self._titles = [QLabel(self.tr("Its course so far")), QLabel(self.tr("Routines done on it"))]
        for title, words in zip(self._titles, (self.dates, self.routines), strict=True):
            title.setProperty("type", "label")
            title.setWordWrap(True)
            column.addWidget(title)
            column.addWidget(words)
        column.insertSpacing(2, theme.px(8))

    def show_life(self, story: KnotStory, uses: Sequence[RoutineUse]) -> None:
        """Show what is known of a knot."""
        now = self._now()
        self.dates.setText("\n\n".join(life_lines(story, now)))
        self.routines.setText("\n\n".join(routine_lines(uses, now)))
        for part in (self._titles[1], self.routines):
            part.setVisible(bool(uses))
