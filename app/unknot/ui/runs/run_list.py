"""The runs by month, newest first; older ones come by the button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from unknot.domain.days import day_of
from unknot.domain.runs import Run
from unknot.ui.day_words import month_of
from unknot.ui.runs.run_row import COLUMNS, CUE, RunRow, prepare_columns
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.line import Line

PAGE = 40  # rows made at a time: ten years of runs must not be ten thousand widgets


class RunList(QFrame):
    """A card of rows. `cue_name` gives the name of a cue by its id, empty for one that is not known."""

    opened = Signal(object)  # UUID
    removal_wanted = Signal(object)  # UUID

    def __init__(self, theme: Theme, cue_name: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self._theme, self._cue_name = theme, cue_name
        self._runs: tuple[Run, ...] = ()
        self._today = date.min
        self._narrow, self._wide, self._cue_column = False, False, False
        self._shown = PAGE
        self.rows: list[RunRow] = []
        self.more: Button | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body = QWidget()
        self._column.addWidget(self._body)
        theme.changed.connect(self._rebuild)

    def show_runs(self, runs: Sequence[Run], today: date) -> None:
        """Show these runs, newest first."""
        self._runs, self._today = tuple(runs), today
        self._rebuild()

    def beside(self, run_id: UUID) -> UUID | None:
        """The run below this one, for the last the one above it."""
        ids = [run.id for run in self._runs]
        if run_id not in ids or len(ids) == 1:
            return None
        place = ids.index(run_id)
        return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]

    def focus_run(self, run_id: UUID) -> bool:
        """Put the keyboard on a run's row, made now if it is an older one; whether there is such a run."""
        place = next((place for place, run in enumerate(self._runs) if run.id == run_id), None)
        if place is None:
            return False
        while place >= self._shown:
            self._show_more()
        self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_room(self, *, narrow: bool, wide: bool) -> None:
        """Two-line rows where there is little room, the cue of each run where there is much."""
        if (narrow, wide) != (self._narrow, self._wide):
            self._narrow, self._wide = narrow, wide
            self._rebuild()

    def _rebuild(self) -> None:
        focused = next((row.run_id for row in self.rows if row.hasFocus()), None)
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget(self)
        self.rows = []
        self.more = None
        column = QVBoxLayout(self._body)
        px = self._theme.px
        self._cue_column = self._wide and any(run.focus_cue for run in self._runs[: self._shown])
        column.setContentsMargins(px(4), px(8), px(4), px(8))
        column.setSpacing(0)
        if not self._narrow:
            column.addWidget(self._head())
        self._add_rows(column)
        if len(self._runs) > self._shown:
            self.more = Button(self.tr("Show older runs"), self._theme, kind="quiet")
            self.more.clicked.connect(self._show_more)
            column.addWidget(self.more)
        column.addStretch(1)
        self._column.addWidget(self._body)
        for row in self.rows:
            if row.run_id == focused:
                row.setFocus()

    def _add_rows(self, column: QVBoxLayout) -> None:
        shown = self._runs[: self._shown]
        longest = max((run.minutes for run in shown), default=1.0)
        month = ""
        for run in shown:
            name = month_of(day_of(run.started_at))
            if name != month:
                column.addWidget(self._group(name))
                month = name
            elif self.rows:
                column.addWidget(Line())
            row = RunRow(
                self._theme, run, longest, self._today, narrow=self._narrow,
                cue=self._cue_name(run.focus_cue), cue_column=self._cue_column,
            )  # fmt: skip
            row.opened.connect(self.opened)
            row.removal_wanted.connect(self.removal_wanted)
            column.addWidget(row)
            self.rows.append(row)

    def _head(self) -> QWidget:
        names = {
            "date": self.tr("Date"),
            "distance": self.tr("Distance"),
            "time": self.tr("Time"),
            "pace": self.tr("Pace /km"),
            "onset": self.tr("When pain began"),
            "worst": self.tr("Worst pain"),
            "morning": self.tr("Next morning"),
            CUE: self.tr("Cue"),
        }
        head = QWidget()
        grid = QGridLayout(head)
        prepare_columns(grid, self._theme, cue=self._cue_column)
        for index, (name, _, _) in enumerate(COLUMNS):
            if name == CUE and not self._cue_column:
                continue
            label = QLabel(names.get(name, ""))  # the arrow has none, but its place
            label.setProperty("type", "small")
            label.setProperty("tone", "ink2")
            grid.addWidget(label, 0, index)
        return head

    def _group(self, name: str) -> QWidget:
        frame = QFrame()
        frame.setProperty("panel", "sunken")
        column = QVBoxLayout(frame)
        px = self._theme.px
        column.setContentsMargins(px(16), px(7), px(16), px(7))
        label = QLabel(name)
        label.setProperty("type", "small")
        column.addWidget(label)
        return frame

    def _show_more(self) -> None:
        self._shown += PAGE
        self._rebuild()
