"""The safety questions by mouse and keyboard: one a page, back and forth, kept, and honest at the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from unknot.ui.screening.closing_views import LEG, ClinicianView
from unknot.ui.screening.outcome_view import OutcomeView
from unknot.ui.screening.question_view import QuestionView
from unknot.ui.screening.screening_page import ScreeningPage

Key = Qt.Key


@pytest.fixture
def page(qtbot, services, theme):
    """The first gate, at its first question."""
    page = shown(qtbot, ScreeningPage(services, theme, "press", services.screening.interview_for("press")))
    press(page, Key.Key_Return)
    return page


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1440, 900)
    page.show()
    return page


def press(page, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.focusWidget() or page, key, modifier)


def words_of(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def answer(page, **others: int) -> None:
    """Answer each question by its number key, 1 unless named otherwise, to the end."""
    while isinstance(page.view, QuestionView):
        press(page, getattr(Key, f"Key_{others.get(page.view.question.id, 1)}"))
        press(page, Key.Key_Return)


def test_it_says_first_that_it_is_for_adults_and_how_many_questions_come(qtbot, services, theme):
    page = ScreeningPage(services, theme, "press", services.screening.interview_for("press"))
    shown(qtbot, page)
    assert "Unknot is for adults" in words_of(page)
    assert "7 questions" in words_of(page)
    assert "not a diagnosis" in words_of(page)


def test_most_people_answer_seven_questions_with_two_keys(page, services, qtbot):
    asked = []
    while isinstance(page.view, QuestionView):
        asked.append(page.view.question.id)
        press(page, Key.Key_1)
        press(page, Key.Key_Return)
    assert asked == ["emergency", "injury", "nerve", "rest", "general", "pressure", "lump"]
    assert "You can go on" in words_of(page)
    assert services.screening.may("press").allowed
    with qtbot.waitSignal(page.passed):
        press(page, Key.Key_Return)


def test_a_twist_opens_one_more_question_and_changing_it_back_closes_it(page):
    press(page, Key.Key_1)
    press(page, Key.Key_Return)
    press(page, Key.Key_3)
    assert "Question 2 of 8" in words_of(page)
    press(page, Key.Key_Return)
    assert page.view.question.id == "injury_signs"
    press(page, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    press(page, Key.Key_1)
    press(page, Key.Key_Return)
    assert page.view.question.id == "nerve"
    assert "Question 3 of 7" in words_of(page)


def test_back_shows_the_answer_given(page):
    press(page, Key.Key_1)
    press(page, Key.Key_Return)
    press(page, Key.Key_2)
    press(page, Key.Key_Return)
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.view.chosen() == ("blow",)


def test_one_of_several_is_a_radio_button_and_any_of_several_a_tick_box(page):
    roles = [QAccessible.queryAccessibleInterface(card).role() for card in page.view.cards]
    assert set(roles) == {QAccessible.Role.CheckBox}
    press(page, Key.Key_1)
    press(page, Key.Key_Return)
    roles = [QAccessible.queryAccessibleInterface(card).role() for card in page.view.cards]
    assert set(roles) == {QAccessible.Role.RadioButton}
    page.view.cards[0].click()
    press(page, Key.Key_Down)
    assert page.view.chosen() == (page.view.cards[1].option_id,)


def test_it_does_not_go_on_without_an_answer(page):
    press(page, Key.Key_Return)
    assert page.view.question.id == "emergency"
    assert "Pick an answer first." in words_of(page)


def test_none_and_the_others_exclude_each_other(page):
    cards = {card.option_id: card for card in page.view.cards}
    QTest.mouseClick(cards["none"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(cards["calf"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(cards["cold"], Qt.MouseButton.LeftButton)
    assert page.view.chosen() == ("calf", "cold")
    QTest.mouseClick(cards["none"], Qt.MouseButton.LeftButton)
    assert page.view.chosen() == ("none",)


def test_an_emergency_says_to_call_now_and_pressing_stays_shut(page, services, qtbot):
    answer(page, emergency=2)
    assert "Get emergency help now" in words_of(page)
    assert "Call your emergency number now." in words_of(page)
    assert not services.screening.may("press").allowed
    with qtbot.waitSignal(page.left):
        press(page, Key.Key_Return)


def test_aspirin_limits_the_pressure_and_says_so(page, services):
    answer(page, pressure=3)
    assert services.screening.may("press").allowed
    assert "I take aspirin or clopidogrel daily" in words_of(page)
    assert "3 of 10" in words_of(page)


def test_a_lock_of_this_leg_asks_which_leg(page, services):
    while page.view.question.id != LEG:
        number = 7 if page.view.question.id == "pressure" else 1
        press(page, getattr(Key, f"Key_{number}"))
        press(page, Key.Key_Return)
    press(page, Key.Key_2)
    press(page, Key.Key_Return)
    assert isinstance(page.view, OutcomeView)
    assert {side.value for lock in services.screening.locks() for side in lock.sides} == {"left"}


def test_save_and_finish_later_keeps_what_was_answered(page, services, qtbot):
    press(page, Key.Key_1)
    press(page, Key.Key_Return)
    press(page, Key.Key_1)
    with qtbot.waitSignal(page.left):
        QTest.mouseClick(page.later, Qt.MouseButton.LeftButton)
    assert set(services.screening.answers()) == {"emergency", "injury"}
    assert next(q.id for q in services.screening.outstanding_for("press")) == "nerve"


def test_esc_leaves_and_keeps_too(page, services, qtbot):
    press(page, Key.Key_1)
    with qtbot.waitSignal(page.left):
        press(page, Key.Key_Escape)
    assert services.screening.answers() == {"emergency": ["none"]}


def test_leaving_at_the_clinician_box_keeps_the_answers_of_the_sitting(qtbot, services, theme):
    services.screening.save({"rest": ["yes"]})
    questions = services.screening.interview_for("press", anew=True)
    page = ScreeningPage(services, theme, "press", questions, anew=True, intro=False)
    qtbot.addWidget(page)
    page.show()
    while not isinstance(page.view, ClinicianView):
        press(page, Key.Key_3 if page.view.question.id == "pressure" else Key.Key_1)
        press(page, Key.Key_Return)
    with qtbot.waitSignal(page.left):
        press(page, Key.Key_Escape)
    assert services.screening.answers()["pressure"] == ["aspirin"]
    assert not services.screening.may("press").allowed


def test_change_an_answer_goes_through_them_again(page):
    answer(page, rest=3)
    assert "See a clinician first" in words_of(page)
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.view.question.id == "emergency"
    assert page.view.chosen() == ("none",)


def test_every_question_of_the_data_can_be_asked(qtbot, services, theme):
    questions = list(services.screening.questionnaire.questions.values())
    page = shown(qtbot, ScreeningPage(services, theme, "drill", questions, anew=True, intro=False))
    seen = 0
    while isinstance(page.view, QuestionView):
        seen += 1
        assert len(page.view.cards) == len(page.view.question.options)
        press(page, Key.Key_1)
        press(page, Key.Key_Return)
    assert seen >= len(questions) - 2


def ask_all(qtbot, services, theme) -> ScreeningPage:
    """All questions that drills ask, at the first one."""
    page = ScreeningPage(services, theme, "drill", services.screening.interview_for("drill"), intro=False)
    return shown(qtbot, page)


def go_to(page: ScreeningPage, question: str) -> None:
    while page.view.question.id != question:
        press(page, Key.Key_1)
        press(page, Key.Key_Return)


def under_18(page: ScreeningPage) -> Qt.Key:
    names = [option.id for option in page.view.question.options]
    return getattr(Key, f"Key_{names.index('u18') + 1}")


def test_an_answer_that_holds_for_good_is_asked_twice_so_that_a_slip_can_be_mended(qtbot, services, theme):
    page = ask_all(qtbot, services, theme)
    go_to(page, "age")
    press(page, under_18(page))
    press(page, Key.Key_Return)
    assert page.view.question.id == "age"
    assert "for good" in page.hint.text()
    press(page, Key.Key_2)
    press(page, Key.Key_Return)
    assert page.view.question.id != "age"
    assert services.screening.answers() == {}


def test_leaving_before_it_is_confirmed_keeps_nothing_of_it(qtbot, services, theme):
    page = ask_all(qtbot, services, theme)
    go_to(page, "age")
    press(page, under_18(page))
    press(page, Key.Key_Return)
    press(page, Key.Key_Escape)
    assert "age" not in services.screening.answers()


def test_under_18_confirmed_stays_and_offers_no_change_that_could_not_help(qtbot, services, theme):
    page = ask_all(qtbot, services, theme)
    go_to(page, "age")
    press(page, under_18(page))
    press(page, Key.Key_Return)
    press(page, Key.Key_Return)
    answer(page)
    assert isinstance(page.view, OutcomeView)
    assert "This stays so" in words_of(page)
    assert page.back.isHidden()
    again = ScreeningPage(
        services, theme, "drill", services.screening.interview_for("drill", anew=True), anew=True, intro=False
    )
    shown(qtbot, again)
    answer(again, age=2)
    assert isinstance(again.view, OutcomeView)  # no box to tick: it could not help


def test_a_stop_of_this_sitting_asks_for_the_clinician_when_it_is_changed(page):
    press(page, Key.Key_2)
    press(page, Key.Key_Return)
    answer(page)
    assert isinstance(page.view, OutcomeView)
    page.back.click()
    answer(page)
    assert isinstance(page.view, ClinicianView)
