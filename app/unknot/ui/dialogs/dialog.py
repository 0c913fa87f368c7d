"""What our dialogs share: a title, a body that scrolls where it has to, and a row of buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

_MARGIN = 24  # to the edges of the window behind it


class Dialog(QDialog):
    """Esc closes it. `body` takes the content; `set_buttons` fills the foot. It fits into its window."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None, *, width: int = 560) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self._theme, self._wanted = theme, width
        self._column = spaced(QVBoxLayout(self), theme, 24, 16)
        self.title = Words(title, theme, "h2")
        self._column.addWidget(self.title)
        self._held = QWidget()
        self.body = spaced(QVBoxLayout(self._held), theme, (4, 2, 8, 2), 12)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        for part in (self._area, self._area.viewport()):  # a screen reader says the second has the keyboard
            part.setAccessibleName(title)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(theme.px(24))  # what it asks for by itself would squeeze the buttons
        self._area.setWidget(self._held)
        self._column.addWidget(self._area, 1)
        self.foot: FlowRow | None = None

    def set_buttons(self, *buttons: QWidget) -> None:
        """The buttons at the foot, the one that is meant most as the last."""
        self.foot = FlowRow(self._theme, buttons, 8, at_end=True)
        self._column.addWidget(self.foot)

    def refit(self) -> None:
        """Fit what it holds now, if it is shown: more words than before would else be scrolled away."""
        if self.isVisible():
            self._fit()

    def bring(self, part: QWidget) -> None:
        """Scroll to a part of the body."""
        self._area.ensureWidgetVisible(part)

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its content needs, and no larger than the window it belongs to."""
        self._fit()
        self._settle_enter()
        super().showEvent(event)
        self._settle_focus()

    def _settle_focus(self) -> None:
        """The keyboard begins at the default button, else at the first control there is.

        The body can be reached where it scrolls and nothing in it can: its keys scroll it.
        """
        scrolls = self._area.verticalScrollBar().maximum() > 0
        inside = [part for part in self._held.findChildren(QWidget) if _takes_tab(part)]
        policy = Qt.FocusPolicy.StrongFocus if scrolls and not inside else Qt.FocusPolicy.NoFocus
        self._area.setFocusPolicy(policy)
        held = self.focusWidget()
        if held is not None and held is not self._area and held.focusPolicy() != Qt.FocusPolicy.NoFocus:
            return
        buttons = self.foot.findChildren(QPushButton) if self.foot is not None else []
        meant = [button for button in buttons if button.isDefault()]
        body = [self._area] if policy != Qt.FocusPolicy.NoFocus else []
        first = next(iter([*meant, *inside, *body, *buttons]), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle_enter(self) -> None:
        """Enter presses the button that was made the default, or none; Qt would take the first there is."""
        buttons = self.findChildren(QPushButton)
        meant = [button for button in buttons if button.isDefault()]
        for button in buttons:
            button.setAutoDefault(False)
        for button in meant:
            button.setDefault(False)  # else a default set before it stood in the dialog is not heard of
            button.setDefault(True)

    def _fit(self) -> None:
        px, behind = self._theme.px, self.parentWidget()
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # its font counts for the sizes below
        most = behind.window().size() if behind is not None else self.screen().availableSize()
        width = min(px(self._wanted), most.width() - 2 * _MARGIN)
        inner = width - 2 * px(24)
        high = 2 * px(24) + px(16) + self.title.heightForWidth(inner) + self._body_height(inner)
        if self.foot is not None:
            high += px(16) + self.foot.heightForWidth(inner)
        self.resize(width, min(high, most.height() - 2 * _MARGIN))

    def _body_height(self, width: int) -> int:
        if self._held.hasHeightForWidth():
            return self._held.heightForWidth(width)
        return self._held.sizeHint().height()


def _takes_tab(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isEnabled() and not part.isHidden()
