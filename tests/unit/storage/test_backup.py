"""The daily copy: once a day, proved, seven kept, and never instead of a good one."""

from __future__ import annotations

import sqlite3
import stat
from datetime import date, timedelta

import pytest

from helpers.histories import a_run, a_story
from unknot.domain.errors import KnownError
from unknot.storage import copies
from unknot.storage.backup import back_up_if_due, backups
from unknot.storage.copies import counted
from unknot.storage.history import open_history

TODAY = date(2026, 9, 14)


def test_the_first_start_of_a_day_makes_a_copy_with_every_row(history, folder, clock):
    history.knots.add(a_story(clock()))
    history.runs.add(a_run(clock()))
    copy = back_up_if_due(folder, TODAY)
    assert copy == folder / "backups" / "unknot-2026-09-14.db"
    rows = counted(copy)
    assert (rows["knots"], rows["knot_checks"], rows["runs"]) == (1, 1, 1)
    assert back_up_if_due(folder, TODAY) is None
    assert back_up_if_due(folder, TODAY + timedelta(days=1)) is not None


def test_a_copy_is_private_and_one_file(history, folder):
    copy = back_up_if_due(folder, TODAY)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_a_copy_opens_as_a_history(history, folder, migrations, tmp_path, clock):
    story = a_story(clock())
    history.knots.add(story)
    restored = tmp_path / "restored"
    restored.mkdir()
    back_up_if_due(folder, TODAY).rename(restored / "unknot.db")
    again = open_history(restored, migrations)
    assert again.knots.all() == (story,)
    again.close()


def test_the_last_seven_copies_are_kept(history, folder):
    days = [TODAY + timedelta(days=number) for number in range(10)]
    for day in days:
        back_up_if_due(folder, day)
    assert [path.name for path in backups(folder)] == [f"unknot-{day}.db" for day in reversed(days[3:])]


def test_a_folder_without_a_history_has_nothing_to_copy(folder):
    assert back_up_if_due(folder, TODAY) is None
    assert not folder.exists()


def test_a_copy_is_made_while_the_history_is_being_written(history, folder, clock):
    history.knots.add(a_story(clock()))
    with history.transaction():
        history.runs.add(a_run(clock()))
        copy = back_up_if_due(folder, TODAY)
    assert counted(copy)["runs"] == 0
    assert len(history.runs.all()) == 1


def test_a_copy_that_does_not_hold_every_row_is_thrown_away(history, folder, clock, monkeypatch):
    history.knots.add(a_story(clock()))
    back_up_if_due(folder, TODAY)
    monkeypatch.setattr(copies, "counted", lambda path: {})
    with pytest.raises(KnownError, match="damaged"):
        back_up_if_due(folder, TODAY + timedelta(days=1))
    assert [path.name for path in (folder / "backups").iterdir()] == ["unknot-2026-09-14.db"]


def test_a_damaged_history_pushes_out_no_good_copy(history, folder, clock):
    for number in range(200):
        history.runs.add(a_run(clock(), note=f"{number}" * 50))
    for number in range(7):
        back_up_if_due(folder, TODAY + timedelta(days=number))
    history.close()
    kept = backups(folder)
    data = bytearray((folder / "unknot.db").read_bytes())
    data[4096 * 12 :] = b"\x5a" * (len(data) - 4096 * 12)
    (folder / "unknot.db").write_bytes(data)
    with pytest.raises(KnownError, match="damaged"):
        back_up_if_due(folder, TODAY + timedelta(days=7))
    assert backups(folder) == kept
    assert all(counted(path)["runs"] == 200 for path in kept)


def test_a_damaged_copy_is_noticed(history, folder):
    copy = back_up_if_due(folder, TODAY)
    copy.write_bytes(copy.read_bytes()[:5000])
    with pytest.raises((KnownError, sqlite3.DatabaseError)):
        counted(copy)
