"""A window that shows whole pages, and the answers of somebody who may press."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from unknot.domain.body import Side, Spot, View
from unknot.domain.errors import KnownError
from unknot.domain.knots import Knot, Size
from unknot.services.bundle import Services

CALF = "gastrocnemius_lateral_belly_upper"
SEAM = "itb_hamstring_interface"


class PageStage(QStackedWidget):
    """Stands in for the main window: one page at a time, and what was said."""

    def __init__(self) -> None:
        super().__init__()
        self.full_screen: list[bool] = []
        self.troubles: list[KnownError] = []
        self.went: list[str] = []

    @property
    def page(self) -> QWidget | None:
        """What has the window now."""
        return self.currentWidget()

    def show_player(self, player: QWidget, *, full_screen: bool = True) -> None:
        """Show it alone."""
        self.close_player()
        self.full_screen.append(full_screen)
        self.setCurrentIndex(self.addWidget(player))
        player.setFocus()

    def close_player(self) -> None:
        """Take it away."""
        page = self.currentWidget()
        if page is not None:
            self.removeWidget(page)
            page.hide()
            page.deleteLater()

    def show_known(self, error: KnownError) -> None:
        """Note it."""
        self.troubles.append(error)

    def go(self, page: str) -> None:
        """Note it."""
        self.went.append(page)


@pytest.fixture
def stage(qtbot: QtBot, services: Services) -> Iterator[PageStage]:
    """The window; a session still on when it goes stays open."""
    stage = PageStage()
    qtbot.addWidget(stage)
    stage.resize(1440, 900)
    stage.show()
    yield stage
    stage.close_player()
    services.players.close()


@pytest.fixture
def mark(services: Services) -> Callable[..., Knot]:
    """Mark a knot on the calf of the right leg, or elsewhere."""

    def marked(
        tenderness: int = 5, size: Size = Size.MARBLE, *, place: str = CALF, side: Side = Side.RIGHT
    ) -> Knot:
        return services.journal.add_knot(Spot(View.BACK, side, 0.47, 0.62), place, tenderness, size)

    return marked


def give_harmless_answers(services: Services) -> None:
    """Answer the first gate so that pressing is open."""
    answers = {
        question.id: [question.options[0].id]
        for question in services.screening.interview_for("press")
        if question.id != "injury_signs"
    }
    services.screening.save(answers)


@pytest.fixture
def ready(services: Services) -> Services:
    """Somebody who answered everything, the daily question too, and can press."""
    give_harmless_answers(services)
    services.screening.answer_daily(False)
    services.settings.choose(press_taught=True)
    return services
