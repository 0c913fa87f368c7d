"""The small card beside a tap: what lies there, and how tender it is. Nothing is stored before the score."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from unknot.domain.knots import KnotKind, Size
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.beside_card import BesideCard
from unknot.ui.body_map.caution_box import CautionBox
from unknot.ui.body_map.deeper_offer import DeeperOffer
from unknot.ui.body_map.place_words import Answer
from unknot.ui.body_map.size_ladder import SizeLadder
from unknot.ui.side_words import side_within
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.score_picker import ScorePicker


class RatePopover(BesideCard):
    """`rated` carries the score; `layer_wanted` a place above or below. Esc and the cross cancel."""

    rated = Signal(int)
    place_wanted = Signal(str)
    layer_wanted = Signal(str)
    lesson_wanted = Signal()

    def __init__(self, atlas: MapAtlas, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._answer: Answer | None = None
        column = self.column
        self.caution = CautionBox(atlas, theme)
        self.caution.place_wanted.connect(self.place_wanted)
        column.addWidget(self.caution)
        self.deeper = DeeperOffer(atlas, theme)
        self.deeper.layer_wanted.connect(self.layer_wanted)
        column.addWidget(self.deeper)
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
        self.deeper.show_layers(answer.layers)
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
        self.show_beside(around, room)
        first = self.picker.buttons[0] if answer.kind is not None else self.cancel_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_quietly(self) -> None:
        """Go away without telling."""
        self._answer = None
        self.hide()
