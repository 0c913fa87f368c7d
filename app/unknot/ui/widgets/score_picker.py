"""Eleven buttons, 0 to 10, for a tenderness or a pain: colour, number, and a tick on the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.ui.score_words import score_name
from unknot.ui.theme import Theme
from unknot.ui.widgets.one_of import OneOf

_CELL = 48  # logical px a button needs at least, its ring included
_HIGH = 52
_RING = 5  # room around the face for the ring
_TICK = 16  # the badge of the chosen one
_ROWS = (11, 6, 4, 3)  # how many buttons a row may have, by what fits


class _ScoreButton(OneOf):
    """One score in its colour. Its name is the number and its word."""

    def __init__(self, score: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(str(score), parent)
        self.score, self._theme = score, theme
        self.stand_for_one()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("radius", 12)

    def ring_rect(self) -> QRect:
        """The ring of the keyboard goes around the face, in the room left for it."""
        gap = self._theme.px(_RING)
        return self.rect().adjusted(gap, gap, -gap, -gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A filled face with round corners; the chosen one framed and ticked, unlike the keyboard's ring."""
        painter, px = QPainter(self), self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = self._theme.tender(self.score)
        face = QRectF(self.ring_rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        hot = self.underMouse() or self.isDown()
        painter.setPen(QPen(self._theme.color("ink" if hot else "borderStrong"), 2 if hot else 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(face, px(9), px(9))
        if self.isChecked():
            self._paint_chosen(painter, face)
        painter.setFont(self._theme.font("number"))
        painter.setPen(ink)
        painter.drawText(face, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_chosen(self, painter: QPainter, face: QRectF) -> None:
        px, color = self._theme.px, self._theme.color
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, inset, width in (("surface", 3.0, 3.0), ("primary", 1.0, 3.0)):
            painter.setPen(QPen(color(token), width))
            painter.drawRoundedRect(face.adjusted(inset, inset, -inset, -inset), px(8), px(8))
        size = px(_TICK)
        badge = QRectF(face.right() - size + px(2), face.top() - px(2), size, size)
        painter.setPen(QPen(color("surface"), 1.5))
        painter.setBrush(color("primary"))
        painter.drawEllipse(badge)
        glyph = self._theme.pixmap("check-bold", color("onPrimary"), px(_TICK - 6))
        painter.drawPixmap(badge.topLeft() + QPointF(px(3), px(3)), glyph)


class ScorePicker(QWidget):
    """Asks for a score; `picked` tells what the user chose, by click or by the keys 0 to 9 and T for 10."""

    picked = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._value = theme, -1
        self.setAccessibleName(name)
        self.buttons = [_ScoreButton(score, theme, self) for score in range(11)]
        for button in self.buttons:
            button.setAccessibleName(score_name(button.score))
            button.taken.connect(self._clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @property
    def value(self) -> int | None:
        """The chosen score, None before there is one."""
        return None if self._value < 0 else self._value

    @property
    def entry(self) -> QWidget:
        """The button that Tab comes to."""
        return next(button for button in self.buttons if button.is_entry())

    def set_value(self, value: int | None) -> None:
        """Show a score without telling."""
        self._value = -1 if value is None else value
        for button in self.buttons:
            button.set_chosen(chosen=button.score == self._value)

    def hasHeightForWidth(self) -> bool:
        """It wraps where eleven buttons do not fit."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One to four rows."""
        rows = -(-11 // self._columns(width))
        return rows * self._theme.px(_HIGH)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(
            self._theme.px(11 * (_CELL + 4)), self.heightForWidth(max(self.width(), self._theme.px(144)))
        )

    def minimumSizeHint(self) -> QSize:
        """Three buttons a row at least."""
        return QSize(self._theme.px(3 * _CELL), self.heightForWidth(max(self.width(), self._theme.px(144))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the buttons out again."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """0 to 9 choose, T chooses 10."""
        score = 10 if event.key() == Qt.Key.Key_T else event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and 0 <= score <= 10:
            self._choose(score)
            return
        super().keyPressEvent(event)

    def _columns(self, width: int) -> int:
        return next((count for count in _ROWS if count * self._theme.px(_CELL) <= width), _ROWS[-1])

    def _arrange(self) -> None:
        columns, high = self._columns(self.width()), self._theme.px(_HIGH)
        for start in range(0, 11, columns):
            row = self.buttons[start : start + columns]
            # a last row of one less is stretched, so that both ends stay flush
            count = len(row) if columns - len(row) <= 1 else columns
            wide = min(self.width() / count, self._theme.px(76))
            top = start // columns * high
            for place, button in enumerate(row):
                left = round(place * wide)
                button.setGeometry(left, top, round((place + 1) * wide) - left, high)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _ScoreButton):
            self._choose(sender.score)

    def _choose(self, score: int) -> None:
        self.set_value(score)
        self.picked.emit(score)

    def _restyle(self) -> None:
        self._arrange()
        self.updateGeometry()
        self.update()
