"""Media keys of a Linux desktop reach a session while it is on, and only then."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from unknot.domain.player import PlayerState
from unknot.services import media_keys
from unknot.services.media_keys import NAME, MediaKey, MediaKeys

CHILD = """
import sys
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from unknot.domain.player import PlayerState
from unknot.services.media_keys import MediaKeys

app = QCoreApplication([])
keys = MediaKeys()
keys.pressed.connect(lambda key: print(key.name, flush=True))

def told(_socket):
    word = sys.stdin.readline().strip()
    if word == "rest":
        keys.rest()
    elif word:
        keys.show("Outer calf", PlayerState[word])
    else:
        app.quit()
    print("did", word, flush=True)

notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(told)
app.exec()
"""
needs_bus = pytest.mark.skipif(
    not all(shutil.which(name) for name in ("dbus-daemon", "gdbus")), reason="no D-Bus tools here"
)


class Desktop:
    """A bus of its own, a program on it, and a desktop that presses keys."""

    def __init__(self, folder: Path) -> None:
        address = f"unix:path={folder / 'bus'}"
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", f"--address={address}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._bus.stdout.readline()
        self._home = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address}
        self.program = subprocess.Popen(
            [sys.executable, "-c", CHILD], env=self._home,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        )  # fmt: skip

    def tell(self, word: str) -> None:
        self.program.stdin.write(word + "\n")
        assert self.program.stdout.readline().strip() == f"did {word}"

    def call(self, method: str, *words: str) -> str:
        done = subprocess.run(
            ["gdbus", "call", "--session", "--dest", NAME, "--object-path", "/org/mpris/MediaPlayer2",
             "--method", method, *words],
            env=self._home, capture_output=True, text=True, timeout=20, check=False,
        )  # fmt: skip
        return done.stdout.strip() if done.returncode == 0 else "not there"

    def press(self, key: str) -> str:
        answer = self.call(f"org.mpris.MediaPlayer2.Player.{key}")
        return answer if answer == "not there" else self.program.stdout.readline().strip()

    def status(self) -> str:
        words = ("org.mpris.MediaPlayer2.Player", "PlaybackStatus")
        return self.call("org.freedesktop.DBus.Properties.Get", *words)

    def close(self) -> None:
        self.program.communicate("", timeout=20)
        self._bus.terminate()
        self._bus.communicate()


@pytest.fixture
def desktop(tmp_path):
    desktop = Desktop(tmp_path)
    yield desktop
    desktop.close()


@needs_bus
def test_the_keys_come_while_a_session_is_on_and_are_left_to_others_after_it(desktop):
    assert desktop.press("PlayPause") == "not there"
    desktop.tell("RUNNING")
    assert desktop.status() == "(<'Playing'>,)"
    for name, key in (
        ("PlayPause", "TOGGLE"), ("Play", "PLAY"), ("Pause", "PAUSE"), ("Stop", "PAUSE"), ("Next", "NEXT"),
        ("Previous", "PREVIOUS"),
    ):  # fmt: skip
        assert desktop.press(name) == key
    desktop.tell("PAUSED")
    assert desktop.status() == "(<'Paused'>,)"
    desktop.tell("rest")
    assert desktop.press("Next") == "not there"
    desktop.tell("RUNNING")  # the next session of the sitting
    assert desktop.press("Next") == "NEXT"


@needs_bus
def test_a_desktop_is_told_what_it_needs_to_show_the_session(desktop):
    desktop.tell("WAITING")
    everything = "org.freedesktop.DBus.Properties.GetAll"
    player = desktop.call(everything, "org.mpris.MediaPlayer2.Player")
    assert "'PlaybackStatus': <'Playing'>" in player
    assert "'xesam:title': <'Outer calf'>" in player
    assert "'mpris:trackid': <objectpath '/org/unknot/session'>" in player
    root = desktop.call(everything, "org.mpris.MediaPlayer2")
    assert "'Identity': <'Unknot'>" in root
    assert "'CanQuit': <false>" in root


class Face:
    """What would be on the bus; the names in `taken` are another program's."""

    def __init__(self, taken=()):
        self.taken, self.told = taken, []

    def __call__(self, press):
        self.press = press
        return self

    def join(self, name):
        self.told.append(("join", name))
        return name not in self.taken

    def show(self, title, *, goes_on):
        self.told.append((title, goes_on))

    def leave(self):
        self.told.append("leave")


@pytest.fixture
def on_linux(monkeypatch):
    pytest.importorskip("PySide6.QtDBus")
    monkeypatch.setattr(media_keys.sys, "platform", "linux")

    def put(face):
        monkeypatch.setattr("unknot.services.media_dbus.DesktopPlayer", face)
        return MediaKeys()

    return put


def test_a_second_window_has_a_name_of_its_own(on_linux):
    face = Face(taken=(NAME,))
    keys = on_linux(face)
    keys.show("Calf", PlayerState.RUNNING)
    keys.rest()
    second = f"{NAME}.instance{os.getpid()}"
    assert face.told == [("join", NAME), ("join", second), ("Calf", True), "leave"]


def test_without_a_bus_it_is_not_asked_again(on_linux):
    face = Face(taken=(NAME, f"{NAME}.instance{os.getpid()}"))
    keys = on_linux(face)
    keys.show("Calf", PlayerState.RUNNING)
    keys.show("Calf", PlayerState.PAUSED)
    keys.rest()
    assert len(face.told) == 2


def test_a_key_is_told(on_linux, qtbot):
    face = Face()
    keys = on_linux(face)
    keys.show("Calf", PlayerState.READY)
    assert face.told[-1] == ("Calf", False)
    with qtbot.waitSignal(keys.pressed) as told:
        face.press(MediaKey.NEXT)
    assert told.args == [MediaKey.NEXT]


def test_elsewhere_nothing_is_loaded(monkeypatch):
    monkeypatch.setattr(media_keys.sys, "platform", "darwin")
    keys = MediaKeys()
    keys.show("Calf", PlayerState.RUNNING)
    keys.rest()
