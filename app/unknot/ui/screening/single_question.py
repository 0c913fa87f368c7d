"""One question on a page of its own: the daily one, and whether a wound lies near a knot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from unknot.domain.screening import Option, Question
from unknot.ui.screening.page_frame import PageFrame
from unknot.ui.screening.question_view import QuestionView
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.words import Words

translate = QCoreApplication.translate
YES, NO = "yes", "no"


def yes_or_no(question_id: str, text: str, why: str) -> Question:
    """A question that is answered by no or yes."""
    options = (
        Option(NO, translate("SingleQuestion", "No")),
        Option(YES, translate("SingleQuestion", "Yes")),
    )
    return Question(question_id, "safety", "single", text, why, "", options)


def daily_question(text: str) -> Question:
    """The question before the first release session of a day."""
    why = translate("SingleQuestion", "Asked once a day. Something new on a leg comes before pressing it.")
    return yes_or_no("daily", text, why)


def spot_question(centimetres: float) -> Question:
    """Whether what the user named lies near the knot."""
    text = translate("SingleQuestion", "Is the wound, rash, bruise or infection within {cm} cm of this knot?")
    why = translate(
        "SingleQuestion", "Nothing is pressed near it until the skin has been normal for 14 days."
    )
    return yes_or_no("spot", text.format(cm=round(centimetres)), why)


class SingleQuestionPage(PageFrame):
    """`answered` carries the option's id once the user continues; `left` when they go without."""

    answered = Signal(str)
    left = Signal()

    def __init__(self, question: Question, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        footer = self.tr("No account and no internet. Your answers stay on this computer.")
        text = self.tr("One question, then you can start.")
        self.side.show_words(title, text, footer)
        self.setAccessibleName(title)
        self.hint = Words("", theme, tone="error")
        self.hint.hide()
        self.head.addWidget(self.hint)
        self.view = QuestionView(question, (), theme, self)
        self.show_content(self.view)
        self.back = Button(self.tr("Back"), theme, icon="arrow-left-bold", large=True)
        self.back.clicked.connect(self.left)
        self.onward = Button(self.tr("Continue"), theme, icon="arrow-right-bold", kind="primary", large=True)
        self.onward.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.onward.set_icon("arrow-right-bold")
        self.onward.clicked.connect(self.go_on)
        self.buttons.addWidget(self.back)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.onward)
        self.setFocusProxy(self.view.cards[0])

    def go_on(self) -> None:
        """Continue with the answer."""
        chosen = self.view.chosen()
        if chosen:
            self.answered.emit(chosen[0])
        else:
            self.hint.setText(self.tr("Pick an answer first."))
            self.hint.show()

    def step_back(self) -> None:
        """Alt+Left."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 choose, Enter continues, Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_on()
        elif not self.view.press_key(event):
            super().keyPressEvent(event)
