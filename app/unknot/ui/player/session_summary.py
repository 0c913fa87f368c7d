"""The end of a session: minutes done and what changed, in words, and one button."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.ui.player.asked_after import AskedAfter
from unknot.ui.player.big_button import BigButton
from unknot.ui.player.player_keys import score_of
from unknot.ui.player.player_part import PlayerPart
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.theme import Theme


class Outcome(Struct, frozen=True):
    """One knot or score: its name, the two ratings (None: not rated), and the sentence on them.

    `single` is for what is rated once: there is no rating after.
    """

    name: str
    before: int | None
    after: int | None
    words: str
    single: bool = False


MOST_BELOW = 2  # lines of `after` that go below the outcomes; more of them stand beside
SMALLER = (1.0, 0.9, 0.8, 0.7, 0.6)  # of the player's sizes, until all of it fits the window


class SessionSummary(QWidget):
    """Headline, `lines` on what was kept, one row an outcome, a `picture`, what is `asked`, `after`, Done.

    `after` stands below, or beside them where there is much of it.
    """

    done = Signal()

    def __init__(
        self,
        title: str,
        lines: tuple[str, ...],
        outcomes: tuple[Outcome, ...],
        theme: Theme,
        parent: QWidget,
        *,
        after: tuple[str, ...] = (),
        picture: PlayerPart | None = None,
        asked: AskedAfter | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self._title = QLabel(title, self)
        self._lines = [QLabel(line, self) for line in (*lines, *after)]
        for line in self._lines:
            line.setWordWrap(True)
            line.setProperty("tone", "ink2")
        self._rows = [OutcomeRow(outcome, theme, self) for outcome in outcomes]
        self.button = BigButton(self.tr("Done"), "check-bold", "", theme, kind="accent", parent=self)
        self.button.icon_size = 32.0
        self.button.clicked.connect(self.done)
        self.setFocusProxy(self.button)
        self._halves = QHBoxLayout(self)
        self._column, self._beside = QVBoxLayout(), QVBoxLayout()
        self._column.addStretch(1)
        above, below = self._lines[: len(lines)], self._lines[len(lines) :]
        self._below = below
        self._asked = asked
        self._parts = [part for part in (picture, asked) if part is not None]
        self._has_beside = len(below) > MOST_BELOW
        for part in (self._title, *above, *self._rows, *self._parts, *(() if self._has_beside else below)):
            self._column.addWidget(part)
        self._column.addSpacing(16)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(2)
        if asked is not None:  # Tab comes to the answers before Done
            stops = [*asked.tab_parts(), self.button]
            for before, then in pairwise(stops):
                self.setTabOrder(before, then)
        self._halves.addLayout(self._column, 5)
        if self._has_beside:
            self._beside.addStretch(1)
            for line in below:
                self._beside.addWidget(line)
            self._beside.addStretch(2)
            self._halves.addLayout(self._beside, 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space mean Done; a digit answers what is asked."""
        score = score_of(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.done.emit()
        elif self._asked is None or score is None or not self._asked.key(score):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with the window, as the player does, but never past it."""
        super().resizeEvent(event)
        whole = PlayerScale.of(self._theme, self.size())
        for share in SMALLER:
            self._set_scale(PlayerScale(self._theme, whole.k * share), whole)
            if self._halves.heightForWidth(self.width()) <= self.height():
                break

    def _set_scale(self, scale: PlayerScale, whole: PlayerScale) -> None:
        wide = 1240 if self._has_beside else 1100
        side = max(whole.px(100 if self._has_beside else 120), (self.width() - whole.px(wide)) // 2)
        self._halves.setContentsMargins(side, scale.px(40), side, scale.px(40))
        self._halves.setSpacing(scale.px(56))
        self._column.setSpacing(scale.px(16))
        self._beside.setSpacing(scale.px(20))
        self._title.setFont(scale.font("cue"))
        for line in self._lines:
            beside = self._has_beside and line in self._below
            line.setFont(scale.display(30 if beside else 36, 500))
        for row in self._rows:
            row.set_scale(scale)
        for part in self._parts:
            part.set_scale(scale)
        self.button.set_scale(scale)
        self.button.setMinimumSize(scale.px(320), scale.px(96))


class OutcomeRow(QFrame):
    """Name and sentence, with the two ratings as discs."""

    def __init__(self, outcome: Outcome, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", "card")
        self._pair = RatingPair(outcome, theme, self)
        self._pair.setVisible(outcome.before is not None or outcome.after is not None)
        self._name, self._words = QLabel(outcome.name, self), QLabel(outcome.words, self)
        for label in (self._name, self._words):
            label.setWordWrap(True)
        self._name.setProperty("tone", "ink2")
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._name)
        text.addWidget(self._words)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._pair)
        self._row.addLayout(text, 1)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        px = scale.px
        self._name.setFont(scale.display(26, 500))
        self._words.setFont(scale.display(36))
        self._pair.set_scale(scale)
        self._row.setContentsMargins(px(24), px(16), px(24), px(16))
        self._row.setSpacing(px(28))
        self._row.activate()
        self.updateGeometry()  # now: whoever asks for the height right after must not get that of before


class RatingPair(QWidget):
    """Two discs in the tenderness colours, an arrow between them; an unrated one is a dashed ring."""

    def __init__(self, outcome: Outcome, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcome, self._theme = outcome, theme
        self._scale = PlayerScale(theme, 1.0)
        self.setAccessibleName(outcome.words)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Two discs of 72 px and an arrow, or one disc."""
        return QSize(self._scale.px(80 if self._outcome.single else 72 * 2 + 64), self._scale.px(80))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Before, and an arrow to after."""
        painter, px = QPainter(self), self._scale.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._disc(painter, px(4), self._outcome.before)
        if not self._outcome.single:
            self._disc(painter, px(72 + 60), self._outcome.after)
            size = px(32)
            arrow = self._theme.pixmap("arrow-right-bold", self._theme.color("ink2"), size)
            painter.drawPixmap(px(72 + 16), (self.height() - size) // 2, arrow)
        painter.end()

    def _disc(self, painter: QPainter, left: int, score: int | None) -> None:
        size = self._scale.px(72)
        area = QRectF(left, (self.height() - size) / 2, size, size)
        painter.setFont(self._scale.display(38, 700))
        if score is None:
            pen = QPen(self._theme.color("borderStrong"), 2)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area)
            return
        fill, ink = self._theme.tender(score)
        painter.setPen(QPen(self._theme.color("ink"), 2))
        painter.setBrush(fill)
        painter.drawEllipse(area)
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(score))
