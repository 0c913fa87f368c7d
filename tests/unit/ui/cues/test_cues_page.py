"""The cards of the cues: one after the other by mouse and keys, with words, still where motion is reduced."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from helpers.full_disk import nothing_can_be_written
from unknot.domain.choices import ThemeChoice
from unknot.services.bundle import Services
from unknot.storage.history import History
from unknot.ui.cues.cue_picture import DWELL_MS, FRAME_MS, STEP
from unknot.ui.cues.cues_page import CuesPage
from unknot.ui.theme import Theme
from unknot.ui.widgets.runner_view import HEAD_M
from unknot.ui.widgets.stage_labels import legend_width


@pytest.fixture
def page(qtbot: QtBot, services: Services, theme: Theme) -> CuesPage:
    made = CuesPage(services, theme)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def shown(page: CuesPage) -> list[str]:
    return [tab.cue.id for tab in page.row.tabs if tab.isChecked()]


def test_every_cue_has_a_card_whose_picture_is_told_in_words(page: CuesPage, services: Services):
    assert [tab.text() for tab in page.row.tabs] == [cue.title for cue in services.cues.cards.values()]
    for tab in page.row.tabs:
        QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
        assert shown(page) == [tab.cue.id]
        said = words_of(page)
        for text in (tab.cue.words, tab.cue.feel, tab.cue.check, tab.cue.look):
            assert text in said
        assert all(known.note in said for known in tab.cue.known)
        assert tab.accessibleDescription() == tab.cue.look
        assert page.picture.runner.accessibleDescription() == tab.cue.look
        assert page.picture.runner.ghost == tab.cue.figure.contrast


def test_the_way_from_the_example_to_the_aim_is_shown_step_by_step(page: CuesPage, services: Services):
    page.show_cue("under_hips")
    picture = page.picture
    assert picture is not None
    picture.way.setFocus()
    ahead = [picture.runner.measure_words()[1]]
    for percent in (95, 90):
        QTest.keyClick(picture.way, Qt.Key.Key_Left)
        assert picture.way.value() == percent
        assert picture.runner.style_shown.title == f"{percent} % of the way"
        assert picture.runner.measure_words()[1] in picture.runner.accessibleDescription()
        assert picture.runner.measure_words()[1] in picture.told.text()
    QTest.keyClick(picture.way, Qt.Key.Key_Home)
    ahead.append(picture.runner.measure_words()[1])
    assert ahead == ["ankle 15 cm ahead of the hip", "ankle 29 cm ahead of the hip"]
    assert picture.runner.style_shown.id == "overstride_heel"
    QTest.keyClick(picture.way, Qt.Key.Key_End)
    assert picture.runner.style_shown.id == "glute_push"
    assert "The dashed example reaches 29 cm ahead" in picture.runner.accessibleDescription()
    assert page.picture is picture
    picture.example.click()
    assert "dashed" not in picture.told.text() + picture.runner.accessibleDescription()
    picture.example.click()
    assert picture.told.text() == services.cues.cards["under_hips"].look


def test_the_evidence_says_which_side_it_stands_on_how_sure_it_is_and_where_from(page: CuesPage):
    page.show_cue("heel_kiss")
    said = words_of(page.known)
    order = [said.index(part) for part in ("Speaks for it", "Speaks against it", "Cuts both ways")]
    assert order == sorted(order)
    assert "Nishiguchi et al., J Sports Sci Med 24:747-754, 2025" in said


def test_what_the_calf_does_stands_on_the_page_of_every_cue(page: CuesPage):
    assert "the calf does most of the forward push" in words_of(page.general)
    assert "Calf and heel cord take more load after such a change" in words_of(page.general)


def test_arrows_go_from_card_to_card_and_round_the_ends(page: CuesPage):
    page.setFocus()
    assert shown(page) == ["long_behind"]
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert shown(page) == ["under_hips"]
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Left)
    assert shown(page) == ["uphill"]


def test_tab_goes_from_the_cards_to_the_picture_and_on_to_the_choice(page: CuesPage):
    page.setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    for button in (*page.picture.stops, page.words.button):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert button.hasFocus()


def test_a_cue_is_chosen_for_the_next_run_and_taken_back(page: CuesPage, services: Services):
    page.row.show_cue("tall")
    assert page.words.button.text() == "Choose for my next run"
    QTest.mouseClick(page.words.button, Qt.MouseButton.LeftButton)
    assert services.settings.choices.focus_cue == "tall"
    assert page.words.chip.isVisible()
    assert [tab.accessibleName() for tab in page.row.tabs if "your cue" in tab.accessibleName()] == [
        "Tall, your cue"
    ]
    assert page.words.button.text() == "Run without a cue"
    QTest.mouseClick(page.words.button, Qt.MouseButton.LeftButton)
    assert services.settings.choices.focus_cue == ""


def test_a_choice_that_cannot_be_written_says_so_and_can_be_tried_again(
    page: CuesPage, services: Services, history: History
):
    with nothing_can_be_written(history):
        QTest.mouseClick(page.words.button, Qt.MouseButton.LeftButton)
        assert page.banner.isVisible()
        assert not page.words.chip.isVisible()
    QTest.mouseClick(page.banner.action, Qt.MouseButton.LeftButton)
    assert not page.banner.isVisible()
    assert services.settings.choices.focus_cue == "long_behind"


def test_the_page_opens_with_the_cue_that_is_chosen(qtbot: QtBot, services: Services, theme: Theme):
    services.settings.choose(focus_cue="no_fold")
    page = CuesPage(services, theme)
    qtbot.addWidget(page)
    assert shown(page) == ["no_fold"]
    assert page.picture.runner.style_shown.id == "tall_uphill"


def test_a_cue_of_a_newer_version_is_no_trouble(qtbot: QtBot, services: Services, theme: Theme):
    services.settings.choose(focus_cue="hopping")
    page = CuesPage(services, theme)
    qtbot.addWidget(page)
    assert shown(page) == ["long_behind"]


def test_the_figure_rests_at_the_telling_phase_once_in_each_stride(page: CuesPage):
    picture = page.picture
    picture._moving.stop()
    picture._dwell_ms = DWELL_MS
    telling = page._cues.cards["long_behind"].figure.phase
    assert picture.plays
    assert picture.runner.phase == telling
    for _ in range(DWELL_MS // FRAME_MS):
        picture.advance()
    assert picture.runner.phase == telling
    picture.advance()
    phases = []
    for _ in range(200):
        phases.append(picture.runner.phase)
        picture.advance()
    assert phases.count(telling) > 40
    assert len(set(phases)) > 40


def test_reduced_motion_starts_still_and_steps(qtbot: QtBot, services: Services, theme: Theme):
    theme.apply(ThemeChoice.LIGHT, 100, reduced_motion=True)
    page = CuesPage(services, theme)
    qtbot.addWidget(page)
    page.show()
    assert not page.picture.plays
    assert not page.picture._moving.isActive()
    assert page.picture.play.text() == "Let it move"
    before = page.picture.runner.phase
    QTest.keyClick(page, Qt.Key.Key_Period)
    assert page.picture.runner.phase == pytest.approx(before + STEP)
    QTest.keyClick(page, Qt.Key.Key_Comma)
    assert page.picture.runner.phase == pytest.approx(before)


def test_the_example_can_be_taken_away(page: CuesPage):
    QTest.mouseClick(page.picture.example, Qt.MouseButton.LeftButton)
    assert page.picture.runner.ghost == ""


def test_esc_and_back_leave(page: CuesPage, qtbot: QtBot):
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize(("wide", "scale", "columns"), [(1440, 100, 7), (1024, 100, 7), (1024, 200, 3)])
def test_the_cards_wrap_evenly_where_they_do_not_fit(
    qtbot: QtBot, services: Services, theme: Theme, wide: int, scale: int, columns: int
):
    theme.apply(ThemeChoice.LIGHT, scale)
    page = CuesPage(services, theme)
    qtbot.addWidget(page)
    page.resize(wide, 700)
    page.show()
    qtbot.waitUntil(lambda: page.row._columns == columns)
    qtbot.waitUntil(lambda: all(tab.width() >= theme.px(110) for tab in page.row.tabs))


@pytest.mark.parametrize("cue", ["under_hips", "no_fold", "uphill"])
def test_the_runner_stands_clear_of_the_legend_however_long_it_is(page: CuesPage, cue: str):
    page.show_cue(cue)
    runner = page.picture.runner
    legend = runner._legend()
    right = 20 * runner._unit() + legend_width(legend, runner._labels.fonts)
    view = runner.world_view()
    lowest = 14 * runner._unit() + len(legend) * 1.3 * runner._labels.fonts.height()
    back_of_head, crown = view.map(QPointF(-HEAD_M, 1.76)).x(), view.map(QPointF(0.0, 1.76)).y()
    assert back_of_head >= right - 1 or crown >= lowest
