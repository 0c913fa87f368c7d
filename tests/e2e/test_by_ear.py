"""The body map through the accessibility tree of a real desktop, where one can be had."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "openbox", "dbus-run-session", SYSTEM_PYTHON)
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
SCRIPT = Path(__file__).with_name("by_ear.py")


def lacking() -> str:
    """What of a desktop is not installed; empty where all is there."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        return ", ".join(missing)
    bound = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], check=False, capture_output=True)
    return "" if bound.returncode == 0 else "the system Python's bindings of AT-SPI"


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own."""
    told, tell = os.pipe()
    screen = ["-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), *screen], pass_fds=[tell], stderr=subprocess.DEVNULL
    )
    os.close(tell)
    with os.fdopen(told) as pipe:
        number = pipe.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.mark.timeout(300)
@pytest.mark.skipif(bool(lacking()), reason=f"not installed: {lacking()}")
def test_the_body_map_can_be_heard_walked_rated_and_marked_without_a_picture(tmp_path, display):
    data = tmp_path / "history"
    subprocess.run([sys.executable, "-m", "unknot", "--data-dir", data, "demo"], check=True)
    # a window that comes before its manager may never become the active one
    managed = 'openbox --sm-disable --startup "touch $HOME/managed" >/dev/null 2>&1 &'
    waited = "until [ -e $HOME/managed ]; do sleep 0.1; done"
    whole = f"{managed} {waited}; exec {SYSTEM_PYTHON} {SCRIPT} {sys.executable} {data}"
    own_bus = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    heard = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", whole],
        check=False,
        capture_output=True,
        text=True,
        timeout=240,
        env={**own_bus, "DISPLAY": display, "HOME": str(tmp_path)},
    )
    assert heard.returncode == 0, heard.stdout + heard.stderr
    assert heard.stdout.splitlines()[-1] == "heard"
