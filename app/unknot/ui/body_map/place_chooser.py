"""Asks which of several places a tap means: each by name, with a small picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from unknot.domain.body import Spot, Use
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.beside_card import BesideCard
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.body_map.place_thumb import place_thumb
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.words import Words
from unknot.ui.widgets.wrapped_button import WRAP, WrappedButton

THUMB = 56
MOST = 9  # as many as there are keys
KEY = 24


class PlaceRow(WrappedButton):
    """One place: its picture, its name, what it is for, and its key."""

    walked = Signal(int)

    left, right, least, air = 12 + THUMB + 12, 12 + KEY + 8, THUMB + 16, 16

    def __init__(self, place: str, label: str, under: str, key: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(label, theme, parent)
        self.place, self._under, self._key = place, under, key
        self.picture_of: tuple[Spot, MapAtlas, Pictures] | None = None
        self.setCheckable(False)
        self.setProperty("radius", 10)
        self.setAccessibleName(f"{label}. {under}" if under else label)
        self.setToolTip(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, too; an arrow walks on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Its words, and the line under them."""
        more = self._theme.line_height("small") if self._under else 0
        px = self._theme.px
        room = QRect(0, 0, max(px(40), width - px(self.left + self.right)), 100_000)
        words = QFontMetrics(self.words_font()).boundingRect(room, WRAP, self.text())
        return max(px(self.least), words.height() + more + px(self.air))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A plain row."""
        painter, px, color = QPainter(self), self._theme.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "pressFill" if self.isDown() else "hoverFill" if self.underMouse() else "surface"
        painter.setPen(QPen(color("borderStrong"), 1))
        painter.setBrush(color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10))
        if self.picture_of is not None:
            spot, atlas, pictures = self.picture_of
            ratio = self.devicePixelRatioF()
            thumb = place_thumb(spot, self.place, atlas, pictures, self._theme, px(THUMB), ratio)
            painter.drawPixmap(px(12), (self.height() - px(THUMB)) // 2, thumb)
        self._paint_words(painter)
        key = QRectF(self.width() - px(12 + KEY), (self.height() - px(KEY)) / 2, px(KEY), px(KEY))
        painter.setPen(QPen(color("borderStrong"), 1))
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(key, px(5), px(5))
        painter.setFont(self._theme.font("small"))
        painter.setPen(color("ink2"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme, box = self._theme, self.words_box()
        more = theme.line_height("small") if self._under else 0
        words = QFontMetrics(self.words_font()).boundingRect(box, WRAP, self.text())
        top = (self.height() - words.height() - more) // 2
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("ink"))
        painter.drawText(QRect(box.left(), top, box.width(), words.height()), WRAP, self.text())
        if self._under:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("ink2"))
            painter.drawText(QRect(box.left(), top + words.height(), box.width(), more), 0, self._under)

    def sizeHint(self) -> QSize:
        """As wide as the card."""
        width = self._theme.px(300)
        return QSize(width, self.heightForWidth(max(self.width(), width)))


class PlaceChooser(BesideCard):
    """`picked` carries the place meant. Keys 1 to 9, the arrows and Enter, or a click."""

    picked = Signal(str)

    def __init__(self, atlas: MapAtlas, pictures: Pictures, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._atlas, self._pictures = atlas, pictures
        self.title.setText(self.tr("Which place do you mean?"))
        self.setAccessibleName(self.title.text())
        self._whose = Words("", theme, "small", "ink2")
        self.column.addWidget(self._whose)
        self.rows: list[PlaceRow] = []

    def ask(self, spot: Spot, places: Sequence[str], around: QPoint, room: QRect) -> None:
        """Offer these, in this order, beside a point of the page."""
        for row in self.rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._whose.setText(self.tr("{side} leg").format(side=side_word(spot.side)))
        self.rows = [
            self._row(spot, place, str(number)) for number, place in enumerate(places[:MOST], start=1)
        ]
        for row in self.rows:
            self.column.addWidget(row)
            row.show()
        self.show_beside(around, room)
        self.rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, self.title.text())

    def pick(self, number: int) -> None:
        """Choose by number, from 1; another number is nothing."""
        if 1 <= number <= len(self.rows):
            self.picked.emit(self.rows[number - 1].place)

    def close_quietly(self) -> None:
        """Go away without telling."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Esc cancels."""
        if event.text().isdigit() and not event.modifiers():
            self.pick(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _row(self, spot: Spot, place: str, key: str) -> PlaceRow:
        row = PlaceRow(place, self._atlas.label(place), self._use_words(place), key, self._theme, self)
        row.picture_of = (spot, self._atlas, self._pictures)
        row.clicked.connect(self._clicked)
        row.walked.connect(self._walk)
        return row

    def _use_words(self, place: str) -> str:
        known = self._atlas.places.get(place)
        if known is None or known.use is Use.PRESS:
            return ""
        return (
            self.tr("Not a place for a mark") if known.use is Use.WARN else self.tr("Marked, never pressed")
        )

    def _walk(self, step: int) -> None:
        focused = self.focusWidget()
        at = self.rows.index(focused) if isinstance(focused, PlaceRow) and focused in self.rows else -step
        self.rows[(at + step) % len(self.rows)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PlaceRow):
            self.picked.emit(sender.place)
