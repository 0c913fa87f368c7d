"""Walking through questions one by one: forth, back, and branches that open and close on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from unknot.domain.screening import Question

Answers = dict[str, str | list[str]]


class Interview:
    """Keeps the answers while they are given; nothing is stored before the end.

    `opens(question, answers)` says whether a question is asked at all under the answers so far.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        opens: Callable[[Question, Answers], bool],
        given: Mapping[str, str | list[str]],
    ) -> None:
        self._questions = tuple(questions)
        self._opens = opens
        self.answers: Answers = dict(given)
        self._at = self._next(-1)

    @property
    def current(self) -> Question | None:
        """The question on, None past the last one."""
        return self._questions[self._at] if self._at < len(self._questions) else None

    @property
    def number(self) -> int:
        """Its number among those asked, from 1."""
        return sum(1 for question in self._asked() if self._questions.index(question) <= self._at)

    @property
    def count(self) -> int:
        """How many are asked under the answers so far."""
        return len(self._asked())

    def chosen(self) -> tuple[str, ...]:
        """The option ids given to the current question."""
        if self.current is None:
            return ()
        given = self.answers.get(self.current.id, [])
        return (given,) if isinstance(given, str) else tuple(given)

    def answer(self, ids: Sequence[str]) -> None:
        """Note the answer to the current question; an empty one takes it back."""
        question = self.current
        if question is None:
            return
        if not ids:
            self.answers.pop(question.id, None)
        else:
            self.answers[question.id] = list(ids) if question.kind == "multi" else ids[0]

    def forth(self) -> None:
        """Go to the next question that is asked, or past the last."""
        self._at = self._next(self._at)

    def back(self) -> bool:
        """Go to the question before; False at the first."""
        for index in range(self._at - 1, -1, -1):
            if self._opens(self._questions[index], self.answers):
                self._at = index
                return True
        return False

    def restart(self) -> None:
        """Go to the first question again, answers kept."""
        self._at = self._next(-1)

    def _next(self, after: int) -> int:
        for index in range(after + 1, len(self._questions)):
            if self._opens(self._questions[index], self.answers):
                return index
        return len(self._questions)

    def _asked(self) -> list[Question]:
        return [question for question in self._questions if self._opens(question, self.answers)]
