"""The theme that every player test draws with."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from unknot.domain.choices import ThemeChoice
from unknot.ui.theme import Theme

RESOURCES = Path(__file__).parents[4] / "resources"


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme at 100 %."""
    theme = Theme(qapp, RESOURCES)
    theme.apply(ThemeChoice.LIGHT, 100)
    return theme
