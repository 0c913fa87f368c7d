"""What every test of the window gets: an offscreen screen, the theme, and services on a real history."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from unknot import paths
from unknot.domain.choices import ThemeChoice
from unknot.ui.theme import Theme


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Iterator[Theme]:
    """The theme of the application, made once: fonts load slowly."""
    qapp.setStyle("Fusion")
    theme = Theme(qapp, paths.resources())
    yield theme
    qapp.setStyleSheet("")


@pytest.fixture
def theme(qapp: QApplication, one_theme: Theme) -> Theme:
    """The light theme at 100 %, whatever the test before did to it."""
    if not qapp.styleSheet() or one_theme.is_dark or one_theme.text_scale != 100 or one_theme.reduced_motion:
        one_theme.apply(ThemeChoice.LIGHT, 100)
    return one_theme
