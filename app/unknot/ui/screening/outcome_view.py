"""What the answers mean: a title, why, what is said to single answers, and what is limited."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.screening import Verdict
from unknot.ui.screening.page_frame import RING
from unknot.ui.theme import Theme
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class OutcomeView(QWidget):
    """The end of the questions. `stopped` puts the reason on the ground of a stop."""

    def __init__(
        self,
        title: str,
        text: str,
        verdict: Verdict | None,
        theme: Theme,
        parent: QWidget,
        *,
        stopped: bool,
    ) -> None:
        super().__init__(parent)
        column = spaced(QVBoxLayout(self), theme, (RING, 2, RING, RING), 14)
        column.addWidget(Words(title, theme, "hero"))
        if stopped:
            column.addWidget(Note(text, theme, icon="first-aid-kit", tint="painTint"))
        else:
            column.addWidget(Words(text, theme, "lead"))
        for line in verdict.says if verdict is not None else ():
            column.addWidget(Words(line, theme))
        for lock in verdict.locks if verdict is not None else ():
            if lock.scope not in text:
                words = self.tr("You answered: {answer}. {scope}")
                words = words.format(answer=lock.answer, scope=lock.scope)
                column.addWidget(Note(words, theme, icon="lock-simple"))
        partly = verdict is not None and verdict.outcome == "fits_partly"
        for difference in verdict.differences if verdict is not None and partly else ():
            words = f"{_sentence(difference.what)} {_sentence(difference.change)}"
            column.addWidget(Note(words, theme, tint="sunken"))
        column.addStretch(1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)


def _sentence(words: str) -> str:
    """With a full stop at its end, if it has no mark of its own."""
    return words if words.endswith((".", "?", "!")) else f"{words}."
