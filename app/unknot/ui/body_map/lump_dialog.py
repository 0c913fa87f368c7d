"""The question about a large lump, asked when a knot is marked as a plum or larger."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from unknot.domain.errors import KnownError
from unknot.services.screening import Screening
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.screening.question_view import QuestionView
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.error_banner import ErrorBanner
from unknot.ui.widgets.note import Note


class LumpDialog(Dialog):
    """Keeps the answer with the screening; after an answer that stops it says what that means."""

    def __init__(self, screening: Screening, theme: Theme, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("LumpDialog", "A large lump")
        super().__init__(theme, title, parent, width=640)
        self._screening = screening
        asked = screening.questionnaire.lump
        question = screening.questionnaire.questions[asked.id]
        self._banner = ErrorBanner(theme)
        self.body.addWidget(self._banner)
        self.question = QuestionView(question, (), theme, self)
        self.body.addWidget(self.question)
        self.later_button = Button(self.tr("Not now"), theme, kind="quiet")
        self.later_button.setToolTip(self.tr("It is asked again before you press"))
        self.later_button.clicked.connect(self.reject)
        self.save_button = Button(self.tr("Save"), theme, kind="primary")
        self.save_button.setEnabled(False)
        self.save_button.setToolTip(self.tr("Choose an answer first"))
        self.save_button.clicked.connect(self._save)
        self.set_buttons(self.later_button, self.save_button)
        self.question.answered.connect(self._answered)
        self._banner.action_chosen.connect(self._save)

    def _answered(self, chosen: list[str]) -> None:
        self.save_button.setEnabled(bool(chosen))
        self.save_button.setToolTip("")

    def _save(self) -> None:
        chosen = list(self.question.chosen())
        save = partial(self._screening.save, {self.question.question.id: chosen})
        try:
            verdict = save()
        except KnownError as error:
            self._banner.show_known(error)
            return
        if verdict is None or not verdict.stops:
            self.accept()
            return
        self.question.hide()
        self.title.setText(verdict.title)
        self.body.addWidget(Note(verdict.text, self._theme, icon="first-aid-kit", tint="painTint"))
        self.body.addStretch(1)
        self.save_button.hide()
        self.later_button.setText(self.tr("Close"))
        self.later_button.setToolTip("")
        self.later_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refit()
        announce(self, f"{verdict.title}. {verdict.text}")
