"""Walking through questions one by one: forth, back, and branches that open and close on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from unknot.domain.screening import Question, as_options

Sitting = dict[str, list[str]]  # question id -> option ids


class Interview:
    """Keeps the answers of one sitting while they are given; nothing is stored before the end.

    `opens(question, answers)` says whether a question is asked at all under the answers of this sitting;
    `known` are answers from before, shown as chosen until the user passes over them.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        opens: Callable[[Question, Sitting], bool],
        known: Mapping[str, str | Sequence[str]],
    ) -> None:
        self._questions = tuple(questions)
        self._opens = opens
        self._known = known
        self._given: Sitting = {}
        self._at = self._next(-1)

    @property
    def answers(self) -> Sitting:
        """What was answered in this sitting, without branches that have closed again."""
        asked = {question.id for question in self._asked()}
        return {name: given for name, given in self._given.items() if name in asked}

    @property
    def current(self) -> Question | None:
        """The question on, None past the last one."""
        return self._questions[self._at] if self._at < len(self._questions) else None

    @property
    def number(self) -> int:
        """Its number among those asked, from 1."""
        behind = self._questions[: self._at + 1]
        return sum(1 for question in behind if self._opens(question, self._given))

    @property
    def count(self) -> int:
        """How many are asked under the answers so far."""
        return len(self._asked())

    def chosen(self) -> tuple[str, ...]:
        """The option ids of the current question: of this sitting, else those known."""
        if self.current is None:
            return ()
        name = self.current.id
        return tuple(self._given.get(name) or as_options(self._known.get(name, ())))

    def answer(self, ids: Sequence[str]) -> None:
        """Note the answer to the current question; an empty one takes it back."""
        if self.current is None:
            return
        if ids:
            self._given[self.current.id] = list(ids)
        else:
            self._given.pop(self.current.id, None)

    def forth(self) -> None:
        """Go to the next question that is asked, or past the last."""
        self._at = self._next(self._at)

    def back(self) -> bool:
        """Go to the question before; False at the first."""
        for index in range(min(self._at, len(self._questions)) - 1, -1, -1):
            if self._opens(self._questions[index], self._given):
                self._at = index
                return True
        return False

    def restart(self) -> None:
        """Go to the first question again, answers kept."""
        self._at = self._next(-1)

    def _next(self, after: int) -> int:
        for index in range(after + 1, len(self._questions)):
            if self._opens(self._questions[index], self._given):
                return index
        return len(self._questions)

    def _asked(self) -> list[Question]:
        return [question for question in self._questions if self._opens(question, self._given)]
