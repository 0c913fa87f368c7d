"""The list to pick one of, as it opens."""

from __future__ import annotations

import pytest

from unknot.domain.choices import ThemeChoice
from unknot.ui.widgets.pick_list import PickList


@pytest.mark.parametrize("text", [100, 200])
def test_each_row_of_the_opened_list_is_a_target_for_a_finger(theme, qtbot, text):
    theme.apply(ThemeChoice.LIGHT, text, reduced_motion=True)
    pick = PickList(theme, "Tool", "Any tool", lambda: [("a", "A ball"), ("b", "A roller")])
    qtbot.addWidget(pick)
    pick.fill()
    pick.view().ensurePolished()
    rows = [pick.view().sizeHintForRow(row) for row in range(pick.count())]
    assert len(rows) == 3
    assert min(rows) >= 44
