"""Full disks, locks, damage, crashes: made to happen. One sentence each, nothing lost."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from helpers.histories import a_run, a_story
from unknot.domain.errors import KnownError
from unknot.storage import engine
from unknot.storage.backup import back_up_if_due
from unknot.storage.history import open_history
from unknot.storage.peek import peek_choices

NOBODY = 65534
CHILD = Path(__file__).parents[2] / "helpers" / "write_until_stopped.py"


def is_sound(folder: Path) -> bool:
    with closing(sqlite3.connect(folder / "unknot.db")) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def assert_plain(error: KnownError) -> None:
    """One sentence that says what happened, and what to do about it."""
    assert error.what.endswith(".")
    assert error.advice.endswith(".")
    assert "!" not in str(error)
    assert "sqlite" not in str(error).lower()


def test_a_full_disk_refuses_the_change_and_keeps_all_before(history, folder, clock):
    limit_pages(history, 40)
    saved = []
    with pytest.raises(KnownError, match="disk is full") as caught:  # noqa: PT012  # it fails somewhere in the loop
        for number in range(1000):
            run = a_run(clock(), note=f"{number} " * 400)
            history.runs.add(run)
            saved.append(run)
    assert_plain(caught.value)
    assert caught.value.retry
    assert len(saved) > 10
    assert set(history.runs.all()) == set(saved)
    assert is_sound(folder)
    limit_pages(history, 2000)  # space was freed
    history.runs.add(run)
    assert set(history.runs.all()) == {*saved, run}


def limit_pages(history, count: int) -> None:
    with history._store.read() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {count}")


def test_a_disk_that_fills_up_under_the_program_loses_nothing_that_was_saved(folder, migrations, tmp_path):
    child = start_child(folder, migrations, "--bytes", "400000")
    out, _ = child.communicate(timeout=60)
    *saved, last = out.splitlines()
    assert child.returncode == 0
    assert last.startswith("refused: Could not save: the disk")
    assert len(saved) > 10
    assert_all_there(folder, migrations, saved)


def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_reported(folder, migrations):
    with start_child(folder, migrations) as child:
        saved = [child.stdout.readline().strip() for _ in range(60)]
        child.send_signal(signal.SIGKILL)
        # through the same buffer: communicate() passes by the lines that are in it already
        saved += [line for line in child.stdout.read().splitlines() if len(line) == 36]
    assert child.returncode == -signal.SIGKILL
    assert_all_there(folder, migrations, saved)


def start_child(folder: Path, migrations: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(CHILD), str(folder), str(migrations), *more], stdout=subprocess.PIPE, text=True
    )


def assert_all_there(folder: Path, migrations: Path, saved: list[str]) -> None:
    history = open_history(folder, migrations)
    kept = {run.id for run in history.runs.all()}
    history.close()
    assert {UUID(line) for line in saved} <= kept
    assert len(kept) <= len(saved) + 1  # at most the one that was being reported
    assert is_sound(folder)


@pytest.mark.parametrize("damage", [b"not a database " * 600, b"SQLite format 3\x00" + b"\xff" * 8000, b"x"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(history, folder, migrations, damage):
    history.close()
    (folder / "unknot.db").write_bytes(damage)
    with pytest.raises(KnownError, match="damaged") as caught:
        open_history(folder, migrations)
    assert_plain(caught.value)
    assert (folder / "unknot.db").read_bytes() == damage


def test_damage_inside_is_said_when_it_is_met_with_the_backup_to_open(history, folder, migrations, clock):
    for number in range(300):
        history.runs.add(a_run(clock(), note=f"{number} " * 40))
    back_up_if_due(folder, date(2026, 11, 8))
    history.close()
    data = (folder / "unknot.db").read_bytes()
    (folder / "unknot.db").write_bytes(data[: 4096 * 14] + b"\x5a" * (len(data) - 4096 * 14))
    with pytest.raises(KnownError, match="damaged") as caught:  # noqa: PT012  # opening may or may not notice it
        damaged = open_history(folder, migrations)
        try:
            damaged.runs.all()
        finally:
            damaged.close()
    assert "backup of 8 November" in caught.value.advice


def test_a_file_emptied_by_the_disk_is_not_taken_for_a_new_history(history, folder, migrations, clock):
    history.knots.add(a_story(clock()))
    back_up_if_due(folder, date(2026, 11, 8))
    history.close()
    (folder / "unknot.db").write_bytes(b"")
    with pytest.raises(KnownError, match="damaged"):
        open_history(folder, migrations)


def test_somebody_elses_database_is_refused_and_left_alone(folder, migrations):
    folder.mkdir()
    with closing(sqlite3.connect(folder / "unknot.db")) as other:
        other.execute("CREATE TABLE recipes (name)")
    before = (folder / "unknot.db").read_bytes()
    with pytest.raises(KnownError, match="not a history of Unknot") as caught:
        open_history(folder, migrations)
    assert_plain(caught.value)
    assert (folder / "unknot.db").read_bytes() == before


def test_a_locked_file_is_said_after_a_short_wait(history, folder, migrations, clock, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_S", 0.05)
    second = open_history(folder, migrations)
    with history.transaction():
        history.runs.add(a_run(clock()))
        with pytest.raises(KnownError, match="another program") as caught:
            second.knots.add(a_story(clock()))
    assert_plain(caught.value)
    second.knots.add(a_story(clock()))  # the same connection works again
    assert len(second.knots.all()) == len(second.runs.all()) == 1
    second.close()


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder outside tmp_path, whose parents only root may enter."""
    place = Path(tempfile.mkdtemp(prefix="unknot-"))
    place.chmod(0o755)
    yield place
    shutil.rmtree(place)


