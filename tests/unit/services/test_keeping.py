"""Copies beside the window: due once a day, on request, and said when they fail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from helpers.wall_clock import WallClock
from unknot.domain.errors import KnownError
from unknot.services.keeping import Keeping
from unknot.storage.history import History


@pytest.fixture
def keeping(history: History, clock: WallClock, qtbot: QtBot) -> Iterator[Keeping]:
    made = Keeping(history.folder, clock)
    yield made
    made.wait()


def test_the_daily_copy_is_made_once_a_day(keeping: Keeping, clock: WallClock, qtbot: QtBot) -> None:
    assert keeping.last_backup is None
    with qtbot.waitSignal(keeping.backed_up):
        keeping.back_up_if_due()
    assert keeping.last_backup == date(2026, 9, 14)
    with qtbot.assertNotEmitted(keeping.backed_up):
        keeping.back_up_if_due()
        keeping.wait()
    clock.advance(days=1)
    with qtbot.waitSignal(keeping.backed_up):
        keeping.back_up_if_due()
    assert keeping.last_backup == date(2026, 9, 15)


def test_a_copy_on_request_is_made_although_todays_exists(keeping: Keeping, qtbot: QtBot) -> None:
    for _ in range(2):
        with qtbot.waitSignal(keeping.backed_up):
            keeping.back_up_now()
    assert len(list((keeping.folder / "backups").iterdir())) == 1


def test_a_copy_that_fails_is_said(keeping: Keeping, qtbot: QtBot) -> None:
    (keeping.folder / "backups").write_text("in the way")
    with qtbot.waitSignal(keeping.failed) as told:
        keeping.back_up_now()
    assert isinstance(told.args[0], KnownError)
    assert keeping.last_backup is None
