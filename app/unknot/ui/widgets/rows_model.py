"""The rows of a list: what changed is drawn again, and only another number of them begins anew."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

AnyIndex = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class RowsModel(QAbstractListModel, Generic[Row]):
    """A subclass makes `_rows` from what it shows, with `_put`, and says what each is in `data`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """All of them lie side by side."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def _put(self, rows: tuple[Row, ...]) -> None:
        """Show these. What is chosen stays chosen as long as there are as many."""
        if len(rows) == len(self._rows):
            changed = [at for at, row in enumerate(rows) if row != self._rows[at]]
            self._rows = rows
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
