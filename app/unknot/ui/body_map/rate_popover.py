"""The small card beside a tap: what lies there, and how tender it is. Nothing is stored before the score."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from unknot.domain.knots import KnotKind, Size
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.caution_box import CautionBox
from unknot.ui.body_map.growing import growing
from unknot.ui.body_map.place_words import Answer
from unknot.ui.body_map.size_ladder import SizeLadder
from unknot.ui.side_words import side_within
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

WIDE = 376
FRAME = 2  # border and margin around what scrolls
AWAY = 40  # px between the tap and the card


class RatePopover(QFrame):
    """`rated` carries the score; `size` is what was chosen before it. Esc and the cross cancel."""

    rated = Signal(int)
    cancelled = Signal()
    place_wanted = Signal(str)
    lesson_wanted = Signal()

    def __init__(self, atlas: MapAtlas, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answer: Answer | None = None
        self.setProperty("panel", "bar")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(self._area)
        self._inner = growing()
        self._area.setWidget(self._inner)
        column = spaced(QVBoxLayout(self._inner), theme, (16, 8, 16, 12), 8)
        head = QHBoxLayout()
        self.title = Words("", theme, "h3")
        head.addWidget(self.title, 1)
        self.cancel_button = Button("", theme, icon="x-bold", kind="quiet", name=self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Cancel (Esc)"))
        self.cancel_button.clicked.connect(self.cancelled)
        head.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.caution = CautionBox(atlas, theme)
        self.caution.place_wanted.connect(self.place_wanted)
        column.addWidget(self.caution)
        self.ladder = SizeLadder(atlas, theme)
        column.addWidget(self.ladder)
        self.question = QLabel()
        self.question.setProperty("type", "label")
        self.question.setWordWrap(True)
        column.addWidget(self.question)
        self.picker = ScorePicker(theme, self.tr("Tenderness"))
        self.picker.picked.connect(self.rated)
        column.addWidget(self.picker)
        self.lesson_button = Button(self.tr("How to press"), theme, icon="info-bold", kind="quiet")
        self.lesson_button.clicked.connect(self.lesson_wanted)
        column.addWidget(self.lesson_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def answer(self) -> Answer | None:
        """What it is about, None while it is closed."""
        return self._answer

    @property
    def size_chosen(self) -> Size | None:
        """The size chosen so far."""
        return self.ladder.value

    def ask(self, answer: Answer, around: QPoint, room: QRect) -> None:
        """Appear beside a point, inside `room`, both in the parent's coordinates."""
        self._answer = answer
        side = side_within(answer.spot.side)
        self.title.setText(self.tr("{place}, {side}").format(place=answer.label, side=side))
        self.caution.show_caution(answer.caution, answer.instead)
        knot = answer.kind is KnotKind.KNOT
        self.ladder.setVisible(knot)
        self.ladder.set_value(None)
        self.picker.set_value(None)
        self.question.setText(
            self.tr("How tender when you press it?") if knot else self.tr("How sore is it? Do not press it.")
        )
        for part in (self.question, self.picker):
            part.setVisible(answer.kind is not None)
        self.lesson_button.setVisible(knot)
        self.show()
        self.raise_()
        self._lie_beside(around, room)
        first = self.picker.buttons[0] if answer.kind is not None else self.cancel_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_quietly(self) -> None:
        """Go away without telling."""
        self._answer = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _lie_beside(self, around: QPoint, room: QRect) -> None:
        """Right of the tap, else left of it, else over all the room; as high as it needs."""
        width = min(self._theme.px(WIDE), room.width())
        away = self._theme.px(AWAY)
        left = around.x() + away
        if left + width > room.right():
            left = around.x() - away - width
        if left < room.left():
            left = room.right() + 1 - width
        height = room.height()
        for _ in range(3):  # what wraps knows its height once it has its width
            self.setGeometry(left, room.top(), width, height)
            height = min(self._wanted_height(width), room.height())
        top = min(max(around.y() - height // 3, room.top()), room.bottom() + 1 - height)
        self.setGeometry(left, top, width, height)

    def _wanted_height(self, width: int) -> int:
        edge = 2 * FRAME
        self._inner.resize(width - edge, self._inner.height())
        layout = self._inner.layout()
        if layout is None:
            return self.height()
        layout.invalidate()
        layout.activate()
        return layout.totalHeightForWidth(width - edge) + edge
