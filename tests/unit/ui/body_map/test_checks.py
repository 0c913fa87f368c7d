"""A knot's own page: all its ratings, changed, deleted, of the past; its life; a second rating."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QFontMetrics
from PySide6.QtWidgets import QApplication

from helpers.audit import audit
from helpers.histories import a_session
from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import CheckOccasion, Size
from unknot.domain.practice import SessionEnd
from unknot.ui.body_map.check_dialog import CheckDialog
from unknot.ui.body_map.lump_dialog import LumpDialog
from unknot.ui.body_map.repeat_offer import RepeatDialog
from unknot.ui.body_map.size_ladder import SizeLadder

LEFT = Qt.MouseButton.LeftButton
CALF = "gastrocnemius_lateral_belly_upper"
CALF_SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)


@pytest.fixture
def knot(services, clock):
    """Found ten days ago with 8, rated 5 today."""
    found = services.journal.add_knot(CALF_SPOT, CALF, 8, Size.MARBLE)
    clock.advance(days=10)
    services.journal.rate_knot(found.id, 5)
    return found


@pytest.fixture
def shown(page, knot):
    """The page with its panel open."""
    page.choose(knot.id)
    return page


def open_dialog(page, kind):
    return next(one for one in page.findChildren(kind) if one.isVisible())


def scores(services, knot):
    return [check.tenderness for check in services.journal.knot(knot.id).checks]


def test_the_list_has_every_rating_newest_first(shown, services, knot, clock, qtbot):
    checks = shown.panel.checks
    assert checks.title.text() == "2 ratings"
    assert [row.accessibleName() for row in checks.rows] == [
        "Thu 24 Sep, 18:30. 5, clear.",
        "Mon 14 Sep, 18:30. 8, strong, marble.",
    ]
    for score in (4, 3, 4, 3):
        clock.advance(hours=1)
        services.journal.rate_knot(knot.id, score)
    assert checks.title.text() == "6 ratings"
    assert len(checks.rows) == 4
    qtbot.mouseClick(checks.more_button, LEFT)
    assert len(checks.rows) == 6
    assert not checks.more_button.isVisible()


def test_a_rating_is_changed_and_undone(shown, services, knot, qtbot):
    qtbot.mouseClick(shown.panel.checks.rows[0], LEFT)
    dialog = open_dialog(shown, CheckDialog)
    qtbot.mouseClick(dialog.picker.buttons[2], LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert scores(services, knot) == [8, 2]
    assert shown.panel.picker.value == 2
    services.journal.undo()
    assert scores(services, knot) == [8, 5]


def test_saving_without_a_change_writes_nothing(shown, services, qtbot):
    before = services.journal.depth
    qtbot.mouseClick(shown.panel.checks.rows[1], LEFT)
    qtbot.mouseClick(open_dialog(shown, CheckDialog).save_button, LEFT)
    assert services.journal.depth == before


def test_a_rating_is_back_dated_but_never_into_the_future(shown, services, knot, clock, qtbot):
    qtbot.mouseClick(shown.panel.checks.rows[0], LEFT)
    dialog = open_dialog(shown, CheckDialog)
    height = dialog.height()
    dialog.when.setDateTime(dialog.when.dateTime().addDays(1))
    assert dialog.height() > height  # the words of the fault push nothing out of sight
    assert dialog.when.accessibleDescription() == "That is still to come."
    assert not dialog.save_button.isEnabled()
    dialog.when.setDateTime(QDateTime(dialog.when.dateTime()).addDays(-14))
    assert dialog.save_button.isEnabled()
    qtbot.mouseClick(dialog.save_button, LEFT)
    story = services.journal.knot(knot.id)
    assert [check.tenderness for check in story.checks] == [5, 8]
    assert story.knot.found_at == clock() - timedelta(days=13)


def test_a_rating_is_deleted_but_not_the_only_one(shown, services, knot, qtbot):
    qtbot.mouseClick(shown.panel.checks.rows[1], LEFT)
    qtbot.mouseClick(open_dialog(shown, CheckDialog).delete_button, LEFT)
    assert scores(services, knot) == [5]
    qtbot.mouseClick(shown.panel.checks.rows[0], LEFT)
    dialog = open_dialog(shown, CheckDialog)
    assert not dialog.delete_button.isEnabled()
    assert dialog.delete_button.toolTip() == "A knot keeps one rating. Delete the knot instead."


def test_a_past_rating_is_added(shown, services, knot, qtbot):
    qtbot.mouseClick(shown.panel.checks.past_button, LEFT)
    dialog = open_dialog(shown, CheckDialog)
    assert not dialog.save_button.isEnabled()
    dialog.when.setDateTime(dialog.when.dateTime().addDays(-3))
    qtbot.mouseClick(dialog.picker.buttons[6], LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert scores(services, knot) == [8, 6, 5]


@pytest.mark.parametrize("row", [0, None])
def test_a_plum_asks_about_the_lump_in_an_edit_and_in_a_past_rating(shown, services, row, qtbot):
    checks = shown.panel.checks
    qtbot.mouseClick(checks.past_button if row is None else checks.rows[row], LEFT)
    dialog = open_dialog(shown, CheckDialog)
    qtbot.mouseClick(dialog.picker.buttons[5], LEFT)
    qtbot.mouseClick(dialog.ladder.rungs[Size.PLUM], LEFT)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert open_dialog(shown, LumpDialog)


def test_a_plum_asks_about_the_lump_on_rating_again(shown, qtbot):
    qtbot.mouseClick(shown.panel.ladder.rungs[Size.GRAPEFRUIT], LEFT)
    assert open_dialog(shown, LumpDialog)


def test_the_panel_tells_the_life_of_a_knot(shown, services, history, knot, clock):
    services.journal.close_knot(knot.id)
    assert shown.panel.life.dates.text().split("\n\n")[-1] == "No longer found since 24 September."
    clock.advance(days=5)
    services.journal.reopen_knot(knot.id)
    session = a_session(clock(), (knot.id,), ended_at=clock(), end=SessionEnd.DONE, done_s=200.0)
    history.sessions.add(session)
    shown.care._sessions = None
    shown.refresh()
    assert shown.panel.life.dates.text().split("\n\n") == [
        "Found on 14 September.",
        "No longer found from 24 September, back again on 29 September.",
        "Last checked Thursday.",
    ]
    assert shown.panel.life.routines.text() == "Outer calf: pin and move: once, today"


def test_a_second_rating_is_offered_once_and_gives_the_own_noise(shown, services, knot, clock, qtbot):
    offer = shown.panel.repeat
    assert offer.isVisible()
    clock.advance(minutes=2)
    qtbot.mouseClick(offer.again_button, LEFT)
    dialog = open_dialog(shown, RepeatDialog)
    assert dialog.picker.value is None  # the first score is not shown
    qtbot.mouseClick(dialog.picker.buttons[4], LEFT)
    assert services.journal.knot(knot.id).latest.occasion is CheckOccasion.AGAIN
    assert not offer.isVisible()
    assert shown.panel.course.noise.text() == (
        "Rated twice within minutes, once so far: they differ by 1. A change of 1 may be chance."
    )
    clock.advance(days=5)
    services.journal.rate_knot(knot.id, 3)
    assert not offer.isVisible()


def test_a_refused_offer_stays_away_for_a_month(shown, services, knot, clock, qtbot):
    qtbot.mouseClick(shown.panel.repeat.later_button, LEFT)
    assert not shown.panel.repeat.isVisible()
    clock.advance(days=27)
    services.journal.rate_knot(knot.id, 3)
    assert not shown.panel.repeat.isVisible()
    clock.advance(days=1)
    services.journal.rate_knot(knot.id, 3)
    assert shown.panel.repeat.isVisible()


@pytest.mark.parametrize(("size", "scale"), [((1232, 900), 100), ((940, 700), 200)])
def test_nothing_is_cut_off_or_nameless(open_page, services, knot, theme, size, scale, qtbot):
    theme.apply(ThemeChoice.DARK, scale)
    page = open_page(*size)
    page.choose(knot.id)
    QApplication.processEvents()
    assert audit(page) == []
    page.check_all()
    QApplication.processEvents()
    assert audit(page) == []
    page.round_view.rate(3)
    QApplication.processEvents()
    assert audit(page) == []
    page.choose(knot.id)
    dialog = page.care.open_past()
    QApplication.processEvents()
    assert audit(dialog) == []


def test_a_size_is_one_choice_of_several_to_a_screen_reader_and_to_tab(atlas, theme, qtbot):
    ladder = SizeLadder(atlas, theme)
    qtbot.addWidget(ladder)
    ladder.show()
    buttons = [ladder.none_button, *ladder.rungs.values()]
    roles = {QAccessible.queryAccessibleInterface(button).role() for button in buttons}
    assert roles == {QAccessible.Role.RadioButton}
    assert [button.is_entry() for button in buttons].count(True) == 1
    ladder.set_value(Size.MARBLE)
    assert ladder.rungs[Size.MARBLE].is_entry()
    qtbot.mouseClick(ladder.none_button, LEFT)
    assert ladder.value is Size.NONE
    assert [button.isChecked() for button in buttons].count(True) == 1
    ladder.set_value(None)
    assert not any(button.isChecked() for button in buttons)


def test_every_size_shows_its_cm_within_its_card(atlas, theme, qtbot):
    ladder = SizeLadder(atlas, theme)
    qtbot.addWidget(ladder)
    ladder.show()
    for rung in ladder.rungs.values():
        cm = atlas.sizes[rung.rung].cm
        assert rung.accessibleName() == f"{rung.text()}, {cm:g} cm"
        least = rung.sizeHint()
        assert rung.height() >= least.height() >= 50 + 2 * theme.line_height("small")
        assert rung.width() >= QFontMetrics(theme.font("small")).horizontalAdvance(f"{cm:g} cm")


def test_the_panel_of_another_knot_begins_at_its_top(open_page, services, knot):
    page = open_page(height=600)
    other = services.journal.add_knot(Spot(View.BACK, Side.LEFT, 0.4514, 0.6284), CALF, 4, None)
    page.choose(knot.id)
    bar = page.panel.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.choose(other.id)
    assert bar.value() == 0


def test_a_screen_reader_toggles_a_size_of_the_ladder(qtbot, services, theme, atlas):
    ladder = SizeLadder(atlas, theme)
    qtbot.addWidget(ladder)
    seen = QAccessible.queryAccessibleInterface(ladder.rungs[Size.MARBLE])
    with qtbot.waitSignal(ladder.picked) as told:
        seen.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    assert told.args == [Size.MARBLE]
    assert ladder.value is Size.MARBLE
