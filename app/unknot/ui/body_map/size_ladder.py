"""The size ladder: what a lump feels as big as, each drawn to the same scale."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from unknot.domain.knots import Size
from unknot.domain.vocabulary import SizeWord
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.story_words import size_sentence
from unknot.ui.locale import plain_number
from unknot.ui.theme import Theme
from unknot.ui.widgets.one_of import OneOf
from unknot.ui.widgets.spacing import spaced

LARGEST = 40.0  # px across for the largest, the others in proportion of their cm
HIGH = 50  # px of the disc with its air


class _Rung(OneOf):
    """One size: its disc, its word, and how many cm across that is."""

    def __init__(self, size: Size, fact: SizeWord, largest_cm: float, theme: Theme, parent: QWidget) -> None:
        super().__init__(fact.label, parent)
        self.rung, self._theme = size, theme
        self._share = fact.cm / largest_cm
        self.stand_for_one()
        self.setProperty("radius", 10)
        self._across = QCoreApplication.translate("SizeLadder", "{cm} cm").format(cm=plain_number(fact.cm))
        self.setAccessibleName(f"{fact.label}, {self._across}")
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its words, at least a finger."""
        theme, metrics = self._theme, QFontMetrics(self._theme.font("small"))
        words = max(metrics.horizontalAdvance(line) for line in (self.text(), self._across))
        high = theme.px(HIGH) + 2 * theme.line_height("small") + theme.px(4)
        return QSize(max(theme.px(44), words + theme.px(8)), high)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, disc, word, cm."""
        painter, px, color = QPainter(self), self._theme.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = "primaryTint" if chosen else "pressFill" if self.isDown() else "surface"
        if self.underMouse() and not (chosen or self.isDown()):
            ground = "hoverFill"
        width = 2.0 if chosen else 1.0
        painter.setPen(QPen(color("primary" if chosen else "borderStrong"), width))
        painter.setBrush(color(ground))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), px(10), px(10))
        radius = max(px(LARGEST) * self._share / 2, 1.5)
        painter.setPen(QPen(color("primary" if chosen else "ink"), 1.4))
        painter.setBrush(color("primary") if chosen else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(self.width() / 2, px(28)), radius, radius)
        painter.setFont(self._theme.font("small"))
        line = self._theme.line_height("small")
        for top, ink, words in ((px(HIGH), "ink", self.text()), (px(HIGH) + line, "ink2", self._across)):
            painter.setPen(color(ink))
            painter.drawText(QRectF(0, top, self.width(), line), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()


class SizeLadder(QWidget):
    """Asks for a size. `picked` carries the Size; "No lump" is a rung of its own."""

    picked = Signal(object)

    def __init__(self, atlas: MapAtlas, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self.setAccessibleName(self.tr("Size"))
        column = spaced(QVBoxLayout(self), theme, 0, 4)
        head = spaced(QHBoxLayout(), theme, 0, 8)
        self.sentence = QLabel()
        self.sentence.setProperty("type", "label")
        self.sentence.setWordWrap(True)
        head.addWidget(self.sentence, 1)
        self.none_button = OneOf(atlas.size_word(Size.NONE), self)
        self.none_button.setProperty("kind", "quiet")
        self.none_button.setProperty("radius", 10)
        self.none_button.stand_for_one()
        self.none_button.taken.connect(self._none_clicked)
        head.addWidget(self.none_button)
        column.addLayout(head)
        row = spaced(QHBoxLayout(), theme, 0, 4)
        sizes = {size: fact for size, fact in atlas.sizes.items() if size is not Size.NONE}
        largest = max((fact.cm for fact in sizes.values()), default=1.0)
        self.rungs = {size: _Rung(size, fact, largest, theme, self) for size, fact in sizes.items()}
        for rung in self.rungs.values():
            row.addWidget(rung, 1)
            rung.taken.connect(self._rung_clicked)
        column.addLayout(row)
        self._size: Size | None = None
        self.set_value(None)

    @property
    def value(self) -> Size | None:
        """The chosen size, None before there is one."""
        return self._size

    def set_value(self, size: Size | None) -> None:
        """Show a size without telling."""
        self._size = size
        for rung in self.rungs.values():
            rung.set_chosen(chosen=rung.rung is size)
        self.none_button.set_chosen(chosen=size is Size.NONE)
        self.sentence.setText(size_sentence(size, self._atlas))

    def pick_next(self) -> None:
        """Choose the next size up, from the largest to none: what the key S does."""
        sizes = [Size.NONE, *self.rungs]
        now = -1 if self._size is None else sizes.index(self._size)
        self._pick(sizes[(now + 1) % len(sizes)])

    def _pick(self, size: Size) -> None:
        self.set_value(size)
        self.picked.emit(size)

    def _none_clicked(self) -> None:
        self._pick(Size.NONE)

    def _rung_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Rung):
            self._pick(sender.rung)
