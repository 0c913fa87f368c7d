"""Widgets side by side that go on in the next line where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.theme import Theme


class FlowRow(QWidget):
    """Keeps the order and the size hints of what it holds; `gap` in logical px, `at_end` flush right.

    What is wider than the row by itself is squeezed into it, down to its least width.
    """

    def __init__(
        self,
        theme: Theme,
        held: Sequence[QWidget],
        gap: int = 12,
        *,
        at_end: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._held, self._gap, self._at_end = theme, tuple(held), gap, at_end
        for one in self._held:
            one.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @property
    def _shown(self) -> list[QWidget]:
        return [one for one in self._held if not one.isHidden()]

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [one.sizeHint() for one in self._shown]
        gaps = self._theme.px(self._gap) * max(0, len(sizes) - 1)
        return QSize(
            sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0)
        )

    def minimumSizeHint(self) -> QSize:
        """The widest of them, as narrow as it may be."""
        return QSize(
            max((min(_wide(one), one.minimumSizeHint().width()) for one in self._shown), default=0),
            max((one.sizeHint().height() for one in self._shown), default=0),
        )

    def hasHeightForWidth(self) -> bool:
        """More lines in less width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._arrange(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._arrange(event.size().width(), move=True)

    def event(self, event: QEvent) -> bool:
        """What it holds has become larger or smaller."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._restyle()
        return super().event(event)

    def _arrange(self, width: int, *, move: bool) -> int:
        gap, top = self._theme.px(self._gap), 0
        lines = self._lines(width)
        for line in lines:
            sizes = [one.sizeHint() for one in line]
            long = sum(size.width() for size in sizes) + gap * (len(line) - 1)
            left = max(0, width - long) if self._at_end else 0
            for one, size in zip(line, sizes, strict=True):
                if move:
                    one.setGeometry(left, top, min(size.width(), max(width, 1)), size.height())
                left += size.width() + gap
            top += max(size.height() for size in sizes) + gap
        return max(0, top - gap)

    def _lines(self, width: int) -> list[list[QWidget]]:
        gap, left = self._theme.px(self._gap), 0
        lines: list[list[QWidget]] = []
        for one in self._shown:
            wide = _wide(one)
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(one)
            left += wide + gap
        return lines

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), move=True)


def _wide(one: QWidget) -> int:
    return one.sizeHint().width()
