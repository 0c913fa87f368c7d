"""The safety questions: branching, worst effect first, all worked cases, and the short first gate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unknot import paths
from unknot.content.library import load_library
from unknot.domain.body import Side
from unknot.domain.screening import NOT_SCREENED, STOPS, Questionnaire
from unknot.domain.screening_rules import (
    check_condition,
    effects_of,
    evaluate,
    is_shown,
    next_question,
    outstanding,
    parse_terms,
)

CASES = json.loads((Path(__file__).parents[2] / "data" / "screening_cases.json").read_text(encoding="utf-8"))
QUESTIONS: Questionnaire = load_library(paths.resources()).screening
GATE = QUESTIONS.first_gate.ids
TEXTBOOK = CASES[0]["answers"]
OPTIONS = {
    question.id: st.lists(
        st.sampled_from([option.id for option in question.options]),
        min_size=1,
        max_size=3 if question.kind == "multi" else 1,
        unique=True,
    )
    for question in QUESTIONS.questions.values()
}
ANY_ANSWERS = st.fixed_dictionaries({}, optional=OPTIONS)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_worked_case_has_its_outcome_and_locks(case: dict) -> None:
    verdict = evaluate(QUESTIONS, case["answers"])
    assert verdict.outcome == case["expected"]
    assert sorted(lock.code for lock in verdict.locks) == sorted(case["no_press"])
    assert verdict.title
    assert "{" not in verdict.text


def test_all_cases_are_there() -> None:
    assert len(CASES) == 23


def test_most_people_answer_seven_questions_of_the_first_gate() -> None:
    given: dict[str, str] = {}
    while (question := next_question(QUESTIONS, given, GATE)) is not None:
        given[question.id] = question.options[0].id
    assert list(given) == ["emergency", "injury", "nerve", "rest", "general", "pressure", "lump"]


@pytest.mark.parametrize("answer", ["blow", "twist"])
def test_an_injury_opens_the_question_about_its_signs(answer: str) -> None:
    given = {"emergency": "none", "injury": answer}
    question = next_question(QUESTIONS, given, GATE)
    assert question is not None
    assert question.id == "injury_signs"


def test_an_answer_of_a_branch_left_again_counts_for_nothing() -> None:
    answers = {**TEXTBOOK, "injury_signs": ["steps"]}
    assert evaluate(QUESTIONS, answers).outcome == "fits"
    assert evaluate(QUESTIONS, {**answers, "injury": "blow"}).outcome == "stop_now"


def test_the_question_about_knots_is_hidden_when_pressing_is_ruled_out() -> None:
    answers = {**TEXTBOOK, "pressure": "thinner"}
    del answers["knots"]
    assert outstanding(QUESTIONS, answers) == ()
    assert evaluate(QUESTIONS, answers).outcome == "fits"


def test_a_stop_counts_while_other_questions_are_open() -> None:
    verdict = evaluate(QUESTIONS, {"emergency": ["calf"]})
    assert verdict.outcome == "stop_now"
    assert verdict.says == ("Get seen today: a clot must be ruled out. Do not press or roll the leg.",)


def test_open_safety_questions_are_not_screened() -> None:
    answers = {name: given for name, given in TEXTBOOK.items() if name != "bone"}
    assert evaluate(QUESTIONS, answers).outcome == NOT_SCREENED
    assert evaluate(QUESTIONS, {}).outcome == NOT_SCREENED


def test_a_pattern_question_left_out_counts_as_a_difference() -> None:
    answers = {name: given for name, given in TEXTBOOK.items() if name != "feel"}
    verdict = evaluate(QUESTIONS, answers)
    assert verdict.outcome == "fits_partly"
    assert [difference.what for difference in verdict.differences] == [
        "You left a question open: What is the pain like at its worst?"
    ]


def test_another_pattern_is_named() -> None:
    verdict = evaluate(QUESTIONS, {**TEXTBOOK, "where": "inner"})
    assert "the inner side" in verdict.text


def test_too_few_matches_give_a_reason_too() -> None:
    answers = {**TEXTBOOK, "when": "stairs", "where": "under_all", "feel": "ache", "onset": "first"}
    answers |= {"swelling": "puffy", "rest": "evening"}
    verdict = evaluate(QUESTIONS, answers)
    assert verdict.outcome == "other_pattern"
    assert "too few of your answers" in verdict.text


def test_group_notes_and_differences_come_with_the_verdict() -> None:
    verdict = evaluate(QUESTIONS, {**TEXTBOOK, "where": "both", "feel": "ache"})
    assert verdict.group == "AB"
    assert "uphill_rule" in verdict.notes
    assert [difference.what for difference in verdict.differences] == ["It aches and does not stab"]


def test_light_pressure_limits_and_softens() -> None:
    (lock,) = evaluate(QUESTIONS, {**TEXTBOOK, "pressure": "aspirin"}).locks
    assert (lock.max_pressure_pain, lock.soft, lock.time_factor, lock.forbids) == (3, True, 0.5, False)


def test_a_lock_of_the_leg_holds_for_both_until_one_is_named() -> None:
    answers = {**TEXTBOOK, "pressure": "veins"}
    (both,) = evaluate(QUESTIONS, answers).locks
    (left,) = evaluate(QUESTIONS, answers, [Side.LEFT]).locks
    assert both.sides == (Side.LEFT, Side.RIGHT)
    assert left.sides == (Side.LEFT,)


def test_a_lock_set_twice_names_both_answers() -> None:
    (lock,) = evaluate(QUESTIONS, {**TEXTBOOK, "pressure": ["bleeding", "artery"]}).locks
    assert "bleeding disorder" in lock.answer
    assert "Poor blood flow" in lock.answer


@given(ANY_ANSWERS)
def test_the_worst_effect_always_wins(answers: dict[str, list[str]]) -> None:
    effects = effects_of(QUESTIONS, answers)
    worst = next((stop for stop in STOPS if any(e.startswith(f"{stop}:") for e in effects)), None)
    verdict = evaluate(QUESTIONS, answers)
    assert verdict.stops == (worst is not None)
    if worst is not None:
        assert verdict.outcome == worst
        assert verdict.reasons


@given(ANY_ANSWERS)
def test_asking_on_always_comes_to_an_end(answers: dict[str, list[str]]) -> None:
    given_now = dict(answers)
    asked = 0
    while (question := next_question(QUESTIONS, given_now)) is not None:
        assert is_shown(QUESTIONS, question, given_now)
        given_now[question.id] = [question.options[-1].id]
        asked += 1
    assert asked <= len(QUESTIONS.questions)
    assert evaluate(QUESTIONS, given_now).outcome != NOT_SCREENED


@pytest.mark.parametrize(
    "words", ["several stop_now", "stop_now", "at most two partly", "core:timing or core:place"]
)
def test_a_rule_that_is_not_understood_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="expected a condition"):
        parse_terms(words)


def test_a_condition_that_is_not_understood_is_refused() -> None:
    with pytest.raises(ValueError, match="expected"):
        check_condition("injury was bad")
