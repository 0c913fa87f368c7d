"""The form of one run: when, how long, and what the knee did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID, uuid4

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimeZone
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from unknot.domain.run_entry import Fault, Field, RunDraft
from unknot.ui.runs.form_field import FormField
from unknot.ui.runs.kept_field import KeptField
from unknot.ui.runs.run_words import fault_text
from unknot.ui.runs.score_field import ScoreField
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.moment_field import MomentField
from unknot.ui.widgets.pick_list import Find
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced


class RunForm(QWidget):
    """Two cards: the run, and how it felt. It holds a draft as typed; nothing is kept until saved.

    `cues` and `words_of` are those of `KeptField`.
    """

    def __init__(
        self, theme: Theme, cues: Find, words_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._id: UUID = uuid4()
        self.kept = KeptField(theme, cues, words_of)
        self._offset = UTC
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._columns, theme, 0, 16)
        self._columns.addWidget(self._run_card(), 2, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._felt_card(), 3, Qt.AlignmentFlag.AlignTop)
        self._fields: dict[Field, FormField | ScoreField] = {
            Field.STARTED: self._started_field,
            Field.MINUTES: self._minutes_field,
            Field.DISTANCE: self._distance_field,
            Field.ONSET: self._onset_field,
            Field.WORST: self.worst,
        }

    # ---------------------------------------------------------------- a draft in, a draft out
    def show_draft(self, draft: RunDraft) -> None:
        """Fill the form."""
        self._id = draft.id
        offset = draft.started_at.utcoffset() or timedelta(0)
        self._offset = timezone(offset)
        stamp = QDateTime.fromSecsSinceEpoch(
            int(draft.started_at.timestamp()), QTimeZone(int(offset.total_seconds()))
        )
        self.started.setTimeZone(QTimeZone(int(offset.total_seconds())))
        self.started.setDateTime(stamp)
        self.minutes.setText(draft.minutes)
        self.distance.setText(draft.distance)
        self.pain.set_value("" if draft.pain is None else ("yes" if draft.pain else "no"))
        self.onset.setText(draft.onset)
        for field, value in (
            (self.worst, draft.worst),
            (self.morning, draft.next_morning),
            (self.calf, draft.calf),
            (self.heel_cord, draft.heel_cord),
        ):
            field.set_value(value)
        self.note.setPlainText(draft.note)
        self.kept.show_cue(draft.focus_cue, draft.focus_kept)
        self.show_faults({})
        self._pain_said()

    def draft(self) -> RunDraft:
        """What the form holds now."""
        said = {"yes": True, "no": False}.get(self.pain.value)
        at = datetime.fromtimestamp(self.started.dateTime().toSecsSinceEpoch(), self._offset)
        return RunDraft(
            self._id,
            at,
            self.minutes.text(),
            self.distance.text(),
            said,
            self.onset.text() if said else "",
            self.worst.value if said is not False else None,
            self.morning.value,
            self.calf.value,
            self.heel_cord.value,
            self.note.toPlainText(),
            self.kept.cue,
            self.kept.value,
        )

    def show_faults(self, faults: dict[Field, Fault]) -> None:
        """Say under each field what is wrong, and go to the first of them."""
        for name, field in self._fields.items():
            field.set_fault(fault_text(faults[name]) if name in faults else "")
        first = next((field for name, field in self._fields.items() if name in faults), None)
        if first is not None:
            first.control.setFocus(Qt.FocusReason.TabFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """One column where there is little room."""
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    # ---------------------------------------------------------------- its parts
    def _run_card(self) -> Card:
        card = Card(self._theme, self.tr("The run"), gap=16)
        self.started = MomentField(self._theme, _time_format())
        self._started_field = FormField(self._theme, self.tr("Started"), self.started)
        self.minutes = QLineEdit()
        self.minutes.setPlaceholderText(self.tr("52 or 52:30"))
        self._minutes_field = FormField(self._theme, self.tr("Minutes"), self.minutes)
        self.distance = QLineEdit()
        self.distance.setPlaceholderText(self.tr("if you know it"))
        self._distance_field = FormField(self._theme, self.tr("Distance in km"), self.distance)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("New shoes, a hill, a bad night"))
        note = FormField(self._theme, self.tr("Note"), self.note)
        for field in (self._started_field, self._minutes_field, self._distance_field, note):
            card.body.addWidget(field)
        return card

    def _felt_card(self) -> Card:
        card = Card(self._theme, self.tr("How it felt"), gap=16)
        options = (("no", self.tr("No pain")), ("yes", self.tr("It hurt")))
        self.pain = Segmented(self._theme, self.tr("Knee pain on the run"), options)
        self.pain.picked.connect(self._pain_said)
        line = QHBoxLayout()
        line.addWidget(self.pain)
        line.addStretch(1)
        holder = QWidget()
        line.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(line)
        card.body.addWidget(FormField(self._theme, self.tr("Your knee on the run"), holder))
        self._hurt = QWidget()
        inner = spaced(QVBoxLayout(self._hurt), self._theme, 0, 16)
        self.onset = QLineEdit()
        self.onset.setPlaceholderText(self.tr("for example 31"))
        self._onset_field = FormField(self._theme, self.tr("Minute of first pain"), self.onset)
        inner.addWidget(self._onset_field)
        self.worst = ScoreField(self._theme, self.tr("Worst pain"))
        inner.addWidget(self.worst)
        card.body.addWidget(self._hurt)
        self.morning = ScoreField(self._theme, self.tr("Knee the next morning"))
        self.calf = ScoreField(self._theme, self.tr("Calf"))
        self.heel_cord = ScoreField(self._theme, self.tr("Heel cord"))
        for field in (self.morning, self.calf, self.heel_cord):
            card.body.addWidget(field)
        card.body.addWidget(self.kept)
        return card

    def _pain_said(self) -> None:
        self._hurt.setVisible(self.pain.value == "yes")


def _time_format() -> str:
    return QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace(" t", "")
