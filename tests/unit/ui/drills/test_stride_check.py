"""The short look at the own stride: pick what is seen, and the drills for it stand beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from helpers.audit import audit
from helpers.full_disk import nothing_can_be_written
from unknot.domain.choices import ThemeChoice
from unknot.domain.gait import pose
from unknot.services.bundle import Services
from unknot.storage.history import History
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.drills.key_pose import StridePose
from unknot.ui.drills.stride_check import StrideCheck
from unknot.ui.flows import Flows
from unknot.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, fitting: Services, theme: Theme) -> StrideCheck:
    page = StrideCheck(fitting, theme)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    return page


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def pick(page: StrideCheck, fault: str, often: str) -> None:
    page.picks[fault].segment(often).click()


# fault -> what its picture has to show, of (style, phase, joints)
SEEN = {
    "toe_strike_heel_up": lambda style, phase, now: (
        0.05 < phase < style.events["mid_stance"] and now["ballR"][1] < 0.01 and now["heelR"][1] > 0.02
    ),
    "short_quad_driven": lambda style, phase, _: phase == style.events["toe_off"],
    "overstride_heel_strike": lambda _, phase, now: phase == 0.0 and now["ankleR"][0] > 0.25,
    "waist_hinge": lambda style, phase, now: (
        phase == pytest.approx(style.events["mid_stance"], abs=0.03) and now["shoulder"][0] > 0.15
    ),
    "uphill_hinge": lambda style, phase, now: (
        style.grade_deg > 0 and phase == 0.0 and now["shoulder"][0] > 0.15
    ),
    "loud_landing": lambda style, phase, now: (
        0.0 < phase <= style.events.get("foot_flat", 0.1) and now["heelR"][1] < 0.01
    ),
    "short_push": lambda style, phase, _: phase == style.events["toe_off"],
}


def test_each_picture_shows_the_moment_its_fault_is_seen_at(page: StrideCheck, fitting: Services):
    pictures = {view.accessibleName(): view for view in page.findChildren(StridePose)}
    running = {
        fault.id: pictures[fault.see].shown
        for fault in page._stride.seeable
        if pictures[fault.see].shown[0] is not None
    }
    for name, (style, phase) in running.items():
        assert SEEN[name](style, phase, pose(style, phase, fitting.gait.body)), name
    assert set(running) == set(SEEN)


def test_without_a_look_the_answers_suggest_where_to_start(page: StrideCheck):
    assert "Your answers suggest: heel hardly touches; up on the toes." in words(page.result)


@pytest.mark.parametrize(
    ("fault", "first", "said"),
    [
        ("toe_strike_heel_up", "heel-kiss-march", "You noticed: heel hardly touches; up on the toes."),
        ("overstride_heel_strike", "jog-in-place", "You noticed: foot far in front, hard heel."),
        ("waist_hinge", "tall-wall-check", "You noticed: fold at the waist."),
        ("loud_landing", "jog-in-place", "You noticed: loud or bouncing landing."),
        ("glute_silent", "glute-squeeze-check", "You noticed: buttock felt 0 to 3 of 10."),
    ],
)
def test_what_is_picked_leads_to_its_drills_with_the_reason(
    page: StrideCheck, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, fault: str, first: str, said: str
):
    heard: list[str] = []
    monkeypatch.setattr("unknot.ui.drills.stride_check.announce", lambda _page, words: heard.append(words))
    pick(page, fault, "2")
    assert heard == [said]
    assert said in words(page.result)
    assert next(iter(page.result.buttons)) == first
    with qtbot.waitSignal(page.drill_wanted) as wanted:
        page.result.buttons[first].click()
    assert wanted.args == [first]


def test_the_step_rate_differs_by_what_is_seen(page: StrideCheck, fitting: Services):
    fitting.settings.choose(step_rate_spm=164)
    pick(page, "overstride_heel_strike", "1")
    assert "Start with 172 steps a minute. Never more than 180." in words(page.result)
    pick(page, "toe_strike_heel_up", "2")
    assert "Keep your own 164 steps a minute. No quicker beat." in words(page.result)


def test_what_was_picked_is_there_again(page: StrideCheck, fitting: Services, theme: Theme, qtbot: QtBot):
    pick(page, "waist_hinge", "1")
    again = StrideCheck(fitting, theme)
    qtbot.addWidget(again)
    assert again.picks["waist_hinge"].value == "1"
    assert again.picks["loud_landing"].value == "0"


def test_a_pick_that_cannot_be_kept_goes_back_and_is_told(page: StrideCheck, history: History):
    with nothing_can_be_written(history):
        pick(page, "waist_hinge", "2")
    assert page.picks["waist_hinge"].value == "0"
    assert "Could not save" in words(page) or "may not write" in words(page)


def test_every_fault_that_can_be_seen_has_its_picture_and_where_to_look(page: StrideCheck):
    assert len(page.picks) == 9
    for card in page._cards:
        assert card.findChildren(QLabel)[1].text().endswith(".")
        assert not card.grab().isNull()


def test_what_follows_stays_in_sight_while_the_drills_are_not(page: StrideCheck, qtbot: QtBot):
    bar = page.scroll_area.verticalScrollBar()
    assert not page.found.isVisible()
    bar.setValue(bar.maximum())
    pick(page, "short_push", "2")
    assert page.found.isVisible()
    assert page.found.words.text() == "You noticed: no push behind."
    page.to_result.click()
    qtbot.wait(1)
    assert not page.found.isVisible()
    assert next(iter(page.result.buttons.values())).hasFocus()


def test_each_picture_says_what_it_shows_and_where_to_look(page: StrideCheck):
    said = {
        picture.accessibleName(): picture.accessibleDescription() for picture in page.findChildren(StridePose)
    }
    assert len(said) == 9
    assert said["Foot far in front, hard heel"].startswith("A runner from the side.")
    assert said["Foot far in front, hard heel"].endswith("The foot lands well ahead of your hips.")


def test_tab_goes_from_the_picks_to_the_drills(page: StrideCheck):
    pick(page, "short_push", "2")
    order, at = [], page.back.nextInFocusChain()
    while at is not page.back:
        order.append(at)
        at = at.nextInFocusChain()
    picks = [
        order.index(segment) for one in page.picks.values() for segment in one.findChildren(QRadioButton)
    ]
    drills = [order.index(button) for button in page.result.buttons.values()]
    assert max(picks) < min(drills)


def test_escape_goes_back(page: StrideCheck, qtbot: QtBot):
    with qtbot.waitSignal(page.back_wanted):
        QTest.keyClick(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_the_page_passes_the_audit_of_texts_and_controls(
    page: StrideCheck, size: tuple[int, int], qtbot: QtBot
):
    pick(page, "overstride_heel_strike", "2")
    page.resize(*size)
    qtbot.wait(50)
    assert audit(page) == []


def test_nothing_is_cut_off_at_twice_the_text(fitting: Services, theme: Theme, qtbot: QtBot):
    theme.apply(ThemeChoice.LIGHT, 200)
    page = StrideCheck(fitting, theme)
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    qtbot.wait(50)
    assert page.holder.width() <= page.scroll_area.viewport().width()
    theme.apply(ThemeChoice.LIGHT, 100)


def test_a_drill_of_the_look_leads_back_to_it_and_one_of_the_library_does_not(
    fitting: Services, theme: Theme, stage
):
    flows = Flows(fitting, theme, stage)
    flows.check_stride()
    next(iter(stage.page.result.buttons.values())).click()
    assert isinstance(stage.page, DrillDetail)
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    assert isinstance(stage.page, StrideCheck)
    flows.start_drill("glute-bridge")
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    assert not isinstance(stage.page, StrideCheck)
