"""Which knot is this routine for: asked when it is started from the library."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from unknot.domain.knots import KnotStory
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.ui.place_names import place_name
from unknot.ui.release.routine_words import either, place_names
from unknot.ui.side_words import leg_of
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.knot_mark import KnotMark, Mark
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words
from unknot.ui.widgets.wrapped_button import WRAP, WrappedButton


class KnotChoice(QDialog):
    """Lists the knots; `chosen` is the picked one after `accept`. Without any it leads to the map."""

    map_wanted = Signal()

    def __init__(
        self, services: Services, theme: Theme, routine: Routine, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chosen: UUID | None = None
        self.setWindowTitle(routine.title)
        self.setMinimumWidth(min(theme.px(520), 900))
        column = spaced(QVBoxLayout(self), theme, 24, 12)
        stories = services.release.candidates(routine)
        places = either([name[:1].lower() + name[1:] for name in place_names(routine, services.library)])
        self.rows = [KnotRow(story, services, theme, self) for story in stories]
        if stories:
            column.addWidget(Words(self.tr("Which knot is it for?"), theme, "h2"))
        else:
            column.addWidget(Words(self.tr("Mark a knot first"), theme, "h2"))
            hint = self.tr("This routine is for knots here: {places}. None is marked there.")
            column.addWidget(Words(hint.format(places=places), theme, tone="ink2"))
        for row in self.rows:
            row.clicked.connect(self._picked)
            column.addWidget(row)
        column.addStretch(1)
        buttons = spaced(QHBoxLayout(), theme, (0, 8, 0, 0), 12)
        cancel = Button(self.tr("Cancel"), theme)
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        if not stories:
            to_map = Button(self.tr("Open the body map"), theme, icon="person", kind="primary")
            to_map.clicked.connect(self._to_map)
            buttons.addWidget(to_map)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 pick a row."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.rows) and not event.modifiers():
            self.rows[number].click()
        else:
            super().keyPressEvent(event)

    def _picked(self) -> None:
        row = self.sender()
        if isinstance(row, KnotRow):
            self.chosen = row.story.knot.id
            self.accept()

    def _to_map(self) -> None:
        self.map_wanted.emit()
        self.reject()


class KnotRow(WrappedButton):
    """A knot with its mark, its place and side."""

    left, right, least, air = 76, 16, 76, 24

    def __init__(self, story: KnotStory, services: Services, theme: Theme, parent: QWidget) -> None:
        place = place_name(services.library.places, story.knot.place)
        where = leg_of(place, story.knot.spot.side)
        words = QCoreApplication.translate("KnotChoice", "{where}. {score} of 10 now.")
        text = words.format(where=where, score=story.latest.tenderness)
        super().__init__(text, theme, parent)
        self.story = story
        self.setCheckable(False)
        self.setProperty("radius", 12)
        self._mark = KnotMark(theme, self, scale=0.8)
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mark.show_mark(Mark(story.latest.tenderness, story.size, story.first_size, story.knot.kind))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The mark stays in the middle."""
        super().resizeEvent(event)
        side = self._theme.px(60)
        self._mark.setGeometry(self._theme.px(8), (self.height() - side) // 2, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with the words beside the mark."""
        painter, px, color = QPainter(self), self._theme.px, self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "pressFill" if self.isDown() else "hoverFill" if self.underMouse() else "surface"
        painter.setPen(QPen(color("borderStrong"), 1))
        painter.setBrush(color(fill))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), px(12), px(12))
        painter.setFont(self.words_font())
        painter.setPen(color("ink"))
        painter.drawText(self.words_box(), WRAP, self.text())
        painter.end()
