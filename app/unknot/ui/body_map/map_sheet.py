"""The map of a day as a sheet to copy, save or print: legs, names, list, legend and date."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication

from unknot.domain.body import View
from unknot.domain.knots import KnotStory
from unknot.domain.replay import DayMark
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.frame import LegChoice
from unknot.ui.body_map.margin_labels import wrap
from unknot.ui.body_map.mark_pictures import STAGE_GROWTH, STAGE_SCALE, MarkPictures
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.body_map.shown_mark import shown_mark
from unknot.ui.body_map.stage import BodyStage
from unknot.ui.body_map.stage_mark import mark_of
from unknot.ui.body_map.stage_picture import StagePicture
from unknot.ui.body_map.story_words import side_line, stage_words
from unknot.ui.body_map.tenderness_legend import paint_scale
from unknot.ui.day_words import dated_day
from unknot.ui.score_words import score_name
from unknot.ui.theme import Theme
from unknot.ui.widgets.drawn_file import png_bytes, svg_bytes
from unknot.ui.widgets.knot_mark import DASH, knot_reach, paint_mark

translate = QCoreApplication.translate

SIZE = QSize(1240, 880)
STAGE = QRectF(28, 84, 800, 740)
COLUMN = QRectF(856, 84, 356, 696)
RATIO = 2.0  # device pixels a logical one
ROW, DISC = 70.0, 60.0
LEGEND = 84.0


class SheetOf(Struct, frozen=True):
    """What a sheet shows: the knots of a day, and the legs as they are looked at."""

    day: date
    marks: tuple[DayMark, ...]
    view: View
    legs: LegChoice
    whole: bool = False
    quiet: bool = False
    hatched: frozenset[str] = frozenset()


class MapSheet:
    """Draws one sheet, always in the light look at 100 % text, as an image or as vectors."""

    def __init__(self, sheet: SheetOf, atlas: MapAtlas, pictures: Pictures, theme: Theme) -> None:
        self._sheet, self._atlas, self._pictures = sheet, atlas, pictures
        self._theme = theme.on_paper()

    @property
    def title(self) -> str:
        """Such as "Body map, Tuesday 3 November 2026"."""
        return translate("MapSheet", "Body map, {day}").format(day=dated_day(self._sheet.day))

    @property
    def file_name(self) -> str:
        """Such as "unknot-map-2026-11-03-back.png"."""
        return f"unknot-map-{self._sheet.day.isoformat()}-{self._sheet.view.value}.png"

    def image(self) -> QImage:
        """As pixels, twice as dense as a plain screen."""
        image = QImage(SIZE * RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(RATIO)
        image.setText("Title", self.title)
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        return image

    def png(self) -> bytes:
        """As the bytes of a PNG file."""
        return png_bytes(self.image())

    def svg(self) -> bytes:
        """As the bytes of an SVG file: words stay words, marks stay shapes, the legs are one picture."""
        return svg_bytes(self._paint, SIZE, self.title, self._footer())

    # ---------------------------------------------------------------- the parts
    def _paint(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(QRectF(0, 0, SIZE.width(), SIZE.height()), theme.color("raised"))
        stage = self._stage()
        self._say(painter, QPointF(STAGE.left(), 52), self.title, "title", "ink")
        self._say(painter, QPointF(STAGE.left(), SIZE.height() - 24), self._footer(), "small", "ink2")
        self._paint_stage(painter, stage)
        self._paint_list(painter)
        self._paint_legend(painter, stage)
        stage.deleteLater()

    def _stage(self) -> BodyStage:
        """A stage that is never shown works out where everything lies."""
        sheet = self._sheet
        stage = BodyStage(self._atlas, self._pictures, self._theme)
        size = STAGE.size().toSize()
        stage.resize(size)
        QApplication.sendEvent(stage, QResizeEvent(size, QSize()))
        stage.show_view(sheet.view, sheet.legs, quiet=sheet.quiet)
        stage.show_whole(whole=sheet.whole)
        stage.set_hatched(sheet.hatched)
        stage.show_marks([shown_mark(one.story, self._atlas, one.presence) for one in sheet.marks])
        return stage

    def _paint_stage(self, painter: QPainter, stage: BodyStage) -> None:
        legs = self._pictures.backdrop(stage.frame, self._theme, RATIO, quiet=self._sheet.quiet)
        on_legs = QPainter(legs)
        stage.hatching.paint(on_legs, stage.frame, RATIO)
        on_legs.end()
        painter.save()
        painter.translate(STAGE.topLeft())
        painter.drawPixmap(QPointF(), legs)
        picture = StagePicture(self._pictures, stage.hatching, self._theme)
        picture.paint_words(painter, stage.frame, stage.labels, stage.marks.threads)
        hollow = MarkPictures(self._theme)
        for item in stage.items:
            painter.setOpacity(item.mark.opacity)
            if item.mark.echo_of is not None:
                hollow.paint(painter, item.center, item.mark.look, RATIO, chosen=False, echo=True)
            else:
                paint_mark(
                    painter, item.center, self._theme, item.mark.look, scale=STAGE_SCALE, most=STAGE_GROWTH
                )
        painter.restore()

    def _paint_list(self, painter: QPainter) -> None:
        stories = [one.story for one in self._sheet.marks]
        room = int((COLUMN.height() - LEGEND - 24) // ROW)
        shown = stories if len(stories) <= room else stories[: room - 1]
        for index, story in enumerate(shown):
            self._paint_row(
                painter, QRectF(COLUMN.left(), COLUMN.top() + index * ROW, COLUMN.width(), ROW), story
            )
        left_over = len(stories) - len(shown)
        if left_over:
            at = QPointF(COLUMN.left(), COLUMN.top() + len(shown) * ROW + 24)
            words = translate("MapSheet", "and {count} more").format(count=left_over)
            self._say(painter, at, words, "small", "ink2")

    def _paint_row(self, painter: QPainter, row: QRectF, story: KnotStory) -> None:
        theme = self._theme
        mark, scale = mark_of(story), 1.0
        while knot_reach(theme, mark, scale=scale) > DISC / 2 + 2 and scale > 0.3:
            scale *= 0.94
        paint_mark(painter, QPointF(row.left() + DISC / 2, row.center().y()), theme, mark, scale=scale)
        left = row.left() + DISC + 16
        name = wrap(self._atlas.label(story.knot.place), theme.font("label"), row.right() - left)
        under = self._row_words(story)
        top = row.center().y() - (len(name) * 20 + 18) / 2
        for line, words in enumerate(name):
            self._say(painter, QPointF(left, top + 15 + line * 20), words, "label", "ink")
        self._say(painter, QPointF(left, top + len(name) * 20 + 14), under, "small", "ink2")
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLine(row.bottomLeft(), row.bottomRight())

    def _row_words(self, story: KnotStory) -> str:
        now = score_name(story.latest.tenderness)
        side = side_line(story, self._atlas)
        if not story.knot.is_open:
            return translate("MapSheet", "{side} · no longer found").format(side=side)
        if len(story.checks) < 2:
            return f"{side} · {now}"
        first = story.first.tenderness
        return translate("MapSheet", "{side} · {now} · first {first}").format(side=side, now=now, first=first)

    def _paint_legend(self, painter: QPainter, stage: BodyStage) -> None:
        theme = self._theme
        paint_scale(painter, QRectF(COLUMN.left(), COLUMN.bottom() - LEGEND, COLUMN.width(), LEGEND), theme)
        hollow = any(item.mark.echo_of is not None for item in stage.items)
        entries = [
            (_ring, translate("MapSheet", "first size you gave")),
            (_diamond, translate("MapSheet", "pain")),
            *([(_hollow, translate("MapSheet", "marked in another view"))] if hollow else []),
            *([(_hatch, translate("MapSheet", "not to press"))] if self._sheet.hatched else []),
        ]
        for index, (draw, words) in enumerate(entries):
            at = QPointF(COLUMN.left() + 14 + index % 2 * 206, COLUMN.bottom() + 30 + index // 2 * 36)
            painter.save()
            painter.translate(at)
            draw(painter, theme)
            painter.restore()
            self._say(painter, at + QPointF(22, 5), words, "small", "ink2")

    def _footer(self) -> str:
        shown = translate("MapSheet", "{view} Own ratings from 0 to 10, written down with Unknot.")
        return shown.format(view=self._seen())

    def _seen(self) -> str:
        return stage_words(self._sheet.view, self._sheet.legs, len(self._sheet.marks))

    def _say(self, painter: QPainter, base: QPointF, words: str, style: str, ink: str) -> None:
        painter.setFont(self._theme.font(style))
        painter.setPen(self._theme.color(ink))
        painter.drawText(base, words)


def _ring(painter: QPainter, theme: Theme) -> None:
    """The size a knot was found with."""
    pen = QPen(theme.color("ink"), 1.6)
    pen.setDashPattern([length / 1.6 for length in DASH])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(), 12, 12)


def _diamond(painter: QPainter, theme: Theme) -> None:
    """Pain instead of a knot."""
    painter.setPen(QPen(theme.color("pain"), 2.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon([QPointF(0, -11), QPointF(11, 0), QPointF(0, 11), QPointF(-11, 0)])


def _hollow(painter: QPainter, theme: Theme) -> None:
    """A knot of another view."""
    painter.setPen(QPen(theme.color("ink"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(), 11, 11)


def _hatch(painter: QPainter, theme: Theme) -> None:
    """Where not to press."""
    painter.setPen(QPen(theme.color("ink"), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(-12, -9, 24, 18))
    for x in (-6, 0, 6):
        painter.drawLine(QPointF(x - 6, 9), QPointF(x + 6, -9))
