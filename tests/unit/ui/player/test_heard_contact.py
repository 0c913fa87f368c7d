"""The drawn foot lands within a frame of the click as heard: late device, stepping counter, headphones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from helpers.clock import ManualClock
from helpers.speaker import SilentSpeaker
from unknot import paths
from unknot.content.gait import load_gait
from unknot.content.library import load_library
from unknot.domain.tone import BEATS
from unknot.services.journal import Journal
from unknot.services.player import PlayerFactory
from unknot.services.practice import Practice
from unknot.services.settings import Settings
from unknot.services.sound_clock import SoundClock
from unknot.storage.history import open_history
from unknot.ui.player.drill_player import FRAME_MS, DrillPlayer
from unknot.ui.theme import Theme

FRAME_S = 1 / 60
STEP_S = 0.001  # how finely the test looks
LOOKED_S = 8.0
BPM = 172.0


class Device(SilentSpeaker):
    """A sink whose counter moves in steps of 11 to 22 ms; what it plays is heard `behind` seconds later."""

    def __init__(self, clock: ManualClock, late: float, behind: float, drift: float) -> None:
        super().__init__(clock, late)
        self._behind, self._drift = behind, drift
        self._steps = Random(7)
        self._told, self._next = 0.0, 0.0
        self._sound_clock: SoundClock | None = None

    def play(self, *rest) -> None:
        super().play(*rest)
        self._told = self._next = 0.0
        self._sound_clock = SoundClock(self.clock())

    @property
    def played_s(self) -> float:
        """What has left the device."""
        return max(0.0, self.clock() - self._began) * (1.0 + self._drift)

    @property
    def at_the_ear(self) -> float:
        """Where in the session's time the runner hears it."""
        return self.played[-1][0] + self.played_s - self._behind

    def heard(self, now: float) -> float | None:
        while self._next <= self.played_s:
            self._told, self._next = self._next, self._next + self._steps.uniform(0.011, 0.022)
        self._sound_clock.observe(now, self._told)
        return self._sound_clock.heard(now)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    history = open_history(tmp_path, paths.migrations())
    settings = Settings(history)
    settings.choose(prepare_s=0, sound_checked=True, step_rate_spm=164)
    yield settings
    history.close()


@pytest.fixture
def device(request, clock: ManualClock, settings: Settings) -> Device:
    late, behind_ms, drift = request.param
    settings.choose(sound_delay_ms=behind_ms)
    return Device(clock, late, behind_ms / 1000, drift)


@pytest.fixture
def player(
    qtbot: QtBot, theme: Theme, clock: ManualClock, settings: Settings, device: Device
) -> Iterator[DrillPlayer]:
    library, gait = load_library(paths.resources()), load_gait(paths.resources())
    now = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    journal, practice = Journal(settings._history, lambda: now), Practice(settings._history, lambda: now)
    factory = PlayerFactory(
        library.routines, library.drills, journal, practice, settings, lambda: now,
        clock=clock, speaker=lambda: device,
    )  # fmt: skip
    drill = library.drills["quick-step-metronome"]
    service = factory.start_drill(drill)
    view = DrillPlayer(service, drill, gait, theme, settings)
    qtbot.addWidget(view)
    view.resize(1024, 700)
    view.show()
    service.start()
    yield view
    factory.close()
    view.close()


@pytest.mark.parametrize(
    "device",
    [
        pytest.param((0.0, 0, 0.0), id="a prompt device"),
        pytest.param((0.3, 0, 0.0), id="a device that begins late"),
        pytest.param((0.1, 180, 0.0), id="headphones that are late"),
        pytest.param((0.1, 180, 0.001), id="a device that runs fast"),
    ],
    indirect=True,
)
def test_the_foot_that_is_drawn_lands_within_a_frame_of_its_click(
    player: DrillPlayer, clock: ManualClock, device: Device
):
    service, stage = player.service, player.picture.stage
    running = next(s for s in service.timeline.segments if s.step.kind == "run")
    service.jump(running.index)
    service.set_bpm(BPM)
    clicks = [note.at for note in device.played[-1][1] if note.tone in BEATS]
    errors, before, next_frame = [], device.at_the_ear, clock()
    for _ in range(round(LOOKED_S / STEP_S)):
        clock.advance(STEP_S)
        if clock() >= next_frame:  # what stands on the screen until the next one
            service._tick()
            player._frame()
            next_frame += FRAME_MS / 1000
        ear = device.at_the_ear
        errors += [_from_landing(stage.phase) for at in clicks if before < at <= ear]
        before = ear
    assert len(errors) > 15
    assert max(errors) <= FRAME_S


def _from_landing(phase: float) -> float:
    """Seconds from the drawn phase to the nearest landing; a stride is two beats."""
    return min(abs(phase - landing) for landing in (0.0, 0.5, 1.0)) * 2 * 60 / BPM
