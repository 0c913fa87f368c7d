from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from unknot.domain.body import Side, View
from unknot.domain.where_not import never_pressed
from unknot.ui.release.lit_places import lit_place, lit_places
from unknot.ui.release.place_picture import PlacePicture

CALF = "gastrocnemius_lateral_belly_upper"


@pytest.fixture
def calf(services):
    return services.library.places[CALF]


def test_what_must_not_be_pressed_is_hatched_and_what_is_pressed_is_not(services, calf):
    lit = lit_place(services.anatomy, calf, View.BACK, never_pressed(services.library.places.values()))
    assert lit.avoid.contains(QPointF(0.5, 0.56))  # the hollow of the knee
    assert not lit.avoid.contains(QPointF(*calf.default_at[View.BACK]))


def test_without_the_wish_nothing_is_hatched(services, calf):
    assert lit_place(services.anatomy, calf, View.BACK).avoid is None


@pytest.mark.parametrize("side", list(Side))
def test_the_hatching_shows_on_either_leg(services, calf, theme, qtbot, side):
    def picture(never):
        made = PlacePicture(theme, span=0.34)
        qtbot.addWidget(made)
        made.resize(400, 280)
        made.show_places([lit_place(services.anatomy, calf, View.BACK, never)], side, "Outer calf")
        return made.grab().toImage()

    assert picture(never_pressed(services.library.places.values())) != picture(())


@pytest.mark.parametrize("routine", ["evening-12", "pre-run-5", "recheck-knots"])
def test_every_place_of_a_routine_is_lit_once_in_few_views(services, routine):
    targets = services.library.routines[routine].targets
    found = lit_places(services.anatomy, [services.library.places[target] for target in targets])
    assert sum(map(len, found)) == len(targets)
    assert len({group[0].view for group in found}) == len(found) <= 3
    assert all(len({place.view for place in group}) == 1 for group in found)
    assert sorted(map(len, found), reverse=True) == [len(group) for group in found]
