"""One entry of the navigation rail: icon and label beside each other, below each other, or the icon alone."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from unknot.ui.theme import Theme


class RailMode(Enum):
    """How much of the rail's entries shows."""

    LABELS = auto()  # icon and label side by side
    STACKED = auto()  # icon above a small label
    ICONS = auto()  # icon alone, label in the tooltip


_HIGH = {RailMode.LABELS: (44, 44), RailMode.STACKED: (50, 60), RailMode.ICONS: (28, 44)}  # least, wanted
_INSET = {RailMode.LABELS: 12, RailMode.STACKED: 8, RailMode.ICONS: 6}
_SHUT = 0.45  # opacity of an entry that cannot be pressed
_BAR = 4


class NavButton(QPushButton):
    """A push button that is marked while its page is shown. Its name is the label."""

    def __init__(self, page: str, label: str, icon: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.page, self._icon, self._theme = page, icon, theme
        self._mode = RailMode.LABELS
        self._current, self._shut = False, False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setProperty("radius", 10)
        theme.changed.connect(self._restyle)

    def set_mode(self, mode: RailMode, shortcut: str) -> None:
        """Show more or less; the tooltip says what is left out."""
        self._mode = mode
        self.setToolTip(f"{self.text()} ({shortcut})" if mode is RailMode.ICONS else shortcut)
        self._restyle()

    def sizeHint(self) -> QSize:
        """As high as wanted."""
        return QSize(self._theme.px(56), self._theme.px(_HIGH[self._mode][1]))

    def minimumSizeHint(self) -> QSize:
        """It gives way where the window is low."""
        return QSize(self._theme.px(44), self._theme.px(_HIGH[self._mode][0]))

    @property
    def is_current(self) -> bool:
        """Whether its page is shown."""
        return self._current

    def set_current(self, *, current: bool) -> None:
        """Mark it, or not."""
        self._current = current
        self.setAccessibleDescription(self.tr("This page is shown") if current else "")
        self.update()

    def set_shut(self, *, shut: bool) -> None:
        """Look as what cannot be pressed; unlike disabled, which it also is for the moment of the start."""
        self._shut = shut
        self.update()

    def ring_rect(self) -> QRect:
        """Where the focus ring goes around: the ground, not the whole width of the rail."""
        inset = self._theme.px(_INSET[self._mode])
        return self.rect().adjusted(inset, 0, -inset, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, bar, icon and label."""
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.ring_rect())
        self._paint_ground(painter, box)
        chosen = self._current
        size = px(22 if self._mode is RailMode.LABELS else 24)
        name = f"{self._icon}-fill" if chosen else self._icon
        if self._shut:
            painter.setOpacity(_SHUT)
        glyph = self._theme.pixmap(name, self._theme.color("accent" if chosen else "navInk"), size)
        painter.setPen(self._theme.color("navInkSel" if chosen else "navInk"))
        if self._mode is RailMode.LABELS:
            painter.drawPixmap(round(box.left() + px(12)), round(box.center().y() - size / 2), glyph)
            painter.setFont(self._theme.font("label"))
            words = box.adjusted(px(46), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        elif self._mode is RailMode.STACKED:
            font = self._theme.font("small")
            font.setWeight(font.weight().DemiBold if chosen else font.weight())
            high = QFontMetrics(font).height()
            top = box.center().y() - (size + px(4) + high) / 2
            painter.drawPixmap(round(box.center().x() - size / 2), round(top), glyph)
            painter.setFont(font)
            words = QRectF(0, top + size + px(4), self.width(), high)
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, self.text())
        else:
            painter.drawPixmap(round(box.center().x() - size / 2), round(box.center().y() - size / 2), glyph)
        painter.end()

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        fill = QColor(self._theme.color("navSel"))
        if self._shut:
            return
        if not self._current:
            if not (self.underMouse() or self.isDown()):
                return
            fill.setAlphaF(1.0 if self.isDown() else 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        radius = self._theme.px(8)
        painter.drawRoundedRect(box, radius, radius)
        if self._current:
            bar, high = self._theme.px(_BAR), min(box.height(), self._theme.px(28))
            painter.setBrush(self._theme.color("accent"))
            mark = QRectF(-bar, box.center().y() - high / 2, 2 * bar, high)
            painter.drawRoundedRect(mark, bar / 2, bar / 2)

    def _restyle(self) -> None:
        self.setMinimumHeight(self.minimumSizeHint().height())
        self.updateGeometry()
        self.update()
