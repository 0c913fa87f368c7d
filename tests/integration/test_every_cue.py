"""Walks the cues, the card for the pocket and the form that asks about a cue, as the pages are walked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from helpers.audit import audit
from helpers.settling import settle
from unknot.domain.choices import ThemeChoice
from unknot.services.bundle import Services
from unknot.ui.cues.cues_page import CuesPage
from unknot.ui.main_window import MainWindow

LOOKS = [
    pytest.param(ThemeChoice.LIGHT, (1440, 900), 100, id="light-1440x900-100"),
    pytest.param(ThemeChoice.DARK, (1024, 700), 100, id="dark-1024x700-100"),
    pytest.param(ThemeChoice.LIGHT, (1024, 700), 200, id="light-1024x700-200"),
]


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_each_cue_and_its_card_is_whole_and_readable(
    look: ThemeChoice,
    size: tuple[int, int],
    scale: int,
    open_window: Callable[..., MainWindow],
    full_services: Services,
) -> None:
    full_services.settings.choose(focus_cue="under_hips", card_cue="tall", step_rate_spm=164)
    window = open_window(full_services, look, size, scale)
    assert window.flows is not None
    window.flows.show_cues()
    settle()
    page = window.findChild(CuesPage)
    assert page is not None
    faults = []
    for cue in ("under_hips", "heel_kiss", "no_fold"):
        page.row.show_cue(cue)
        settle()
        assert window.size().toTuple() == size
        faults += [f"{cue}: {fault}" for fault in audit(window)]
    card = page.show_pocket_card()
    settle()
    faults += [f"card: {fault}" for fault in audit(card)]
    card.reject()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("look", "size", "scale"), LOOKS)
def test_the_places_that_speak_of_the_cue_are_whole_and_readable(
    look: ThemeChoice,
    size: tuple[int, int],
    scale: int,
    open_window: Callable[..., MainWindow],
    full_services: Services,
) -> None:
    full_services.settings.choose(focus_cue="long_behind")
    window = open_window(full_services, look, size, scale)
    faults = []
    for page in ("today", "runs"):
        window.go(page)
        settle()
        faults += [f"{page}: {fault}" for fault in audit(window)]
    window.log_run()
    settle()
    assert window.size().toTuple() == size
    faults += [f"form: {fault}" for fault in audit(window)]
    assert not faults, "\n".join(faults)
