"""Where somebody stands with the safety questions: replays every save, so that no stop is lost or undone.

A stop holds until a fresh screening says otherwise and the user ticks that a clinician has seen them and
is content (rule 3 of screening.json); some stops hold for good. Pure functions over the kept answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from unknot.domain.answers import KeptAnswers
from unknot.domain.body import Side
from unknot.domain.days import day_of
from unknot.domain.screening import STOPS, Answers, Question, Questionnaire, Verdict, as_options
from unknot.domain.screening_rules import (
    depends_on,
    effects_of,
    evaluate,
    is_shown,
    outstanding,
    stop_verdict,
)

# kept beside the answers of a save; no question may be called so
GIVEN = "_given"  # the questions answered in this save
GIVEN_AT = "_given_at"  # when each answer was given, as "id=moment"
CONTENT = "_clinician_content"  # "yes": a clinician has seen me and is content
LEGS = "_legs"  # the legs meant by "this leg"
Kept = dict[str, str | list[str]]


class Standing(Struct, frozen=True):
    """The answers that count, when each was given, and which stops hold. Nothing is answered at first."""

    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given_at: Mapping[str, datetime] = field(default_factory=dict)
    legs: tuple[Side, ...] = ()
    held: frozenset[str] = frozenset()  # stop codes that are not taken back
    verdict: Verdict | None = None


def standing_of(questionnaire: Questionnaire, saves: Iterable[KeptAnswers]) -> Standing:
    """Replay all saves, oldest first."""
    standing = Standing()
    for save in saves:
        standing = _after(questionnaire, standing, save)
    if not standing.answers:
        return standing
    verdict = evaluate(questionnaire, standing.answers, standing.legs)
    if standing.held and not verdict.stops:
        verdict = stop_verdict(questionnaire, standing.held, verdict)
    return replace(standing, verdict=verdict)


def _after(questionnaire: Questionnaire, before: Standing, save: KeptAnswers) -> Standing:
    answers = {
        name: as_options(given) for name, given in save.answers.items() if name in questionnaire.questions
    }
    moments = _moments(save)
    given_at = {name: moments.get(name, save.at) for name in answers}
    fresh = {name: answers[name] for name in as_options(save.answers.get(GIVEN, ())) if name in answers}
    stops = frozenset(e for e in effects_of(questionnaire, answers) if e.partition(":")[0] in STOPS)
    held = before.held | stops
    content = save.answers.get(CONTENT) == "yes"
    if held and content and not stops and is_fresh(questionnaire, fresh, held):
        held &= questionnaire.never_unlocks
    legs = tuple(Side(leg) for leg in as_options(save.answers.get(LEGS, ())))
    return Standing(answers, given_at, legs, held)


def is_fresh(questionnaire: Questionnaire, given: Answers, held: Iterable[str]) -> bool:
    """Whether one sitting answered all that a fresh screening asks after these stops."""
    return not outstanding(questionnaire, given, fresh_ids(questionnaire, held))


def fresh_ids(questionnaire: Questionnaire, held: Iterable[str]) -> tuple[str, ...]:
    """The questions of a fresh screening: the first gate, and every one that these codes came from."""
    codes = set(held)
    gate = questionnaire.first_gate.ids
    came_from = (
        question.id
        for question in questionnaire.questions.values()
        if question.id not in gate and any(codes & set(option.effects) for option in question.options)
    )
    return (*gate, *came_from)


def kept(
    before: Standing,
    given: Answers,
    at: datetime,
    *,
    legs: Sequence[Side] = (),
    clinician_content: bool = False,
) -> Kept:
    """What to keep for a save: the answers so far with the given ones over them, and when each was given."""
    answers: Kept = {name: list(options) for name, options in before.answers.items()}
    answers |= {name: list(as_options(options)) for name, options in given.items()}
    moments = {**before.given_at, **dict.fromkeys(given, at)}
    answers[GIVEN] = list(given)
    answers[GIVEN_AT] = [f"{name}={moment.isoformat()}" for name, moment in moments.items()]
    answers[LEGS] = [side.value for side in (legs or before.legs)]
    if clinician_content:
        answers[CONTENT] = "yes"
    return answers


def _moments(save: KeptAnswers) -> dict[str, datetime]:
    pairs = (entry.split("=", 1) for entry in as_options(save.answers.get(GIVEN_AT, ())))
    return {name: datetime.fromisoformat(moment) for name, moment in pairs}


def stale(questionnaire: Questionnaire, standing: Standing, now: datetime) -> frozenset[str]:
    """Answered questions of the safety block that are old enough to be asked anew (`recheck`)."""
    return frozenset(
        name
        for name, at in standing.given_at.items()
        if questionnaire.questions[name].block in questionnaire.recheck_blocks
        and (day_of(now) - day_of(at)).days >= questionnaire.recheck_days
    )


def due_questions(
    questionnaire: Questionnaire, standing: Standing, ids: Iterable[str], anew: Iterable[str] = ()
) -> tuple[Question, ...]:
    """Questions of `ids` to ask now, in order: without an answer, or answered and in `anew`."""
    forgotten = set(anew)
    current = {name: given for name, given in standing.answers.items() if name not in forgotten}
    return outstanding(questionnaire, current, ids)


def with_branches(
    questionnaire: Questionnaire, standing: Standing, due: Sequence[Question], ids: Iterable[str]
) -> tuple[Question, ...]:
    """The same in the order of `ids`, with the questions that an answer to one of them may open."""
    asked = {question.id for question in due}
    return tuple(
        question
        for question in (questionnaire.questions[name] for name in ids)
        if question.id in asked
        or (depends_on(question) in asked and not _is_settled(questionnaire, question, standing, asked))
    )


def _is_settled(
    questionnaire: Questionnaire, question: Question, standing: Standing, asked: set[str]
) -> bool:
    current = {name: given for name, given in standing.answers.items() if name not in asked}
    return question.id in current and is_shown(questionnaire, question, current)
