"""The safety questions: one a page, back and forth by mouse or keyboard, and what they mean at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unknot.domain.body import Side
from unknot.domain.errors import KnownError
from unknot.domain.screening import STOPS, Question
from unknot.domain.screening_rules import effects_of, is_shown
from unknot.services.bundle import Services
from unknot.services.screening import What
from unknot.ui.screening.closing_views import LEG, ClinicianView, leg_question, legs_of
from unknot.ui.screening.interview import Interview, Sitting
from unknot.ui.screening.outcome_view import OutcomeView
from unknot.ui.screening.page_frame import RING, PageFrame
from unknot.ui.screening.progress_bars import ProgressBars
from unknot.ui.screening.question_view import QuestionView
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words


class ScreeningPage(PageFrame):
    """Asks `questions` in their order, those that apply; `what` is what they open.

    `anew` is a fresh screening: what was answered before does not count. `show_known` shows it as chosen
    all the same; what is asked again for safety's sake starts empty. `passed` comes when it is done and
    `what` is open; `left` when the user goes, with whatever was answered kept.
    """

    passed = Signal()
    left = Signal()

    def __init__(
        self,
        services: Services,
        theme: Theme,
        what: What,
        questions: Sequence[Question],
        *,
        anew: bool = False,
        show_known: bool = False,
        intro: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._screening, self._what, self._anew = services.screening, what, anew
        self._questionnaire = services.screening.questionnaire
        known = self._screening.answers() if show_known else {}
        self.interview = Interview(questions, self._opens, known)
        self._warned_of: tuple[str, ...] = ()
        self._legs: tuple[Side, ...] = ()
        self.view: QWidget | None = None
        self._first: QWidget | None = None  # where the keyboard begins
        self.bars = ProgressBars(theme, self)
        self.hint = Words("", theme, tone="error")
        self.head.addWidget(self.bars)
        self.head.addWidget(self.hint)
        self._make_buttons()
        text = self.tr("If your answers point elsewhere, Unknot says so, and tells you whom to see.")
        footer = self.tr("No account and no internet. Your answers stay on this computer.")
        self.side.show_words(self.tr("Is this safe for you?"), text, footer)
        self.setAccessibleName(self.tr("Safety questions"))
        self._show_intro() if intro else self._show_question()

    # ------------------------------------------------------------- going about
    def go_on(self) -> None:
        """Continue: to the next question, or to what the answers mean."""
        view = self.view
        if isinstance(view, QuestionView):
            if not view.chosen():
                self._say(self.tr("Pick an answer first."))
            elif view.question.id == LEG:
                self._legs = legs_of(view.chosen())
                self._ask_clinician()
            elif self._warns_first(view):
                self._say(self._for_good())
            else:
                self.interview.answer(view.chosen())
                self.interview.forth()
                self._show_question()
        elif isinstance(view, ClinicianView):
            self._show_outcome(content=view.box.isChecked())
        elif isinstance(view, OutcomeView):
            allowed = self._screening.may(self._what).allowed
            self.passed.emit() if allowed else self.left.emit()
        else:
            self._show_question()

    def go_back(self) -> None:
        """To the question before; from the first one the page is left."""
        view = self.view
        if isinstance(view, OutcomeView):
            self.interview.restart()
            self._show_question()
        elif isinstance(view, (QuestionView, ClinicianView)) and self.interview.back():
            self._show_question()
        else:
            self.leave()

    def step_back(self) -> None:
        """Alt+Left."""
        self.go_back()

    def leave(self) -> None:
        """Keep what was answered and go."""
        answering = isinstance(self.view, (QuestionView, ClinicianView))
        if not answering or not self.interview.answers or self._keep(content=False):
            self.left.emit()

    def keyboard_start(self) -> QWidget | None:
        """At the question, or at the way on."""
        return self._first

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 choose, Enter continues, Esc leaves."""
        view = self.view
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif isinstance(view, ClinicianView) and event.key() == Qt.Key.Key_1:
            view.box.click()
        elif not (isinstance(view, QuestionView) and view.press_key(event)):
            super().keyPressEvent(event)

    # ------------------------------------------------------------- what is shown
    def _show(self, view: QWidget, *, asking: bool) -> None:
        self.view = view
        self._say("")
        self.bars.setVisible(asking)
        self.later.setVisible(asking)
        self.back.setText(self.tr("Back"))
        self.back.show()
        self.onward.setText(self.tr("Continue"))
        self.onward.set_icon("arrow-right-bold")
        self.show_content(view)

    def _show_intro(self) -> None:
        view = QWidget(self)
        column = spaced(QVBoxLayout(view), self.theme, (RING, 2, RING, RING), 14)
        column.addWidget(Words(self.tr("Before you start"), self.theme, "hero"))
        adults = self.tr("Unknot is for adults. If you are under 18, see a clinician with a parent instead.")
        column.addWidget(Note(adults, self.theme))
        plain = self.tr(
            "{count} questions, one at a time. Some answers lock or limit pressing, and you are told why. "
            "You can change an answer later, in Settings."
        )
        column.addWidget(Words(plain.format(count=self.interview.count), self.theme, "lead"))
        private = self.tr("Your answers stay on this computer. This is not a diagnosis.")
        column.addWidget(Words(private, self.theme, "lead"))
        column.addStretch(1)
        view.setAccessibleName(self.tr("Before you start"))
        self._show(view, asking=False)
        self._hand_keyboard(self.onward)

    def _show_question(self) -> None:
        question = self.interview.current
        if question is not None:
            self._ask(question, self.interview.chosen())
            self.bars.show_at(self.interview.number, self.interview.count)
        elif self._given_effects() & self._questionnaire.ticked_leg_locks:
            self._ask(leg_question(), ())
            self.bars.hide()
        else:
            self._ask_clinician()

    def _ask(self, question: Question, chosen: tuple[str, ...]) -> None:
        view = QuestionView(question, chosen, self.theme, self)
        view.answered.connect(self._answered)
        self._show(view, asking=True)
        first = next((card for card in view.cards if card.isChecked()), view.cards[0])
        self._hand_keyboard(first)

    def _ask_clinician(self) -> None:
        """A stop kept before is only taken back by a fresh screening with this box ticked."""
        stops_again = any(effect.partition(":")[0] in STOPS for effect in self._given_effects())
        verdict = self._screening.verdict()
        was_stopped = verdict is not None and verdict.stops
        if was_stopped and not stops_again and not self._screening.may(self._what).for_good:
            view = ClinicianView(self.theme, self)
            self._show(view, asking=False)
            self._hand_keyboard(view.box)
        else:
            self._show_outcome(content=False)

    def _show_outcome(self, *, content: bool) -> None:
        if not self._keep(content=content):
            return
        verdict, permission = self._screening.verdict(), self._screening.may(self._what)
        title, text = permission.title, permission.reason
        if permission.allowed:
            title = self.tr("You can go on")
            text = self.tr("Your answers do not forbid it. Stop when something feels wrong.")
        if permission.for_good:
            text = f"{text} {self.tr('This stays so in this history.')}"
        view = OutcomeView(title, text, verdict, self.theme, self, stopped=not permission.allowed)
        self._show(view, asking=False)
        self.back.setText(self.tr("Change an answer"))
        self.back.setVisible(not permission.for_good)
        if not permission.allowed:
            self.onward.setText(self.tr("Close"))
            self.onward.set_icon("")
        self._hand_keyboard(self.onward)

    # ------------------------------------------------------------- inside
    def _hand_keyboard(self, control: QWidget) -> None:
        """Give it the keyboard, now or when the page gets it."""
        self._first = control
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_buttons(self) -> None:
        theme = self.theme
        self.back = Button(self.tr("Back"), theme, icon="arrow-left-bold", large=True)
        self.later = Button(self.tr("Save and finish later"), theme, kind="quiet", large=True)
        self.onward = Button(self.tr("Continue"), theme, icon="arrow-right-bold", kind="primary", large=True)
        self.onward.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.onward.set_icon("arrow-right-bold")
        for button, slot in ((self.back, self.go_back), (self.later, self.leave), (self.onward, self.go_on)):
            button.clicked.connect(slot)
        self.buttons.addWidget(self.back)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.later)
        self.buttons.addWidget(self.onward)

    def _say(self, hint: str) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def _opens(self, question: Question, answers: Sitting) -> bool:
        if self._anew:
            return is_shown(self._questionnaire, question, answers)
        return self._screening.opens(question, answers)

    def _warns_first(self, view: QuestionView) -> bool:
        """Whether this answer holds for good and was not confirmed: a slip could never be taken back."""
        chosen = (view.question.id, *view.chosen())
        if not self._holds_for_good(view) or self._warned_of == chosen:
            return False
        self._warned_of = chosen
        return True

    def _holds_for_good(self, view: QuestionView) -> bool:
        options = (view.question.option(name) for name in view.chosen())
        effects = {effect for option in options if option is not None for effect in option.effects}
        return bool(effects & self._questionnaire.never_unlocks)

    def _for_good(self) -> str:
        return self.tr(
            "This answer keeps pressing and drills locked in this history for good. "
            "If it is right, press Continue again. Else pick another answer."
        )

    def _given_effects(self) -> frozenset[str]:
        return effects_of(self._questionnaire, self.interview.answers)

    def _answered(self, chosen: list[str]) -> None:
        self._say("")
        view = self.view
        if isinstance(view, QuestionView) and view.question.id != LEG and not self._holds_for_good(view):
            self.interview.answer(chosen)
            self.bars.show_at(self.interview.number, self.interview.count)

    def _keep(self, *, content: bool) -> bool:
        try:
            self._screening.save(self.interview.answers, legs=self._legs, clinician_content=content)
        except KnownError as trouble:
            self._say(str(trouble))
            return False
        return True
