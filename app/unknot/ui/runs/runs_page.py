"""The run log: the list, and the form for one run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from unknot.domain.days import day_of
from unknot.domain.errors import KnownError
from unknot.domain.run_entry import RunDraft, draft_of, faults_of, run_of
from unknot.domain.runs import Run
from unknot.services.bundle import Services
from unknot.services.changes import Change, Kind
from unknot.ui.day_words import dated_day
from unknot.ui.dialogs.leave import LeaveDialog
from unknot.ui.runs.run_form import RunForm
from unknot.ui.runs.run_list import RunList
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.empty_state import EmptyState
from unknot.ui.widgets.error_banner import ErrorBanner
from unknot.ui.widgets.page_header import PageHeader
from unknot.ui.widgets.words import Words

USUAL_START = timedelta(hours=1)  # a run is mostly logged soon after it


class RunsPage(QWidget):
    """Shows the runs of the journal and changes them through it; it keeps no copy beyond what is shown."""

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self._services, self._theme = services, theme
        self._journal, self._now = services.journal, services.now
        self._editing: Run | None = None
        self._opened_with: RunDraft | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        column.addWidget(self._stack)
        self._stack.addWidget(self._list_view())
        self._stack.addWidget(self._form_view())
        self._journal.changed.connect(self._history_changed)
        for keys, slot in (("Ctrl+S", self._save), ("Esc", self._leave_form), ("Alt+Left", self._leave_form)):
            QShortcut(QKeySequence(keys), self._form_part, slot, context=_SUBTREE)
        theme.changed.connect(self._arrange)
        self._refresh()

    # ---------------------------------------------------------------- what others may ask
    def log_run(self) -> None:
        """Open the form for a new run."""
        self._editing = None
        started = (self._now() - USUAL_START).replace(second=0, microsecond=0)
        focus = self._services.settings.choices.focus_cue
        self._open_form(RunDraft(uuid4(), started, "", focus_cue=focus), self.tr("Log a run"))
        self.form.minutes.setFocus()

    def open_run(self, run_id: UUID) -> None:
        """Open the form with a run of the log."""
        run = next((run for run in self._journal.runs() if run.id == run_id), None)
        if run is None:
            return
        self._editing = run
        self._open_form(draft_of(run, QLocale().decimalPoint()), dated_day(day_of(run.started_at)))
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---------------------------------------------------------------- the two views
    def _list_view(self) -> QWidget:
        view = QWidget()
        self._list_column = QVBoxLayout(view)
        self.header = PageHeader(self._theme, self.tr("Runs"))
        self.log_button = Button(self.tr("Log a run"), self._theme, icon="plus-bold", kind="primary")
        self.log_button.clicked.connect(self.log_run)
        self.header.row.addWidget(self.log_button)
        self._list_column.addWidget(self.header)
        self.list_trouble = ErrorBanner(self._theme)
        self._list_column.addWidget(self.list_trouble)
        self.empty = EmptyState(
            self._theme,
            self.tr("No runs yet"),
            self.tr("Log one by hand: how long it was, and the minute your knee began to hurt."),
            self.tr("Log a run"),
            icon="plus-bold",
        )
        self.empty.chosen.connect(self.log_run)
        self._list_column.addWidget(self.empty, 1)
        self.list = RunList(self._theme, self._cue_name)
        self.list.opened.connect(self.open_run)
        self.list.removal_wanted.connect(self._delete)
        self._list_column.addWidget(self.list)
        self.count = Words("", self._theme, "small", "ink2")
        self._list_column.addWidget(self.count)
        self._list_column.addStretch(0)
        return _scrolled(view)

    def _form_view(self) -> QWidget:
        """The form scrolls, its buttons below it stay in sight."""
        view = QWidget()
        self._form_column = QVBoxLayout(view)
        self.form_header = PageHeader(self._theme, "")
        self.back_button = Button("", self._theme, icon="arrow-left-bold", name=self.tr("Back to the runs"))
        self.back_button.clicked.connect(self._leave_form)
        self.form_header.row.insertWidget(0, self.back_button)
        self.delete_button = Button(self.tr("Delete"), self._theme, icon="trash")
        self.delete_button.clicked.connect(self._delete_editing)
        self.form_header.row.addWidget(self.delete_button)
        self._form_column.addWidget(self.form_header)
        self.trouble = ErrorBanner(self._theme)
        self.trouble.action_chosen.connect(self._save)
        self._form_column.addWidget(self.trouble)
        self.form = RunForm(self._theme, self._all_cues, self._cue_words)
        self._form_column.addWidget(self.form)
        self._form_column.addStretch(1)
        self._form_row = row = QHBoxLayout()
        self.save_button = Button(self.tr("Save"), self._theme, icon="check-bold", kind="primary")
        self.save_button.clicked.connect(self._save)
        self.discard_button = Button(self.tr("Discard"), self._theme)
        self.discard_button.clicked.connect(self._discard)
        row.addStretch(1)
        row.addWidget(self.discard_button)
        row.addWidget(self.save_button)
        self._form_scroll = _scrolled(view)
        self._form_part = QWidget()
        column = QVBoxLayout(self._form_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._form_scroll, 1)
        column.addLayout(row)
        return self._form_part

    # ---------------------------------------------------------------- doing
    def _open_form(self, draft: RunDraft, title: str) -> None:
        self.form_header.title.setText(title)
        self.delete_button.setVisible(self._editing is not None)
        self.trouble.hide()
        self.form.show_draft(draft)
        self._opened_with = self.form.draft()
        self._stack.setCurrentIndex(1)
        self._form_scroll.verticalScrollBar().setValue(0)

    def _save(self) -> None:
        draft = self.form.draft()
        faults = faults_of(draft, self._now())
        self.form.show_faults(faults)
        if faults:
            return
        run = run_of(draft, self._now())
        try:
            if self._editing is None:
                self._journal.add_run(run)
            elif run != self._editing:
                self._journal.edit_run(run)
        except KnownError as error:
            self.trouble.show_known(error)
            return
        self._back_to(run.id)

    def _cue_name(self, cue_id: str) -> str:
        """The cues are read only where a run had one."""
        cue = self._services.cues.cards.get(cue_id) if cue_id else None
        return "" if cue is None else cue.title

    def _all_cues(self) -> Sequence[tuple[str, str]]:
        return [(cue.id, cue.title) for cue in self._services.cues.cards.values()]

    def _cue_words(self, cue_id: str) -> str:
        cue = self._services.cues.cards.get(cue_id)
        return "" if cue is None else cue.words

    def _delete_editing(self) -> None:
        if self._editing is not None:
            self._delete(self._editing.id)

    def _delete(self, run_id: UUID) -> None:
        beside = self.list.beside(run_id)
        try:
            self._journal.delete_run(run_id)
        except KnownError as error:
            shown = self.trouble if self._stack.currentIndex() else self.list_trouble
            shown.show_trouble(error.what, error.advice)
            return
        self._back_to(beside)

    def _leave_form(self) -> None:
        """Back to the list, unless something was typed: then ask first."""
        if self.form.draft() == self._opened_with:
            self._discard()
            return
        lost = self.tr("What you typed for this run is not kept.")
        dialog = LeaveDialog(self._theme, lost, self.tr("Go on typing"), self)
        dialog.left.connect(self._discard)
        dialog.open()

    def _discard(self) -> None:
        self._back_to(self._editing.id if self._editing is not None else None)

    def _back_to(self, run_id: UUID | None) -> None:
        """The list, with the keyboard on that run, else where a run is logged."""
        self._stack.setCurrentIndex(0)
        if run_id is None or not self.list.focus_run(run_id):
            first = self.log_button if self.list.rows else self.empty
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _history_changed(self, change: Change) -> None:
        if Kind.RUNS in change.kinds:
            self._refresh()

    def _refresh(self) -> None:
        runs = self._journal.runs()
        self.list.show_runs(runs, day_of(self._now()))
        self.empty.setVisible(not runs)
        self.log_button.setVisible(bool(runs))
        self.list.setVisible(bool(runs))
        self.count.setVisible(bool(runs))
        words = self.tr("1 run") if len(runs) == 1 else self.tr("{count} runs").format(count=len(runs))
        hatched = self.tr("The hatched part of a bar is the time after pain began.")
        self.count.setText(f"{words}. {hatched}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows and the form to the room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self._theme.narrow(self.width())
        pad = self._theme.page_padding(self.window().width())
        for column in (self._list_column, self._form_column):
            column.setContentsMargins(pad, pad, pad, pad)
            column.setSpacing(self._theme.px(16))
        self._form_row.setContentsMargins(pad, self._theme.px(12), pad, self._theme.px(16))
        self._form_row.setSpacing(self._theme.px(12))
        self.list.set_room(narrow=narrow, wide=self._theme.wide(self.window().width()))
        self.form.set_narrow(narrow)


_SUBTREE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _scrolled(view: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(view)
    return area
