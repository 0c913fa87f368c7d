"""Every rating of a knot, newest first; one of them opens to be changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from unknot.domain.days import day_of
from unknot.domain.knots import KnotCheck, KnotStory
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.check_words import detail_words, moment_words, spoken_check
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced

FEW = 4  # rows that are shown before more are wanted
ROW = 48
DISC = 12  # radius


class CheckRow(QPushButton):
    """One rating; a press opens it."""

    def __init__(self, check: KnotCheck, words: tuple[str, str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.check = check
        self._theme = theme
        self._when, self._detail, spoken = words
        self.setAccessibleName(spoken)
        self.setProperty("radius", 8)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines of words beside the disc."""
        lines = self._theme.line_height("body") + self._theme.line_height("small") + self._theme.px(6)
        return QSize(self._theme.px(200), max(self._theme.px(ROW), lines))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel may be."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc with the score, when, what for, and a pencil."""
        painter, theme = QPainter(self), self._theme
        px, color = theme.px, theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("pressFill" if self.isDown() else "hoverFill"))
            painter.drawRoundedRect(QRectF(self.rect()), px(8), px(8))
        fill, ink = theme.tender(self.check.tenderness)
        middle = QPointF(px(DISC + 4), self.height() / 2)
        painter.setPen(QPen(color("ink"), 1.2))
        painter.setBrush(fill)
        painter.drawEllipse(middle, px(DISC), px(DISC))
        number = QFont(theme.font("small"))
        number.setWeight(QFont.Weight.DemiBold)
        painter.setFont(number)
        painter.setPen(ink)
        disc = QRectF(middle.x() - px(DISC), middle.y() - px(DISC), 2 * px(DISC), 2 * px(DISC))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.check.tenderness))
        left, right = px(2 * DISC + 18), self.width() - px(34)
        line, small = theme.line_height("body"), theme.line_height("small")
        top = (self.height() - line - small) / 2
        painter.setFont(theme.font("body"))
        painter.setPen(color("ink"))
        painter.drawText(QRectF(left, top, right - left, line), Qt.AlignmentFlag.AlignVCenter, self._when)
        painter.setFont(theme.font("small"))
        painter.setPen(color("ink2"))
        below = QRectF(left, top + line, right - left, small)
        words = painter.fontMetrics().elidedText(self._detail, Qt.TextElideMode.ElideRight, int(right - left))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)
        size = px(18)
        pencil = theme.pixmap("note-pencil-bold", color("ink2"), size)
        painter.drawPixmap(self.width() - size - px(8), (self.height() - size) // 2, pencil)
        painter.end()


class CheckList(QWidget):
    """`opened` carries the KnotCheck; `past_wanted` asks for a rating of the past."""

    opened = Signal(object)
    past_wanted = Signal()

    def __init__(
        self, atlas: MapAtlas, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._atlas, self._theme, self._now = atlas, theme, now
        self._story: KnotStory | None = None
        self._whole = False
        column = spaced(QVBoxLayout(self), theme, 0, 4)
        head = spaced(QHBoxLayout(), theme, 0, 8)
        self.title = QLabel()
        self.title.setProperty("type", "label")
        self.title.setWordWrap(True)
        head.addWidget(self.title, 1)
        self.past_button = Button(self.tr("Add a past one"), theme, icon="plus-bold", kind="quiet")
        self.past_button.clicked.connect(self.past_wanted)
        head.addWidget(self.past_button)
        column.addLayout(head)
        self._rows = spaced(QVBoxLayout(), theme, 0, 0)
        column.addLayout(self._rows)
        self.rows: list[CheckRow] = []
        self.more_button = Button(self.tr("Show all"), theme, icon="caret-down-bold", kind="quiet")
        self.more_button.clicked.connect(self._more)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_story(self, story: KnotStory) -> None:
        """Show the ratings of a knot; of another knot only the newest few."""
        if self._story is None or self._story.knot.id != story.knot.id:
            self._whole = False
        self._story = story
        self._fill()

    def _fill(self) -> None:
        story = self._story
        if story is None:
            return
        count = len(story.checks)
        title = self.tr("1 rating") if count == 1 else self.tr("{count} ratings").format(count=count)
        self.title.setText(title)
        newest = tuple(reversed(story.checks))
        wanted = newest if self._whole else newest[:FEW]
        if wanted != tuple(row.check for row in self.rows):
            self._rebuild(wanted)
        self.more_button.setVisible(len(wanted) < count)
        self.more_button.setText(self.tr("Show all {count}").format(count=count))

    def _rebuild(self, checks: tuple[KnotCheck, ...]) -> None:
        focused = next((row.check.id for row in self.rows if row.hasFocus()), None)
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        today = day_of(self._now())
        self.rows = []
        for check in checks:
            words = (
                moment_words(check.at, today),
                detail_words(check, self._atlas),
                spoken_check(check, today, self._atlas),
            )
            row = CheckRow(check, words, self._theme, self)
            row.clicked.connect(self._clicked)
            self._rows.addWidget(row)
            row.show()  # now: it counts for the height of the panel
            self.rows.append(row)
            if check.id == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _more(self) -> None:
        self._whole = True
        self._fill()
        self.rows[FEW].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, CheckRow):
            self.opened.emit(sender.check)
