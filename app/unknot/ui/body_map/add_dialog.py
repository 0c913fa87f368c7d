"""Mark a place without the picture: find it by name, say the side, how tender and how big."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

from unknot.domain.body import Place, Side, Spot, Use
from unknot.domain.knots import KnotKind
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.caution_box import CautionBox
from unknot.ui.body_map.kind_picker import KindPicker
from unknot.ui.body_map.kind_words import kinds_for, rating_question, sharp_caution
from unknot.ui.body_map.place_choices import PLACE_ROLE, PlaceChoices, PlacePainter
from unknot.ui.body_map.place_words import Answer, answer_to
from unknot.ui.body_map.side_question import SideQuestion
from unknot.ui.body_map.size_ladder import SizeLadder
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

ROWS = 3  # of the list that are seen at least


class AddDialog(Dialog):
    """`added` carries the Answer, the score and the size. `knee_only` is for where it stabs.

    `usual` is the side of the last ten ratings: the other one is asked about, once.
    """

    added = Signal(object, int, object)

    def __init__(
        self,
        atlas: MapAtlas,
        theme: Theme,
        side: Side,
        parent: QWidget | None = None,
        *,
        knee_only: bool = False,
        usual: Side | None = None,
    ) -> None:
        super().__init__(theme, _title(knee_only=knee_only), parent)
        self._atlas, self._usual = atlas, usual
        self._kind: KnotKind | None = None  # what was chosen here
        self._shown = KnotKind.KNOT  # what it is, here and at this place
        self._answer: Answer | None = None
        column = self.body
        self._add_search(column, theme, knee_only=knee_only)
        self.sides = Segmented(theme, self.tr("Side"), [(one.value, side_word(one)) for one in Side])
        self.sides.set_value(side.value)
        self.sides.picked.connect(self._refresh)
        self.kinds = KindPicker(theme, titled=False)
        self.kinds.picked.connect(self._kind_picked)
        what = spaced(QHBoxLayout(), theme, 0, 12)
        what.addWidget(self.sides)
        what.addWidget(self.kinds)
        what.addStretch(1)
        column.addLayout(what)
        self.side_question = SideQuestion(theme)
        self.side_question.confirmed.connect(self._side_confirmed)
        self.side_question.corrected.connect(self._side_corrected)
        column.addWidget(self.side_question)
        self.caution = CautionBox(atlas, theme)
        self.caution.place_wanted.connect(self.choose_place)
        column.addWidget(self.caution)
        self.sharp = CautionBox(atlas, theme)
        column.addWidget(self.sharp)
        self.ladder = SizeLadder(atlas, theme)
        column.addWidget(self.ladder)
        self.question = QLabel(rating_question(pressed=True))
        self.question.setProperty("type", "label")
        self.question.setWordWrap(True)
        column.addWidget(self.question)
        self.picker = ScorePicker(theme, self.tr("Tenderness"))
        self.picker.picked.connect(self._refresh)
        column.addWidget(self.picker)
        column.addStretch(1)
        self._add_foot(theme, knee_only=knee_only)
        self._refresh()
        self.search.setFocus()

    @property
    def answer(self) -> Answer | None:
        """The place that is chosen, on the side that is chosen."""
        return self._answer

    def choose_place(self, place_id: str) -> None:
        """Choose a place of the list, whatever was typed."""
        if not self.choices.row_of(place_id).isValid():
            self.search.clear()
        index = self.choices.row_of(place_id)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits rate while no text is typed."""
        if not self.search.hasFocus() and event.text() and event.text() in "0123456789tT":
            self.picker.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _add_search(self, column: QBoxLayout, theme: Theme, *, knee_only: bool) -> None:
        self.search = _Search()
        self.search.left_down.connect(self._enter_list)
        self.search.setAccessibleName(self.tr("Find a place"))
        self.search.setPlaceholderText(self.tr("Find by plain or anatomical name"))
        column.addWidget(self.search)
        places = self._atlas.places.values()
        wanted = [place for place in places if not knee_only or place.id in self._atlas.knee_places]
        self.choices = PlaceChoices(wanted, self)
        self.list = _PlaceList(self.choices, theme)
        self.list.setMinimumHeight(ROWS * self.list.sizeHintForRow(0) + 4)
        column.addWidget(self.list, 1)
        self.nothing = Words(self.tr("No place by that name. Try calf, hamstring or knee."), theme)
        self.nothing.hide()
        column.addWidget(self.nothing)
        self.search.textChanged.connect(self._search_changed)
        self.list.selectionModel().currentChanged.connect(self._place_changed)

    def _add_foot(self, theme: Theme, *, knee_only: bool) -> None:
        self.cancel_button = Button(self.tr("Cancel"), theme)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        words = self.tr("Mark it") if knee_only else self.tr("Add")
        self.add_button = Button(words, theme, icon="plus-bold", kind="primary")
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self._add)
        self.set_buttons(self.cancel_button, self.add_button)

    def _enter_list(self) -> None:
        """From the words to the places found."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.choices.index(0))
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _search_changed(self, typed: str) -> None:
        chosen = self._answer.place if self._answer else ""
        self.choices.find(typed)
        self.nothing.setVisible(self.choices.rowCount() == 0)
        self.list.setVisible(self.choices.rowCount() > 0)
        index = self.choices.row_of(chosen)
        if not index.isValid() and typed and self.choices.rowCount():
            index = self.choices.index(0)
        self.list.setCurrentIndex(index)
        self._refresh()

    def _place_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._refresh()

    def _refresh(self, _value: object = None) -> None:
        place = self.list.currentIndex().data(PLACE_ROLE)
        self._answer = self._answer_for(place) if isinstance(place, Place) else None
        answer = self._answer
        self.caution.show_caution(answer.caution if answer else "", answer.instead if answer else ())
        self._show_kind(answer)
        self._ask_side()
        can_mark = answer is not None and answer.kind is not None and not self.side_question.is_open
        self.add_button.setEnabled(can_mark and self.picker.value is not None)
        self.add_button.setToolTip(self._why(answer))

    def _show_kind(self, answer: Answer | None) -> None:
        """What is asked for the kind that is chosen, where the place leaves a choice."""
        kind = answer.kind if answer is not None and answer.kind is not None else KnotKind.KNOT
        kinds = kinds_for(kind, answer.place, self._atlas) if answer is not None and answer.kind else ()
        if self._kind in kinds:
            kind = self._kind or kind
        self._shown = kind
        self.kinds.show_kinds(kinds, kind)
        sharp = answer is not None and kind is KnotKind.SHARP
        self.sharp.show_caution(sharp_caution(answer.place, self._atlas) if sharp and answer else "", ())
        self.ladder.setVisible(kind is KnotKind.KNOT)
        pressed = answer is None or self._atlas.may_press(kind, answer.place, answer.spot.v)
        self.question.setText(rating_question(pressed=pressed))

    def _ask_side(self) -> None:
        side = Side(self.sides.value)
        if self._usual is None or side is self._usual:
            self.side_question.drop()
        elif not self.side_question.is_open:
            self.side_question.ask(side)

    def _side_confirmed(self, _side: object) -> None:
        self._usual = None  # asked once
        self._refresh()

    def _side_corrected(self, side: Side) -> None:
        self.sides.set_value(side.value)
        self._refresh()

    def _kind_picked(self, kind: KnotKind) -> None:
        self._kind = kind
        self._refresh()
        self.sharp.say()

    def _answer_for(self, place: Place) -> Answer:
        view, (u, v) = next(iter(place.default_at.items()))
        spot = Spot(view, Side(self.sides.value), u, v)
        if place.use is Use.PRESS and not place.may_press(v):
            return Answer(spot, place.id, place.label, KnotKind.KNOT, place.caution, ())
        return answer_to(spot, place.id, self._atlas)

    def _why(self, answer: Answer | None) -> str:
        if answer is None:
            return self.tr("Choose a place first")
        if answer.kind is None:
            return self.tr("Nothing can be marked there")
        if self.side_question.is_open:
            return self.tr("Say which leg it is first")
        return self.tr("Give a score first") if self.picker.value is None else ""

    def _add(self) -> None:
        if self._answer is not None and self.picker.value is not None:
            size = self.ladder.value if self._shown is KnotKind.KNOT else None
            self.added.emit(replace(self._answer, kind=self._shown), self.picker.value, size)
            self.accept()


def _title(*, knee_only: bool) -> str:
    if knee_only:
        return QCoreApplication.translate("AddDialog", "Where it stabs")
    return QCoreApplication.translate("AddDialog", "Add a knot")


class _Search(QLineEdit):
    """The words to find; `left_down` when the down key leaves them."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves it for the list."""
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class _PlaceList(QListView):
    """The found places."""

    def __init__(self, choices: PlaceChoices, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Places"))
        self.setModel(choices)
        self.setItemDelegate(PlacePainter(theme, self))
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("panel", "card")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
