"""The pages in their stack: each made on its first visit, made anew when the look has changed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from unknot.ui.pages import MAKERS, SETTINGS
from unknot.ui.theme import Theme
from unknot.ui.widgets.page_header import PageHeader
from unknot.ui.widgets.spacing import spaced

if TYPE_CHECKING:
    from unknot.services.bundle import Services
    from unknot.ui.widgets.fade import Fade


class PageStack(QStackedWidget):
    """Shows one page. Before the history is open that is its title alone."""

    page_made = Signal(str, object)  # id, QWidget

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services: Services | None = None
        self._pages: dict[str, QWidget] = {}
        self._waiting: QWidget | None = None
        self.current_page = ""

    def show_title(self, title: str) -> None:
        """Paint a page's title where the page will be."""
        self._waiting = QWidget()
        self._waiting.setProperty("panel", "page")
        pad = round(self._theme.page_padding(self.window().width()) * 100 / self._theme.text_scale)
        column = spaced(QVBoxLayout(self._waiting), self._theme, pad)
        column.addWidget(PageHeader(self._theme, title))
        column.addStretch(1)
        self.setCurrentIndex(self.addWidget(self._waiting))

    def take_services(self, services: Services) -> None:
        """From now on pages can be made."""
        self._services = services

    def show_page(self, page: str) -> QWidget | None:
        """Show a page, made now if need be; None before the history is open."""
        if self._services is None:
            return None
        if page not in self._pages:
            made = MAKERS[page](self._services, self._theme)
            self._pages[page] = made
            self.addWidget(made)
            self.page_made.emit(page, made)
        shown, left = self._pages[page], self.currentWidget()
        changes = self.current_page not in ("", page) and self.isVisible()
        fades = changes and not self._theme.reduced_motion
        picture = left.grab() if fades and left is not None else None
        self.setCurrentWidget(shown)
        if picture is not None:
            self._fade.fade_out(picture)
        self.current_page = page
        if self._waiting is not None:
            self._drop(self._waiting)
            self._waiting = None
        return shown

    @cached_property
    def _fade(self) -> Fade:
        from unknot.ui.widgets.fade import Fade  # noqa: PLC0415  # with the first change of page

        return Fade(self)

    def page(self, page: str) -> QWidget | None:
        """A page that was made."""
        return self._pages.get(page)

    def renew(self, *, current_too: bool) -> None:
        """Let pages be made anew, since sizes or colours are others; the settings follow by themselves."""
        for page in [*self._pages]:
            if page == SETTINGS or (page == self.current_page and not current_too):
                continue
            self._drop(self._pages.pop(page))
        if self.current_page and self.current_page not in self._pages:
            self.show_page(self.current_page)

    def _drop(self, page: QWidget) -> None:
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
