"""Evaluates the safety questions: what is asked next, and what the answers mean. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from unknot.domain.body import Side
from unknot.domain.screening import (
    NOT_SCREENED,
    SAFETY_BLOCKS,
    STOPS,
    Answers,
    Difference,
    Lock,
    Option,
    Question,
    Questionnaire,
    Term,
    Verdict,
    as_options,
)

_IS = re.compile(r"(\w+) (==|!=) '(\w+)'")
_NOT_CODE = re.compile(r"not (\w+:\w+)")
_AT_MOST = re.compile(r"at most (\d+) (\S+)")
_NONE_OF = "no "
_ANY_OF = "any "
_ONE_OF = "at least one of "
LEFT_OUT = "left_out:"  # a pattern question without an answer counts as partly (screening.json, tie_break)


def parse_terms(words: str) -> tuple[Term, ...]:
    """Read a rule's condition, such as "core:timing and core:place and no partly".

    Raises ValueError for words that are not understood, so that no rule is ever skipped in silence.
    """
    if words == "anything else":
        return ()
    if ";" in words:
        return tuple(term for part in words.split(";") for term in parse_terms(_bare(part)))
    if words.startswith(_ONE_OF):
        return (Term(tuple(words.removeprefix(_ONE_OF).split(", ")), at_least=1),)
    if " and " in words:
        return tuple(term for part in words.split(" and ") for term in parse_terms(part))
    if match := _AT_MOST.fullmatch(words):
        return (Term((match[2],), at_most=int(match[1])),)
    if words.startswith(_NONE_OF):
        return (Term((words.removeprefix(_NONE_OF),), at_most=0),)
    name = words.removeprefix(_ANY_OF)
    if not re.fullmatch(r"\w+:\w+" if name == words else r"\w+", name):
        raise ValueError(f"expected a condition that is known, got {words!r}")
    return (Term((name,), at_least=1),)


def _bare(words: str) -> str:
    return words.strip().removeprefix("and ")


def check_condition(words: str) -> None:
    """Raise ValueError for a `show_if` that is not understood."""
    if words and not _IS.fullmatch(words) and not _NOT_CODE.fullmatch(words):
        raise ValueError(f'expected "question != \'option\'" or "not code", got {words!r}')


def is_shown(questionnaire: Questionnaire, question: Question, answers: Answers) -> bool:
    """Whether a question applies: its condition holds, and what it depends on is answered."""
    if match := _IS.fullmatch(question.show_if):
        given = answers.get(match[1])
        if given is None:
            return False
        return (match[3] in as_options(given)) is (match[2] == "==")
    if match := _NOT_CODE.fullmatch(question.show_if):
        return match[1] not in effects_of(questionnaire, answers)
    return True


def depends_on(question: Question) -> str:
    """The question whose answer opens this one, empty if none."""
    return depends_on_question(question.show_if)


def depends_on_question(show_if: str) -> str:
    """The question that a condition asks for, empty if none."""
    match = _IS.fullmatch(show_if)
    return match[1] if match else ""


def effects_of(questionnaire: Questionnaire, answers: Answers) -> frozenset[str]:
    """All effects of the answers to questions that are shown."""
    found: set[str] = set()
    for question_id, given in answers.items():
        question = questionnaire.questions.get(question_id)
        if question is None:
            continue
        if _IS.fullmatch(question.show_if) and not is_shown(questionnaire, question, answers):
            continue  # an answer from before the user took the other branch
        found |= set(questionnaire.effects(question_id, given))
    return frozenset(found)


def outstanding(
    questionnaire: Questionnaire, answers: Answers, ids: Iterable[str] | None = None
) -> tuple[Question, ...]:
    """Questions of `ids` (else all), in that order, that apply and have no answer yet."""
    wanted = questionnaire.questions if ids is None else ids
    questions = (questionnaire.questions[question_id] for question_id in wanted)
    return tuple(
        question
        for question in questions
        if not as_options(answers.get(question.id, ())) and is_shown(questionnaire, question, answers)
    )


def next_question(
    questionnaire: Questionnaire, answers: Answers, ids: Iterable[str] | None = None
) -> Question | None:
    """The next question to ask, None when all are answered."""
    left = outstanding(questionnaire, answers, ids)
    return left[0] if left else None


def evaluate(questionnaire: Questionnaire, answers: Answers, legs: Sequence[Side] = ()) -> Verdict:
    """What the answers mean. The worst effect always wins, also while questions are left open.

    `legs` are the legs the user means by "this leg"; without them a lock of the leg holds for both.
    Open safety questions count as not screened, open pattern questions as partly.
    """
    effects = effects_of(questionnaire, answers)
    locks = _locks(questionnaire, answers, legs)
    left = [question for question in outstanding(questionnaire, answers) if question.block == "pattern"]
    effects_for_rules = effects | {f"partly:{LEFT_OUT}{question.id}" for question in left}
    rule = next(rule for rule in questionnaire.rules if all(t.holds(effects_for_rules) for t in rule.terms))
    open_safety = any(q.block in SAFETY_BLOCKS for q in outstanding(questionnaire, answers))
    stopped_or_other = rule.outcome in STOPS or any(effect.startswith("other:") for effect in effects)
    if open_safety and not stopped_or_other:
        return Verdict(NOT_SCREENED, "", "", locks=locks, notes=_notes(effects), effects=effects)
    reasons = _reasons(questionnaire, effects, rule.outcome)
    differences = _differences(questionnaire, effects, left)
    outcome = questionnaire.outcomes[rule.outcome]
    return Verdict(
        outcome=rule.outcome,
        title=outcome.title,
        text=outcome.text.format(
            reason="; ".join(reasons), differences="; ".join(d.what for d in differences)
        ),
        reasons=reasons,
        says=_says(questionnaire, answers),
        locks=locks,
        differences=differences,
        group=_group(effects),
        notes=_notes(effects),
        effects=effects,
    )


def stop_verdict(questionnaire: Questionnaire, held: Iterable[str], now: Verdict) -> Verdict:
    """The verdict while stops of an earlier screening hold, though the answers of now would not stop."""
    codes = frozenset(held)
    worst = next(stop for stop in STOPS if _tails(codes, stop))
    reasons = _reasons(questionnaire, codes, worst)
    outcome = questionnaire.outcomes[worst]
    return replace(
        now,
        outcome=worst,
        title=outcome.title,
        text=outcome.text.format(reason="; ".join(reasons)),
        reasons=reasons,
    )


def _reasons(questionnaire: Questionnaire, effects: frozenset[str], outcome: str) -> tuple[str, ...]:
    """Why it stops (of the worst kind that is there), or which other pattern it looks like."""
    if outcome in STOPS:
        tails = _tails(effects, outcome)
        return tuple(text for code, text in questionnaire.reasons.items() if code in tails)
    if outcome == "other_pattern":
        tails = _tails(effects, "other")
        named = tuple(text for code, text in questionnaire.other_patterns.items() if code in tails)
        return named or (questionnaire.words.no_match,)
    return ()


def _differences(
    questionnaire: Questionnaire, effects: frozenset[str], left: Sequence[Question]
) -> tuple[Difference, ...]:
    tails = _tails(effects, "partly")
    words = questionnaire.words.left_out
    known = [difference for code, difference in questionnaire.differences.items() if code in tails]
    return (*known, *(Difference(words.format(question=question.text), "") for question in left))


def _says(questionnaire: Questionnaire, answers: Answers) -> tuple[str, ...]:
    return tuple(option.say for _, option in _chosen(questionnaire, answers) if option.say)


def _chosen(questionnaire: Questionnaire, answers: Answers) -> list[tuple[Question, Option]]:
    return [
        (question, option)
        for question in questionnaire.questions.values()
        if is_shown(questionnaire, question, answers)
        for option in question.options
        if option.id in as_options(answers.get(question.id, ()))
    ]


def _locks(questionnaire: Questionnaire, answers: Answers, legs: Sequence[Side]) -> tuple[Lock, ...]:
    found: dict[str, Lock] = {}
    for _, option in _chosen(questionnaire, answers):
        for code in option.effects:
            lock = questionnaire.locks.get(code)
            if lock is None:
                continue
            if code in found:
                lock = replace(found[code], answer=f"{found[code].answer}; {option.label}")
            else:
                sides = tuple(legs) if legs and code in questionnaire.ticked_leg_locks else lock.sides
                lock = replace(lock, answer=option.label, sides=sides)
            found[code] = lock
    return tuple(found.values())


def _group(effects: frozenset[str]) -> str:
    groups = {tail for group in _tails(effects, "group") for tail in group}
    return "".join(sorted(groups))


def _notes(effects: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(_tails(effects, "note")))


def _tails(effects: Iterable[str], head: str) -> frozenset[str]:
    return frozenset(effect.removeprefix(f"{head}:") for effect in effects if effect.startswith(f"{head}:"))
