"""One run in the log: a row that is one big button."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from unknot.domain.days import day_of
from unknot.domain.run_entry import clock_text
from unknot.domain.runs import Run
from unknot.ui.day_words import row_day
from unknot.ui.runs.onset_bar import OnsetBar
from unknot.ui.runs.run_words import cue_text, distance_text, pace_text, pain_text, sentence
from unknot.ui.theme import Theme
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.score_disc import ScoreDisc

# name of a column, its least width and its share of the rest
COLUMNS = (
    ("date", 116, 0),
    ("distance", 72, 0),
    ("time", 64, 0),
    ("pace", 64, 0),
    ("onset", 120, 1),
    ("worst", 150, 0),
    ("morning", 88, 0),
    ("cue", 168, 0),
    ("more", 24, 0),
)


CUE = "cue"  # the column that only a wide log has


class RunRow(QPushButton):
    """Enter or a click opens it, Del removes it; its name says the whole run."""

    opened = Signal(object)  # UUID
    removal_wanted = Signal(object)  # UUID

    def __init__(
        self,
        theme: Theme,
        run: Run,
        longest_min: float,
        today: date,
        *,
        narrow: bool,
        cue: str = "",
        cue_column: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.run_id, self._narrow = theme, run.id, narrow
        self.setProperty("kind", "row")
        self._cue, self._cue_column = cue, cue_column
        self.setAccessibleName(sentence(run, cue))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        if narrow:
            self._lay_narrow(run, today)
        else:
            self._lay_wide(run, longest_min, today)

    def sizeHint(self) -> QSize:
        """As high as its words, 58 px at least."""
        layout = self.layout()
        inner = QSize() if layout is None else layout.sizeHint()
        return QSize(inner.width(), max(self._theme.px(58), inner.height()))

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(self._theme.px(280), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del removes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif event.key() == Qt.Key.Key_Delete:
            run_id: UUID = self.run_id
            self.removal_wanted.emit(run_id)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self.opened.emit(self.run_id)

    def _lay_wide(self, run: Run, longest_min: float, today: date) -> None:
        grid = QGridLayout(self)
        prepare_columns(grid, self._theme, cue=self._cue_column)
        for column, (text, style, tone) in enumerate(_cells(run, today)):
            grid.addWidget(_label(text, style, tone), 0, column)
        grid.addWidget(OnsetBar(self._theme, run, longest_min), 0, 4)
        grid.addLayout(self._worst(run), 0, 5)
        morning = QHBoxLayout()
        morning.addWidget(_score(self._theme, run.next_morning))
        morning.addStretch(1)
        grid.addLayout(morning, 0, 6)
        if self._cue_column:
            words = cue_text(run, self._cue, "\n") or "–"
            grid.addWidget(_label(words, "small", "ink2" if self._cue else "ink3"), 0, 7)
        grid.addWidget(IconLabel("caret-right-bold", self._theme, "ink2", 16), 0, 8)

    def _lay_narrow(self, run: Run, today: date) -> None:
        """Two lines, for large text and small windows."""
        grid = QGridLayout(self)
        px = self._theme.px
        grid.setContentsMargins(px(12), px(8), px(12), px(8))
        grid.setColumnStretch(0, 1)
        grid.addWidget(_label(row_day(day_of(run.started_at), today), "label", ""), 0, 0)
        facts = " · ".join(
            part for part in (
                clock_text(run.minutes), distance_text(run), pain_text(run), cue_text(run, self._cue),
            ) if part
        )  # fmt: skip
        grid.addWidget(_label(facts, "small", "ink2", wrap=True), 1, 0)
        grid.addWidget(_score(self._theme, 0 if run.pain_free else run.worst_pain), 0, 1, 2, 1)

    def _worst(self, run: Run) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(10))
        row.addWidget(_score(self._theme, 0 if run.pain_free else run.worst_pain))
        row.addWidget(_label(pain_text(run), "small", "ink2"))
        row.addStretch(1)
        return row


def prepare_columns(grid: QGridLayout, theme: Theme, *, cue: bool) -> None:
    """Give a grid the columns of the log, so that head and rows stand in line."""
    px = theme.px
    grid.setContentsMargins(px(20), px(4), px(12), px(4))
    grid.setHorizontalSpacing(px(12))
    for index, (name, width, share) in enumerate(COLUMNS):
        if name == CUE and not cue:
            continue
        grid.setColumnMinimumWidth(index, px(width))
        grid.setColumnStretch(index, share)


def _cells(run: Run, today: date) -> tuple[tuple[str, str, str], ...]:
    return (
        (row_day(day_of(run.started_at), today), "label", ""),
        (distance_text(run) or "–", "number", "" if run.distance_km else "ink3"),
        (clock_text(run.minutes), "number", "ink2"),
        (pace_text(run) or "–", "number", "ink2" if run.distance_km else "ink3"),
    )


def _label(text: str, style: str, tone: str, *, wrap: bool = False) -> QLabel:
    label = QLabel(text)
    label.setProperty("type", style)
    label.setProperty("tone", tone)
    label.setWordWrap(wrap)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


def _score(theme: Theme, score: int | None) -> QWidget:
    if score is None:
        return _label("–", "number", "ink3")
    return ScoreDisc(theme, score)
