"""A routine followed through the real widgets, by keys and clicks, on a manual clock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from helpers.full_disk import nothing_can_be_written
from unknot.domain.body import Side
from unknot.domain.errors import KnownError
from unknot.domain.knots import CheckOccasion, Size
from unknot.domain.practice import SessionEnd, StepEnd
from unknot.domain.snapshot import PlayerState
from unknot.domain.steps import StepKind
from unknot.ui.player.big_button import PlayerButton
from unknot.ui.player.press_curve_view import PressCurveView
from unknot.ui.player.session_summary import SessionSummary

Key = Qt.Key


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


def summary(play) -> SessionSummary:
    found = play.player.findChild(SessionSummary)
    assert found is not None
    return found


def words_of(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_a_whole_routine_is_followed_to_its_end_by_two_taps(start):
    play = start()
    play.until(PlayerState.WAITING)
    click(play.player.check.scores.buttons[6])
    play.until(PlayerState.WAITING)
    click(play.player.check.scores.buttons[4])
    play.until(PlayerState.DONE)
    session = play.practice.sessions()[0]
    assert session.end is SessionEnd.DONE
    assert [step.end for step in session.steps] == [StepEnd.DONE] * len(play.service.timeline.segments)
    assert "6 before, 4 after. Less tender." in words_of(summary(play))
    ratings = play.journal.knot(play.knot.knot.id).checks
    assert [(c.occasion, c.tenderness) for c in ratings[1:]] == [
        (CheckOccasion.BEFORE, 6),
        (CheckOccasion.AFTER, 4),
    ]


def test_it_can_be_played_with_the_keyboard_alone(start, qtbot):
    play = start()
    play.until(PlayerState.WAITING)
    play.key(Key.Key_7)
    play.until(PlayerState.WAITING)
    play.key(Key.Key_T)
    play.until(PlayerState.DONE)
    assert "7 before, 10 after. More tender." in words_of(summary(play))
    with qtbot.waitSignal(play.player.closed):
        play.key(Key.Key_Return)


def test_the_clock_says_that_it_waits_and_a_check_takes_its_time(start):
    play = start()
    play.until(PlayerState.WAITING)
    before = play.service.snapshot.left_in_all
    play.run(300)
    assert play.service.state is PlayerState.WAITING
    assert play.service.snapshot.left_in_all == before
    assert play.player.check.isVisible()
    assert "waits for you" in words_of(play.player.check)


def test_the_size_shown_as_known_is_kept_with_the_rating_unless_another_is_chosen(start):
    play = start()
    play.until(PlayerState.WAITING)
    assert play.player.check.sizes.size_chosen is Size.MARBLE
    click(play.player.check.sizes.buttons[1])
    play.key(Key.Key_5)
    assert play.journal.knot(play.knot.knot.id).checks[-1].size is Size.PEA


def test_a_skipped_check_is_kept_as_not_rated(start):
    play = start()
    play.until(PlayerState.WAITING)
    play.key(Key.Key_Right)
    assert play.service.state is PlayerState.RUNNING
    step = play.practice.sessions()[0].steps[-1]
    assert (step.end, step.values) == (StepEnd.SKIPPED, {})
    assert len(play.journal.knot(play.knot.knot.id).checks) == 1


def to_press(play) -> None:
    play.until(PlayerState.WAITING)
    play.key(Key.Key_6)
    while not play.service.snapshot.segment.step.presses:
        play.run(0.5)


def test_too_much_pauses_lowers_the_ceiling_and_offers_to_skip_or_to_end(start):
    play = start()
    to_press(play)
    assert "Pressure 5 or less" in play.player.pressure.accessibleName()
    play.key(Key.Key_H)
    assert play.service.state is PlayerState.PAUSED
    prompt = play.player.prompt
    assert prompt is not None
    assert [button.text() for button in prompt.buttons()] == [
        "Skip this step",
        "End here",
        "Tingling or sharp pain",
    ]
    assert "Stay at 4 or less" in words_of(prompt)
    assert play.practice.sessions()[0].lowered == 1
    step = play.service.snapshot.segment.index
    click(prompt.buttons()[0])
    assert play.player.prompt is None
    assert play.service.snapshot.segment.index == step + 1
    assert play.service.state is PlayerState.RUNNING


def test_tingling_or_sharp_pain_ends_the_session_as_such(start):
    play = start()
    to_press(play)
    play.run(10)
    play.key(Key.Key_H)
    assert play.player.prompt is not None
    click(play.player.prompt.buttons()[2])
    prompt = play.player.prompt
    assert prompt is not None
    assert "Take the pressure off now." in words_of(prompt)
    assert "Tingling, numbness or electric feeling." in words_of(prompt)
    click(prompt.buttons()[0])
    assert play.service.state is PlayerState.ENDED
    assert play.practice.sessions()[0].end is SessionEnd.STOPPED
    assert "Leave this spot alone today." in words_of(summary(play))


def test_after_the_stop_text_it_may_go_on_where_it_was_only_too_firm(start):
    play = start()
    to_press(play)
    play.key(Key.Key_H)
    assert play.player.prompt is not None
    click(play.player.prompt.buttons()[2])
    play.key(Key.Key_Space)
    assert play.service.state is PlayerState.RUNNING
    assert play.player.prompt is None


def test_a_digit_in_a_press_notes_the_pain_of_this_second(start):
    play = start()
    to_press(play)
    play.run(3)
    play.key(Key.Key_7)
    assert play.player.bar.title.text() == "7 is above 5: ease off."
    assert "Felt now: 7." in play.player.pressure.accessibleDescription()
    play.run(10)
    play.key(Key.Key_4)
    presses = play.practice.session(play.service.session.id).presses
    assert [press.pain for press in presses] == [7, 4]
    play.key(Key.Key_Right)
    assert "Felt now" not in play.player.pressure.accessibleDescription()


def test_what_was_noted_is_shown_as_a_course_after_the_session(start):
    play = start()
    to_press(play)
    for key in (Key.Key_7, Key.Key_5, Key.Key_3):
        play.key(key)
        play.run(10)
    play.key(Key.Key_Escape)
    play.key(Key.Key_Escape)
    assert "Right, 45 s: from 7 to 3 of 10 within 20 s." in words_of(summary(play))
    (view,) = play.player.findChildren(PressCurveView)
    assert view.isVisible()
    assert "from 7 to 3" in view.accessibleDescription()


def test_two_notes_within_the_same_second_are_told_as_one_second(start):
    play = start()
    to_press(play)
    play.run(3)
    play.key(Key.Key_7)
    play.run(0.3)
    play.key(Key.Key_4)
    play.run(2)
    play.key(Key.Key_Escape)
    play.key(Key.Key_Escape)
    assert "Right, 45 s: from 7 to 4 of 10 within 1 s." in words_of(summary(play))


def test_outside_a_press_a_digit_notes_nothing(start):
    play = start()
    play.run(5)
    play.key(Key.Key_7)
    assert play.practice.session(play.service.session.id).presses == ()


def test_after_too_much_resume_goes_on_at_the_lower_ceiling(start):
    play = start()
    to_press(play)
    click(play.player.transport.too_much)
    click(play.player.transport.pause)
    assert play.service.state is PlayerState.RUNNING
    assert play.player.prompt is None
    assert play.player.pressure.accessibleName() == "Pressure 4 or less"


def test_under_two_the_spot_is_left_alone(start):
    play = start(ceiling=2)
    to_press(play)
    play.key(Key.Key_H)
    assert "Leave this spot alone today" in words_of(play.player.prompt)


def test_esc_pauses_and_asks_and_a_second_esc_ends_and_keeps_the_minutes(start):
    play = start()
    play.until(PlayerState.WAITING)
    play.key(Key.Key_6)
    play.run(80)
    play.key(Key.Key_Escape)
    assert play.service.state is PlayerState.PAUSED
    assert "End here?" in words_of(play.player.prompt)
    play.key(Key.Key_Escape)
    session = play.practice.sessions()[0]
    assert session.end is SessionEnd.PARTIAL
    assert session.done_s == pytest.approx(110, abs=2)
    assert "Ended early" in words_of(summary(play))
    assert "2 minutes of release done and kept." in words_of(summary(play))
    assert "6 before, not rated after." in words_of(summary(play))


def test_esc_and_space_go_on_as_if_nothing_had_been(start):
    play = start()
    play.run(10)
    position = play.service.snapshot.position
    play.key(Key.Key_Escape)
    play.run(100)
    play.key(Key.Key_Space)
    assert play.player.prompt is None
    assert play.service.state is PlayerState.RUNNING
    assert play.service.snapshot.position == position


def test_space_pauses_and_the_longer_text_shows_only_then(start):
    play = start()
    to_press(play)
    assert not play.player.detail.isVisible()
    play.key(Key.Key_Space)
    assert play.player.transport.pause.text() == "Resume"
    assert (
        play.player.detail.text() == "Let the calf sink onto the ball, on the sorest spot. Stay at 5 or less."
    )
    assert play.player.detail.isVisible()
    play.key(Key.Key_Space)
    assert play.player.transport.pause.text() == "Pause"
    assert not play.player.detail.isVisible()


def test_the_whole_ring_is_a_pause_button(start):
    play = start()
    click(play.player.ring)
    assert play.service.state is PlayerState.PAUSED
    click(play.player.ring)
    assert play.service.state is PlayerState.RUNNING


def test_after_a_sleep_it_says_how_long_and_asks(start):
    play = start()
    play.run(5)
    play.clock.time += 14 * 60
    play.service._tick()
    assert play.service.state is PlayerState.AWAY
    assert "You were away 14 minutes" in words_of(play.player.prompt)
    click(play.player.prompt.buttons()[0])
    assert play.service.state is PlayerState.RUNNING
    assert play.service.snapshot.position == pytest.approx(5, abs=0.1)


def test_after_a_sleep_it_can_be_finished_there(start):
    play = start()
    play.run(20)
    play.clock.time += 3600
    play.service._tick()
    click(play.player.prompt.buttons()[1])
    assert play.practice.sessions()[0].end is SessionEnd.PARTIAL


def test_a_pause_of_two_minutes_offers_the_end(start):
    play = start()
    play.run(5)
    play.key(Key.Key_Space)
    play.player._long_pause.timeout.emit()
    assert "End here?" in words_of(play.player.prompt)


def test_the_side_is_on_the_plate_in_capitals_and_both_legs_follow_each_other(start):
    play = start(sides=(Side.RIGHT, Side.LEFT))
    play.until(PlayerState.WAITING)
    assert play.player.check.plate.text() == "RIGHT leg"
    play.key(Key.Key_6)
    play.run(5)
    assert play.player.plate.text() == "RIGHT leg"
    play.until(PlayerState.WAITING)
    play.key(Key.Key_5)
    play.until(PlayerState.WAITING)
    assert play.player.check.plate.text() == "LEFT leg"


def test_voice_and_beeps_are_toggles_whose_words_do_not_change_and_are_remembered(start):
    play = start()
    play.key(Key.Key_V)
    click(play.player.top.beeps)
    assert (play.settings.choices.voice, play.settings.choices.beeps) == (False, False)
    assert (play.player.top.voice.text(), play.player.top.beeps.text()) == ("Voice", "Beeps")
    assert not play.player.top.voice.isChecked()


def test_arrows_and_page_keys_go_back_and_on_and_up_and_down_set_the_volume(start):
    play = start()
    play.run(10)
    play.key(Key.Key_Left)
    assert play.service.snapshot.position == 0
    play.key(Key.Key_PageDown)
    assert play.service.snapshot.segment.index == 1
    play.key(Key.Key_Up)
    assert play.settings.choices.volume == 85
    play.key(Key.Key_Down)
    assert play.settings.choices.volume == 80


def media(play, key):
    """QTest cannot type media keys."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(play.player.focusWidget() or play.player, event)


