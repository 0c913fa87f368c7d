"""What is read beside the window after the start."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from unknot.content.routines import Shelf
from unknot.ui.ahead import FIGURE, Ahead


def test_the_library_is_read_beside_the_window_soon_after_the_start(qtbot, services, monkeypatch):
    read = []
    get = Shelf.__getitem__
    monkeypatch.setattr(Shelf, "__getitem__", lambda shelf, which: (read.append(which), get(shelf, which))[1])
    parent = QObject()
    ahead = Ahead(parent)
    ahead.begin(services)
    qtbot.waitUntil(lambda: ahead._thread is not None)
    ahead.end()
    assert FIGURE in sys.modules
    assert set(read) == {*services.library.routines, *services.library.drills}


def test_nothing_is_read_after_the_end(qtbot, services):
    parent = QObject()
    ahead = Ahead(parent)
    ahead.begin(services)
    ahead.end()
    assert ahead._thread is None
    assert not ahead._soon.isActive()
