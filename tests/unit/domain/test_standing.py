"""A stop holds until a fresh screening and a clinician's word take it back."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from helpers.wall_clock import SUMMER
from unknot import paths
from unknot.content.library import load_library
from unknot.domain.answers import KeptAnswers
from unknot.domain.body import Side
from unknot.domain.standing import Standing, kept, stale, standing_of

QUESTIONS = load_library(paths.resources()).screening
START = datetime(2026, 9, 14, 18, 30, tzinfo=SUMMER)
CLEAR = {"emergency": "none", "injury": "no", "nerve": "no", "rest": "no", "general": "none"} | {
    "pressure": "none",
    "lump": "none",
}


class Saves:
    """Saves one after the other, a day apart."""

    def __init__(self) -> None:
        self.rows: list[KeptAnswers] = []

    def save(self, given: dict, *, days: int = 1, content: bool = False, legs: tuple = ()) -> Standing:
        at = START + timedelta(days=days * len(self.rows))
        answers = kept(self.standing, given, at, clinician_content=content, legs=legs)
        self.rows.append(KeptAnswers(uuid4(), at, 1, answers))
        return self.standing

    @property
    def standing(self) -> Standing:
        return standing_of(QUESTIONS, self.rows)


def test_nothing_answered_is_no_verdict() -> None:
    assert standing_of(QUESTIONS, []).verdict is None


def test_answers_of_earlier_saves_still_count() -> None:
    saves = Saves()
    saves.save({"emergency": "none", "injury": "no"})
    standing = saves.save({"nerve": "no"})
    assert set(standing.answers) == {"emergency", "injury", "nerve"}
    assert standing.given_at["injury"] == START
    assert standing.given_at["nerve"] == START + timedelta(days=1)


def test_changing_the_answer_alone_does_not_take_a_stop_back() -> None:
    saves = Saves()
    saves.save({**CLEAR, "rest": "yes"})
    standing = saves.save({**CLEAR})
    assert standing.verdict is not None
    assert standing.verdict.outcome == "stop_soon"
    assert "Pain at rest" in standing.verdict.text


def test_the_box_alone_does_not_take_a_stop_back() -> None:
    saves = Saves()
    saves.save({**CLEAR, "rest": "yes"})
    assert saves.save({"rest": "no"}, content=True).held


def test_a_fresh_screening_with_the_box_takes_a_stop_back() -> None:
    saves = Saves()
    saves.save({**CLEAR, "rest": "yes"})
    standing = saves.save({**CLEAR}, content=True)
    assert standing.held == frozenset()
    assert standing.verdict is not None
    assert not standing.verdict.stops


def test_a_fresh_screening_asks_also_what_the_gate_leaves_out() -> None:
    saves = Saves()
    saves.save({**CLEAR, "locking": "stuck"})
    assert saves.save({**CLEAR}, content=True).held
    assert not saves.save({**CLEAR, "locking": "no"}, content=True).held


def test_a_stop_that_comes_again_holds_again() -> None:
    saves = Saves()
    saves.save({**CLEAR, "rest": "yes"})
    saves.save({**CLEAR}, content=True)
    assert saves.save({**CLEAR, "nerve": "steady"}).held == {"stop_soon:nerve"}


def test_under_eighteen_never_unlocks() -> None:
    saves = Saves()
    saves.save({**CLEAR, "age": "u18"})
    assert saves.save({**CLEAR, "age": "18_49"}, content=True).held == {"stop_soon:under_18"}


def test_the_leg_once_named_is_remembered() -> None:
    saves = Saves()
    saves.save({**CLEAR, "pressure": ["veins"]}, legs=(Side.LEFT,))
    standing = saves.save({"nerve": "no"})
    assert standing.verdict is not None
    assert [lock.sides for lock in standing.verdict.locks] == [(Side.LEFT,)]


def test_safety_answers_are_old_after_four_weeks_and_pattern_answers_never() -> None:
    saves = Saves()
    standing = saves.save({**CLEAR, "when": "only_run"})
    assert stale(QUESTIONS, standing, START + timedelta(days=27)) == frozenset()
    assert stale(QUESTIONS, standing, START + timedelta(days=28)) == set(CLEAR) - {"pressure"}


def test_a_question_of_another_version_is_passed_over() -> None:
    row = KeptAnswers(uuid4(), START, 9, {**CLEAR, "moon": "full"})
    standing = standing_of(QUESTIONS, [row])
    assert "moon" not in standing.answers
    assert stale(QUESTIONS, standing, START + timedelta(days=99))