def test_media_keys_work(start):
    play = start()
    media(play, Key.Key_MediaTogglePlayPause)
    assert play.service.state is PlayerState.PAUSED
    media(play, Key.Key_MediaPlay)  # what a play/pause key sends on Linux, each time
    assert play.service.state is PlayerState.RUNNING
    media(play, Key.Key_MediaPlay)
    assert play.service.state is PlayerState.PAUSED
    media(play, Key.Key_MediaNext)
    assert play.service.snapshot.segment.index == 1


def test_tab_reaches_every_control_and_enter_presses_the_one_with_the_focus(start):
    play = start()
    play.player.bar.put_away()  # there is no sound here, and it says so
    seen = []
    for _ in range(12):
        QTest.keyClick(play.player.focusWidget() or play.player, Key.Key_Tab)
        widget = play.player.focusWidget()
        seen.append(widget.text() if hasattr(widget, "text") else "")
    assert {"End", "Voice", "Beeps", "Back", "Pause", "Skip", "Too much"} <= set(seen)
    play.player.transport.pause.setFocus(Qt.FocusReason.TabFocusReason)
    play.key(Key.Key_Return)
    assert play.service.state is PlayerState.PAUSED


def test_each_cue_is_announced_once_and_the_countdown_at_30_10_and_3(start):
    play = start()
    heard = []
    play.player.announcer.announced.connect(heard.append)
    play.until(PlayerState.WAITING)
    play.key(Key.Key_6)
    play.run(18 + 45)
    assert heard[:2] == ["10 seconds", "3 seconds"]  # of the settling, whose cue came before
    assert heard[2] == "Right leg. Press your right sore spot. Rate it."
    pin = heard.index("Right leg. Sink into the ball. Stay still.")
    assert heard[pin + 1 : pin + 4] == ["30 seconds", "10 seconds", "3 seconds"]
    assert heard.count("Right leg. Sink into the ball. Stay still.") == 1


