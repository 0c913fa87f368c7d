"""Widgets side by side that go on in the next line where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.theme import Theme


class FlowRow(QWidget):
    """Keeps the order and the size hints of what it holds; `gap` in logical px, `at_end` flush right."""

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

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [one.sizeHint() for one in self._held]
        gaps = self._theme.px(self._gap) * max(0, len(sizes) - 1)
        return QSize(
            sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0)
        )

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        sizes = [one.sizeHint() for one in self._held]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
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

    def _arrange(self, width: int, *, move: bool) -> int:
        gap, top = self._theme.px(self._gap), 0
        lines = self._lines(width)
        for line in lines:
            sizes = [one.sizeHint() for one in line]
            long = sum(size.width() for size in sizes) + gap * (len(line) - 1)
            left = max(0, width - long) if self._at_end else 0
            for one, size in zip(line, sizes, strict=True):
                if move:
                    one.setGeometry(left, top, size.width(), size.height())
                left += size.width() + gap
            top += max(size.height() for size in sizes) + gap
        return max(0, top - gap)

    def _lines(self, width: int) -> list[list[QWidget]]:
        gap, left = self._theme.px(self._gap), 0
        lines: list[list[QWidget]] = []
        for one in self._held:
            wide = one.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(one)
            left += wide + gap
        return lines

    def _restyle(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), move=True)
