"""A chart in its card: title, legend, plot, the line that reads its values, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from unknot.ui.progress.canvas import Canvas
from unknot.ui.progress.legend import Legend
from unknot.ui.progress.marks import ChartMark
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

PICTURE, TABLE, EMPTY = range(3)


class Value(Struct, frozen=True):
    """One value of a chart: where it is, what is read aloud, its cells in the table, its mark."""

    x: float
    y: float
    words: str
    cells: tuple[str, ...]
    mark: ChartMark | None = None


class ChartCard(QFrame):
    """← and → step through the values, Home and End go to the first and last; hovering reads them too."""

    def __init__(self, theme: Theme, title: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self._theme = theme
        self.values: tuple[Value, ...] = ()
        self._at = -1
        self._note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        column = self.column = spaced(QVBoxLayout(self), theme, (20, 14, 20, 14), 8)
        head = spaced(QHBoxLayout(), theme, 0, 12)
        self.title = QLabel(title)
        self.title.setProperty("type", "h3")
        self.title.setWordWrap(True)
        head.addWidget(self.title, 1)
        self.unit = QLabel(unit)
        self.unit.setProperty("type", "small")
        self.unit.setProperty("tone", "ink2")
        head.addWidget(self.unit)
        self.table_button = Button(self.tr("Table"), theme, kind="quiet")
        self.table_button.setCheckable(True)
        self.table_button.setAccessibleName(self.tr("Table: {title}").format(title=title))
        self.table_button.toggled.connect(self._show_table)
        head.addWidget(self.table_button)
        column.addLayout(head)
        self.legend = Legend(theme)
        column.addWidget(self.legend)
        self.stack = QStackedWidget()
        self.canvas = Canvas(theme)
        self.canvas.hovered.connect(self._read_near)
        self.canvas.clicked.connect(self._read_near)
        self.table = _table(title)
        self.empty = Words("", theme, tone="ink2")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for view in (self.canvas, self.table, self.empty):
            self.stack.addWidget(view)
        column.addWidget(self.stack, 1)
        self.reading = Words("", theme, "small", "ink2")
        column.addWidget(self.reading)

    # ---------------------------------------------------------------- what it shows
    def show_values(self, values: Sequence[Value], headers: Sequence[str], note: str, empty: str) -> None:
        """Show values in order of time, `note` below until one is read, `empty` where there are none."""
        self.values, self._note, self._at = tuple(values), note, -1
        self.table_button.setVisible(bool(values))
        self.empty.setText(empty)
        self.legend.setVisible(bool(values) and self.legend.has_entries)
        self._fill_table(headers)
        self._show_view()
        self._say(note)
        self.reading.setVisible(bool(values))
        self.setAccessibleDescription(note if values else empty)

    def set_heights(self, high: int) -> None:
        """How high the plot is at least."""
        self.stack.setMinimumHeight(high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the values."""
        last = len(self.values) - 1
        steps = {
            Qt.Key.Key_Left: max(0, self._at - 1) if self._at >= 0 else last,
            Qt.Key.Key_Right: min(last, self._at + 1) if self._at >= 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if self.values and key in steps:
            self.read(steps[key])
            self._announce()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say how to read it."""
        super().focusInEvent(event)
        if self.values and self._at < 0:
            self._say(self.tr("Press ← and → to read each value."))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the note back."""
        super().focusOutEvent(event)
        if self._at < 0:
            self._say(self._note)

    def leaveEvent(self, event: QEvent) -> None:
        """Stop reading when the pointer leaves."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self.read(-1)

    def read(self, index: int) -> None:
        """Read one value aloud and ring its mark; -1 reads none."""
        for at, on in ((self._at, False), (index, True)):
            mark = self.values[at].mark if 0 <= at < len(self.values) else None
            if mark is not None:
                mark.choose(on)
        self._at = index
        self._say(self.values[index].words if index >= 0 else self._note)

    # ---------------------------------------------------------------- inside
    def _read_near(self, x: float, y: float) -> None:
        if not self.values:
            return
        pointer = self.canvas.pixels(x, y)
        distances = []
        for value in self.values:
            at = self.canvas.pixels(value.x, value.y) - pointer
            distances.append(abs(at.x()) + abs(at.y()) / 4)
        nearest = min(range(len(distances)), key=distances.__getitem__)
        self.read(nearest if distances[nearest] < self._theme.px(40) else -1)

    def _show_table(self, _on: bool) -> None:
        self._show_view()

    def _show_view(self) -> None:
        if not self.values:
            self.stack.setCurrentIndex(EMPTY)
        else:
            self.stack.setCurrentIndex(TABLE if self.table_button.isChecked() else PICTURE)

    def _fill_table(self, headers: Sequence[str]) -> None:
        self.table.setColumnCount(len(headers))
        self.table.setHorizontalHeaderLabels(list(headers))
        self.table.setRowCount(len(self.values))
        for row, value in enumerate(reversed(self.values)):
            for column, text in enumerate(value.cells[: len(headers)]):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeRowsToContents()

    def _say(self, text: str) -> None:
        self.reading.setText(text)

    def _announce(self) -> None:
        announce(self, self.reading.text())


def _table(title: str) -> QTableWidget:
    table = QTableWidget()
    table.setAccessibleName(title)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    return table
