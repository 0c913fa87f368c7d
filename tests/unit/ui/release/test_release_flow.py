"""From a knot to its routine: what is asked on the way, and what never goes on to the player."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from unknot.domain.body import Side
from unknot.domain.knots import CheckOccasion, Size
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.domain.snapshot import PlayerState
from unknot.ui.body_map.press_lesson import PressLesson
from unknot.ui.library.detail_page import DetailPage
from unknot.ui.player.routine_player import RoutinePlayer
from unknot.ui.release.knot_choice import KnotChoice
from unknot.ui.release.release_flow import ReleaseFlow
from unknot.ui.release.routine_detail import RoutineDetail
from unknot.ui.screening.outcome_view import OutcomeView
from unknot.ui.screening.refusal_page import RefusalPage
from unknot.ui.screening.screening_page import ScreeningPage
from unknot.ui.screening.single_question import SingleQuestionPage


def flow_of(services, theme, stage) -> ReleaseFlow:
    return ReleaseFlow(services, theme, stage, stage)


def key(stage, key: Qt.Key) -> None:
    QTest.keyClick(stage.page.focusWidget() or stage.page, key)


def words_of(widget) -> str:
    if isinstance(widget, DetailPage):
        widget.make_all()
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def answer_all(stage, *, but: dict[str, int] | None = None) -> None:
    """Answer the questions shown by the keyboard: 1 everywhere, `but` names other answers."""
    page = stage.page
    assert isinstance(page, ScreeningPage)
    for _ in range(40):
        question = page.interview.current
        if isinstance(page.view, OutcomeView):
            return
        if question is not None and hasattr(page.view, "cards"):
            number = (but or {}).get(question.id, 1)
            QTest.keyClick(page.focusWidget() or page, getattr(Qt.Key, f"Key_{number}"))
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Return)
    raise AssertionError("the questions never ended")


def tick_and_start(stage) -> None:
    detail = stage.page
    assert isinstance(detail, RoutineDetail)
    for row in detail.setup.rows:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.mouseClick(detail.start, Qt.MouseButton.LeftButton)


def test_a_first_release_asks_everything_once_and_then_plays_to_the_end(services, theme, stage, mark):
    knot = mark()
    flow = flow_of(services, theme, stage)
    flow.release_knot(knot.id)
    assert "Unknot is for adults" in words_of(stage.page)
    answer_all(stage)
    assert "You can go on" in words_of(stage.page)
    key(stage, Qt.Key.Key_Return)
    assert isinstance(stage.page, SingleQuestionPage)
    key(stage, Qt.Key.Key_1)
    key(stage, Qt.Key.Key_Return)
    assert isinstance(flow.dialog, PressLesson)
    flow.dialog.accept()
    assert services.settings.choices.press_taught
    tick_and_start(stage)
    player = stage.page
    assert isinstance(player, RoutinePlayer)
    assert stage.full_screen[-1]
    assert services.players.running.state is PlayerState.RUNNING
    player.leave()
    player.leave()
    key(stage, Qt.Key.Key_Return)
    assert stage.page is None
    assert services.players.running is None


def test_the_second_time_that_day_nothing_is_asked_again(ready, theme, stage, mark):
    flow_of(ready, theme, stage).release_knot(mark().id)
    assert isinstance(stage.page, RoutineDetail)


def test_the_routine_is_for_the_leg_of_the_knot_and_both_legs_are_a_choice(ready, theme, stage, mark):
    knot = mark(side=Side.LEFT)
    flow_of(ready, theme, stage).release_knot(knot.id)
    detail = stage.page
    assert detail.sides == (Side.LEFT,)
    QTest.mouseClick(detail.legs.segment("both"), Qt.MouseButton.LeftButton)
    assert detail.sides == (Side.LEFT, Side.RIGHT)
    tick_and_start(stage)
    assert ready.players.running.session.sides == (Side.LEFT, Side.RIGHT)
    assert ready.players.running.session.knot_ids == (knot.id,)


def was_too_much(services, routine, knot) -> None:
    """A session on this knot in which "Too much" was pressed."""
    practice = services.practice
    session = practice.begin(
        SessionKind.RELEASE,
        routine.id,
        routine.title,
        sides=(knot.spot.side,),
        places=(knot.place,),
        knot_ids=[knot.id],
        total_s=300.0,
        ceiling=5,
    )
    practice.lowered(session.id, 1)
    practice.finish(session.id, SessionEnd.DONE, 300.0)


def test_the_page_says_the_pressure_for_the_legs_that_are_chosen(ready, clock, theme, stage, mark):
    right, left = mark(5), mark(5, side=Side.LEFT)
    routine = ready.release.fit(ready.journal.knot(right.id)).routine
    was_too_much(ready, routine, left)
    clock.advance(days=3)
    ready.journal.rate_knot(right.id, 5)
    ready.journal.rate_knot(left.id, 5)
    ready.screening.answer_daily(False)
    flow_of(ready, theme, stage).release_knot(right.id)
    detail = stage.page
    both, _other = ready.release.both_legs(routine, ready.journal.knot(right.id))
    one = ready.release.check(routine, ready.journal.knot(right.id))
    assert both.ceiling < one.ceiling
    assert f"Pressure {one.ceiling} or less today" in words_of(detail)
    row = detail.setup.rows[0]
    row.toggle()
    QTest.mouseClick(detail.legs.segment("both"), Qt.MouseButton.LeftButton)
    shown = words_of(detail)
    assert f"Pressure {both.ceiling} or less today" in shown
    assert f"Stay at {both.ceiling} or less" in shown
    assert "The left leg may be pressed less today" in shown
    assert detail.setup.rows[0] is row
    assert row.isChecked()
    row.toggle()
    tick_and_start(stage)
    assert ready.players.running.session.ceiling == both.ceiling


def test_tab_reaches_the_legs_before_start(ready, theme, stage, mark):
    flow_of(ready, theme, stage).release_knot(mark().id)
    legs = stage.page.legs.segment("both")
    legs.setFocus()
    QTest.keyClick(legs, Qt.Key.Key_Tab)
    assert stage.page.start.hasFocus()


def test_a_knot_of_the_other_leg_at_the_same_place_is_rated_too(ready, theme, stage, mark):
    right, left = mark(6), mark(4, side=Side.LEFT)
    flow_of(ready, theme, stage).release_knot(right.id)
    QTest.mouseClick(stage.page.legs.segment("both"), Qt.MouseButton.LeftButton)
    tick_and_start(stage)
    assert set(ready.players.running.session.knot_ids) == {right.id, left.id}


def test_the_clock_does_not_start_before_every_line_is_ticked(ready, theme, stage, mark):
    flow_of(ready, theme, stage).release_knot(mark().id)
    detail = stage.page
    QTest.mouseClick(detail.start, Qt.MouseButton.LeftButton)
    assert stage.page is detail
    assert "First tick each line" in detail.hint.text()
    assert detail.setup.rows[0].hasFocus()


def test_the_page_says_for_whom_it_is_what_to_keep_off_and_how_sure_it_is(ready, theme, stage, mark):
    flow_of(ready, theme, stage).release_knot(mark().id)
    text = words_of(stage.page)
    for part in ("Not for you if", "Take care", "Stop when", "At home:", "how sure", "or less today"):
        assert part in text, part


def test_an_answer_that_stops_never_reaches_the_player_and_says_why(services, theme, stage, mark):
    flow = flow_of(services, theme, stage)
    flow.release_knot(mark().id)
    answer_all(stage, but={"emergency": 5})
    assert "Stop and get seen today" in words_of(stage.page)
    assert "blood clot" in words_of(stage.page)
    key(stage, Qt.Key.Key_Return)
    assert stage.page is None
    flow.release_knot(mark().id)
    assert isinstance(stage.page, RefusalPage)
    assert "blood clot" in words_of(stage.page)


def test_a_blood_thinner_locks_pressing_with_its_reason(services, theme, stage, mark):
    flow_of(services, theme, stage).release_knot(mark().id)
    answer_all(stage, but={"pressure": 2})
    assert "blood thinner" in words_of(stage.page)
    assert services.players.running is None


def test_something_new_today_asks_the_emergency_question_and_leaves_the_leg_alone(
    ready, theme, stage, mark, clock
):
    clock.advance(days=1)
    ready.screening.answer_daily(True)
    flow_of(ready, theme, stage).release_knot(mark().id)
    assert not isinstance(stage.page, RoutineDetail)
    if isinstance(stage.page, ScreeningPage):
        answer_all(stage)
    assert "No pressing today" in words_of(stage.page)


def test_nine_of_ten_is_refused_with_the_reason(ready, theme, stage, mark):
    flow_of(ready, theme, stage).release_knot(mark(9).id)
    assert isinstance(stage.page, RefusalPage)
    assert ready.release.fit(ready.journal.knots()[0]).refusal in words_of(stage.page)
    key(stage, Qt.Key.Key_Escape)
    assert stage.page is None


def test_a_large_lump_asks_its_question_first_and_stops_on_any_answer_but_none(
    ready, theme, stage, mark, clock
):
    clock.advance(hours=1)
    flow_of(ready, theme, stage).release_knot(mark(5, Size.PLUM).id)
    page = stage.page
    assert isinstance(page, ScreeningPage)
    assert page.interview.current.id == "lump"
    key(stage, Qt.Key.Key_3)
    key(stage, Qt.Key.Key_Return)
    assert "See a clinician first" in words_of(stage.page)
    key(stage, Qt.Key.Key_Return)
    assert stage.page is None


def test_a_large_lump_that_is_none_of_these_goes_on(ready, theme, stage, mark, clock):
    clock.advance(hours=1)
    flow_of(ready, theme, stage).release_knot(mark(5, Size.PLUM).id)
    key(stage, Qt.Key.Key_1)
    key(stage, Qt.Key.Key_Return)
    key(stage, Qt.Key.Key_Return)
    assert isinstance(stage.page, RoutineDetail)


def test_a_routine_of_the_library_asks_which_knot_it_is_for(ready, theme, stage, mark):
    mark(4)
    worse = mark(6, side=Side.LEFT)
    flow = flow_of(ready, theme, stage)
    flow.start_routine("calf-outer-thumbs")
    assert isinstance(flow.dialog, KnotChoice)
    assert flow.dialog.rows[0].story.knot.id == worse.id
    QTest.keyClick(flow.dialog, Qt.Key.Key_1)
    assert isinstance(stage.page, RoutineDetail)
    assert stage.page.sides == (Side.LEFT,)


def test_without_a_knot_at_its_places_a_routine_leads_to_the_map(ready, theme, stage):
    flow = flow_of(ready, theme, stage)
    flow.start_routine("calf-outer-thumbs")
    assert "None is marked there" in words_of(flow.dialog)
    flow.dialog.map_wanted.emit()
    flow.dialog.reject()
    assert stage.went == ["body_map"]


def test_a_routine_too_firm_for_the_first_week_offers_the_gentle_one(ready, theme, stage, mark):
    mark()
    flow = flow_of(ready, theme, stage)
    flow.start_routine("calf-outer-ball")
    QTest.keyClick(flow.dialog, Qt.Key.Key_1)
    page = stage.page
    assert isinstance(page, RefusalPage)
    QTest.mouseClick(page.instead, Qt.MouseButton.LeftButton)
    assert "Outer calf: thumbs" in words_of(stage.page)


def test_the_stretch_needs_no_knot(ready, theme, stage):
    flow_of(ready, theme, stage).start_routine("after-release-stretch")
    assert isinstance(stage.page, RoutineDetail)
    assert "No pressing" in words_of(stage.page)
    tick_and_start(stage)
    assert isinstance(stage.page, RoutinePlayer)


def test_a_rating_of_nine_just_before_the_first_press_stops_there(ready, theme, stage, mark):
    knot = mark(5)
    flow_of(ready, theme, stage).release_knot(knot.id)
    tick_and_start(stage)
    player, service = stage.page, ready.players.running
    service.jump(1)
    assert service.state is PlayerState.WAITING
    QTest.keyClick(player, Qt.Key.Key_9)
    assert service.state is PlayerState.PAUSED
    assert "Leave this spot alone today" in words_of(player.prompt)
    QTest.keyClick(player, Qt.Key.Key_Space)
    assert service.state is PlayerState.PAUSED
    QTest.mouseClick(player.prompt.buttons()[-1], Qt.MouseButton.LeftButton)
    assert ready.practice.sessions()[0].end is not SessionEnd.OPEN
    checks = ready.journal.knot(knot.id).checks
    assert (checks[-1].tenderness, checks[-1].occasion) == (9, CheckOccasion.BEFORE)


def test_a_rating_of_seven_lowers_the_ceiling_at_once(ready, theme, stage, mark):
    flow_of(ready, theme, stage).release_knot(mark(5).id)
    tick_and_start(stage)
    service = ready.players.running
    before = service.snapshot.ceiling
    service.jump(1)
    QTest.keyClick(stage.page, Qt.Key.Key_7)
    assert service.snapshot.ceiling == min(before, 4)


def test_a_session_cut_off_goes_on_where_it_was(ready, theme, stage, mark):
    flow = flow_of(ready, theme, stage)
    flow.release_knot(mark().id)
    tick_and_start(stage)
    ready.players.running.jump(3)
    ready.players.close()
    stage.close_player()
    session = ready.practice.unfinished()
    assert session is not None
    flow.resume(session)
    assert isinstance(stage.page, RoutinePlayer)
    assert ready.players.running.snapshot.segment.index == 3


def test_a_session_cut_off_does_not_go_on_where_pressing_is_locked_meanwhile(ready, theme, stage, mark):
    flow = flow_of(ready, theme, stage)
    flow.release_knot(mark().id)
    tick_and_start(stage)
    ready.players.close()
    stage.close_player()
    ready.screening.save({"pressure": ["thinner"]})
    flow.resume(ready.practice.unfinished())
    assert isinstance(stage.page, RefusalPage)


def test_a_session_of_another_day_does_not_go_on(ready, theme, stage, mark, clock):
    flow = flow_of(ready, theme, stage)
    flow.release_knot(mark().id)
    tick_and_start(stage)
    ready.players.close()
    stage.close_player()
    clock.advance(hours=20)
    flow.resume(ready.practice.unfinished())
    assert isinstance(stage.page, RefusalPage)
    assert "It began on another day" in words_of(stage.page)


def test_a_session_cut_off_goes_on_no_firmer_than_what_was_too_much(ready, theme, stage, mark):
    flow = flow_of(ready, theme, stage)
    flow.release_knot(mark(5).id)
    tick_and_start(stage)
    service = ready.players.running
    service.jump(1)
    QTest.keyClick(stage.page, Qt.Key.Key_7)
    service.too_much()
    assert service.snapshot.ceiling == 3
    ready.players.close()
    stage.close_player()
    flow.resume(ready.practice.unfinished())
    assert ready.players.running.snapshot.ceiling == 3


def test_a_knot_rated_nine_meanwhile_is_not_pressed_on(ready, theme, stage, mark):
    flow, knot = flow_of(ready, theme, stage), mark(5)
    flow.release_knot(knot.id)
    tick_and_start(stage)
    ready.players.running.jump(3)
    ready.players.close()
    stage.close_player()
    ready.journal.rate_knot(knot.id, 9)
    flow.resume(ready.practice.unfinished())
    assert ready.players.running.state is PlayerState.PAUSED
    assert "Leave this spot alone today" in words_of(stage.page.prompt)


def test_a_knot_moved_to_where_nothing_is_pressed_is_not_pressed_on(ready, theme, stage, mark):
    flow, knot = flow_of(ready, theme, stage), mark(5)
    flow.release_knot(knot.id)
    tick_and_start(stage)
    ready.players.close()
    stage.close_player()
    ready.journal.move_knot(knot.id, knot.spot, "iliotibial_tract_distal")
    flow.resume(ready.practice.unfinished())
    assert isinstance(stage.page, RefusalPage)


def test_a_page_left_open_over_night_asks_again(ready, theme, stage, mark, clock):
    flow_of(ready, theme, stage).release_knot(mark().id)
    detail = stage.page
    clock.advance(hours=12)
    for row in detail.setup.rows:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.mouseClick(detail.start, Qt.MouseButton.LeftButton)
    assert isinstance(stage.page, SingleQuestionPage)
    assert ready.players.running is None


def test_a_first_grapefruit_is_for_hands_or_a_soft_tool(ready, theme, stage, mark, clock):
    knot = mark(5, Size.GRAPEFRUIT)
    clock.advance(minutes=1)
    ready.screening.save({"lump": ["none"]})
    flow_of(ready, theme, stage).release_knot(knot.id)
    assert "Hands or a soft tool only" in words_of(stage.page)


def test_changing_an_answer_after_a_stop_needs_the_clinician_box(ready, theme, stage):
    ready.screening.save({"rest": ["yes"]})
    flow = flow_of(ready, theme, stage)
    flow.change_answers()
    answer_all(stage)  # the box is left empty
    assert not ready.screening.may("press").allowed
    key(stage, Qt.Key.Key_Return)
    flow.change_answers()
    page = stage.page
    while not hasattr(page.view, "box"):
        if hasattr(page.view, "cards"):
            key(stage, Qt.Key.Key_1)
        key(stage, Qt.Key.Key_Return)
    key(stage, Qt.Key.Key_1)
    key(stage, Qt.Key.Key_Return)
    assert ready.screening.may("press").allowed
