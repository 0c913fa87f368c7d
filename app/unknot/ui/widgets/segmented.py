"""A row of segments of which one is chosen: radio buttons in a sunken track."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.spacing import spaced


class _Segment(QRadioButton):
    """One segment; the whole of it can be pressed."""

    def __init__(self, value: str, label: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.value, self._theme = value, theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", 8)

    def sizeHint(self) -> QSize:
        """Room for the words in bold, 44 px high."""
        words = QFontMetrics(self._theme.font("label")).horizontalAdvance(self.text())
        return QSize(max(self._theme.px(44), words + self._theme.px(32)), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        words = QFontMetrics(self._theme.font("label")).horizontalAdvance(self.text())
        return QSize(max(self._theme.px(44), words + self._theme.px(12)), self._theme.px(44))

    def hitButton(self, position: QPoint) -> bool:
        """Everywhere."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Raised where chosen, else flat."""
        painter, color = QPainter(self), self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.px(8)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(color("borderStrong"), 1))
            painter.setBrush(color("raised"))
            painter.drawRoundedRect(box, radius, radius)
        elif self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("pressFill" if self.isDown() else "border"))
            painter.drawRoundedRect(box, radius, radius)
        painter.setFont(self._theme.font("label" if self.isChecked() else "body"))
        ink = "ink" if self.isChecked() else "ink2"
        painter.setPen(color(ink if self.isEnabled() else "disabledInk"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Segmented(QWidget):
    """Choices side by side. `options` are pairs of id and label; `picked` tells what the user chose."""

    picked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._quiet = theme, False
        self.setAccessibleName(name)
        row = spaced(QHBoxLayout(self), theme, 3, 2)
        self._segments = {value: _Segment(value, label, theme, self) for value, label in options}
        for segment in self._segments.values():
            row.addWidget(segment, 1)
            segment.toggled.connect(self._toggled)
        theme.changed.connect(self._restyle)

    @property
    def value(self) -> str:
        """The id of what is chosen; empty where nothing is."""
        return next((one.value for one in self._segments.values() if one.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without telling; empty chooses none. Raises KeyError for an unknown id."""
        self._quiet = True
        for segment in self._segments.values():
            segment.setAutoExclusive(bool(value))
            segment.setChecked(False if not value else segment.isChecked())
        if value:
            self._segments[value].setChecked(True)
        for segment in self._segments.values():
            segment.setAutoExclusive(True)
        self._quiet = False

    def segment(self, value: str) -> QRadioButton:
        """The segment of an id, to disable it or explain it."""
        return self._segments[value]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sunken track."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(self._theme.color("sunken"))
        radius = self._theme.px(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _toggled(self, on: bool) -> None:
        sender = self.sender()
        if on and not self._quiet and isinstance(sender, _Segment):
            self.picked.emit(sender.value)

    def _restyle(self) -> None:
        for segment in self._segments.values():
            segment.updateGeometry()
        self.update()
