"""What doctor says of a history."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from msgspec.structs import replace

from helpers.histories import a_session, a_step
from unknot import logs, paths
from unknot.services import doctor, sound
from unknot.storage.history import open_history


@pytest.fixture
def history_folder(tmp_path):
    open_history(tmp_path, paths.migrations()).close()
    return tmp_path


def finding(folder, check):
    return next(one for one in doctor.examine_history(folder) if one.check == check)


def change(folder, statement):
    with closing(sqlite3.connect(folder / "unknot.db")) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_whole_history_has_no_fault(history_folder):
    found = doctor.examine_history(history_folder)
    assert not [one for one in found if one.status is doctor.Status.FAULT]


def test_a_newer_schema_is_a_fault(history_folder):
    change(history_folder, "PRAGMA user_version = 99")
    assert finding(history_folder, "schema") == doctor.Finding(
        "schema", doctor.Status.FAULT, "The data file was made by a newer Unknot."
    )


def test_an_older_schema_is_only_a_note(history_folder):
    change(history_folder, "PRAGMA user_version = 0")
    assert finding(history_folder, "schema").status is doctor.Status.NOTE


def test_a_file_of_another_program_is_a_fault(history_folder):
    change(history_folder, "PRAGMA application_id = 1")
    assert "not made by Unknot" in finding(history_folder, "integrity").text


def test_a_row_that_points_nowhere_is_a_fault(history_folder):
    at = datetime(2026, 3, 1, 20, tzinfo=UTC)
    history = open_history(history_folder, paths.migrations())
    session = a_session(at)
    history.sessions.add(replace(session, steps=(a_step(session.id, 0, at),)))
    history.close()
    change(history_folder, "DELETE FROM sessions")  # bare SQLite does not mind
    assert finding(history_folder, "integrity").status is doctor.Status.FAULT


def test_broken_pages_are_a_fault_and_stay_as_they_are(history_folder):
    path = history_folder / "unknot.db"
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 4] = b"\xff" * (4096 * 2)
    path.write_bytes(content)
    assert finding(history_folder, "integrity").status is doctor.Status.FAULT
    assert path.read_bytes() == bytes(content)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_is_a_fault_but_can_be_read(history_folder):
    history_folder.chmod(0o500)
    try:
        assert finding(history_folder, "folder").status is doctor.Status.FAULT
        assert finding(history_folder, "integrity").status is doctor.Status.OK
    finally:
        history_folder.chmod(0o700)


def test_a_full_disk_is_a_fault(monkeypatch, history_folder):
    monkeypatch.setattr(shutil, "disk_usage", lambda place: SimpleNamespace(free=1_000_000))
    assert finding(history_folder, "disk").status is doctor.Status.FAULT


def test_the_last_crash_is_named(history_folder):
    logs = paths.log_dir(history_folder)
    logs.mkdir()
    (logs / "crash-20260101-080000.txt").write_text("stack")
    assert "crash-20260101-080000.txt" in finding(history_folder, "crash").text


def test_dropouts_of_the_sound_are_counted_from_the_log(history_folder):
    assert finding(history_folder, "dropouts").status is doctor.Status.OK
    logs.start(paths.log_dir(history_folder))
    for number in (1, 2):
        sound.log.warning("the sound ran dry (%d)", number)
    logs.stop()
    found = finding(history_folder, "dropouts")
    assert (found.status, "2 times" in found.text) == (doctor.Status.NOTE, True)


def test_a_folder_that_is_not_there_yet_is_told_and_not_made(tmp_path):
    assert finding(tmp_path / "later", "folder").status is doctor.Status.NOTE
    assert not (tmp_path / "later").exists()
