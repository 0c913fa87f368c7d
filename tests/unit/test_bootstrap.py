"""From the first frame to the open history, and every refusal on the way, in the real window."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from unknot import bootstrap
from unknot.domain.errors import KnownError
from unknot.services import front_door
from unknot.services.instance import InstanceLock
from unknot.ui.dialogs.crash_dialog import CrashDialog
from unknot.ui.dialogs.known_error import KnownErrorView
from unknot.ui.widgets.button import Button

Start = Callable[..., bootstrap.Sitting]


@pytest.fixture
def data(empty_history: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(empty_history, folder / "unknot.db")
    return folder


@pytest.fixture
def milestones() -> list[str]:
    return []


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, data: Path, milestones: list[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Starts the program as `main` does, without leaving the event loop to it."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # the program takes both over
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    begun: list[bootstrap.Sitting] = []

    def started(crashed: Path | None = None) -> bootstrap.Sitting:
        sitting = bootstrap.Sitting(qapp, data, crashed, milestones.append)
        qtbot.addWidget(sitting.window)
        begun.append(sitting)
        return sitting

    yield started
    for sitting in begun:
        sitting.window.close()
        sitting.end()
        sitting.deleteLater()


def refusal(sitting: bootstrap.Sitting, qtbot: QtBot) -> KnownErrorView:
    qtbot.waitUntil(lambda: sitting.window.findChild(KnownErrorView) is not None)
    view = sitting.window.findChild(KnownErrorView)
    assert view is not None
    return view


def test_the_frame_is_painted_before_the_history_opens(
    start: Start, milestones: list[str], qtbot: QtBot
) -> None:
    sitting = start()
    with qtbot.waitSignal(sitting.window.first_painted):
        assert sitting.window.page == ""
    qtbot.waitUntil(lambda: milestones == ["painted", "filled"])
    assert sitting.window.page == "today"


def test_todays_copy_is_made_after_the_start(
    start: Start, milestones: list[str], data: Path, qtbot: QtBot
) -> None:
    start()
    qtbot.waitUntil(lambda: "filled" in milestones)
    qtbot.waitUntil(lambda: list((data / "backups").glob("unknot-*.db")) != [])


def test_a_second_window_says_so_and_opens_when_the_first_is_gone(
    start: Start, data: Path, milestones: list[str], qtbot: QtBot
) -> None:
    other = InstanceLock(data)
    other.take()
    sitting = start()
    view = refusal(sitting, qtbot)
    assert view.what.text() == "Unknot is already open with this history."
    assert not sitting.window.rail.buttons["today"].isEnabled()
    other.release()
    again = next(button for button in view.findChildren(Button) if button.text() == "Try again")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "filled" in milestones)
    assert sitting.window.page == "today"


def words_of(view: QWidget) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel))


def test_a_damaged_file_is_told_with_its_place_and_its_copies_and_can_be_put_right(
    start: Start, data: Path, empty_history: Path, milestones: list[str], qtbot: QtBot
) -> None:
    file, backups = data / "unknot.db", data / "backups"
    file.write_bytes(b"this is no history " * 900)
    backups.mkdir()
    shutil.copy(empty_history, backups / "unknot-2026-11-08.db")
    sitting = start()
    view = refusal(sitting, qtbot)
    told = words_of(view)
    assert str(file) in told
    assert str(backups) in told
    assert "unknot-2026-11-08.db" in told
    assert "another data folder" not in told
    assert view.focusProxy() is view.retry
    shutil.copy(backups / "unknot-2026-11-08.db", file)
    QTest.mouseClick(view.retry, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "filled" in milestones)


def test_a_damaged_file_without_copies_says_that_there_are_none(
    start: Start, data: Path, qtbot: QtBot
) -> None:
    (data / "unknot.db").write_bytes(b"this is no history " * 900)
    assert "There are none yet." in words_of(refusal(start(), qtbot))


def test_the_folder_is_opened_by_the_system(
    start: Start, data: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def note(address: QUrl) -> bool:
        opened.append(address.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    (data / "unknot.db").write_bytes(b"this is no history " * 900)
    view = refusal(start(), qtbot)
    QTest.mouseClick(view.open_button, Qt.MouseButton.LeftButton)
    assert [Path(one) for one in opened] == [data]
    assert "No program" in view.fault.text()


def test_trying_again_too_early_says_the_same_again(start: Start, data: Path, qtbot: QtBot) -> None:
    other = InstanceLock(data)
    other.take()
    sitting = start()
    for _ in range(2):
        view = refusal(sitting, qtbot)
        again = next(button for button in view.findChildren(Button) if button.text() == "Try again")
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)
        QTest.qWait(0)
    assert refusal(sitting, qtbot).isVisible()
    other.release()


def test_a_damaged_history_is_refused_and_left_alone(start: Start, data: Path, qtbot: QtBot) -> None:
    (data / "unknot.db").write_bytes(b"not a database " * 100)
    sitting = start()
    view = refusal(sitting, qtbot)
    assert "damaged" in view.what.text()
    assert (data / "unknot.db").read_bytes() == b"not a database " * 100
    InstanceLock(data).take()  # the folder was given back


def test_a_refusal_can_be_closed(start: Start, data: Path, qtbot: QtBot) -> None:
    (data / "unknot.db").write_bytes(b"not a database " * 100)
    sitting = start()
    close = next(one for one in refusal(sitting, qtbot).findChildren(Button) if one.text() == "Close Unknot")
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not sitting.window.isVisible()


def test_a_crash_of_the_last_sitting_is_told(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    report = tmp_path / "crash-20260913-080000.txt"
    report.write_text("Fatal Python error: Segmentation fault\n")
    sitting = start(report)
    qtbot.waitUntil(lambda: sitting.window.findChild(CrashDialog) is not None)
    dialog = sitting.window.findChild(CrashDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Unknot ended unexpectedly last time"
    dialog.reject()


def test_a_bug_is_told_once_with_its_report(start: Start, milestones: list[str], qtbot: QtBot) -> None:
    sitting = start()
    qtbot.waitUntil(lambda: "filled" in milestones)
    error = RuntimeError("a bug")
    sys.excepthook(RuntimeError, error, None)
    dialog = sitting.window.findChild(CrashDialog)
    assert dialog is not None
    assert "RuntimeError: a bug" in dialog._report
    dialog.reject()


def test_a_bug_in_another_thread_reaches_the_window(
    start: Start, milestones: list[str], qtbot: QtBot
) -> None:
    sitting = start()
    qtbot.waitUntil(lambda: "filled" in milestones)
    hook, told = threading.excepthook, RuntimeError("in a thread")

    def fail() -> None:
        hook(threading.ExceptHookArgs((RuntimeError, told, None, threading.current_thread())))

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: sitting.window.findChild(CrashDialog) is not None)
    sitting.window.findChild(CrashDialog).reject()


def test_a_known_trouble_that_nobody_caught_is_one_sentence(
    start: Start, milestones: list[str], qtbot: QtBot
) -> None:
    sitting = start()
    qtbot.waitUntil(lambda: "filled" in milestones)
    sys.excepthook(KnownError, KnownError("Could not save: the disk is full.", "Free some space."), None)
    assert sitting.window.bars.above_pages.isVisible()
    assert sitting.window.findChild(CrashDialog) is None


def test_a_start_beside_one_that_comes_to_the_front_closes_again_and_says_so(
    start: Start,
    data: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = InstanceLock(data)
    other.take()
    asked: list[Path] = []

    def knock(folder: Path, _patience_ms: int) -> bool:
        asked.append(folder)
        return True

    monkeypatch.setattr(front_door, "knock", knock)
    sitting = start()
    qtbot.waitUntil(lambda: not sitting.window.isVisible())
    assert asked == [data]
    assert capsys.readouterr().out == front_door.ALREADY_OPEN + "\n"
    other.release()


def test_a_knock_brings_the_window_out_of_minimised_as_large_as_it_was(
    start: Start, milestones: list[str], qtbot: QtBot
) -> None:
    sitting = start()
    qtbot.waitUntil(lambda: "filled" in milestones)
    sitting.window.showFullScreen()
    sitting.window.setWindowState(sitting.window.windowState() | Qt.WindowState.WindowMinimized)
    door = sitting.findChild(front_door.FrontDoor)
    assert door is not None
    door.knocked.emit("a-token")
    assert not sitting.window.isMinimized()
    assert sitting.window.isFullScreen()