@contextmanager
def as_somebody_without_rights() -> Iterator[None]:
    """Root may write anywhere, so a test run as root becomes nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_folder_that_may_not_be_made_is_said(open_place, migrations):
    open_place.chmod(0o555)
    with as_somebody_without_rights(), pytest.raises(KnownError, match="may not write") as caught:
        open_history(open_place / "data", migrations)
    assert_plain(caught.value)
    assert list(open_place.iterdir()) == []


def test_a_read_only_folder_is_said_and_the_history_left_alone(open_place, migrations, clock):
    history = open_history(open_place, migrations)
    history.runs.add(a_run(clock()))
    history.close()
    before = (open_place / "unknot.db").read_bytes()
    (open_place / "unknot.db").chmod(0o444)
    open_place.chmod(0o555)
    with as_somebody_without_rights(), pytest.raises(KnownError, match="may not write") as caught:
        open_history(open_place, migrations)
    assert str(open_place) in caught.value.what
    assert (open_place / "unknot.db").read_bytes() == before


def test_a_history_that_turns_read_only_while_open_refuses_and_keeps_the_rest(history, clock):
    history.runs.add(a_run(clock()))
    with history._store.read() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(KnownError, match="may not write"):
        history.runs.add(a_run(clock()))
    assert len(history.runs.all()) == 1


def test_a_file_where_the_folder_should_be_is_said(tmp_path, migrations):
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(KnownError, match="may not write"):
        open_history(tmp_path / "data", migrations)


def test_a_bug_is_not_dressed_up_as_bad_luck(history, clock):
    with pytest.raises(ZeroDivisionError), history.transaction():
        raise ZeroDivisionError


def test_folder_and_file_are_private(history, folder, clock):
    history.runs.add(a_run(clock()))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_a_folder_with_other_peoples_files_keeps_its_mode(folder, migrations):
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "holiday.jpg").touch()
    open_history(folder, migrations).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_the_pragmas_are_those_of_the_house(history):
    with history._store.read() as connection:
        told = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert told == ["wal", 2, 1]


def test_peeking_shows_the_choices_without_making_or_changing_anything(folder, migrations):
    assert peek_choices(folder).text_scale == 100
    assert not folder.exists()
    history = open_history(folder, migrations)
    history.settings.put({"text_scale": 150, "theme": "dark"})
    assert peek_choices(folder).text_scale == 150
    history.close()
    before = (folder / "unknot.db").read_bytes()
    assert peek_choices(folder).theme == "dark"
    assert (folder / "unknot.db").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a database " * 600])
def test_peeking_at_something_unreadable_gives_the_defaults(folder, content):
    folder.mkdir()
    (folder / "unknot.db").write_bytes(content)
    assert peek_choices(folder).text_scale == 100
    assert (folder / "unknot.db").read_bytes() == content


def test_peeking_does_not_import_sqlalchemy():
    code = "import sys, unknot.storage.peek; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
