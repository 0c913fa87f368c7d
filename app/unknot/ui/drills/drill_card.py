"""A drill in the library: its key pose, what it is, how long, and Start."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from unknot.domain.drill import Drill
from unknot.services.bundle import Services
from unknot.ui.drills.drill_words import dose_line, kind_word, minutes_line, things_line
from unknot.ui.drills.key_pose import KeyPose
from unknot.ui.release.pieces import fact
from unknot.ui.release.routine_words import level_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

STRIP = 148  # px of the picture


class DrillCard(QFrame):
    """One drill. `start_wanted` carries its id, also from "See why" while it is `locked` for that reason."""

    start_wanted = Signal(str)

    def __init__(self, drill: Drill, locked: str, services: Services, theme: Theme) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self.setAccessibleName(drill.title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.drill, self.locked = drill, locked
        row = spaced(QHBoxLayout(self), theme, (1, 1, 20, 1), 20)
        self.picture = KeyPose(theme, services.gait, drill.id)
        self.picture.setFixedWidth(theme.px(STRIP))
        self.picture.setMinimumHeight(theme.px(200))
        self.picture.setAccessibleName(drill.title)
        row.addWidget(self.picture)
        column = spaced(QVBoxLayout(), theme, (0, 18, 0, 18), 8)
        row.addLayout(column, 1)
        column.addWidget(Words(drill.title, theme, "h3"))
        under = f"{kind_word(drill)} · {level_word(drill.level)}"
        column.addWidget(Words(under, theme, "small", "ink2"))
        column.addWidget(Words(drill.summary, theme, tone="ink2"))
        column.addStretch(1)
        column.addWidget(fact("timer", minutes_line(drill), theme))
        column.addWidget(fact("person-simple-run", dose_line(drill), theme))
        if locked:
            column.addWidget(fact("lock-simple", locked, theme))
        else:
            column.addWidget(fact("check-bold", things_line(drill), theme))
        self.button = Button(
            self.tr("See why") if locked else self.tr("Start"),
            theme,
            icon="info-bold" if locked else "play-fill",
        )
        self.button.setAccessibleDescription(drill.title)
        self.button.clicked.connect(self._start)
        column.addWidget(self.button)

    def _start(self) -> None:
        self.start_wanted.emit(self.drill.id)
