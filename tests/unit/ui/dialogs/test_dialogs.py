"""The dialogs by gestures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from helpers.histories import a_session
from helpers.wall_clock import WallClock
from unknot.domain.choices import ThemeChoice
from unknot.domain.errors import KnownError
from unknot.ui.dialogs.crash_dialog import CrashDialog
from unknot.ui.dialogs.keys import KeysDialog
from unknot.ui.dialogs.known_error import KnownErrorView
from unknot.ui.dialogs.resume import ResumeDialog
from unknot.ui.main_window import MainWindow
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words


def texts(dialog: object) -> list[str]:
    return [button.text() for button in dialog.findChildren(Button) if not button.isHidden()]


def test_the_report_of_a_crash_can_be_copied(theme: Theme, qtbot: QtBot) -> None:
    dialog = CrashDialog(theme, "Unknot 0.1.0\nValueError", Path("/somewhere/logs"))
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Unknot 0.1.0\nValueError"
    assert dialog.copy_button.text() == "Copied"


def test_a_crash_of_the_last_sitting_says_so(theme: Theme, qtbot: QtBot) -> None:
    dialog = CrashDialog(theme, "stack", Path("/logs"), before=True)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Unknot ended unexpectedly last time"


@pytest.mark.parametrize(
    ("done_s", "can_resume", "offered"),
    [
        (130.0, True, ["Discard", "Save what was done", "Resume"]),
        (130.0, False, ["Discard", "Save what was done"]),
        (0.0, True, ["Discard", "Resume"]),
        (0.0, False, ["Discard"]),
    ],
)
def test_only_what_can_be_done_is_offered(
    theme: Theme, qtbot: QtBot, clock: WallClock, done_s: float, can_resume: bool, offered: list[str]
) -> None:
    dialog = ResumeDialog(
        theme, a_session(clock(), done_s=done_s), why_not="" if can_resume else "It began on another day."
    )
    qtbot.addWidget(dialog)
    assert texts(dialog) == offered


@pytest.mark.parametrize(
    ("done_s", "said"),
    [
        (3.0, "Less than a minute of it done and stored."),
        (59.9, "Less than a minute of it done and stored."),
        (60.0, "1 minute of it done and stored."),
        (130.0, "2 minutes of it done and stored."),
    ],
)
def test_what_was_done_is_never_made_more_of(
    theme: Theme, qtbot: QtBot, clock: WallClock, done_s: float, said: str
) -> None:
    dialog = ResumeDialog(theme, a_session(clock(), done_s=done_s))
    qtbot.addWidget(dialog)
    assert said in " ".join(words.text() for words in dialog.findChildren(Words))


def test_enter_goes_on_and_never_discards(theme: Theme, qtbot: QtBot, clock: WallClock) -> None:
    dialog = ResumeDialog(theme, a_session(clock(), done_s=130.0))
    qtbot.addWidget(dialog)
    dialog.show()
    defaults = [button.text() for button in dialog.findChildren(Button) if button.isDefault()]
    assert defaults == ["Resume"]
    assert not any(button.autoDefault() for button in dialog.findChildren(Button) if not button.isDefault())


def test_a_refusal_always_offers_to_try_again(theme: Theme, qtbot: QtBot) -> None:
    view = KnownErrorView(theme, KnownError("Unknot is already open.", "Close it first."))
    qtbot.addWidget(view)
    assert texts(view) == ["Try again", "Close Unknot"]
    assert view.accessibleName() == "Unknot is already open. Close it first."


def test_what_has_the_keyboard_in_the_sheet_of_keys_has_a_name_and_its_keys_scroll(
    window: MainWindow, theme: Theme
) -> None:
    window.resize(1024, 700)
    sheet = KeysDialog(theme, window)
    sheet.open()
    held = sheet.focusWidget()
    assert isinstance(held, QScrollArea)
    assert held.accessibleName() == held.viewport().accessibleName() == "Keys"
    QTest.keyClick(held, Qt.Key.Key_PageDown)
    assert held.verticalScrollBar().value() > 0
    sheet.reject()


def test_the_keyboard_begins_at_the_button_that_is_meant_most(
    window: MainWindow, theme: Theme, clock: WallClock
) -> None:
    dialog = ResumeDialog(theme, a_session(clock(), done_s=130.0), parent=window)
    dialog.open()
    held = dialog.focusWidget()
    assert isinstance(held, Button)
    assert held.text() == "Resume"
    dialog.reject()


def test_a_dialog_is_no_larger_than_its_window(window: MainWindow, theme: Theme) -> None:
    theme.apply(ThemeChoice.LIGHT, 200)
    window.resize(1024, 700)
    dialog = KeysDialog(theme, window)
    dialog.open()
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    assert dialog.foot is not None
    assert dialog.rect().contains(dialog.foot.geometry())
    dialog.reject()
