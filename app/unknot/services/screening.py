"""The safety questions in use: what must be asked now, what the answers open, and why something is shut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from unknot.domain.body import Side
from unknot.domain.days import day_of
from unknot.domain.drill import Drill
from unknot.domain.screening import Answers, Lock, Question, Questionnaire, Verdict, as_options
from unknot.domain.screening_rules import is_shown
from unknot.domain.standing import (
    Standing,
    due_questions,
    fresh_ids,
    kept,
    stale,
    standing_of,
    with_branches,
)
from unknot.domain.vocabulary import Contraindication
from unknot.services.changes import Change, Kind
from unknot.storage.history import History

What = Literal["press", "stretch", "drill"]


class Permission(Struct, frozen=True):
    """Whether something may be done. `needs_questions`: it may open once questions are answered.

    `can_unlock`: a fresh screening (`interview_for(..., anew=True)`), with the answer changed and the
    box ticked that a clinician has seen the user and is content, opens it again. `for_good`: nothing does.
    """

    allowed: bool
    title: str = ""
    reason: str = ""
    needs_questions: bool = False
    can_unlock: bool = False
    for_good: bool = False

    @property
    def refuses(self) -> bool:
        """Whether it is shut, and no question still open would change that."""
        return not self.allowed and not self.needs_questions


class Screening(QObject):
    """Keeps the answers with date and version; each save is a new row and the last one counts.

    `changed` follows each save. KnownError goes to the caller if it cannot be written.
    """

    changed = Signal(object)  # Change

    def __init__(
        self,
        questionnaire: Questionnaire,
        history: History,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.questionnaire = questionnaire
        self._history = history
        self._now = now
        self._standing: Standing | None = None

    # ------------------------------------------------------------- answers
    def answers(self) -> dict[str, list[str]]:
        """Every answer that counts now: question id -> option ids."""
        return {name: list(given) for name, given in self.standing.answers.items()}

    def given_at(self, question_id: str) -> datetime | None:
        """When a question was last answered."""
        return self.standing.given_at.get(question_id)

    def save(
        self, answers: Answers, *, legs: Sequence[Side] = (), clinician_content: bool = False
    ) -> Verdict | None:
        """Keep the answers of one sitting (only those given in it) and return what they mean now.

        `legs` are the legs the user means by "this leg". `clinician_content` is the ticked box. Raises
        ValueError for a question or an option that does not exist.
        """
        for name, given in answers.items():
            question = self.questionnaire.questions.get(name)
            if question is None or any(question.option(option) is None for option in as_options(given)):
                raise ValueError(f"no such answer: {name} = {given}")
        at = self._now()
        row = kept(self.standing, answers, at, legs=legs, clinician_content=clinician_content)
        self._history.screenings.save(row, self.questionnaire.version, at)
        self._tell()
        return self.verdict()

    # ------------------------------------------------------------- questions
    def outstanding_for(self, what: What) -> tuple[Question, ...]:
        """What must be asked now, in order, under the answers so far."""
        return due_questions(self.questionnaire, self.standing, self._ids_for(what), self._asked_anew())

    def interview_for(self, what: What, *, anew: bool = False) -> tuple[Question, ...]:
        """The same with the questions that answers on the way may open (see `opens`).

        `anew`: all of a fresh screening, whatever was answered before.
        """
        ids = self._ids_for(what)
        if anew:
            verdict = self.verdict()
            named = () if verdict is None else (e for e in verdict.effects if e.startswith("other:"))
            again = fresh_ids(self.questionnaire, {*self.standing.held, *named})
            ids = (*ids, *(name for name in again if name not in ids))
            return with_branches(
                self.questionnaire, Standing(), due_questions(self.questionnaire, Standing(), ids), ids
            )
        return with_branches(self.questionnaire, self.standing, self.outstanding_for(what), ids)

    def opens(self, question: Question, answers: Answers) -> bool:
        """Whether a question is asked at all under these answers (of this sitting, over those before)."""
        return is_shown(self.questionnaire, question, {**self.standing.answers, **answers})

    def next_question(self, what: What, given: Answers, *, anew: bool = False) -> Question | None:
        """The next question of a sitting in which these were given, None when it is done."""
        asked = self.interview_for(what, anew=anew)
        base: Answers = {} if anew else self.standing.answers
        return next(
            (
                question
                for question in asked
                if question.id not in given and is_shown(self.questionnaire, question, {**base, **given})
            ),
            None,
        )

    # ------------------------------------------------------------- meaning
    @property
    def standing(self) -> Standing:
        """What all saves together say."""
        if self._standing is None:
            self._standing = standing_of(self.questionnaire, reversed(self._history.screenings.all()))
        return self._standing

    def verdict(self) -> Verdict | None:
        """What the answers mean; None before the first one."""
        return self.standing.verdict

    def locks(self) -> tuple[Lock, ...]:
        """What must not be pressed, or only lightly."""
        verdict = self.verdict()
        return () if verdict is None else verdict.locks

    def may(self, what: What) -> Permission:
        """Whether pressing, stretching or drills are open, and if not, why."""
        verdict = self.verdict()
        if verdict is not None and verdict.stops:
            final = bool(self.standing.held & self.questionnaire.never_unlocks)
            return Permission(False, verdict.title, verdict.text, can_unlock=not final, for_good=final)
        if verdict is not None and verdict.outcome == "other_pattern" and self._is_settled(verdict):
            return Permission(False, verdict.title, verdict.text)
        if self.outstanding_for(what):
            return Permission(False, self.tr("A few questions first"), self._why_ask(), needs_questions=True)
        if what == "press":
            return self._may_press()
        return Permission(True)

    def held_back(self, drill: Drill, words: dict[str, Contraindication]) -> tuple[str, ...]:
        """Why the answers speak against a drill: the texts of its contraindications that apply."""
        verdict = self.verdict()
        effects = frozenset() if verdict is None else verdict.effects
        return tuple(
            words[name].text
            for name in drill.contraindications
            if effects.intersection(words[name].screening)
        )

    # ------------------------------------------------------------- each day
    @property
    def daily_question(self) -> str:
        """The words of the daily question; its answers are no and yes."""
        return self.questionnaire.daily.text

    def daily_due(self) -> bool:
        """Whether today's question before the first release session was not answered yet."""
        return self._history.screenings.daily(day_of(self._now())) is None

    def answer_daily(self, yes: bool) -> None:
        """Keep today's answer; a later one of the day counts instead. After a yes `may` shuts pressing."""
        now = self._now()
        self._history.screenings.answer_daily(day_of(now), now, yes=yes)
        self._tell()

    # ------------------------------------------------------------- inside
    def _ids_for(self, what: What) -> tuple[str, ...]:
        """The questions that open something: the first gate, for drills all of them.

        What is old of the safety block is asked anew as a whole, also what the gate alone would not ask.
        """
        if what == "drill":
            return tuple(self.questionnaire.questions)
        gate = self.questionnaire.first_gate.ids
        old = stale(self.questionnaire, self.standing, self._now())
        return (*gate, *(name for name in self.questionnaire.questions if name in old and name not in gate))

    def _asked_anew(self) -> frozenset[str]:
        """Answered questions that are due again: the old ones, and what a yes to the daily question asks."""
        anew = stale(self.questionnaire, self.standing, self._now())
        daily = self._history.screenings.daily(day_of(self._now()))
        then = self.questionnaire.daily.yes_asks
        answered = self.standing.given_at.get(then)
        if daily is not None and daily.yes and answered is not None and answered < daily.at:
            return anew | {then}
        return anew

    def _may_press(self) -> Permission:
        everywhere = next((lock for lock in self.locks() if self._covers_all(lock)), None)
        if everywhere is not None:
            answered = self.tr("You answered: {answer}.").format(answer=everywhere.answer)
            return Permission(False, self.tr("No pressing for you"), f"{answered} {everywhere.scope}")
        daily = self._history.screenings.daily(day_of(self._now()))
        if daily is not None and daily.yes:
            return Permission(
                False,
                self.tr("No pressing today"),
                self.tr("You noticed something new on your legs today. Ask again tomorrow before you press."),
            )
        return Permission(True)

    def _is_settled(self, verdict: Verdict) -> bool:
        """Whether another pattern was named, and is not only what questions not asked yet leave open."""
        named = any(effect.startswith("other:") for effect in verdict.effects)
        return named or not self.outstanding_for("drill")

    def _covers_all(self, lock: Lock) -> bool:
        every_part = {part for other in self.questionnaire.locks.values() for part in other.parts}
        return lock.forbids and every_part <= set(lock.parts) and set(lock.sides) == set(Side)

    def _why_ask(self) -> str:
        asked_before = bool(self.standing.answers)
        if asked_before:
            return self.tr("Some safety questions are open or four weeks old. They keep you safe.")
        return self.tr("They find out whether this is safe for you. Your answers stay on this computer.")

    def _tell(self) -> None:
        self._standing = None
        self.changed.emit(Change(frozenset({Kind.SCREENING})))
