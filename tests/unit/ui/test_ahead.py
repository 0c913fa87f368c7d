"""What is read beside the window after the start."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

from unknot.content.routines import Shelf
from unknot.ui.ahead import FIGURE, PARTS, Ahead


def test_the_library_is_read_beside_the_window_soon_after_the_start(qtbot, services, monkeypatch):
    read = []
    get = Shelf.__getitem__
    monkeypatch.setattr(Shelf, "__getitem__", lambda shelf, which: (read.append(which), get(shelf, which))[1])
    parent = QObject()
    ahead = Ahead(parent)
    ahead.begin(services.shelves)
    qtbot.waitUntil(lambda: not ahead._left)
    ahead.end()
    assert {FIGURE, *PARTS} <= sys.modules.keys()
    assert set(read) == {name for shelf in services.shelves for name in shelf}
    assert services.read_own.made is None  # the history is the window's own


def test_nothing_is_read_after_the_end(qtbot, services):
    parent = QObject()
    ahead = Ahead(parent)
    ahead.begin(services.shelves)
    ahead.end()
    assert ahead._thread is None
    assert not ahead._soon.isActive()
