"""Walks every page and dialog, in both themes, at three sizes, and looks at each as a strict reader would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from helpers.audit import audit
from helpers.settling import settle
from unknot.domain.choices import ThemeChoice
from unknot.services.bundle import Services
from unknot.ui import pages
from unknot.ui.dialogs.about import AboutDialog
from unknot.ui.dialogs.crash_dialog import CrashDialog
from unknot.ui.dialogs.keys import KeysDialog
from unknot.ui.dialogs.resume import ResumeDialog
from unknot.ui.main_window import MainWindow
from unknot.ui.theme import Theme

LOOKS = [
    pytest.param(theme, size, scale, id=f"{theme.value}-{size[0]}x{size[1]}-{scale}")
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK)
    for size, scale in (((1024, 700), 100), ((1440, 900), 100), ((1440, 900), 200), ((1024, 700), 200))
]


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_each_page_of_a_full_history_is_whole_and_readable(
    look: ThemeChoice,
    size: tuple[int, int],
    scale: int,
    open_window: Callable[..., MainWindow],
    full_services: Services,
) -> None:
    walk(open_window(full_services, look, size, scale), size)


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS[::3])
def test_each_page_of_an_empty_history_is_whole_and_readable(
    look: ThemeChoice,
    size: tuple[int, int],
    scale: int,
    open_window: Callable[..., MainWindow],
    services: Services,
) -> None:
    walk(open_window(services, look, size, scale), size)


def walk(window: MainWindow, size: tuple[int, int]) -> None:
    """Go to each page in turn and look at it."""
    faults = []
    for page in pages.MAKERS:
        window.go(page)
        settle()
        assert window.page == page
        assert window.size().toTuple() == size, f"{page} makes the window {window.size().toTuple()}"
        faults += [f"{page}: {fault}" for fault in audit(window)]
    assert not faults, "\n".join(faults)


def _dialogs(services: Services, theme: Theme, window: QWidget) -> list[QDialog]:
    session = services.practice.sessions()[0]
    long_report = "\n".join(
        f'File "unknot/somewhere.py", line {number}, in something' for number in range(40)
    )
    return [
        KeysDialog(theme, window),
        AboutDialog(theme, services.anatomy_credit, window),
        CrashDialog(theme, long_report, Path("/home/somebody/.local/share/Unknot/logs"), parent=window),
        CrashDialog(theme, long_report, Path("/tmp/logs"), before=True, parent=window),
        ResumeDialog(theme, session, parent=window),
        ResumeDialog(
            theme,
            session,
            why_not="It began on another day. Start anew, so that today's questions come first.",
            parent=window,
        ),
    ]


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_a_dialog_is_whole_and_readable(
    look: ThemeChoice,
    size: tuple[int, int],
    scale: int,
    theme: Theme,
    full_services: Services,
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window(full_services, look, size, scale)
    faults: list[str] = []
    for dialog in _dialogs(full_services, theme, window):
        dialog.open()
        settle()
        assert dialog.width() <= size[0], f"{type(dialog).__name__} is {dialog.width()} px wide"
        assert dialog.height() <= size[1], f"{type(dialog).__name__} is {dialog.height()} px high"
        faults += audit(dialog)
        dialog.reject()
    assert not faults, "\n".join(faults)
