"""What is asked once the questions are done: which leg is meant, and whether a clinician is content."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.body import Side
from unknot.domain.screening import Option, Question
from unknot.ui.screening.choice_card import ChoiceCard
from unknot.ui.screening.page_frame import RING
from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate

LEG = "leg"  # id of the question which leg is meant
_LEGS = {"right": (Side.RIGHT,), "left": (Side.LEFT,), "both": tuple(Side)}


def leg_question() -> Question:
    """Which leg the answers about "this leg" mean."""
    return Question(
        id=LEG,
        block="pressure",
        kind="single",
        text=translate("Screening", "Which leg did you mean?"),
        help=translate("Screening", "The other leg stays open for pressing."),
        show_if="",
        options=(
            Option("right", translate("Screening", "The right leg")),
            Option("left", translate("Screening", "The left leg")),
            Option("both", translate("Screening", "Both legs")),
        ),
    )


def legs_of(chosen: tuple[str, ...]) -> tuple[Side, ...]:
    """The legs of an answer to it."""
    return _LEGS[chosen[0]] if chosen else ()


class ClinicianView(QWidget):
    """The box that has to be ticked before an answer that stopped you may be taken back."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        column = spaced(QVBoxLayout(self), theme, (RING, 2, RING, RING), 14)
        column.addWidget(Words(self.tr("Has a clinician seen you?"), theme, "hero"))
        why = self.tr(
            "An earlier answer said: see a clinician first. It holds until one has seen you. "
            "Leave the box empty if not; nothing else changes."
        )
        column.addWidget(Words(why, theme, "lead", "ink2"))
        label = self.tr("A clinician has seen me and is content")
        self.box = ChoiceCard("content", label, 1, theme, several=True, parent=self)
        column.addWidget(self.box)
        column.addStretch(1)
