"""The frame of every question page: spruce side, content that scrolls, and a row of buttons below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from unknot.ui.screening.spruce_side import SpruceSide
from unknot.ui.theme import Theme
from unknot.ui.widgets.hands_on import HandsOn
from unknot.ui.widgets.spacing import spaced

SIDE_WIDE, SIDE_NARROW = 500, 320
NARROW = 1280  # px of the window: the narrow side below this
ALONE = 900  # px of the window at 100 % text: no side at all below this
MOST = 780  # px, widest content
RING = 6  # px around the content for the focus ring; head and buttons stand in line with what is inside


class PageFrame(HandsOn):
    """A full page without navigation; `show_content` puts a widget into its middle."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.theme = theme
        self.side = SpruceSide(theme, self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head = spaced(QVBoxLayout(), theme, (RING, 0, RING, 0), 6)
        self.buttons = spaced(QHBoxLayout(), theme, (RING, 0, RING, 0), 12)
        self._right = QVBoxLayout()
        self._right.addLayout(self.head)
        self._right.addWidget(self._scroll, 1)
        self._right.addLayout(self.buttons)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.step_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.side)
        row.addLayout(self._right, 1)

    def step_back(self) -> None:
        """Alt+Left, wherever the focus is."""
        raise NotImplementedError

    def show_content(self, content: QWidget) -> None:
        """Replace what stands in the middle."""
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._scroll.setWidget(content)
        self._scroll.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        """It fits into any window; what does not fit scrolls."""
        return QSize(SIDE_NARROW, SIDE_NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side shrinks, then goes."""
        super().resizeEvent(event)
        px, wide = self.theme.px, self.width()
        room = wide / (self.theme.text_scale / 100)
        self.side.setVisible(room >= ALONE)
        self.side.setFixedWidth(SIDE_WIDE if wide >= NARROW else SIDE_NARROW)
        inner = wide - (self.side.width() if room >= ALONE else 0)
        if room < ALONE:
            self._right.setContentsMargins(px(16), px(16), px(16), px(12))
        else:
            pad = max(px(32), min(px(88), (inner - px(MOST)) // 2))
            self._right.setContentsMargins(pad, px(40), pad, px(36))
        self._right.setSpacing(px(12 if room < ALONE else 20))
