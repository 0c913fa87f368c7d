"""The list of steps: chosen one or several, dragged, or moved, copied, removed and timed by keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from unknot.domain.own_routine import Draft
from unknot.ui.editor.step_painter import ROW, StepPainter
from unknot.ui.editor.step_rows import StepRows
from unknot.ui.theme import Theme

LEAST_ROWS = 5


class StepList(QListView):
    """Says what is wanted of the chosen steps; the page does it and shows the new draft."""

    rows_chosen = Signal()
    move_wanted = Signal(int)  # -1 up, 1 down
    drop_wanted = Signal(int)  # before which step; their number: at the end
    double_wanted = Signal()
    remove_wanted = Signal()
    longer_wanted = Signal(int)  # 1 longer, -1 shorter

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = StepRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(StepPainter(theme, self))
        self.setAccessibleName(self.tr("Steps"))
        self.viewport().setAccessibleName(self.tr("Steps"))
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().selectionChanged.connect(self._told)
        self.rows.modelReset.connect(self._told)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The chosen rows."""
        return tuple(sorted(index.row() for index in self.selectionModel().selectedIndexes()))

    def show_draft(self, draft: Draft, chosen: Iterable[int]) -> None:
        """Show its steps with these chosen."""
        wanted = [row for row in chosen if row < len(draft.routine.steps)]
        self.rows.show_draft(draft)
        found = QItemSelection()
        for row in wanted:
            found.select(self.rows.index(row), self.rows.index(row))
        flag = QItemSelectionModel.SelectionFlag
        if wanted:
            here = self.currentIndex().row()
            current = self.rows.index(here if here in wanted else wanted[-1])
            self.selectionModel().setCurrentIndex(current, flag.NoUpdate)
            self.scrollTo(current)
        self.selectionModel().select(found, flag.ClearAndSelect)
        self.scheduleDelayedItemsLayout()

    # ------------------------------------------------------------- Qt
    def sizeHint(self) -> QSize:
        """Some rows: it takes what the page has and scrolls by itself, also while something is dragged."""
        return QSize(self._theme.px(360), self._theme.px(LEAST_ROWS * ROW))

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return QSize(self._theme.px(240), self._theme.px(LEAST_ROWS * ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cues wrap by the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with arrows moves, Delete removes, plus and minus change the seconds."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_wanted.emit()
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.longer_wanted.emit(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.double_wanted.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only its own steps."""
        if event.source() is self:
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where they would fall."""
        if event.source() is self:
            super().dragMoveEvent(event)
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Between the two rows that are nearest."""
        if event.source() is not self:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # after a move Qt would remove the rows itself
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        self.drop_wanted.emit(self._before(event.position().toPoint().y()))

    # ------------------------------------------------------------- inside
    def _before(self, y: int) -> int:
        for row in range(self.rows.rowCount()):
            if y < self.visualRect(self.rows.index(row)).center().y():
                return row
        return self.rows.rowCount()

    def _told(self) -> None:
        self.rows_chosen.emit()

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
