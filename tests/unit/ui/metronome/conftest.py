"""The metronome's page on a real history, with the clock and the speaker in the test's hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from helpers.clock import ManualClock
from helpers.speaker import FakeRenderer, SilentSpeaker
from unknot.services.beat_file import BeatWriting
from unknot.services.bundle import Services
from unknot.services.metronome import FreeMetronome
from unknot.ui.metronome.metronome_page import MetronomePage
from unknot.ui.theme import Theme


@pytest.fixture
def seconds() -> ManualClock:
    """The clock of the beat."""
    return ManualClock()


@pytest.fixture
def speaker(seconds: ManualClock) -> SilentSpeaker:
    """What it is heard on."""
    return SilentSpeaker(seconds)


@pytest.fixture
def renderer() -> FakeRenderer:
    """The voice of the files."""
    return FakeRenderer()


@pytest.fixture
def page(
    qtbot: QtBot,
    qapp: QApplication,
    services: Services,
    theme: Theme,
    seconds: ManualClock,
    speaker: SilentSpeaker,
    renderer: FakeRenderer,
) -> Iterator[MetronomePage]:
    """Shown at 1440 x 900, with the keyboard."""
    metronome = FreeMetronome(services.settings, lambda: speaker, seconds)
    made = MetronomePage(services, metronome, BeatWriting(renderer), theme)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.setFocus()
    yield made
    made.hide()
