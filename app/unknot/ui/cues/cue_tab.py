"""A cue in the row of cues: its figure small, its name, and whether it is the one for the next run."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.cue_cards import CueCard
from unknot.ui.cues.cue_figure import paint_cue_figure
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_paint import palette_of
from unknot.ui.widgets.one_of import OneOf

PICTURE, TEXT, RADIUS = 132, 60, 14  # logical px: of the picture, of two lines of words below it


class CueTab(OneOf):
    """One of a row; an arrow shows the next cue at once, since nothing is stored by that: `reached`."""

    reached = Signal(str)

    def __init__(self, cue: CueCard, gait: GaitLibrary, theme: Theme, parent: QWidget) -> None:
        super().__init__(cue.title, parent)
        self.cue = cue
        self._gait, self._theme = gait, theme
        self._focus, self._picture = False, QPixmap()
        self.setProperty("radius", RADIUS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(cue.look)
        self.stand_for_one()
        self.toggled.connect(self._told)
        theme.changed.connect(self._forget)
        self.set_focus_cue(on=False)

    def set_focus_cue(self, *, on: bool) -> None:
        """Whether it is the cue for the next run: a mark, and words for who cannot see it."""
        self._focus = on
        title = self.cue.title
        self.setAccessibleName(self.tr("{cue}, your cue").format(cue=title) if on else title)
        self.update()

    # ------------------------------------------------------------- Qt
    def sizeHint(self) -> QSize:
        """Picture and two lines."""
        return QSize(self._theme.px(116), self._theme.px(PICTURE + TEXT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what the keyboard has come to."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason and not self.isChecked():
            self.setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is painted once for each size."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, picture, words, and the mark of the cue for the next run."""
        painter, color, px = QPainter(self), self._theme.color, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.isChecked() else 1
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        shape = QPainterPath()
        shape.addRoundedRect(box, px(RADIUS), px(RADIUS))
        ground = "primaryTint" if self.isChecked() else "hoverFill" if self.underMouse() else "surface"
        painter.fillPath(shape, color(ground))
        painter.save()
        painter.setClipPath(shape)
        painter.drawPixmap(0, 0, self._drawn())
        painter.restore()
        painter.setPen(QPen(color("primary" if self.isChecked() else "border"), wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        words = QRectF(px(8), px(PICTURE + 6), self.width() - px(16), px(TEXT - 12))
        painter.setFont(self._theme.font("label"))
        painter.setPen(color("ink"))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text())
        if self._focus:
            self._paint_mark(painter)
        painter.end()

    # ------------------------------------------------------------- inside
    def _paint_mark(self, painter: QPainter) -> None:
        px, color = self._theme.px, self._theme.color
        disc = QRectF(self.width() - px(34), px(8), px(26), px(26))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary"))
        painter.drawEllipse(disc)
        size = px(16)
        glyph = self._theme.pixmap("check-bold", color("onPrimary"), size)
        painter.drawPixmap(round(disc.center().x() - size / 2), round(disc.center().y() - size / 2), glyph)

    def _drawn(self) -> QPixmap:
        if self._picture.isNull():
            ratio, high = self.devicePixelRatioF(), self._theme.px(PICTURE)
            self._picture = QPixmap(round(self.width() * ratio), round(high * ratio))
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._theme.color("stage"))
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            tones = palette_of(self._theme, self._gait.colours)
            box = QRectF(0, 0, self.width(), high)
            paint_cue_figure(painter, self._gait, self.cue.figure, box, self._theme, tones)
            painter.end()
        return self._picture

    def _forget(self) -> None:
        self._picture = QPixmap()
        self.updateGeometry()
        self.update()

    def _told(self, on: bool) -> None:
        if on:
            self.reached.emit(self.cue.id)
