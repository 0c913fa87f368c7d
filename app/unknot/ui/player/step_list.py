"""All steps of a session, to look ahead and to jump: large rows over the content of a player."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from unknot.domain.steps import StepKind
from unknot.domain.timeline import Segment, Timeline
from unknot.domain.unfold import wording
from unknot.ui.player.player_keys import PlayerAction, action_of
from unknot.ui.player.player_scale import PlayerScale, clock_text
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme

if TYPE_CHECKING:
    from unknot.ui.player.player_frame import PlayerFrame

Index = QModelIndex | QPersistentModelIndex
ROW = 64  # px of the drawing
_SEGMENT, _CUE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepList(QWidget):
    """`picked` carries the number of the step to go to, `left` asks to put the list away.

    Arrows move through it and Enter goes there; every other key goes on to the player.
    """

    picked = Signal(int)
    left = Signal()
    passed_on = Signal(object)  # QKeyEvent

    def __init__(self, timeline: Timeline, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = PlayerScale(theme, 1.0)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Steps"))
        self.list.setAccessibleDescription(self.tr("Enter goes to a step"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerItem)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = StepRows(theme, self.list)
        self.list.setItemDelegate(self._rows)
        for segment in timeline.segments:
            item = QListWidgetItem(step_line(timeline, segment))
            item.setData(_SEGMENT, segment)
            item.setData(_CUE, step_words(timeline, segment))
            self.list.addItem(item)
        self.list.itemClicked.connect(self._clicked)
        self.list.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.list)
        self.hide()

    def open_at(self, index: int) -> None:
        """Show it with the step that is on in the middle."""
        self._rows.current = index
        self.show()
        self.raise_()
        self.list.setCurrentRow(index)
        self.list.scrollToItem(self.list.item(index), QListWidget.ScrollHint.PositionAtCenter)
        self.list.setFocus()

    def show_current(self, index: int) -> None:
        """Another step is on."""
        if index != self._rows.current:
            self._rows.current = index
            self.list.viewport().update()

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = self._rows.scale = scale
        self._column.setContentsMargins(*(scale.px(20),) * 4)
        self.list.doItemsLayout()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A raised card with a strong outline, as the player's questions have."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("borderStrong"), 2))
        painter.setBrush(self._theme.color("surface"))
        radius = self._scale.px(20)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter picks; the player's own keys go on to it, but those that move through the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _CHOOSE:
                self._clicked(self.list.currentItem())
                return True
            moves = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
            action = action_of(event)
            if action is PlayerAction.LEAVE:
                self.left.emit()
                return True
            if action is not None and event.key() not in moves:
                self.passed_on.emit(event)
                return True
        return super().eventFilter(watched, event)

    def _clicked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(self.list.row(item))


class StepSheet(QObject):
    """Opens the list over a player's content, made when it is first wanted; a step that is picked is on."""

    def __init__(self, player: PlayerFrame) -> None:
        super().__init__(player)
        self._player = player
        self.steps: StepList | None = None
        player.top.strip.clicked.connect(self.toggle)
        player.service.step_started.connect(self._step_started)

    @property
    def is_open(self) -> bool:
        """Whether it lies over the player."""
        return self.steps is not None and not self.steps.isHidden()

    def toggle(self) -> None:
        """Open it, or put it away."""
        if self.is_open:
            self.close()
            return
        if self.steps is None:
            self.steps = StepList(self._player.service.timeline, self._player.theme, self._player.content)
            self.steps.picked.connect(self._jump)
            self.steps.left.connect(self.close)
            self.steps.passed_on.connect(self._player.keyPressEvent)
        self.arrange()
        self.steps.open_at(self._player.service.snapshot.segment.index)

    def close(self) -> None:
        """Put it away."""
        if self.steps is not None and self.is_open:
            self.steps.hide()
            self._player.setFocus()

    def arrange(self) -> None:
        """Lay it over the whole content."""
        if self.steps is not None:
            self.steps.setGeometry(self._player.content.rect())
            self.steps.set_scale(self._player.scale)

    def _jump(self, index: int) -> None:
        self.close()
        self._player.close_prompt()
        self._player.service.jump(index)

    def _step_started(self, segment: Segment) -> None:
        if self.steps is not None:
            self.steps.show_current(segment.index)


class StepRows(QStyledItemDelegate):
    """Length, leg and cue of each step; the one that is on is marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.scale, self.current = PlayerScale(theme, 1.0), -1
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, easy to hit."""
        del option, index
        return QSize(100, max(44, self.scale.px(ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, time, leg, cue."""
        px, color = self.scale.px, self._theme.color
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        segment: Segment = index.data(_SEGMENT)
        on = index.row() == self.current
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on or state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(color("focus" if state & QStyle.StateFlag.State_Selected else "primary"), 2))
            painter.setBrush(color("primaryTint"))
            area = QRectF(box).adjusted(2, 2, -2, -2)
            painter.drawRoundedRect(area, px(10), px(10))
        painter.setFont(self.scale.display(32, 600 if on else 500))
        painter.setPen(color("ink2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        length = step_length(segment)
        painter.drawText(QRect(box.left() + px(16), box.top(), px(130), box.height()), middle, length)
        side = "" if segment.side is None else side_word(segment.side)
        painter.drawText(QRect(box.left() + px(152), box.top(), px(130), box.height()), middle, side)
        painter.setPen(color("ink"))
        room = box.width() - px(302)
        cue = painter.fontMetrics().elidedText(str(index.data(_CUE)), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(box.left() + px(286), box.top(), room, box.height()), middle, cue)
        painter.restore()


def step_words(timeline: Timeline, segment: Segment) -> str:
    """What the step is, without its length and leg."""
    cue = wording(timeline, segment, None).shown(segment.step.cue)
    if segment.step.kind is StepKind.PREPARE:
        return QCoreApplication.translate("StepList", "Get ready: {cue}").format(cue=cue)
    return cue


def step_line(timeline: Timeline, segment: Segment) -> str:
    """All of it in words, for a screen reader."""
    side = "" if segment.side is None else f"{side_word(segment.side)}. "
    return f"{step_length(segment)}. {side}{step_words(timeline, segment)}"


def step_length(segment: Segment) -> str:
    """How long it takes; what waits for an answer takes its time."""
    if segment.waits:
        return QCoreApplication.translate("StepList", "Untimed")
    return clock_text(segment.seconds)
