"""Where the parts of the body map stand: legs at the left, a panel at the right, or one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from unknot.ui.body_map.growing import growing
from unknot.ui.body_map.knot_panel import KnotPanel
from unknot.ui.body_map.round_view import RoundView
from unknot.ui.theme import Theme
from unknot.ui.widgets.undo_home import UndoHome

PANEL, PANEL_COMPACT, PANEL_WIDE = 392, 340, 420
COMPACT_BELOW, WIDE_FROM = 1280, 1760  # logical px of the window at 100 % text
NO_LIMIT = 16_777_215  # Qt's largest size
SPACE = 16
LOW = 760  # logical px of the window: below it edges and gaps leave their room to what is shown
EDGE_LOW, SPACE_LOW = 16, 12


class MapLayout:
    """Belongs to one page. `top` lie above each other, so do `legs`; of `panels` one shows in the card."""

    def __init__(
        self,
        page: QWidget,
        theme: Theme,
        top: Sequence[QWidget],
        legs: Sequence[QWidget],
        panels: Sequence[QWidget],
    ) -> None:
        self._page, self._theme = page, theme
        self.is_narrow = self.is_compact = False
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = area = QScrollArea()  # only at large text the page is higher than the window
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area)
        self._inner = growing()
        area.setWidget(self._inner)
        self._column, self._row, self._left = QVBoxLayout(self._inner), QHBoxLayout(), QVBoxLayout()
        for part in top:
            self._column.addWidget(part)
        self._column.addLayout(self._row, 1)
        self._row.addLayout(self._left, 1)
        for part in legs:
            self._left.addWidget(part, 1 if part is legs[0] else 0)
        self.side, self.stack = QFrame(), QStackedWidget()
        self.side.setProperty("panel", "card")
        self._row.addWidget(self.side)
        holder = QVBoxLayout(self.side)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(0)
        holder.addWidget(self.stack, 1)
        self.undo_home = UndoHome(theme, (20, 0, 20, 14))  # here the legs keep their size
        holder.addWidget(self.undo_home)
        self.stack.currentChanged.connect(self._panel_changed)
        for panel in panels:
            self.stack.addWidget(panel)

    def _panel_changed(self) -> None:
        """The panel of a knot has an Undo of its own, the round has "Back one"."""
        own = isinstance(self.stack.currentWidget(), (KnotPanel, RoundView))
        self.undo_home.set_resting(on=own)

    def arrange(self) -> None:
        """Fit the window: one column where it is narrow, a smaller panel below 1280."""
        theme, page = self._theme, self._page
        window = page.window().width()
        narrow = self.is_narrow = theme.narrow(page.width())
        self.undo_home.is_offered = not narrow
        edge = theme.page_padding(window)
        low = page.window().height() < theme.px(LOW)
        above = min(edge, theme.px(EDGE_LOW)) if low else edge
        self._column.setContentsMargins(edge, above, edge, above)
        self._row.setSpacing(theme.px(SPACE))
        for layout in (self._column, self._left):
            layout.setSpacing(theme.px(SPACE_LOW if low else SPACE))
        full = window * 100 / theme.text_scale
        self.is_compact = full < COMPACT_BELOW
        panel = PANEL_COMPACT if self.is_compact else PANEL_WIDE if full >= WIDE_FROM else PANEL
        self._inner.setMinimumHeight(0 if narrow else 1)  # 1: no higher than the window
        self._inner.setMaximumHeight(NO_LIMIT if narrow else page.height())
        self.side.setMinimumWidth(0 if narrow else theme.px(panel))
        self.side.setMaximumWidth(NO_LIMIT if narrow else theme.px(panel))
