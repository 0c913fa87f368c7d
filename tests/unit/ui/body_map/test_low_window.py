"""The body map in the smallest window: the rows, the rating and the sizes come before what stands around."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from helpers.audit import audit
from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import Size

CALF = "gastrocnemius_lateral_belly_upper"
SMALLEST = (940, 700)  # the page of a window of 1024 x 700


@pytest.fixture
def knots(services, clock):
    """Five on the right calf, found a week ago."""
    made = [
        services.journal.add_knot(
            Spot(View.BACK, Side.RIGHT, 0.45, 0.60 + at / 50), CALF, 4 + at, Size.MARBLE
        )
        for at in range(5)
    ]
    clock.advance(days=7)
    return made


def settled(page):
    """The page once everything has found its place."""
    for _ in range(4):
        QApplication.processEvents()
    return page


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint()), widget.size())


@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_list_shows_at_least_three_rows_and_a_half(knots, open_page, theme, qtbot, look):
    theme.apply(look, 100)
    page = settled(open_page(*SMALLEST))
    view = page.list.view
    assert view.viewport().height() >= 3.5 * view.sizeHintForRow(0)
    assert page.list.round_button.isVisible()
    assert page.list.add_button.accessibleName() == "Add a knot"
    qtbot.waitUntil(lambda: audit(page) == [])


def test_with_room_the_buttons_have_their_words_and_rows_again(knots, open_page):
    page = settled(open_page(*SMALLEST))
    page.resize(1200, 880)
    settled(page)
    assert page.list.add_button.text() == "Add a knot"
    assert page.list.round_button.y() > page.list.add_button.geometry().bottom()


def test_rating_and_the_whole_size_ladder_are_in_sight_above_the_foot(knots, open_page, qtbot):
    page = open_page(*SMALLEST)
    page.choose(knots[0].id)
    settled(page)
    panel = page.panel
    assert panel.area.verticalScrollBar().value() == 0
    seen = place(panel.area.viewport(), page)
    for part in (*panel.picker.buttons, *panel.ladder.rungs.values(), panel.ladder.none_button):
        assert seen.contains(place(part, page))
    assert not panel.foot.geometry().intersects(panel.area.geometry())
    qtbot.waitUntil(lambda: audit(page) == [])


@pytest.mark.parametrize(("size", "scale"), [((940, 700), 100), ((940, 700), 200), ((1840, 700), 200)])
def test_the_foot_never_takes_half_of_the_panel(knots, open_page, theme, size, scale):
    theme.apply(ThemeChoice.LIGHT, scale)
    page = open_page(*size)
    page.choose(knots[0].id)
    settled(page)
    assert page.panel.foot.height() < page.panel.height() / 2


def test_at_the_largest_text_the_keyboard_reaches_the_sizes(knots, open_page, theme):
    theme.apply(ThemeChoice.LIGHT, 200)
    page = open_page(*SMALLEST)
    page.choose(knots[0].id)
    settled(page)
    rung = page.panel.ladder.rungs[Size.MARBLE]
    rung.setFocus()
    page.arrangement.area.ensureWidgetVisible(rung)
    settled(page)
    assert page.rect().contains(place(rung, page))
