"""Where the undo bar lies: on every page inside the window and over nothing that can be pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QScrollBar, QWidget

from helpers.histories import CALF
from helpers.wall_clock import WallClock
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import Size
from unknot.services.bundle import Services
from unknot.ui import pages
from unknot.ui.body_map.body_map_page import BodyMapPage
from unknot.ui.main_window import MainWindow
from unknot.ui.theme import Theme

PLACE = "gastrocnemius_lateral_belly_upper"
FOUR = (pages.TODAY, pages.BODY_MAP, pages.RUNS, pages.PROGRESS)


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def seen(widget: QWidget, window: QWidget) -> QRect:
    """The part of a widget that can be seen, in the window."""
    shown = widget.visibleRegion().boundingRect()
    return shown.translated(widget.mapTo(window, QPoint()))


def covered(window: MainWindow) -> list[str]:
    """The names of what can be pressed and lies, in whole or in part, where the bar is."""
    bar = window.undoing.bar
    place = QRect(bar.mapTo(window, QPoint()), bar.size())
    assert window.rect().contains(place)
    assert place.left() > window.rail.geometry().right()
    found = []
    for part in (*window.findChildren(QAbstractButton), *window.findChildren(QAbstractSlider)):
        if not part.isVisible() or not part.isEnabled() or bar.isAncestorOf(part):
            continue
        whole = QRect(part.mapTo(window, QPoint()), part.size())
        if seen(part, window).intersects(place) or (
            not isinstance(part, QScrollBar) and whole.intersects(place) and not _is_scrolled(part)
        ):
            found.append(part.accessibleName() or type(part).__name__)
    return found


def _is_scrolled(part: QWidget) -> bool:
    """Whether it can be brought into sight: its page scrolls."""
    room = part.parentWidget()
    while room is not None and room.objectName() != "qt_scrollarea_viewport":
        room = room.parentWidget()
    return room is not None


@pytest.fixture
def some_history(services: Services, clock: WallClock) -> None:
    services.journal.add_knot(CALF, PLACE, 6, Size.MARBLE)
    clock.advance(days=9)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("page", FOUR)
def test_the_bar_covers_nothing_that_can_be_pressed(
    some_history: None,
    window: MainWindow,
    services: Services,
    page: str,
    size: tuple[int, int],
    scale: int,
) -> None:
    services.settings.choose(text_scale=scale)
    window.resize(*size)
    window.go(page)
    settle()
    services.journal.add_knot(CALF, PLACE, 3, Size.PEA)
    settle()
    assert window.undoing.bar.isVisible()
    assert covered(window) == []
    window.undoing.bar.put_away()


def test_the_legs_keep_their_size_while_the_bar_is_there(
    some_history: None, window: MainWindow, services: Services
) -> None:
    window.go(pages.BODY_MAP)
    settle()
    page = window.stack.page(pages.BODY_MAP)
    assert isinstance(page, BodyMapPage)
    before = page.stage.geometry()
    services.journal.rate_knot(services.journal.knots()[0].knot.id, 3)
    settle()
    assert page.side.isAncestorOf(window.undoing.bar)
    assert page.stage.geometry() == before
    window.undoing.bar.put_away()


def test_an_open_knot_has_its_own_undo_and_the_bar_comes_with_the_list(
    some_history: None, window: MainWindow, services: Services
) -> None:
    window.go(pages.BODY_MAP)
    page = window.stack.page(pages.BODY_MAP)
    assert isinstance(page, BodyMapPage)
    knot = services.journal.knots()[0].knot.id
    page.choose(knot)
    settle()
    services.journal.rate_knot(knot, 3)
    settle()
    assert page.panel.undo_button.isVisible()
    assert not window.undoing.bar.isVisible()
    services.journal.delete_knot(knot)
    settle()
    assert window.undoing.bar.isVisible()
    assert covered(window) == []
    window.undoing.bar.put_away()


def test_in_a_round_back_one_takes_back_and_no_bar_comes(
    some_history: None, window: MainWindow, services: Services
) -> None:
    window.go(pages.BODY_MAP)
    page = window.stack.page(pages.BODY_MAP)
    assert isinstance(page, BodyMapPage)
    services.journal.add_knot(CALF, PLACE, 3, Size.PEA)
    page.check_all()
    page.round_view.rate(2)
    settle()
    assert page.round_view.isVisible()
    assert not window.undoing.bar.isVisible()
    window.undoing.bar.put_away()


def test_the_bar_goes_along_to_another_page_and_another_look(
    some_history: None, window: MainWindow, services: Services, theme: Theme
) -> None:
    window.go(pages.BODY_MAP)
    settle()
    services.journal.add_knot(CALF, PLACE, 3, Size.PEA)
    services.settings.choose(theme=ThemeChoice.DARK, text_scale=150)  # its page is made anew
    settle()
    assert window.undoing.bar.isVisible()
    window.go(pages.RUNS)
    settle()
    assert window.undoing.bar.isVisible()
    assert covered(window) == []
    window.undoing.bar.put_away()
    settle()
    window.go(pages.BODY_MAP)
    services.settings.choose(text_scale=100)
    services.journal.add_knot(CALF, PLACE, 2, Size.PEA)
    settle()
    assert window.undoing.bar.isVisible()
    window.undoing.bar.put_away()
    theme.apply(ThemeChoice.LIGHT, 100)


def test_when_it_goes_the_page_has_its_room_again(
    some_history: None, window: MainWindow, services: Services
) -> None:
    window.go(pages.RUNS)
    settle()
    before = window.stack.geometry()
    services.journal.add_knot(CALF, PLACE, 3, Size.PEA)
    settle()
    assert window.stack.geometry().bottom() < before.bottom()
    window.undoing.bar._timer.timeout.emit()
    settle()
    assert window.stack.geometry() == before