def test_the_ring_pulses_with_each_tone(start):
    play = start()
    play.run(27.5)
    assert play.player.ring._pulse.isActive()


def test_the_strip_counts_the_steps_within_the_block(start):
    play = start()
    to_press(play)
    assert play.player.top.strip.accessibleDescription() == "Right. Step 3 of 9"


def test_time_left_in_all_is_shown(start):
    play = start()
    play.run(7)
    assert play.player.top.left.text() == "4:50"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (1920, 1080)], ids=str)
def test_every_control_lies_inside_the_window_and_is_at_least_44_px(start, size):
    play = start(size=size)
    for state in ("running", "check", "prompt"):
        if state == "check":
            play.until(PlayerState.WAITING)
        if state == "prompt":
            play.key(Key.Key_H)
        for button in play.player.findChildren(PlayerButton):
            if not button.isVisible():
                continue
            corner = button.mapTo(play.player, button.rect().bottomRight())
            assert play.player.rect().contains(corner), (state, button.text())
            assert min(button.width(), button.height()) >= 44, (state, button.text())


# ------------------------------------------------------------- what it has to say beside the session
def test_a_full_disk_is_said_large_as_an_error_until_it_is_saved(start):
    play = start()
    bar = play.player.bar
    with nothing_can_be_written(play.history):
        play.until(PlayerState.WAITING)
        assert bar.tells_trouble
        assert bar.isVisible()
        assert bar.title.text().startswith("Unknot may not write")
        assert bar.title.font().pixelSize() >= play.player.scale.px(29)
        bar.again.click()
        assert bar.tells_trouble
        play.player.service.notice("No sound output was found.")
        assert bar.tells_trouble
    bar.again.click()
    assert not bar.isVisible()
    kept = play.practice.session(play.service.session.id)
    assert kept is not None
    assert [step.step_id for step in kept.steps] == ["settle"]


