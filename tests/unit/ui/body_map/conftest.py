from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.services.bundle import Services
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.body_map_page import BodyMapPage
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.body_map.stage import BodyStage
from unknot.ui.theme import Theme

CALF, JUNCTION = "gastrocnemius_lateral_belly_upper", "biceps_femoris_junction"
CALF_SPOT = Spot(View.BACK, Side.RIGHT, 0.4514, 0.6284)
JUNCTION_SPOT = Spot(View.BACK, Side.LEFT, 0.5109, 0.458)


@pytest.fixture
def pictures(services: Services, theme: Theme) -> Pictures:
    return Pictures(tuple(services.anatomy.closeups.values()))


@pytest.fixture
def atlas(services: Services, pictures: Pictures) -> MapAtlas:
    ids = {view: pictures.ids(view) for view in View}
    words = services.library.vocabulary
    return MapAtlas(services.anatomy, ids, services.library.places, words.sizes, words.cautions)


@pytest.fixture
def stage(atlas: MapAtlas, pictures: Pictures, theme: Theme, qtbot: QtBot) -> BodyStage:
    """The stage alone, in the light theme, where nothing moves by itself."""
    theme.apply(ThemeChoice.LIGHT, 100, reduced_motion=True)
    stage = BodyStage(atlas, pictures, theme)
    qtbot.addWidget(stage)
    stage.resize(760, 690)
    stage.show()
    return stage


@pytest.fixture
def open_page(services: Services, theme: Theme, qtbot: QtBot) -> Callable[..., BodyMapPage]:
    """Makes the page as the window would, at a size; the press is taught already unless told."""

    def make(width: int = 1200, height: int = 880, *, taught: bool = True) -> BodyMapPage:
        services.settings.choose(press_taught=taught)
        page = BodyMapPage(services, theme)
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        page.activateWindow()
        qtbot.waitActive(page)
        return page

    return make


@pytest.fixture
def page(open_page: Callable[..., BodyMapPage]) -> BodyMapPage:
    return open_page(1400)


@pytest.fixture
def tap(qtbot: QtBot) -> Callable[[BodyMapPage, Spot], QPoint]:
    """Taps the picture at a spot and returns the point that was tapped."""

    def do(page: BodyMapPage, spot: Spot) -> QPoint:
        point = page.stage.frame.point(spot)
        assert point is not None
        qtbot.mouseClick(page.stage, Qt.MouseButton.LeftButton, pos=point.toPoint())
        return point.toPoint()

    return do
