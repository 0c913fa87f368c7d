"""The list beside the map: every knot, where it stabs, what the ratings say so far, and the scale."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from unknot.domain.knots import KnotStory
from unknot.domain.noise import Noise
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.change_words import change_sentences
from unknot.ui.body_map.course import change_since_found
from unknot.ui.body_map.knot_row_painter import KnotRowPainter
from unknot.ui.body_map.knot_rows import STORY_ROLE, KnotRows
from unknot.ui.body_map.story_words import knots_title
from unknot.ui.body_map.tenderness_legend import TendernessLegend
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.empty_state import EmptyState
from unknot.ui.widgets.icon_label import IconLabel
from unknot.ui.widgets.line import Line
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

ROOMY_FROM, LEGEND_FROM = 640, 690  # px high: below, the rows come before the words around them


class KnotList(QWidget):
    """Shows what the journal holds; `chosen` carries a knot's id."""

    chosen = Signal(object)
    add_wanted = Signal()
    stab_wanted = Signal()
    back_wanted = Signal()
    round_wanted = Signal()

    def __init__(self, atlas: MapAtlas, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_knots = False
        self._roomy = True
        self._column = column = spaced(QVBoxLayout(self), theme, (20, 14, 20, 14), 8)
        self.back_button = Button(self.tr("Back"), theme, icon="arrow-left-bold", kind="quiet")
        self.back_button.clicked.connect(self.back_wanted)
        self.back_button.hide()
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._head = head = spaced(QHBoxLayout(), theme, 0, 8)
        self.title = QLabel()
        self.title.setProperty("type", "h2")
        self.title.setWordWrap(True)
        head.addWidget(self.title, 1)
        self.add_button = Button(self.tr("Add a knot"), theme, icon="plus-bold")
        self.add_button.setToolTip(self.tr("N"))
        self.add_button.clicked.connect(self.add_wanted)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self.hint = Words(
            self.tr("Tap a muscle on the picture, or add from the list."), theme, "small", "ink2"
        )
        column.addWidget(self.hint)
        self.round_button = Button(self.tr("Check them"), theme, icon="check-bold", kind="primary")
        self.round_button.setToolTip(self.tr("Go through all of them, the most tender first (C)"))
        self.round_button.clicked.connect(self.round_wanted)
        column.addWidget(self.round_button)
        column.addWidget(Line())
        self.rows = KnotRows(atlas, self)
        self.view = _RowView(theme, self.rows, self)
        self.view.opened.connect(self.chosen)
        column.addWidget(self.view, 100)
        self.empty = EmptyState(
            theme,
            self.tr("No knots marked yet"),
            self.tr("Press along the outer calf; tap the picture where it is sore."),
        )
        column.addWidget(self.empty, 1)
        self.note = _SumNote(theme)
        column.addWidget(self.note)
        self._space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        column.addItem(self._space)
        self.stab_button = Button(self.tr("Mark where it stabs"), theme, icon="plus-bold", kind="quiet")
        self.stab_button.clicked.connect(self.stab_wanted)
        column.addWidget(self.stab_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._legend = Line(), TendernessLegend(theme)
        for part in self._legend:
            column.addWidget(part)
        self.show_stories((), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, the rows need the room of what stands around them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        high, px = self.height(), self._theme.px
        roomy = high >= px(ROOMY_FROM) or not self._has_knots
        self.hint.setVisible(roomy and self._has_knots)
        for part in self._legend:
            part.setVisible(high >= px(LEGEND_FROM))
        if roomy != self._roomy:
            self._roomy = roomy
            self._place_buttons()

    def _place_buttons(self) -> None:
        """In rows of their own, or all beside the title and one of them without words."""
        if self._roomy:
            self._column.insertWidget(self._column.indexOf(self.hint) + 1, self.round_button)
        else:
            self._head.insertWidget(1, self.round_button)
        words, add = self.tr("Add a knot"), self.add_button
        add.setText(words if self._roomy else "")
        add.setAccessibleName("" if self._roomy else words)
        add.setToolTip(self.tr("N") if self._roomy else self.tr("Add a knot (N)"))
        add.setProperty("square", "" if self._roomy else "true")
        add.set_icon("plus-bold")  # beside words it keeps a gap
        add.style().unpolish(add)
        add.style().polish(add)

    @property
    def focused_knot(self) -> UUID | None:
        """The knot of the row that has the keyboard."""
        story = self.view.currentIndex().data(STORY_ROLE) if self.view.hasFocus() else None
        return story.knot.id if isinstance(story, KnotStory) else None

    def show_stories(
        self, stories: Sequence[KnotStory], chosen: UUID | None, noise: Noise | None = None
    ) -> None:
        """Show these knots, and which one is chosen on the map; `noise` is the user's own."""
        open_knots = [s for s in stories if s.knot.is_open and s.knot.kind.is_pressed]
        self.round_button.setVisible(bool(open_knots))
        self.title.setText(knots_title(len(open_knots)))
        self.rows.show_stories(stories)
        self.view.setVisible(bool(stories))
        self.empty.setVisible(not stories)
        self._has_knots = bool(stories)
        self._fit()
        index = self.rows.row_of(chosen)
        self.view.show_chosen(index)
        change = change_since_found(open_knots, noise)
        self.note.show_change(
            change_sentences(change, len(open_knots)),
            down=change.less > change.more,
            up=change.more > change.less,
        )


class _RowView(QListView):
    """The rows. Enter or a click opens."""

    opened = Signal(object)

    def __init__(self, theme: Theme, rows: KnotRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Knots"))
        self.setModel(rows)
        self.setItemDelegate(KnotRowPainter(theme, self))
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumHeight(theme.px(76))
        self.clicked.connect(self._open)
        rows.modelReset.connect(self._fit)
        theme.changed.connect(self._look_changed)

    def show_chosen(self, index: QModelIndex) -> None:
        """Select the row of the knot that is chosen on the map."""
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        rows = sum(self.sizeHintForRow(row) for row in range(min(self.model().rowCount(), 40)))
        return QSize(self._theme.px(280), max(self._theme.px(76), rows + 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names wrap by the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters and digits are the page's."""
        story = self._story(self.currentIndex())
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and story and not event.modifiers():
            self.opened.emit(story.knot.id)
        elif event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        story = self._story(index)
        if story is not None:
            self.opened.emit(story.knot.id)

    @staticmethod
    def _story(index: QModelIndex) -> KnotStory | None:
        story = index.data(STORY_ROLE) if index.isValid() else None
        return story if isinstance(story, KnotStory) else None

    def _fit(self) -> None:
        """Never higher than its rows."""
        self.setMaximumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _look_changed(self) -> None:
        self.setMinimumHeight(self._theme.px(76))
        self.scheduleDelayedItemsLayout()
        self._fit()


class _SumNote(QFrame):
    """One honest sentence over all knots, with the way it goes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = spaced(QHBoxLayout(self), theme, (16, 12, 16, 12), 12)
        self._icon = IconLabel("trend-down-bold", theme, "primary")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = Words("", theme)
        row.addWidget(self.words, 1)

    def show_change(self, sentence: str, *, down: bool, up: bool) -> None:
        """Say it; empty hides the note."""
        self.setVisible(bool(sentence))
        self.words.setText(sentence)
        icon, ink = ("trend-up-bold", "ink2") if up else ("info-bold", "ink2")
        if down:
            icon, ink = "trend-down-bold", "primary"
        self._icon.set_icon(icon, ink)
        self.setProperty("panel", "primaryTint" if down else "sunken")
        self.style().unpolish(self)
        self.style().polish(self)