def test_a_full_disk_is_still_said_when_the_session_is_over(start):
    play = start()
    bar = play.player.bar
    with nothing_can_be_written(play.history):
        play.run(20.0)
        play.service.end()
        assert bar.isVisible()
        assert not bar.visibleRegion().isEmpty()
    bar.again.click()
    kept = play.practice.session(play.service.session.id)
    assert kept is not None
    assert kept.end is SessionEnd.PARTIAL


def test_a_notice_is_no_error_and_covers_neither_end_nor_the_cue(start):
    play = start()
    bar = play.player.bar
    play.service.notice("No sound output was found. The screen still guides you.")
    assert bar.isVisible()
    assert not bar.tells_trouble
    assert bar.again.isHidden()
    assert (bar.title.text(), bar.more.text()) == (
        "No sound output was found.",
        "The screen still guides you.",
    )
    assert not bar.geometry().intersects(play.player.content.geometry())
    assert not bar.geometry().intersects(play.player.top.end.geometry().translated(play.player.top.pos()))


def test_a_trouble_that_is_put_away_gives_the_keys_back_to_the_player(start):
    play = start()
    play.player.show_known(KnownError("Could not save: the disk is full.", "Free some space."))
    play.player.bar.close_button.setFocus()
    play.player.bar.close_button.click()
    assert play.player.window().focusWidget() is play.player


