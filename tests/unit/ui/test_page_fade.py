"""The page that was left fades over the next one, unless motion is reduced."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from unknot.services.bundle import Services
from unknot.ui.main_window import MainWindow
from unknot.ui.widgets.fade import Fade


def fades(window: MainWindow) -> list[Fade]:
    return [one for one in window.findChildren(Fade) if one.isVisible()]


def test_the_page_left_fades_and_is_gone(window: MainWindow, qtbot: QtBot):
    assert not fades(window)  # the first page comes at once
    window.go("runs")
    (fade,) = fades(window)
    assert fade.geometry() == window.stack.rect()
    under = window.stack.childAt(fade.rect().center())
    assert not isinstance(under, Fade)  # it takes no click
    qtbot.waitUntil(lambda: not fades(window), timeout=3000)


def test_with_reduced_motion_a_page_is_cut_to(window: MainWindow, services: Services):
    services.settings.choose(reduced_motion=True)
    QApplication.processEvents()
    window.go("runs")
    assert not fades(window)
