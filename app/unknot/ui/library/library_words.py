"""What routines and drills say of themselves in the same words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def level_word(level: int) -> str:
    """Gentle, regular or demanding."""
    return (
        translate("LibraryWords", "Gentle"),
        translate("LibraryWords", "Regular"),
        translate("LibraryWords", "Demanding"),
    )[min(max(level, 1), 3) - 1]
