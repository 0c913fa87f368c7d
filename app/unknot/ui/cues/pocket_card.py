"""The card for the pocket: the cue or two of a week, the beat and what to do about pain, as large as A7."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QPen

from unknot.content.gait import GaitLibrary
from unknot.domain.cue_cards import CueCard
from unknot.ui.body_map.margin_labels import wrap
from unknot.ui.cues.cue_figure import paint_cue_figure
from unknot.ui.day_words import dated_day
from unknot.ui.theme import Theme
from unknot.ui.widgets.drawn_file import pdf_bytes, png_bytes, svg_bytes
from unknot.ui.widgets.figure_paint import palette_of

translate = QCoreApplication.translate

SIZE = QSize(740, 1050)  # tenths of a millimetre: 74 x 105 mm
UNITS_AN_INCH = 254
RATIO = 2.0  # pixels a unit in a picture
ON_SHEET = QPointF(150, 150)  # where the card lies on a sheet of A4
EDGE, GAP = 44.0, 18.0
WIDE = SIZE.width() - 2 * EDGE
_LEADING = 1.28  # of a letter's size, from line to line
BESIDE = 250.0  # the picture's width where two cues share the card
_GROWTH = {"week": 1.9, "words": 2.7, "words-small": 2.0, "feel": 1.85, "beat": 1.95, "rule": 1.8}
_STYLE = {
    "week": "small",
    "words": "h2",
    "words-small": "h2",
    "feel": "body",
    "beat": "label",
    "rule": "small",
}


class CardOf(Struct, frozen=True):
    """What a card says: the Monday of its week, one or two cues, the steps a minute, the rules about pain."""

    monday: date
    cues: tuple[CueCard, ...]
    beat: str
    pain: tuple[str, ...]


class PocketCard:
    """Draws one card in the light look: as a picture, as vectors, or on a sheet of A4 with a line to cut."""

    def __init__(self, card: CardOf, gait: GaitLibrary, theme: Theme) -> None:
        self._card, self._gait = card, gait
        self._theme = theme.on_paper()
        self._tones = palette_of(self._theme, gait.colours)
        self._outlined = False  # letters as shapes

    @property
    def title(self) -> str:
        """Such as "Week of Monday 23 November 2026"."""
        return translate("PocketCard", "Week of {day}").format(day=dated_day(self._card.monday))

    @property
    def file_name(self) -> str:
        """Such as "unknot-card-2026-11-23.png"."""
        return f"unknot-card-{self._card.monday.isoformat()}.png"

    @property
    def said(self) -> str:
        """Everything on the card in words, for who cannot see it."""
        cues = (part for cue in self._card.cues for part in (cue.words, cue.look))
        return " ".join((f"{self.title}.", *cues, self._card.beat, *self._card.pain))

    def image(self) -> QImage:
        """As pixels, 508 to the inch."""
        image = QImage(SIZE * RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(RATIO)
        image.setText("Title", self.title)
        dots_a_metre = round(UNITS_AN_INCH * RATIO / 0.0254)
        image.setDotsPerMeterX(dots_a_metre)
        image.setDotsPerMeterY(dots_a_metre)
        painter = QPainter(image)
        self.paint(painter)
        painter.end()
        return image

    def png(self) -> bytes:
        """As a PNG file."""
        return png_bytes(self.image())

    def svg(self) -> bytes:
        """As an SVG file: its letters are shapes, since other fonts would not fit, and a text tells them."""
        self._outlined = True
        drawn = svg_bytes(self.paint, SIZE, self.title, self.said, dots_an_inch=UNITS_AN_INCH)
        self._outlined = False
        return drawn

    def pdf(self) -> bytes:
        """As a PDF file: the sheet that is printed."""
        return pdf_bytes(self.paint_sheet, self.title, UNITS_AN_INCH)

    def paint_sheet(self, painter: QPainter) -> None:
        """The card on its sheet, with a line to cut along; one unit of the painter is 0.1 mm."""
        painter.translate(ON_SHEET)
        self.paint(painter)
        painter.setPen(QPen(self._theme.color("borderStrong"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0, 0, SIZE.width(), SIZE.height()))

    def paint(self, painter: QPainter) -> None:
        """The card alone, from the lower edge up: the pictures take the height that the words leave."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, SIZE.width(), SIZE.height()), self._theme.color("raised"))
        self._say(painter, self.title, "week", "ink2", QRectF(EDGE, EDGE - 10, WIDE, 60))
        foot = self._paint_rules(painter, SIZE.height() - EDGE)
        beat = self._height(self._card.beat, "beat", WIDE)
        foot -= beat + GAP
        self._say(painter, self._card.beat, "beat", "accentInk", QRectF(EDGE, foot, WIDE, beat))
        room = QRectF(EDGE, EDGE + 34, WIDE, foot - EDGE - 34 - GAP)
        if len(self._card.cues) == 1:
            self._paint_one(painter, self._card.cues[0], room)
        else:
            high = (room.height() - GAP) / 2
            for place, cue in enumerate(self._card.cues[:2]):
                top = room.top() + place * (high + GAP)
                self._paint_beside(painter, cue, QRectF(room.left(), top, room.width(), high))

    # ------------------------------------------------------------- the parts
    def _paint_one(self, painter: QPainter, cue: CueCard, room: QRectF) -> None:
        words = self._height(cue.words, "words", WIDE)
        feel = self._height(cue.feel, "feel", WIDE)
        high = room.height() - words - feel - 1.5 * GAP
        self._paint_figure(painter, cue, QRectF(room.left(), room.top(), WIDE, high))
        top = room.top() + high + GAP
        self._say(painter, cue.words, "words", "ink", QRectF(EDGE, top, WIDE, words))
        self._say(painter, cue.feel, "feel", "ink2", QRectF(EDGE, top + words + GAP / 2, WIDE, feel))

    def _paint_beside(self, painter: QPainter, cue: CueCard, room: QRectF) -> None:
        self._paint_figure(painter, cue, QRectF(room.left(), room.top(), BESIDE, room.height()))
        left, wide = room.left() + BESIDE + GAP, room.width() - BESIDE - GAP
        words = self._height(cue.words, "words-small", wide)
        feel = self._height(cue.feel, "rule", wide)
        self._say(painter, cue.words, "words-small", "ink", QRectF(left, room.top(), wide, words))
        self._say(painter, cue.feel, "rule", "ink2", QRectF(left, room.top() + words + GAP / 2, wide, feel))

    def _paint_figure(self, painter: QPainter, cue: CueCard, box: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(box, 24, 24)
        painter.fillPath(shape, self._theme.color("stage"))
        paint_cue_figure(painter, self._gait, cue.figure, box, self._theme, self._tones)

    def _paint_rules(self, painter: QPainter, bottom: float) -> float:
        """The rules about pain, each behind a diamond; where they begin."""
        indent = 34.0
        rows = [(rule, self._height(rule, "rule", WIDE - indent)) for rule in self._card.pain]
        top = bottom - sum(high for _rule, high in rows) - 8 * (len(rows) - 1)
        begin = top
        for rule, high in rows:
            self._paint_diamond(painter, QPointF(EDGE + 12, top + 16))
            self._say(painter, rule, "rule", "ink", QRectF(EDGE + indent, top, WIDE - indent, high))
            top += high + 8
        painter.setPen(QPen(self._theme.color("border"), 2))
        painter.drawLine(QPointF(EDGE, begin - GAP / 2), QPointF(EDGE + WIDE, begin - GAP / 2))
        return begin - GAP / 2

    def _paint_diamond(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(self._theme.color("pain"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(
            [at + QPointF(0, -9), at + QPointF(9, 0), at + QPointF(0, 9), at + QPointF(-9, 0)]
        )

    def _font(self, part: str) -> QFont:
        return self._theme.font(_STYLE[part], _GROWTH[part])

    def _line(self, part: str) -> float:
        """From one line to the next."""
        return _LEADING * self._font(part).pixelSize()

    def _height(self, words: str, part: str, wide: float) -> float:
        return len(wrap(words, self._font(part), wide)) * self._line(part)

    def _say(self, painter: QPainter, words: str, part: str, ink: str, box: QRectF) -> None:
        font = self._font(part)
        base = box.top() + 0.95 * font.pixelSize()
        for place, line in enumerate(wrap(words, font, box.width())):
            at = QPointF(box.left(), base + place * self._line(part))
            if self._outlined:
                outline = QPainterPath()
                outline.addText(at, font, line)
                painter.fillPath(outline, self._theme.color(ink))
            else:
                painter.setFont(font)
                painter.setPen(self._theme.color(ink))
                painter.drawText(at, line)
