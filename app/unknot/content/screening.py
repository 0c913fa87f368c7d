"""Reads screening.json, with the locks that regions.json says its answers set."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from unknot.content.errors import ContentError
from unknot.content.places import LockRow
from unknot.content.reading import read_table, shown, typed
from unknot.content.vocabulary import by_id
from unknot.domain.body import Side
from unknot.domain.knots import Size
from unknot.domain.screening import (
    DailyQuestion,
    Difference,
    FirstGate,
    Lock,
    LumpQuestion,
    Option,
    Outcome,
    Question,
    Questionnaire,
    Rule,
    Words,
)
from unknot.domain.screening_rules import check_condition, parse_terms

BOTH = tuple(Side)


class OpenedBy(Struct, frozen=True):
    """Knot sizes that open a question."""

    sizes: tuple[Size, ...]


class QuestionRow(Struct, frozen=True):
    """A question as the file has it."""

    id: str
    block: str
    kind: str
    text: str
    help: str
    show_if: str | None
    options: tuple[Option, ...]
    opened_by: OpenedBy | None = None


class RuleRow(Struct, frozen=True):
    """A rule as the file has it."""

    order: int
    if_: str
    outcome: str
    then: str


class GateRow(Struct, frozen=True):
    """The short first gate as the file has it."""

    ids: tuple[str, ...]
    note: str
    complete_for: tuple[str, ...]
    added: dict[str, str]
    later: dict[str, str]


class _App(Struct, frozen=True):
    daily: DailyQuestion
    recheck_days: int
    recheck_blocks: tuple[str, ...]
    never_unlocks: tuple[str, ...]
    words: Words


class ScreeningFile(Struct, frozen=True):
    """screening.json."""

    schema: int
    intro: str
    questions: tuple[QuestionRow, ...]
    rules: tuple[RuleRow, ...]
    outcomes: dict[str, Outcome]
    reasons: dict[str, str]
    differences: dict[str, Difference]
    other_patterns: dict[str, str]
    group_meaning: dict[str, str]
    pressure_scope: dict[str, str]
    first_gate: GateRow
    app: _App


def read_screening_file(path: Path) -> ScreeningFile:
    """screening.json as it is. Raises ContentError."""
    return typed(read_table(path), ScreeningFile, path)


def questionnaire_of(file: ScreeningFile, locks: dict[str, LockRow], path: Path) -> Questionnaire:
    """The questions with their rules and locks. Raises ContentError for a condition not understood."""
    lump = next((row for row in file.questions if row.opened_by is not None), None)
    if lump is None or lump.opened_by is None:
        raise ContentError(shown(path), "questions", "expected one that a knot's size opens (opened_by)")
    questions = [_question(row, path) for row in file.questions]
    for question_id in (*file.first_gate.ids, file.app.daily.yes_asks):
        if all(question.id != question_id for question in questions):
            raise ContentError(shown(path), "first_gate.ids", f"expected a question, got {question_id!r}")
    return Questionnaire(
        version=file.schema,
        intro=file.intro,
        questions=by_id(questions, path, "questions"),
        rules=tuple(_rule(row, file, path) for row in sorted(file.rules, key=_order)),
        outcomes=file.outcomes,
        reasons=file.reasons,
        differences=file.differences,
        other_patterns=file.other_patterns,
        group_meaning=file.group_meaning,
        first_gate=FirstGate(file.first_gate.ids, file.first_gate.note),
        locks={code: _lock(code, row, file.pressure_scope.get(code, "")) for code, row in locks.items()},
        lump=LumpQuestion(lump.id, frozenset(lump.opened_by.sizes)),
        daily=file.app.daily,
        recheck_days=file.app.recheck_days,
        recheck_blocks=file.app.recheck_blocks,
        never_unlocks=frozenset(file.app.never_unlocks),
        words=file.app.words,
        ticked_leg_locks=frozenset(code for code, row in locks.items() if row.sides == "ticked leg"),
    )


def _order(row: RuleRow) -> int:
    return row.order


def _question(row: QuestionRow, path: Path) -> Question:
    try:
        check_condition(row.show_if or "")
    except ValueError as error:
        raise ContentError(shown(path), f"questions.{row.id}.show_if", str(error)) from error
    return Question(row.id, row.block, row.kind, row.text, row.help, row.show_if or "", row.options)


def _rule(row: RuleRow, file: ScreeningFile, path: Path) -> Rule:
    key = f"rules.{row.order}"
    if row.outcome not in file.outcomes:
        raise ContentError(shown(path), f"{key}.outcome", f"expected a known outcome, got {row.outcome!r}")
    try:
        return Rule(row.order, row.outcome, row.then, parse_terms(row.if_))
    except ValueError as error:
        raise ContentError(shown(path), f"{key}.if_", str(error)) from error


def _lock(code: str, row: LockRow, scope: str) -> Lock:
    """A lock for both legs; which leg or spot is meant is known only from the user."""
    return Lock(
        code=code,
        parts=row.parts,
        sides=BOTH,
        max_pressure_pain=row.max_pressure_pain,
        radius_cm=row.radius_cm,
        soft=row.tools == "soft",
        time_factor=row.time_factor,
        scope=scope,
    )
