"""A rating to be changed, or one of the past to be added: when, how tender, how big."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QDateTime, QTimeZone, Signal
from PySide6.QtWidgets import QLabel, QWidget

from unknot.domain.knots import KnotCheck, KnotKind, KnotStory, Size, time_fault
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.check_words import clock_pattern, fault_words, occasion_words
from unknot.ui.body_map.kind_words import rating_question
from unknot.ui.body_map.size_ladder import SizeLadder
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.runs.form_field import FormField
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.moment_field import MomentField
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.words import Words


class CheckDraft(Struct, frozen=True):
    """What the dialog holds when it is saved. `check` is the rating that is changed, None for a new one."""

    check: KnotCheck | None
    at: datetime
    tenderness: int
    size: Size | None


class CheckDialog(Dialog):
    """`saved` carries the CheckDraft, `deleted` the KnotCheck. A day to come is refused in words."""

    saved = Signal(object)
    deleted = Signal(object)

    def __init__(
        self,
        story: KnotStory,
        check: KnotCheck | None,
        atlas: MapAtlas,
        theme: Theme,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        title = QCoreApplication.translate("CheckDialog", "Change a rating")
        if check is None:
            title = QCoreApplication.translate("CheckDialog", "Add a past rating")
        super().__init__(theme, title, parent)
        self._check, self._now = check, now
        column = self.body
        self.when = MomentField(theme, clock_pattern())
        self._field = FormField(theme, self.tr("When"), self.when)
        column.addWidget(self._field)
        occasion = "" if check is None else occasion_words(check)
        self.occasion = Words(occasion[:1].upper() + occasion[1:], theme, "small", "ink2")
        self.occasion.setVisible(bool(occasion))
        column.addWidget(self.occasion)
        knot = story.knot
        pressed = atlas.may_press(knot.kind, knot.place, knot.spot.v)
        question = QLabel(rating_question(pressed=pressed))
        question.setProperty("type", "label")
        question.setWordWrap(True)
        column.addWidget(question)
        self.picker = ScorePicker(theme, self.tr("Tenderness"))
        self.picker.picked.connect(self._changed)
        column.addWidget(self.picker)
        self.ladder = SizeLadder(atlas, theme)
        self.ladder.setVisible(knot.kind is KnotKind.KNOT)
        column.addWidget(self.ladder)
        column.addStretch(1)
        self._add_foot(theme, is_only=len(story.checks) == 1)
        self._show_time(now() if check is None else check.at)
        self.when.dateTimeChanged.connect(self._changed)
        if check is not None:
            self.picker.set_value(check.tenderness)
            self.ladder.set_value(check.size)
        self._changed()

    def draft(self) -> CheckDraft | None:
        """What it holds now; None without a score."""
        score = self.picker.value
        at = self._moment()
        return None if score is None else CheckDraft(self._check, at, score, self.ladder.value)

    def _add_foot(self, theme: Theme, *, is_only: bool) -> None:
        self.delete_button = Button(self.tr("Delete"), theme, icon="trash")
        self.delete_button.setVisible(self._check is not None)
        self.delete_button.setEnabled(not is_only)
        if is_only:
            self.delete_button.setToolTip(self.tr("A knot keeps one rating. Delete the knot instead."))
        self.delete_button.clicked.connect(self._delete)
        self.cancel_button = Button(self.tr("Cancel"), theme)
        self.cancel_button.clicked.connect(self.reject)
        words = self.tr("Add") if self._check is None else self.tr("Save")
        self.save_button = Button(words, theme, kind="primary")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self._save)
        buttons = (self.cancel_button, self.save_button)
        self.set_buttons(*((self.delete_button, *buttons) if self._check is not None else buttons))

    def _show_time(self, at: datetime) -> None:
        """In the offset it was made in; the seconds stay, so that two ratings keep their order."""
        self._shown = at
        offset = at.utcoffset() or timedelta(0)
        self._offset = timezone(offset)
        zone = QTimeZone(int(offset.total_seconds()))
        self.when.setTimeZone(zone)
        self.when.setDateTime(QDateTime.fromMSecsSinceEpoch(int(at.timestamp() * 1000), zone))
        self._as_shown = self.when.dateTime()

    def _moment(self) -> datetime:
        stamp = self.when.dateTime()
        if stamp == self._as_shown:
            return self._shown  # to the microsecond
        return datetime.fromtimestamp(stamp.toMSecsSinceEpoch() / 1000, self._offset)

    def _changed(self, _value: object = None) -> None:
        at = self._moment()
        moved = self._check is None or at != self._check.at
        fault = time_fault(at, self._now()) if moved else None
        if fault_words(fault) != self._field.fault.text():
            self._field.set_fault(fault_words(fault))
            self.refit()
        scored = self.picker.value is not None
        self.save_button.setEnabled(scored and fault is None)
        why = "" if scored else self.tr("Give a score first")
        self.save_button.setToolTip(fault_words(fault) or why)

    def _save(self) -> None:
        draft = self.draft()
        if draft is not None and self.save_button.isEnabled():
            self.accept()
            self.saved.emit(draft)

    def _delete(self) -> None:
        self.accept()
        self.deleted.emit(self._check)
