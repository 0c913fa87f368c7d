"""A short look at one's own stride, by pictures: what is seen leads to drills in order, with the reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from unknot.content.gait import GaitLibrary
from unknot.domain.errors import KnownError
from unknot.domain.stride import StrideFault
from unknot.services.bundle import Services
from unknot.services.stride import Stride, reason
from unknot.ui.drills.key_pose import KeyPose, StridePose
from unknot.ui.drills.stride_result import StrideResult
from unknot.ui.drills.stride_words import look_for, often_options
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.error_banner import ErrorBanner
from unknot.ui.widgets.note import Note
from unknot.ui.widgets.scrolled_page import ScrolledPage
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

PICTURE = 190  # px high
CARD = 372  # px a card needs at 100 % text
TELLING: dict[str, str | float] = {  # the moment that shows it: an event of the style, or a phase
    "toe_strike_heel_up": 0.1,
    "short_quad_driven": "toe_off",
    "overstride_heel_strike": 0.0,
    "waist_hinge": 0.2,
    "uphill_hinge": 0.0,
    "loud_landing": 0.05,
    "short_push": "toe_off",
}
STANDS_IN = {"hip_drops": "step-down"}  # the drill whose picture is the nearest


class StrideCheck(ScrolledPage):
    """A full page. Each pick is kept at once; `drill_wanted` carries the id of a drill."""

    drill_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._stride = Stride.of(services)
        self.setAccessibleName(self.tr("Look at your stride"))
        self.picks: dict[str, Segmented] = {}
        self._cards: list[Card] = []
        self._banner = ErrorBanner(theme)
        self.result = StrideResult(self._stride, theme)
        self.result.drill_wanted.connect(self.drill_wanted)
        self._grid = spaced(QGridLayout(), theme, 0, 16)
        self._halves = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme, 0, 16)
        self._columns = 0
        self.back = Button(self.tr("Back"), theme, icon="caret-left-bold", kind="quiet")
        self.back.setProperty("flush", "true")
        self.back.clicked.connect(self.back_wanted)
        self.found = Note("", theme, icon="person-simple-run-fill")
        self.to_result = Button(self.tr("See your drills"), theme)
        self._build(services.gait)
        self.refresh()
        services.settings.changed.connect(self.refresh)
        self.scroll_area.verticalScrollBar().valueChanged.connect(self._show_found)
        way_back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        way_back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        way_back.activated.connect(self.back_wanted)
        self.setFocusProxy(self.back)

    def refresh(self) -> None:
        """Say anew what is known now."""
        self.result.refresh()
        found = self._stride.signs()
        self.found.words.setText(reason(found[0]) if found else "")
        self._show_found()

    def show_result(self) -> None:
        """Bring the drills into sight, and the keyboard to the first of them."""
        top = self.result.mapTo(self.holder, QPoint()).y() - self.theme.px(16)
        self.scroll_area.verticalScrollBar().setValue(top)
        first = next(iter(self.result.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------- Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The result beside the pictures where there is room, else below them."""
        super().resizeEvent(event)
        narrow = self.theme.narrow(self.width())
        way = QBoxLayout.Direction
        self._halves.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        pad = self.theme.page_padding(self.width())
        self.column.setContentsMargins(pad, self.theme.px(20), pad, pad)
        room = (self.width() - 2 * pad) * (1.0 if narrow else 0.66)
        gap = 16
        self._deal(max(1, min(3, int((room + gap) // self.theme.px(CARD + gap)))))
        QTimer.singleShot(0, self, self._show_found)  # once it is laid out

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------- inside
    def _build(self, gait: GaitLibrary) -> None:
        theme, column = self.theme, self.column
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Words(self.tr("Look at your stride"), theme, "title"))
        lead = self.tr(
            "Have someone film you from the side for a minute, or watch your shadow. Pick what you see. "
            "One thing at a time: the drills beside it follow what shows on most steps."
        )
        column.addWidget(Words(lead, theme, "lead", "ink2"))
        column.addWidget(self._banner)
        seen = self._stride.seen
        for fault in self._stride.seeable:
            self._cards.append(self._card(fault, gait, seen.get(fault.id, 0)))
        self._halves.addLayout(self._grid, 2)
        self._halves.addWidget(self.result, 1)
        column.addLayout(self._halves)
        column.addStretch(1)
        self.to_result.clicked.connect(self.show_result)
        self.found.row.addWidget(self.to_result)
        self.found.row.setAlignment(self.found.icon, Qt.AlignmentFlag.AlignVCenter)
        self.whole.addWidget(self.found)
        self.found.hide()

    def _card(self, fault: StrideFault, gait: GaitLibrary, often: int) -> Card:
        card = Card(self.theme, parent=self.holder)  # at once: Tab comes to the picks before the drills
        card.body.addWidget(Words(fault.see, self.theme, "h2"))
        picture = _picture(fault, gait, self.theme)
        picture.setFixedHeight(self.theme.px(PICTURE))
        picture.setAccessibleName(fault.see)
        picture.setAccessibleDescription(f"{picture.accessibleDescription()} {look_for(fault.id)}")
        card.body.addWidget(picture)
        card.body.addWidget(Words(look_for(fault.id), self.theme, tone="ink2"), 1)
        pick = Segmented(self.theme, fault.see, often_options())
        pick.set_value(str(min(often, 2)))
        pick.picked.connect(partial(self._picked, fault.id))
        self.picks[fault.id] = pick
        card.body.addWidget(pick)
        return card

    def _picked(self, fault_id: str, often: str) -> None:
        try:
            self._stride.notice({**self._stride.seen, fault_id: int(often)})
        except KnownError as trouble:
            self._banner.show_known(trouble, can_retry=False)
            self.picks[fault_id].set_value(str(self._stride.seen.get(fault_id, 0)))
            return
        found = self._stride.signs()
        if found:
            announce(self, reason(found[0]))

    def _show_found(self) -> None:
        """What follows from the picks stands at the foot of the page while the drills are out of sight."""
        top = self.result.mapTo(self.holder, QPoint()).y() - self.scroll_area.verticalScrollBar().value()
        in_sight = 0 <= top + self.theme.px(16) < self.height() - self.theme.px(120)
        self.found.setVisible(bool(self.found.words.text()) and not in_sight)

    def _deal(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _picture(fault: StrideFault, gait: GaitLibrary, theme: Theme) -> StridePose:
    """The style at its telling moment; else a drill for it."""
    style = gait.styles.get(fault.style)
    if style is None:
        return KeyPose(theme, gait, STANDS_IN.get(fault.id, fault.drills[0]))
    moment = TELLING.get(fault.id, 0.0)
    return StridePose(theme, gait, style, style.events[moment] if isinstance(moment, str) else moment)
