"""A routine on a manual clock with a real history, shown in its player."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from unknot import paths
from unknot.content.reading import read_format, typed
from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import KnotStory, Size
from unknot.domain.routine import Routine
from unknot.domain.snapshot import PlayerState
from unknot.services.journal import Journal
from unknot.services.player import PlayerFactory, PlayerService
from unknot.services.practice import Practice
from unknot.services.settings import Settings
from unknot.storage.history import History, open_history
from unknot.ui.player.in_set import InSet
from unknot.ui.player.routine_player import RoutinePlayer
from unknot.ui.theme import Theme

CALF = "gastrocnemius_lateral_belly_upper"
SIZES = tuple((size, size.value) for size in Size)


class Seconds:
    """A clock that only a test moves."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@dataclass
class Play:
    """A player on screen, the session behind it, and the hand on the clock."""

    player: RoutinePlayer
    service: PlayerService
    clock: Seconds
    journal: Journal
    practice: Practice
    settings: Settings
    knot: KnotStory
    history: History

    def run(self, seconds: float) -> None:
        """Let time pass in small steps, as the timer would see it."""
        left = seconds
        while left > 0:
            step = min(1.0, left)
            self.clock.time += step
            left -= step
            self.service._tick()

    def until(self, *states: PlayerState, at_most: float = 2000.0) -> None:
        """Let time pass until the session is in one of the states."""
        for _ in range(int(at_most * 2)):
            if self.service.state in states:
                return
            self.run(0.5)
        raise AssertionError(f"it never came to {states}")

    def key(self, key: Qt.Key) -> None:
        """Press a key, wherever the focus is."""
        QTest.keyClick(self.player.focusWidget() or self.player, key)


@pytest.fixture
def calf_routine() -> Routine:
    """The outer calf with a ball."""
    path = paths.resources() / "content/en/routines/calf-outer-ball.toml"
    return typed(read_format(path, "routine"), Routine, path)


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, tmp_path: Path, calf_routine: Routine) -> Iterator[Callable[..., Play]]:
    """Start the routine for a knot of the right calf; `sides`, `size` and `ceiling` as wanted."""
    history = open_history(tmp_path, paths.migrations())
    now = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    clock = Seconds()
    journal, practice, settings = (
        Journal(history, lambda: now),
        Practice(history, lambda: now),
        Settings(history),
    )
    factory = PlayerFactory(
        {calf_routine.id: calf_routine}, {}, journal, practice, settings, lambda: now, clock=clock
    )

    def begin(
        *,
        sides: tuple[Side, ...] = (Side.RIGHT,),
        size: tuple[int, int] = (1440, 900),
        ceiling: int = 5,
        prepare_s: int = 0,
    ) -> Play:
        settings.choose(prepare_s=prepare_s)
        knot = journal.add_knot(Spot(View.BACK, Side.RIGHT, 0.45, 0.62), CALF, 6, Size.MARBLE)
        service = factory.start_routine(calf_routine, sides=sides, ceiling=ceiling, knot_ids=[knot.id])
        player = RoutinePlayer(
            service,
            theme,
            settings,
            leave_below=2,
            sizes=SIZES,
            known={Side.RIGHT: Size.MARBLE},
            in_set=InSet(names={knot.id: "Outer calf, upper part, right"}),
            stops=("Sharp, stabbing or catching pain.", "Tingling, numbness or electric feeling."),
        )
        qtbot.addWidget(player)
        player.resize(*size)
        player.show()
        player.setFocus()
        service.start()
        story = journal.knot(knot.id)
        assert story is not None
        return Play(player, service, clock, journal, practice, settings, story, history)

    yield begin
    factory.close()
    history.close()
    gc.collect()  # here, and not in the middle of another player's painting
