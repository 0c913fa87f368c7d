"""The safety questions in use: what is asked when, what opens, and what shuts with its reason."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from helpers.wall_clock import WallClock
from unknot import paths
from unknot.content.library import Library, load_library
from unknot.domain.body import Side
from unknot.services.changes import Change, Kind
from unknot.services.screening import Screening
from unknot.storage.history import History

GATE = ["emergency", "injury", "nerve", "rest", "general", "pressure", "lump"]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources())


@pytest.fixture
def screening(library: Library, history: History, clock: WallClock) -> Screening:
    return Screening(library.screening, history, clock)


def ask(screening: Screening, what: str, *, anew: bool = False, **answers: str) -> dict[str, str]:
    """Answer every question that comes: as told, else without any effect."""
    given: dict[str, str] = {}
    while (question := screening.next_question(what, given, anew=anew)) is not None:
        harmless = next((o.id for o in question.options if not o.effects), question.options[0].id)
        given[question.id] = answers.get(question.id, harmless)
    return given


def asked(screening: Screening, what: str) -> list[str]:
    return [question.id for question in screening.outstanding_for(what)]


def pass_gate(screening: Screening, **answers: str) -> None:
    screening.save(ask(screening, "press", **answers))


# ---------------------------------------------------------------- what is asked
def test_before_the_first_press_the_first_gate_is_asked(screening: Screening) -> None:
    assert screening.verdict() is None
    assert asked(screening, "press") == GATE
    permission = screening.may("press")
    assert (permission.allowed, permission.needs_questions) == (False, True)
    assert permission.title
    assert permission.reason


def test_an_interview_holds_the_questions_that_may_open_on_the_way(screening: Screening) -> None:
    names = [question.id for question in screening.interview_for("press")]
    assert names == ["emergency", "injury", "injury_signs", *GATE[2:]]
    signs = screening.questionnaire.questions["injury_signs"]
    assert not screening.opens(signs, {"injury": "no"})
    assert screening.opens(signs, {"injury": "blow"})


def test_the_gate_opens_pressing_and_the_stretch_and_leaves_drills_shut(screening: Screening) -> None:
    pass_gate(screening)
    assert screening.may("press").allowed
    assert screening.may("stretch").allowed
    drill = screening.may("drill")
    assert (drill.allowed, drill.needs_questions) == (False, True)
    assert not set(asked(screening, "drill")) & set(GATE)


def test_all_questions_open_the_drills(screening: Screening) -> None:
    pass_gate(screening)
    screening.save(ask(screening, "drill", when="only_run", where="outer"))
    assert screening.may("drill").allowed
    verdict = screening.verdict()
    assert verdict is not None
    assert verdict.outcome == "fits"


def test_questions_left_open_on_the_way_to_drills_do_not_shut_pressing(screening: Screening) -> None:
    pass_gate(screening)
    safety = [q.id for q in screening.outstanding_for("drill") if q.block == "safety"]
    screening.save({name: ask(screening, "drill")[name] for name in safety})
    assert screening.may("press").allowed
    assert screening.may("drill").needs_questions


# ---------------------------------------------------------------- what shuts
@pytest.mark.parametrize(
    ("question", "answer", "title"),
    [
        ("emergency", "chest", "Get emergency help now"),
        ("emergency", "calf", "Stop and get seen today"),
        ("rest", "yes", "See a clinician first"),
        ("lump", "hard", "See a clinician first"),
        ("general", "arthritis", "This looks like another pattern"),
    ],
)
def test_an_outcome_shuts_everything_with_its_reason(
    screening: Screening, question: str, answer: str, title: str
) -> None:
    pass_gate(screening, **{question: answer})
    for what in ("press", "stretch", "drill"):
        permission = screening.may(what)
        assert (permission.allowed, permission.needs_questions) == (False, False)
        assert permission.title == title
        assert "{" not in permission.reason


def test_a_stop_opens_again_by_a_fresh_screening_with_the_box_alone(
    screening: Screening, clock: WallClock
) -> None:
    pass_gate(screening, rest="yes")
    assert screening.may("press").can_unlock
    clock.advance(days=1)
    screening.save({"rest": "no"}, clinician_content=True)
    assert not screening.may("press").allowed
    screening.save(ask(screening, "press", anew=True))
    assert not screening.may("press").allowed
    screening.save(ask(screening, "press", anew=True), clinician_content=True)
    assert screening.may("press").allowed


def test_a_fresh_screening_asks_what_stopped_even_outside_the_gate(screening: Screening) -> None:
    pass_gate(screening)
    screening.save(ask(screening, "drill", locking="stuck"))
    assert "locking" in [question.id for question in screening.interview_for("press", anew=True)]


def test_under_eighteen_never_unlocks(screening: Screening) -> None:
    pass_gate(screening)
    screening.save(ask(screening, "drill", age="u18"))
    permission = screening.may("press")
    assert not permission.allowed
    assert not permission.can_unlock
    screening.save(ask(screening, "drill", anew=True), clinician_content=True)
    assert not screening.may("drill").allowed


def test_a_blood_thinner_shuts_pressing_and_nothing_else(screening: Screening) -> None:
    pass_gate(screening, pressure="thinner")
    permission = screening.may("press")
    assert not permission.allowed
    assert "I take a blood thinner" in permission.reason
    assert "No ball, stick or thumb pressure" in permission.reason
    assert screening.may("stretch").allowed
    screening.save(ask(screening, "drill", when="only_run", where="outer"))
    assert screening.may("drill").allowed


def test_a_lock_of_one_leg_leaves_pressing_open(screening: Screening) -> None:
    screening.save(ask(screening, "press", pressure="veins"), legs=(Side.LEFT,))
    assert screening.may("press").allowed
    assert [lock.sides for lock in screening.locks()] == [(Side.LEFT,)]


def test_a_lock_of_the_leg_shuts_both_while_none_is_named(screening: Screening) -> None:
    pass_gate(screening, pressure="veins")
    assert not screening.may("press").allowed


def test_answers_speak_against_single_drills(screening: Screening, library: Library) -> None:
    bridge, words = library.drills["glute-bridge"], library.vocabulary.contraindications
    assert screening.held_back(bridge, words) == ()
    pass_gate(screening, pressure="pregnant")
    assert screening.held_back(bridge, words) == ("Second half of pregnancy: not flat on back or belly.",)


# ---------------------------------------------------------------- again and again
def test_the_safety_block_is_due_after_four_weeks(screening: Screening, clock: WallClock) -> None:
    pass_gate(screening)
    screening.save(ask(screening, "drill", when="only_run", where="outer"))
    clock.advance(days=27)
    assert screening.may("press").allowed
    clock.advance(days=1)
    assert screening.may("press").needs_questions
    blocks = {question.block for question in screening.outstanding_for("press")}
    assert blocks == {"safety"}
    assert "locking" in asked(screening, "press")
    pass_gate(screening)
    assert screening.may("press").allowed
    assert screening.may("drill").allowed


def test_the_daily_question_is_due_once_a_day_that_begins_at_four(
    screening: Screening, clock: WallClock
) -> None:
    assert screening.daily_due()
    screening.answer_daily(False)
    assert not screening.daily_due()
    clock.advance(hours=9)
    assert not screening.daily_due()
    clock.advance(hours=1)
    assert screening.daily_due()


def test_a_yes_asks_the_emergency_question_and_shuts_pressing_for_the_day(
    screening: Screening, clock: WallClock
) -> None:
    pass_gate(screening)
    clock.advance(hours=1)
    screening.answer_daily(True)
    assert asked(screening, "press") == ["emergency"]
    assert screening.may("press").needs_questions
    clock.advance(minutes=1)
    pass_gate(screening)
    permission = screening.may("press")
    assert (permission.allowed, permission.needs_questions) == (False, False)
    assert permission.title == "No pressing today"
    clock.advance(days=1)
    assert screening.may("press").allowed


def test_a_yes_taken_back_opens_pressing_again(screening: Screening, clock: WallClock) -> None:
    pass_gate(screening)
    screening.answer_daily(True)
    clock.advance(minutes=1)
    screening.answer_daily(False)
    assert screening.may("press").allowed


# ---------------------------------------------------------------- what is kept
def test_answers_are_kept_with_date_and_version_and_each_save_is_a_row(
    screening: Screening, history: History, clock: WallClock
) -> None:
    pass_gate(screening)
    clock.advance(days=2)
    screening.save({"pressure": ["thinner", "diabetes"]})
    rows = history.screenings.all()
    assert [row.at for row in rows] == [clock(), rows[1].at]
    assert {row.version for row in rows} == {screening.questionnaire.version}
    assert screening.answers()["pressure"] == ["thinner", "diabetes"]
    assert screening.given_at("pressure") == clock()
    assert screening.given_at("rest") == rows[1].at


def test_another_sitting_finds_the_same(
    screening: Screening, library: Library, history: History, clock: WallClock
) -> None:
    pass_gate(screening, pressure="aspirin")
    again = Screening(library.screening, history, clock)
    assert again.answers() == screening.answers()
    assert again.verdict() == screening.verdict()


def test_each_save_tells_that_the_screening_changed(screening: Screening, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screening.changed) as caught:
        screening.save({"age": "50p"})
    assert caught.args == [Change(frozenset({Kind.SCREENING}))]


@pytest.mark.parametrize("answers", [{"moon": "full"}, {"age": "12"}])
def test_an_answer_that_does_not_exist_is_refused(screening: Screening, answers: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="no such answer"):
        screening.save(answers)
    assert screening.answers() == {}
