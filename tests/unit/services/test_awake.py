"""The screen stays on while a session runs, by each system's own way, and never longer."""

from __future__ import annotations

import sys
import threading

import pytest

from unknot.domain.player import PlayerState
from unknot.services.awake import ChildAwake, NoAwake, SessionAwake, WindowsAwake


class FakeAwake:
    def __init__(self):
        self.asked = []

    def hold(self):
        self.asked.append("hold")

    def release(self):
        self.asked.append("release")

    def close(self):
        self.asked.append("close")


def test_it_holds_while_a_session_runs_or_waits_in_a_check_and_lets_go_in_every_other_state():
    awake = FakeAwake()
    session = SessionAwake(lambda: awake)
    for state in PlayerState:
        session.follow(state)
        on = state in {PlayerState.RUNNING, PlayerState.WAITING}
        if awake.asked:
            assert awake.asked[-1] == ("hold" if on else "release")
        else:
            assert not on
    session.close()
    assert awake.asked[-1] == "close"


def test_nothing_is_loaded_before_a_session_runs():
    opened = []

    def open_awake():
        opened.append(True)
        return FakeAwake()

    session = SessionAwake(open_awake)
    session.follow(PlayerState.READY)
    session.release()
    session.close()
    assert opened == []
    session.follow(PlayerState.RUNNING)
    session.follow(PlayerState.RUNNING)
    assert opened == [True]


def test_without_a_way_a_session_runs_all_the_same():
    for session in (SessionAwake(None), SessionAwake(NoAwake)):
        session.follow(PlayerState.RUNNING)
        session.follow(PlayerState.PAUSED)
        session.close()


def test_windows_keeps_display_and_system_on_and_is_told_when_not_any_more():
    told = []
    awake = WindowsAwake(told.append)
    awake.hold()
    awake.release()
    awake.hold()
    awake.close()
    assert told == [0x80000003, 0x80000000, 0x80000003, 0x80000000]


CHILD = (sys.executable, "-c", "import sys, time; time.sleep(60)")


def test_a_child_runs_as_long_as_the_screen_is_held_and_only_one():
    awake = ChildAwake(CHILD)
    awake.hold()
    first = awake._child
    awake.hold()
    assert awake._child is first
    assert first.poll() is None
    awake.release()
    assert first.poll() is not None
    awake.release()
    awake.hold()
    assert awake._child is not first
    second = awake._child
    awake.close()
    assert second.poll() is not None


def test_a_child_that_cannot_be_started_changes_nothing():
    awake = ChildAwake(["/nowhere/caffeinate"])
    awake.hold()
    awake.release()


pytest.importorskip("PySide6.QtDBus")
from unknot.services.awake_dbus import DesktopAwake  # noqa: E402  # not on every system


class Desktop:
    """A service of the desktop, there or not, and what it was asked."""

    def __init__(self, *, there=True):
        self.there, self.asked, self.changed = there, [], threading.Condition()

    def inhibit(self):
        self.note("inhibit")
        return self.undo if self.there else None

    def undo(self):
        self.note("undo")

    def note(self, what):
        with self.changed:
            self.asked.append(what)
            self.changed.notify_all()

    def wait_for(self, *asked):
        with self.changed:
            assert self.changed.wait_for(lambda: self.asked == list(asked), 5), self.asked


def test_the_desktop_is_asked_once_and_told_when_the_session_stands():
    desktop, other = Desktop(), Desktop()
    awake = DesktopAwake([lambda: desktop, lambda: other])
    awake.hold()
    desktop.wait_for("inhibit")
    awake.hold()
    awake.release()
    desktop.wait_for("inhibit", "undo")
    awake.hold()
    desktop.wait_for("inhibit", "undo", "inhibit")
    awake.close()
    assert desktop.asked == ["inhibit", "undo", "inhibit", "undo"]
    assert other.asked == []


def test_the_next_service_is_asked_where_the_first_is_not_there():
    missing, there = Desktop(there=False), Desktop()
    awake = DesktopAwake([lambda: missing, lambda: there])
    awake.hold()
    there.wait_for("inhibit")
    awake.release()
    there.wait_for("inhibit", "undo")
    awake.hold()
    there.wait_for("inhibit", "undo", "inhibit")
    awake.close()
    assert missing.asked == ["inhibit"]


def test_where_no_service_is_there_one_line_of_the_log_says_so(caplog):
    caplog.set_level("INFO")
    missing = Desktop(there=False)
    awake = DesktopAwake([lambda: missing])
    awake.hold()
    missing.wait_for("inhibit")
    awake.release()
    awake.hold()
    awake.close()
    assert missing.asked == ["inhibit"]
    assert [one.message for one in caplog.records] == [
        "The screen is not kept on: no service of the desktop does that"
    ]
