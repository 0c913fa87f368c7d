"""Two widgets side by side, or one below the other where the first would become too narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.theme import Theme


class FoldRow(QWidget):
    """`main` takes what `side` leaves; it folds where that is less than `least` logical px.

    It knows its height for every width, so a page that holds it is laid out in one go, which a box layout
    that turns its direction is not.
    """

    def __init__(
        self,
        theme: Theme,
        main: QWidget,
        side: QWidget,
        *,
        least: int,
        air: int = 10,
        gap: int = 16,
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._main, self._side = theme, main, side
        self._least, self._air, self._gap, self._fill = least, air, gap, fill
        main.setParent(self)
        side.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    def is_folded(self, width: int) -> bool:
        """Whether the side stands below at this width."""
        return width - self._side_width() - self._theme.px(self._gap) < self._theme.px(self._least)

    def sizeHint(self) -> QSize:
        """Side by side."""
        wide = self._main.sizeHint().width() + self._theme.px(self._gap) + self._side_width()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Folded, as narrow as either may be."""
        wide = max(self._main.minimumSizeHint().width(), self._side.minimumSizeHint().width())
        high = max(self._main.minimumSizeHint().height(), self._side.minimumSizeHint().height())
        return QSize(wide, high + 2 * self._theme.px(self._air))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        air = 2 * self._theme.px(self._air)
        if self.is_folded(width):
            gap = self._theme.px(self._gap) // 2 if self._side_width() else 0
            return _height(self._main, width) + gap + _height(self._side, width) + air
        side = self._side_width()
        room = width - side - (self._theme.px(self._gap) if side else 0)
        return max(_height(self._main, room), _height(self._side, side)) + air

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """What it holds has become larger or smaller."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._restyle()
        return super().event(event)

    def _arrange(self) -> None:
        width, air, gap = self.width(), self._theme.px(self._air), self._theme.px(self._gap)
        side = self._side_width()
        if self.is_folded(width):
            high = _height(self._main, width)
            self._main.setGeometry(0, air, width, high)
            wide = width if self._fill else min(width, max(side, self._side.minimumSizeHint().width()))
            self._side.setGeometry(0, air + high + gap // 2, wide, _height(self._side, wide))
            return
        room = width - side - (gap if side else 0)
        high = self.height() - 2 * air
        main_high, side_high = _height(self._main, room), _height(self._side, side)
        self._main.setGeometry(0, air + max(0, (high - main_high) // 2), room, main_high)
        self._side.setGeometry(width - side, air + max(0, (high - side_high) // 2), side, side_high)

    def _side_width(self) -> int:
        return self._side.sizeHint().width()

    def _restyle(self) -> None:
        self._arrange()
        self.updateGeometry()


def _height(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return max(0, widget.heightForWidth(width))
    return max(0, widget.sizeHint().height())