def test_only_one_button_is_called_pause_and_tab_comes_to_it_alone(start):
    play = start()
    named = [one for one in play.player.findChildren(PlayerButton) if one.text() == "Pause"]
    assert named == [play.player.transport.pause]
    assert play.player.ring.focusPolicy() == Qt.FocusPolicy.NoFocus
    click(play.player.ring)
    assert play.service.state is PlayerState.PAUSED


def test_a_block_of_one_step_does_not_count_it(start):
    play = start()
    play.run(1.0)
    steps = play.service.timeline.blocks[play.service.snapshot.segment.block].steps
    assert (steps, play.player.step_label(play.service.snapshot)) == (1, "")
    play.until(PlayerState.WAITING)
    assert play.player.step_label(play.service.snapshot).startswith("Step 1 of")


def test_ten_seconds_on_and_back_by_key(start):
    play = start()
    to_press(play)
    begin = play.service.snapshot.position
    play.key(Key.Key_L)
    assert play.service.snapshot.position == begin + 10
    play.key(Key.Key_J)
    play.key(Key.Key_J)
    assert play.service.snapshot.position == begin - 10 or play.service.snapshot.in_step == 0


def test_the_strip_opens_all_steps_and_a_click_goes_to_one(start):
    play = start()
    to_press(play)
    click(play.player.top.strip)
    steps = play.player.sheet.steps
    assert steps is not None
    assert steps.isVisible()
    rows = steps.list
    assert rows.count() == len(play.service.timeline.segments)
    assert rows.currentRow() == play.service.snapshot.segment.index
    wanted = play.service.snapshot.segment.index + 2
    at = rows.visualItemRect(rows.item(wanted)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert play.service.snapshot.segment.index == wanted
    assert not steps.isVisible()


def test_the_list_of_steps_works_by_keys_and_lets_the_players_own_keys_through(start):
    play = start()
    to_press(play)
    on = play.service.snapshot.segment.index
    play.key(Key.Key_O)
    steps = play.player.sheet.steps
    assert steps is not None
    QTest.keyClick(steps.list, Key.Key_Space)
    assert play.service.state is PlayerState.PAUSED
    QTest.keyClick(steps.list, Key.Key_Down)
    QTest.keyClick(steps.list, Key.Key_Return)
    assert play.service.snapshot.segment.index == on + 1
    play.key(Key.Key_O)
    QTest.keyClick(steps.list, Key.Key_Escape)
    assert not steps.isVisible()
    assert play.player.prompt is None


def test_getting_ready_says_so_and_leaves_time_to_read(start):
    play = start(prepare_s=10)
    assert play.player.ring._word == "Get ready"
    assert play.player.detail.isVisible()
    assert not play.player.next.isVisible()
    play.run(10.5)
    assert play.player.ring._word != "Get ready"
    assert not play.player.detail.isVisible()


def test_a_switch_of_sides_names_the_leg_to_go_to(start):
    play = start(sides=(Side.RIGHT, Side.LEFT))
    switch = next(s for s in play.service.timeline.segments if s.step.kind is StepKind.SWITCH_SIDE)
    play.service.jump(switch.index)
    play.run(1.0)
    assert play.player.plate.isVisible()
    assert play.player.plate.text() == "LEFT leg"


def test_a_wheel_over_the_ring_winds_ten_seconds_a_notch_and_a_touchpad_adds_up(start):
    play = start()
    press = next(one for one in play.service.timeline.segments if one.step.presses)
    play.service.jump(press.index)
    at = play.service.snapshot.position
    for turned in (-120, -60, -60):
        wind(play.player.ring, turned)
    assert play.service.snapshot.position == pytest.approx(at + 20, abs=0.5)
    wind(play.player.ring, 120)
    assert play.service.snapshot.position == pytest.approx(at + 10, abs=0.5)


def wind(widget, turned: int) -> None:
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre, widget.mapToGlobal(centre), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_switches_say_that_there_is_no_sound_as_long_as_there_is_none(start):
    play = start()  # of a session that found no device
    play.run(1)
    beeps = play.player.top.beeps
    assert beeps.isChecked()
    assert beeps.accessibleDescription() == "no sound"
    with_words = beeps.sizeHint().width()
    play.player.top.show_lacking(tones=False, words=False)
    assert beeps.accessibleDescription() == ""
    assert beeps.sizeHint().width() < with_words
