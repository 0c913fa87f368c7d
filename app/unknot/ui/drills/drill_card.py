"""A drill in the library: its key pose, what it is, how long, and Start."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from unknot.domain.drill import Drill
from unknot.services.bundle import Services
from unknot.ui.drills.drill_words import dose_line, kind_word, minutes_line, things_line
from unknot.ui.drills.key_pose import KeyPose
from unknot.ui.library.library_card import CardWords, LibraryCard
from unknot.ui.library.library_words import level_word
from unknot.ui.theme import Theme

STRIP = 148  # px of the picture


def drill_card(drill: Drill, locked: str, services: Services, theme: Theme, parent: QWidget) -> LibraryCard:
    """One drill; `locked` says why it may not be done now, empty if it may."""
    picture = KeyPose(theme, services.gait, drill.id)
    picture.setFixedWidth(theme.px(STRIP))
    picture.setMinimumHeight(theme.px(200))
    words = CardWords(
        drill.id,
        drill.title,
        f"{kind_word(drill)} · {level_word(drill.level)}",
        drill.summary,
        (
            ("timer", minutes_line(drill)),
            ("person-simple-run", dose_line(drill)),
            ("check-bold", things_line(drill)),
        ),
        locked,
    )
    return LibraryCard(words, picture, theme, parent)
