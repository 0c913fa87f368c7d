"""Mark a place without the picture: find it by name, say the side, how tender and how big."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

from unknot.domain.body import Place, Side, Spot, Use
from unknot.domain.knots import KnotKind
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.caution_box import CautionBox
from unknot.ui.body_map.place_choices import PLACE_ROLE, PlaceChoices, PlacePainter
from unknot.ui.body_map.place_words import Answer, answer_to
from unknot.ui.body_map.size_ladder import SizeLadder
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.side_words import side_word
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.words import Words

ROWS = 4  # of the list that are seen at least


class AddDialog(Dialog):
    """`added` carries the Answer, the score and the size. `knee_only` is for where it stabs."""

    added = Signal(object, int, object)

    def __init__(
        self,
        atlas: MapAtlas,
        theme: Theme,
        side: Side,
        parent: QWidget | None = None,
        *,
        knee_only: bool = False,
    ) -> None:
        super().__init__(theme, _title(knee_only=knee_only), parent)
        self._atlas = atlas
        self._answer: Answer | None = None
        column = self.body
        self._add_search(column, theme, knee_only=knee_only)
        self.sides = Segmented(theme, self.tr("Side"), [(one.value, side_word(one)) for one in Side])
        self.sides.set_value(side.value)
        self.sides.picked.connect(self._refresh)
        column.addWidget(self.sides, 0, Qt.AlignmentFlag.AlignLeft)
        self.caution = CautionBox(atlas, theme)
        self.caution.place_wanted.connect(self.choose_place)
        column.addWidget(self.caution)
        self.ladder = SizeLadder(atlas, theme)
        column.addWidget(self.ladder)
        self.question = QLabel(self.tr("How tender when you press it?"))
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
        pain = answer is not None and answer.kind is KnotKind.PAIN
        self.caution.show_caution(answer.caution if answer else "", answer.instead if answer else ())
        self.ladder.setVisible(not pain)
        self.question.setText(
            self.tr("How sore is it? Do not press it.") if pain else self.tr("How tender when you press it?")
        )
        can_mark = answer is not None and answer.kind is not None
        self.add_button.setEnabled(can_mark and self.picker.value is not None)
        self.add_button.setToolTip(self._why(answer))

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
        return self.tr("Give a score first") if self.picker.value is None else ""

    def _add(self) -> None:
        if self._answer is not None and self.picker.value is not None:
            size = self.ladder.value if self._answer.kind is KnotKind.KNOT else None
            self.added.emit(self._answer, self.picker.value, size)
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
