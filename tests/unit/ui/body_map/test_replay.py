"""The weeks under the map: what a day shows, how it is reached, and that only today can be changed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.audit import audit
from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import Size
from unknot.ui.body_map.time_slider import TimeSlider

LEFT = Qt.MouseButton.LeftButton
CALF, JUNCTION = "gastrocnemius_lateral_belly_upper", "biceps_femoris_junction"
CALF_SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
JUNCTION_SPOT = Spot(View.BACK, Side.LEFT, 0.5109, 0.458)


@pytest.fixture
def history_of_weeks(services, clock):
    """14 September: calf 8, golf ball. A week later 5 and the hamstring 6. Two weeks later calf 2, pea."""
    calf = services.journal.add_knot(CALF_SPOT, CALF, 8, Size.GOLF_BALL)
    clock.advance(days=7)
    services.journal.rate_knot(calf.id, 5)
    junction = services.journal.add_knot(JUNCTION_SPOT, JUNCTION, 6, Size.MARBLE)
    clock.advance(days=7)
    services.journal.rate_knot(calf.id, 2, Size.PEA)
    services.journal.close_knot(junction.id)
    clock.advance(days=7)
    return calf, junction


@pytest.fixture
def page(history_of_weeks, open_page):
    return open_page(1400)


def shown(page):
    """Tenderness and size of the marks on the stage, by knot."""
    return {item.mark.knot_id: (item.mark.look.tenderness, item.mark.look.size) for item in page.stage.items}


def test_there_is_no_bar_without_a_day_before(services, open_page):
    services.journal.add_knot(CALF_SPOT, CALF, 8, Size.GOLF_BALL)
    page = open_page(1400)
    assert not page.bar.isVisible()
    page.replay.play()
    assert not page.replay.is_past


def test_at_its_end_stands_today(page):
    assert page.bar.isVisible()
    assert page.bar.slider.value() == page.bar.slider.maximum() == 21
    assert not page.bar.today_button.isVisible()
    assert page.bar.slider.accessibleName() == "Day on the map: today"


def test_a_day_shows_each_knot_as_it_was_then(page, history_of_weeks):
    calf, junction = history_of_weeks
    page.bar.slider.setValue(0)
    assert shown(page) == {calf.id: (8, Size.GOLF_BALL)}
    page.bar.slider.setValue(8)
    assert shown(page) == {calf.id: (5, Size.GOLF_BALL), junction.id: (6, Size.MARBLE)}
    page.bar.slider.setValue(14)
    assert shown(page)[calf.id] == (2, Size.PEA)
    assert page.stage.item(calf.id).mark.look.first_size is Size.GOLF_BALL


def test_what_is_no_longer_found_fades_out(page, history_of_weeks):
    _, junction = history_of_weeks
    page.bar.slider.setValue(16)
    mark = page.stage.item(junction.id).mark
    assert not mark.look.is_open
    assert 0.5 < mark.opacity < 1
    page.bar.slider.setValue(20)
    assert page.stage.item(junction.id).mark.opacity < 0.3
    page.replay.back()
    assert page.stage.item(junction.id) is None


def test_the_day_is_said_in_words(page):
    page.bar.slider.setValue(7)
    assert page.bar.words.text() == "21 September. Rating is off."
    assert page.stage.hint.text() == "Monday 21 September, 2 weeks ago"
    assert page.bar.slider.accessibleName() == "Day on the map: Monday 21 September, 2 weeks ago"
    page.bar.slider.setValue(20)
    assert page.replay.words == "Sunday 4 October, yesterday"


def test_the_list_shows_the_same_day(page):
    page.bar.slider.setValue(8)
    assert page.list.title.text() == "2 knots"
    page.bar.slider.setValue(1)
    assert page.list.title.text() == "1 knot"


def test_rating_is_off_on_a_past_day(page, services, history_of_weeks, tap, qtbot):
    calf, _ = history_of_weeks
    before = services.journal.knots()
    page.bar.slider.setValue(8)
    page.stage.item(calf.id).setFocus()
    for key in (Qt.Key.Key_4, Qt.Key.Key_Plus, Qt.Key.Key_S, Qt.Key.Key_Delete):
        qtbot.keyClick(page.stage.item(calf.id), key)
    tap(page, Spot(View.BACK, Side.RIGHT, 0.35, 0.35))
    assert not page.marking.is_open
    page.choose(calf.id)
    qtbot.mouseClick(page.panel.picker.buttons[9], LEFT)
    assert services.journal.knots() == before
    assert page.panel.back_button.isEnabled()


def test_the_way_back_is_a_button_and_escape(page, services, history_of_weeks, qtbot):
    calf, _ = history_of_weeks
    page.bar.slider.setValue(8)
    qtbot.mouseClick(page.bar.today_button, LEFT)
    assert not page.replay.is_past
    page.bar.slider.setValue(8)
    qtbot.keyClick(page.bar.slider, Qt.Key.Key_Escape)
    assert not page.replay.is_past
    assert page.bar.slider.value() == 21
    page.choose(calf.id)
    qtbot.mouseClick(page.panel.picker.buttons[9], LEFT)
    assert services.journal.knot(calf.id).latest.tenderness == 9


def test_keys_step_by_days_and_weeks(page, qtbot):
    page.stage.setFocus()
    qtbot.keyClick(page.stage, Qt.Key.Key_BracketLeft)
    assert page.bar.slider.value() == 14
    qtbot.keyClick(page.stage, Qt.Key.Key_BracketLeft)
    qtbot.keyClick(page.stage, Qt.Key.Key_BracketRight)
    assert page.bar.slider.value() == 14
    slider = page.bar.slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == 13
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert slider.value() == 0
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert not page.replay.is_past


def test_dragging_goes_to_the_day_under_the_pointer(page, qtbot):
    slider = page.bar.slider
    middle = slider.width() // 2
    qtbot.mousePress(slider, LEFT, pos=QPoint(middle, 12))
    assert slider.value() in {10, 11}
    qtbot.mouseMove(slider, QPoint(5, 12))
    assert slider.value() == 0
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(5, 12))
    assert page.replay.is_past


def test_the_weeks_play_from_the_first_day_to_today(page, qtbot):
    days = []
    page.replay.day_changed.connect(lambda: days.append(page.replay.day))
    qtbot.keyClick(page.stage, Qt.Key.Key_P)
    assert page.replay.is_playing
    assert page.bar.play_button.accessibleName() == "Pause"
    motion = page.replay._motion
    motion.pause()
    for at in range(0, motion.duration(), 40):
        motion.setCurrentTime(at)
    motion.resume()
    motion.setCurrentTime(motion.duration())
    qtbot.waitUntil(lambda: not page.replay.is_playing)
    assert not page.replay.is_past
    assert days == sorted(days)
    assert page.bar.play_button.accessibleName() == "Play the weeks"


def play_to(page, days):
    """Let the weeks play up to a moment, in days since the first, and stand there."""
    if not page.replay.is_playing:
        page.replay.play()
    motion = page.replay._motion
    motion.pause()
    page.replay.show_moment(days)
    QApplication.processEvents()


def test_while_they_play_size_and_colour_go_over_and_the_number_is_that_of_the_day(page, history_of_weeks):
    calf, _ = history_of_weeks
    ways = []
    for days in (13.5, 14.2, 15.0, 16.4, 17.1):
        play_to(page, days)
        item = page.stage.item(calf.id)
        ways.append(item.mark.way)
    assert (ways[0], ways[-1]) == (1.0, 1.0)
    assert 0 < ways[1] < ways[2] < ways[3] < 1
    play_to(page, 14.2)
    mark = page.stage.item(calf.id).mark
    assert (mark.look.tenderness, mark.before.tenderness) == (2, 5)


def test_a_mark_on_its_way_is_painted_as_large_as_it_is_by_then(page, history_of_weeks):
    calf, _ = history_of_weeks
    wide = []  # of its pale halo, from edge to edge
    for days in (13.9, 14.7, 15.5, 16.3, 17.5):
        play_to(page, days)
        item = page.stage.item(calf.id)
        seen = page.stage.grab(item.geometry()).toImage()
        column = round(item.center.x() - item.x())
        white = [y for y in range(seen.height()) if seen.pixelColor(column, y).green() > 230]
        wide.append(max(white) - min(white))
    assert wide == sorted(wide, reverse=True)
    assert len(set(wide)) >= 4


def test_a_pause_shows_the_day_as_it_is(page, history_of_weeks):
    calf, _ = history_of_weeks
    play_to(page, 14.2)
    page.replay._motion.resume()
    page.replay.play()
    mark = page.stage.item(calf.id).mark
    assert not page.replay.is_playing
    assert (mark.before, mark.way, mark.opacity) == (None, 1.0, 1.0)


def test_by_hand_and_with_reduced_motion_nothing_is_on_its_way(page, theme, history_of_weeks):
    calf, _ = history_of_weeks
    page.bar.slider.setValue(14)
    assert page.stage.item(calf.id).mark.before is None
    theme.apply(ThemeChoice.LIGHT, 100, reduced_motion=True)
    page.replay.back()
    page.replay.play()
    for _ in range(2):
        assert all(item.mark.before is None and item.mark.opacity == 1.0 for item in page.stage.items)
        page.replay._steps.timeout.emit()


def test_playing_pauses_and_goes_on_from_there(page, qtbot):
    page.bar.slider.setValue(9)
    qtbot.mouseClick(page.bar.play_button, LEFT)
    assert page.replay.is_playing
    qtbot.mouseClick(page.bar.play_button, LEFT)
    assert not page.replay.is_playing
    assert page.replay.is_past
    assert page.bar.slider.value() >= 9


def test_with_reduced_motion_the_weeks_are_cut(page, theme, qtbot):
    theme.apply(ThemeChoice.LIGHT, 100, reduced_motion=True)
    page.replay.play()
    values = []
    page.replay.day_changed.connect(lambda: values.append(page.bar.slider.value()))
    while page.replay.is_playing:
        page.replay._steps.timeout.emit()
    assert values == [7, 14, 21]
    assert not page.replay.is_past


def test_leaving_the_page_goes_back_to_today(page):
    page.replay.play()
    page.hide()
    assert not page.replay.is_playing
    assert not page.replay.is_past


def test_adding_a_knot_goes_back_to_today(page, qtbot):
    page.bar.slider.setValue(8)
    qtbot.mouseClick(page.list.add_button, LEFT)
    assert not page.replay.is_past
    QApplication.activeModalWidget().reject()


@pytest.mark.parametrize("days", [1, 6, 21, 100, 400, 1500])
@pytest.mark.parametrize("width", [150, 420, 900])
def test_dates_never_touch(theme, qtbot, days, width):
    from datetime import date, timedelta

    from PySide6.QtGui import QFontMetricsF

    slider = TimeSlider(theme)
    qtbot.addWidget(slider)
    slider.resize(width, 44)
    today = date(2026, 9, 14)
    slider.show_days(today - timedelta(days=days), today)
    metrics = QFontMetricsF(theme.font("tick"))
    end = width - 50
    free = 0.0
    for left, words in slider._dates(metrics, end):
        assert left >= free
        free = left + metrics.horizontalAdvance(words) + 4
        assert free <= end + 4
    slider.grab()


def test_the_bar_keeps_its_place_in_a_small_window(history_of_weeks, open_page):
    page = open_page(940, 700)
    page.bar.slider.setValue(3)
    QTest.qWait(1)
    assert page.bar.isVisible()
    assert page.bar.words.height() >= page.bar.words.heightForWidth(page.bar.words.width())


@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize(("size", "scale"), [((1232, 900), 100), ((940, 700), 100), ((940, 700), 200)])
def test_nothing_is_cut_off_on_a_past_day_or_while_a_place_is_chosen(
    history_of_weeks, open_page, theme, qtbot, look, size, scale
):
    theme.apply(look, scale)
    page = open_page(*size)
    page.bar.slider.setValue(8)
    qtbot.waitUntil(lambda: audit(page) == [])  # what wraps finds its height in the next rounds of events
    page.replay.back()
    leg = page.stage.frame.legs[0].side
    page.marking.begin(Spot(View.BACK, leg, 0.578, 0.457))
    QApplication.processEvents()
    assert page.marking.chooser.isVisible()
    assert audit(page.marking.chooser) == []


def test_an_earlier_day_ends_the_walk_through_all_knots_and_the_walk_goes_back_to_today(page, services):
    page.bar.slider.setValue(8)
    page.check_all()
    assert not page.replay.is_past
    assert page.round_view.is_shown
    page.bar.slider.setValue(8)
    assert not page.round.is_on
    assert page.stack.currentWidget() is page.list
    assert page.replay.is_past


def test_undo_that_leaves_no_day_before_lets_today_be_changed_again(services, clock, open_page):
    knot = services.journal.add_knot(CALF_SPOT, CALF, 6, Size.PEA)
    services.journal.rate_knot(knot.id, 8, at=clock() - timedelta(days=3))
    page = open_page(1400)
    page.choose(knot.id)
    page.bar.slider.setValue(0)
    assert not page.panel.area.inner.isEnabled()
    services.journal.undo()
    assert not page.replay.is_past
    assert page.panel.area.inner.isEnabled()


def test_a_day_that_undo_took_away_gives_way_to_the_first_that_is_left(
    page, services, clock, history_of_weeks
):
    services.journal.rate_knot(history_of_weeks[0].id, 9, at=clock() - timedelta(days=30))
    page.bar.slider.setValue(0)
    services.journal.undo()
    assert page.bar.slider.value() == 0
    assert shown(page) == {history_of_weeks[0].id: (8, Size.GOLF_BALL)}


def test_to_mark_a_place_by_name_goes_back_to_today(page):
    page.bar.slider.setValue(0)
    page.show_place(CALF, Side.RIGHT)
    assert not page.replay.is_past
    assert page.marking.is_open


def test_the_open_panel_shows_the_values_of_the_day_and_says_which(page, history_of_weeks):
    calf, _ = history_of_weeks
    page.choose(calf.id)
    panel = page.panel
    page.bar.slider.setValue(8)
    assert panel.question.text() == "On 22 September: 5, clear"
    assert (panel.picker.value, panel.ladder.value) == (5, Size.GOLF_BALL)
    assert panel.foot.stored.text() == "As it was on 22 September. Rating is off."
    assert panel.foot.stored.isVisible()
    assert not panel.release_button.isEnabled()
    page.refresh()
    assert panel.picker.value == 5
    page.replay.back()
    assert panel.question.text() == "How tender when you press it: 2, mild"
    assert (panel.picker.value, panel.ladder.value) == (2, Size.PEA)
    assert panel.foot.stored.text() == "What you see is stored."


def test_the_panel_of_a_knot_that_was_not_found_on_a_day_shows_no_value(page, history_of_weeks):
    _, junction = history_of_weeks
    page.choose(junction.id)
    for days, words in (
        (2, "Not found on 16 September"),
        (8, "On 22 September: 6, clear"),
        (15, "No longer found on 29 September"),
    ):
        page.bar.slider.setValue(days)
        assert page.panel.question.text() == words
        assert (page.panel.picker.value is None) is (days != 8)
        assert (page.panel.ladder.value is None) is (days != 8)
