"""The pages of the window: id, key number, icon, label, and how each is made on its first visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from unknot.ui.navigation import Entry
from unknot.ui.theme import Theme

if TYPE_CHECKING:
    from unknot.services.bundle import Services

TODAY, BODY_MAP, RELEASE, DRILLS = "today", "body_map", "release", "drills"
RUNS, PROGRESS, SETTINGS = "runs", "progress", "settings"
# Learn keeps 7 until it exists: a number never shifts
NUMBERS = {TODAY: 1, BODY_MAP: 2, RELEASE: 3, DRILLS: 4, RUNS: 5, PROGRESS: 6, SETTINGS: 8}
_ICONS = {
    TODAY: "sun-horizon",
    BODY_MAP: "person",
    RELEASE: "tennis-ball",
    DRILLS: "person-simple-run",
    RUNS: "path",
    PROGRESS: "chart-line-up",
    SETTINGS: "gear-six",
}


PageMaker = Callable[["Services", Theme], QWidget]
"""Imports a page's module and makes the page; slow modules load with the first visit only."""


def _today(services: Services, theme: Theme) -> QWidget:
    from unknot.ui.today.today_page import TodayPage  # noqa: PLC0415  # loads with the first visit

    return TodayPage(services, theme)


def _body_map(services: Services, theme: Theme) -> QWidget:
    from unknot.ui.body_map.body_map_page import BodyMapPage  # noqa: PLC0415  # as above

    return BodyMapPage(services, theme)


def _release(services: Services, theme: Theme) -> QWidget:
    from unknot.ui.release.release_page import ReleasePage  # noqa: PLC0415  # as above

    return ReleasePage(services, theme)


def _drills(services: Services, theme: Theme) -> QWidget:
    from unknot.ui.drills.drills_page import DrillsPage  # noqa: PLC0415  # as above

    return DrillsPage(services, theme)


def _runs(services: Services, theme: Theme) -> QWidget:
    from unknot.ui.runs.runs_page import RunsPage  # noqa: PLC0415  # as above

    return RunsPage(services, theme)


def _progress(services: Services, theme: Theme) -> QWidget:
    from unknot.ui.progress.progress_page import ProgressPage  # noqa: PLC0415  # as above

    return ProgressPage(services, theme)


def _settings(services: Services, theme: Theme) -> QWidget:
    from unknot.ui.settings.settings_page import SettingsPage  # noqa: PLC0415  # as above

    return SettingsPage(services, theme)


MAKERS: dict[str, PageMaker] = {
    TODAY: _today,
    BODY_MAP: _body_map,
    RELEASE: _release,
    DRILLS: _drills,
    RUNS: _runs,
    PROGRESS: _progress,
    SETTINGS: _settings,
}


def label(page: str) -> str:
    """The page's name in the rail."""
    words = {
        TODAY: QCoreApplication.translate("Pages", "Today"),
        BODY_MAP: QCoreApplication.translate("Pages", "Body map"),
        RELEASE: QCoreApplication.translate("Pages", "Release"),
        DRILLS: QCoreApplication.translate("Pages", "Drills"),
        RUNS: QCoreApplication.translate("Pages", "Runs"),
        PROGRESS: QCoreApplication.translate("Pages", "Progress"),
        SETTINGS: QCoreApplication.translate("Pages", "Settings"),
    }
    return words[page]


def entries() -> tuple[Entry, ...]:
    """The rail's entries, in order."""
    return tuple(
        Entry(page, label(page), _ICONS[page], NUMBERS[page], at_foot=page == SETTINGS) for page in MAKERS
    )
