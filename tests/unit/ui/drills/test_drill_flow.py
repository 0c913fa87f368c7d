"""From a card to the player and back: what is asked on the way, what is refused, what is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpers.clock import ManualClock
from helpers.speaker import SilentSpeaker
from unknot.domain.errors import KnownError
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.services.bundle import Services
from unknot.services.cut_off import why_not
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.drills.drill_flow import DrillFlow
from unknot.ui.player.drill_player import DrillPlayer
from unknot.ui.player.sound_check import SoundCheck
from unknot.ui.screening.refusal_page import RefusalPage
from unknot.ui.screening.screening_page import ScreeningPage
from unknot.ui.theme import Theme


@pytest.fixture
def flow(services: Services, theme: Theme, stage) -> DrillFlow:
    return DrillFlow(services, theme, stage, stage)


@pytest.fixture
def sound(fitting: Services, seconds: ManualClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a device."""
    monkeypatch.setattr(fitting.players, "speaker_to_check", lambda: SilentSpeaker(seconds))


def test_the_first_drill_asks_the_safety_questions_first(flow: DrillFlow, stage):
    flow.start_drill("glute-bridge")
    assert isinstance(stage.page, ScreeningPage)


def test_from_answers_over_the_sound_check_to_the_player_and_back(
    flow: DrillFlow, stage, fitting: Services, seconds: ManualClock, qtbot: QtBot, sound: None
):
    flow.start_drill("glute-bridge")
    assert isinstance(stage.page, SoundCheck)
    QTest.keyClick(stage.page, Qt.Key.Key_Return)
    assert isinstance(stage.page, DrillDetail)
    for row in stage.page.setup.rows:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.mouseClick(stage.page.start, Qt.MouseButton.LeftButton)
    assert isinstance(stage.page, DrillPlayer)
    kept = fitting.practice.unfinished()
    assert (kept.kind, kept.content_id) == (SessionKind.DRILL, "glute-bridge")
    for _ in range(20):
        seconds.advance(1.0)
        stage.page.service._tick()
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    assert fitting.practice.session(kept.id).end is SessionEnd.PARTIAL
    with qtbot.waitSignal(flow.ended):
        QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    assert stage.page is None


def test_the_sound_is_checked_only_once(flow: DrillFlow, stage, fitting: Services):
    fitting.settings.choose(sound_checked=True)
    flow.start_drill("wall-push-off")
    assert isinstance(stage.page, DrillDetail)


def test_the_check_that_was_left_comes_once_a_sitting(flow: DrillFlow, stage, fitting: Services, sound: None):
    flow.start_drill("wall-push-off")
    assert isinstance(stage.page, SoundCheck)
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    flow.start_drill("wall-push-off")
    assert isinstance(stage.page, DrillDetail)


def test_without_a_device_there_is_nothing_to_check(flow: DrillFlow, stage, fitting: Services):
    flow.start_drill("wall-push-off")
    assert isinstance(stage.page, DrillDetail)
    assert not fitting.settings.choices.sound_checked  # there may be one the next time


def test_a_drill_held_back_meanwhile_is_not_offered_to_go_on(fitting: Services):
    fitting.players.start_drill(fitting.library.drills["glute-bridge"])
    fitting.players.close()
    session = fitting.practice.unfinished()
    assert why_not(fitting, session) == ""
    fitting.screening.save({"pressure": ["pregnant"]})
    assert why_not(fitting, session)
    fitting.screening.save({"emergency": ["chest"]})
    assert why_not(fitting, session)


def test_an_answer_that_points_elsewhere_refuses_with_its_reason(flow: DrillFlow, stage, services: Services):
    services.screening.save({"emergency": ["chest"]})
    flow.start_drill("glute-bridge")
    assert isinstance(stage.page, RefusalPage)
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    assert stage.page is None


def test_a_full_disk_is_said_and_nothing_starts(
    flow: DrillFlow, stage, fitting: Services, monkeypatch: pytest.MonkeyPatch
):
    def full(*_args: object, **_fields: object) -> None:
        raise KnownError("Could not save: the disk is full.", "Free some space, then try again.")

    fitting.settings.choose(sound_checked=True)
    flow.start_drill("glute-bridge")
    monkeypatch.setattr(fitting.practice, "begin", full)
    for row in stage.page.setup.rows:
        row.toggle()
    stage.page.begin()
    assert stage.page is None
    assert len(stage.troubles) == 1


def test_a_drill_that_the_answers_speak_against_meanwhile_does_not_go_on(
    flow: DrillFlow, stage, fitting: Services
):
    bridge = fitting.library.drills["glute-bridge"]
    fitting.players.start_drill(bridge)
    fitting.players.close()
    fitting.screening.save({"pressure": ["pregnant"]})
    flow.resume(fitting.practice.unfinished())
    assert isinstance(stage.page, RefusalPage)
    assert fitting.players.running is None


def test_a_session_that_was_cut_off_goes_on_where_it_was(flow: DrillFlow, stage, fitting: Services):
    service = fitting.players.start_drill(fitting.library.drills["glute-bridge"])
    fitting.practice.position(service.session.id, 42.0, 40.0)
    fitting.players.close()
    flow.resume(fitting.practice.unfinished())
    assert isinstance(stage.page, DrillPlayer)
    assert stage.page.service.snapshot.position == pytest.approx(42.0, abs=0.01)
