"""The small card beside a tap: what lies there, and how tender it is. Nothing is stored before the score."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from unknot.domain.knots import KnotKind, Size
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.beside_card import BesideCard
from unknot.ui.body_map.caution_box import CautionBox
from unknot.ui.body_map.deeper_offer import DeeperOffer
from unknot.ui.body_map.kind_picker import KindPicker
from unknot.ui.body_map.kind_words import kinds_for, rating_question, sharp_caution
from unknot.ui.body_map.place_words import Answer
from unknot.ui.body_map.side_question import SideQuestion
from unknot.ui.body_map.size_ladder import SizeLadder
from unknot.ui.side_words import side_within
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.score_picker import ScorePicker


class RatePopover(BesideCard):
    """`rated` carries the score, `kind_changed` the KnotKind, `layer_wanted` a place above or below.

    `side_confirmed` and `side_corrected` carry the Side that is meant; until then there is no score to
    give. Esc and the cross cancel.
    """

    rated = Signal(int)
    kind_changed = Signal(object)
    side_confirmed = Signal(object)
    side_corrected = Signal(object)
    place_wanted = Signal(str)
    layer_wanted = Signal(str)
    lesson_wanted = Signal()

    def __init__(self, atlas: MapAtlas, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._atlas = atlas
        self._answer: Answer | None = None
        self._kind: KnotKind | None = None
        self._beside = (QPoint(), QRect())
        column = self.column
        self.caution = CautionBox(atlas, theme)
        self.caution.place_wanted.connect(self.place_wanted)
        column.addWidget(self.caution)
        self.deeper = DeeperOffer(atlas, theme)
        self.deeper.layer_wanted.connect(self.layer_wanted)
        column.addWidget(self.deeper)
        self.side_question = SideQuestion(theme)
        self.side_question.confirmed.connect(self._side_confirmed)
        self.side_question.corrected.connect(self.side_corrected)
        column.addWidget(self.side_question)
        self.kinds = KindPicker(theme)
        self.kinds.picked.connect(self._kind_picked)
        column.addWidget(self.kinds)
        self.sharp = CautionBox(atlas, theme)
        column.addWidget(self.sharp)
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
    def kind_chosen(self) -> KnotKind | None:
        """What it is, None where nothing can be marked."""
        return self._kind

    @property
    def can_rate(self) -> bool:
        """Whether a score may be given now."""
        return self.isVisible() and self._kind is not None and not self.side_question.is_open

    @property
    def size_chosen(self) -> Size | None:
        """The size chosen so far."""
        return self.ladder.value

    def ask(self, answer: Answer, around: QPoint, room: QRect, *, unusual: bool = False) -> None:
        """Appear beside a point, inside `room`, both in the parent's coordinates.

        `unusual`: first ask whether this leg is meant.
        """
        self._answer, self._kind = answer, answer.kind
        self._beside = (around, room)
        side = side_within(answer.spot.side)
        self.title.setText(self.tr("{place}, {side}").format(place=answer.label, side=side))
        self.caution.show_caution(answer.caution, answer.instead)
        self.deeper.show_layers(answer.layers)
        self.ladder.set_value(None)
        self.picker.set_value(None)
        self.side_question.drop()
        if unusual and answer.kind is not None:
            self.side_question.ask(answer.spot.side)
        self._show_kind()
        self.show_beside(around, room)
        self._focus_first()
        self._say()

    def close_quietly(self) -> None:
        """Go away without telling."""
        self._answer = None
        self.hide()

    def _show_kind(self) -> None:
        """What is asked for this kind; nothing before the side is sure."""
        answer, kind = self._answer, self._kind
        asks = answer is not None and kind is not None and not self.side_question.is_open
        kinds = (
            kinds_for(answer.kind, answer.place, self._atlas) if answer is not None and answer.kind else ()
        )
        self.kinds.show_kinds(kinds if asks else (), kind or KnotKind.KNOT)
        sharp = asks and kind is KnotKind.SHARP and answer is not None
        self.sharp.show_caution(sharp_caution(answer.place, self._atlas) if sharp and answer else "", ())
        self.ladder.setVisible(asks and kind is KnotKind.KNOT)
        pressed = (
            asks
            and answer is not None
            and kind is not None
            and self._atlas.may_press(kind, answer.place, answer.spot.v)
        )
        self.question.setText(rating_question(pressed=pressed))
        for part in (self.question, self.picker):
            part.setVisible(asks)
        self.lesson_button.setVisible(pressed)

    def _say(self) -> None:
        """What stands above the control that has the keyboard now."""
        self.setAccessibleName(self.title.text())
        asked = self.side_question.words.text() if self.side_question.is_open else ""
        parts = (f"{self.title.text()}.", self.caution.words.text(), asked)
        announce(self, " ".join(part for part in parts if part))

    def _focus_first(self) -> None:
        first: QWidget = self.picker.buttons[0] if self._kind is not None else self.cancel_button
        if self.scrolls and not self.caution.isHidden():  # what warns is seen before what may be scrolled to
            first = next(iter(self.caution.offers), self.cancel_button)
        if self.side_question.is_open:
            first = self.side_question.yes_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind_picked(self, kind: KnotKind) -> None:
        self._kind = kind
        self._show_kind()
        self.show_beside(*self._beside)
        self.kind_changed.emit(kind)
        self.sharp.say()

    def _side_confirmed(self, side: object) -> None:
        self._show_kind()
        self.show_beside(*self._beside)
        self._focus_first()
        self.side_confirmed.emit(side)
