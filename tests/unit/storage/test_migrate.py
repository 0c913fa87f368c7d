"""The schema: made by migrations, equal to the tables, upgraded whole or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from helpers.histories import a_run, a_story
from unknot.domain.errors import KnownError
from unknot.storage.copies import counted
from unknot.storage.history import open_history
from unknot.storage.places import newest_schema, state_of
from unknot.storage.tables import metadata

RELEASED = sorted((Path(__file__).parents[2] / "data").glob("schema_*.sql"))

NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0006", "0005"


def upgrade():
    op.create_table("shoes", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("knots") as knots:
        knots.add_column(sa.Column("colour", sa.Text))
        knots.drop_column("note")
    {last}
"""


def with_next(migrations: Path, tmp_path: Path, last: str) -> Path:
    """A copy of the shipped migrations and one more."""
    newer = tmp_path / "migrations %s"  # a per cent sign is special to alembic's config
    shutil.copytree(migrations, newer, ignore=shutil.ignore_patterns("__pycache__"))
    (newer / "versions" / "0006_shoes.py").write_text(NEXT.format(last=last), encoding="utf-8")
    return newer


def schema_of(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: sql for name, sql in rows if name != "alembic_version"}


def dump_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        pragmas = [
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id")
        ]
        return [*connection.iterdump(), *map(str, pragmas)]


def test_migrating_an_empty_file_equals_the_tables(history, folder, tmp_path):
    made = tmp_path / "made.db"
    engine = sa.create_engine(f"sqlite:///{made}")
    metadata.create_all(engine)
    engine.dispose()
    assert schema_of(folder / "unknot.db") == schema_of(made)


def test_opening_a_current_file_does_not_import_alembic(history, folder, migrations, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "unknot.storage.migrate", None)
    open_history(folder, migrations).close()


def test_the_file_says_which_schema_it_has(history, folder, migrations):
    state = state_of(folder / "unknot.db")
    assert state.schema == newest_schema(migrations) >= 1
    assert not state.is_empty


def test_a_newer_migration_keeps_every_row_and_leaves_a_copy(history, folder, migrations, tmp_path, clock):
    story, run = a_story(clock()), a_run(clock())
    history.knots.add(story)
    history.runs.add(run)
    history.close()
    open_history(folder, with_next(migrations, tmp_path, "")).close()
    with closing(sqlite3.connect(folder / "unknot.db")) as after:
        assert after.execute("SELECT count(*) FROM shoes").fetchone() == (0,)
        assert after.execute("SELECT id, colour FROM knots").fetchall() == [(story.knot.id.bytes, None)]
        # rebuilding the table of knots did not take their checks with it
        assert after.execute("SELECT count(*) FROM knot_checks").fetchone() == (1,)
        assert after.execute("PRAGMA user_version").fetchone() == (6,)
    assert counted(folder / "backups" / "before-0006.db")["knots"] == 1
    assert state_of(folder / "backups" / "before-0006.db").schema == 5


@pytest.mark.parametrize(
    "last",
    [
        "raise RuntimeError('half way')",
        "op.execute('INSERT INTO nowhere VALUES (1)')",
        "op.execute('DELETE FROM knots')",  # leaves checks that point nowhere
    ],
)
def test_a_failing_step_rolls_back_whole_and_leaves_a_copy(
    history, folder, migrations, tmp_path, clock, last
):
    history.knots.add(a_story(clock()))
    history.close()
    before = dump_of(folder / "unknot.db")
    with pytest.raises(KnownError, match="could not be brought up to date") as caught:
        open_history(folder, with_next(migrations, tmp_path, last))
    assert "before-0006.db" in caught.value.advice
    assert dump_of(folder / "unknot.db") == before
    assert dump_of(folder / "backups" / "before-0006.db") == before
    again = open_history(folder, migrations)
    assert len(again.knots.all()) == 1
    again.close()


def test_a_failing_first_migration_leaves_an_empty_file(folder, migrations, tmp_path):
    newer = with_next(migrations, tmp_path, "raise RuntimeError('half way')")
    with pytest.raises(RuntimeError):
        open_history(folder, newer)
    assert state_of(folder / "unknot.db").is_empty
    open_history(folder, migrations).close()


def test_a_newer_file_is_refused_and_untouched(history, folder, migrations, tmp_path, clock):
    history.knots.add(a_story(clock()))
    history.close()
    open_history(folder, with_next(migrations, tmp_path, "")).close()
    before = dump_of(folder / "unknot.db")
    with pytest.raises(KnownError, match="made by a newer Unknot"):
        open_history(folder, migrations)
    assert dump_of(folder / "unknot.db") == before


def test_there_is_a_dump_of_every_released_schema(migrations):
    assert [int(path.stem.removeprefix("schema_")) for path in RELEASED] == list(
        range(1, newest_schema(migrations) + 1)
    )


@pytest.mark.parametrize("dump", RELEASED, ids=lambda path: path.stem)
def test_every_released_schema_upgrades_with_its_rows(dump, folder, migrations, tmp_path):
    folder.mkdir()
    with closing(sqlite3.connect(folder / "unknot.db")) as released:
        released.executescript(dump.read_text(encoding="utf-8"))
    history = open_history(folder, migrations)
    (story,) = history.knots.all()
    assert [check.tenderness for check in story.checks] == [7, 5]
    assert story.checks[-1].session_id == history.sessions.all()[0].id
    assert [step.values for step in history.sessions.all()[0].steps] == [{"tenderness": 5}, {}]
    assert [run.worst_pain for run in history.runs.all()] == [4, 6]
    assert history.screenings.latest().answers["age"] == "18_49"
    assert history.settings.choices().text_scale == 125
    history.close()
    assert schema_of(folder / "unknot.db") == schema_of_tables(tmp_path)


def schema_of_tables(tmp_path: Path) -> dict[str, str]:
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'tables.db'}")
    metadata.create_all(engine)
    engine.dispose()
    return schema_of(tmp_path / "tables.db")


def test_the_second_schema_keeps_every_row_of_the_first_in_its_order(folder, migrations):
    dump = next(path for path in RELEASED if path.stem == "schema_0001").read_text(encoding="utf-8")
    folder.mkdir()
    with closing(sqlite3.connect(folder / "unknot.db")) as first:
        first.executescript(dump)
        # two ratings of one moment: only the order they were written in tells them apart
        first.execute("UPDATE knot_checks SET made_utc = (SELECT min(made_utc) FROM knot_checks)")
        first.commit()
        wanted = [first.execute(f"SELECT * FROM {name}").fetchall() for name in ("knots", "knot_checks")]
    history = open_history(folder, migrations)
    (story,) = history.knots.all()
    history.close()
    assert [check.tenderness for check in story.checks] == [7, 5]
    assert story.gaps == ()
    with closing(sqlite3.connect(folder / "unknot.db")) as second:
        assert [
            second.execute(f"SELECT * FROM {name}").fetchall() for name in ("knots", "knot_checks")
        ] == wanted
    assert state_of(folder / "backups" / f"before-{newest_schema(migrations):04d}.db").schema == 1


def test_the_third_schema_keeps_the_sessions_and_what_points_to_them(folder, migrations):
    dump = next(path for path in RELEASED if path.stem == "schema_0002").read_text(encoding="utf-8")
    folder.mkdir()
    with closing(sqlite3.connect(folder / "unknot.db")) as second:
        second.executescript(dump)
        wanted = second.execute("SELECT * FROM sessions").fetchall()
        steps = second.execute("SELECT * FROM session_steps").fetchall()
    history = open_history(folder, migrations)
    (session,) = history.sessions.all()
    history.close()
    assert (session.prepare_s, session.half, session.set_id, session.following) == (0, False, None, ())
    with closing(sqlite3.connect(folder / "unknot.db")) as third:
        assert [row[: len(wanted[0])] for row in third.execute("SELECT * FROM sessions")] == wanted
        assert third.execute("SELECT * FROM session_steps").fetchall() == steps


def test_the_fourth_schema_keeps_the_runs_without_a_cue(folder, migrations):
    dump = next(path for path in RELEASED if path.stem == "schema_0003").read_text(encoding="utf-8")
    folder.mkdir()
    with closing(sqlite3.connect(folder / "unknot.db")) as third:
        third.executescript(dump)
        wanted = third.execute("SELECT * FROM runs").fetchall()
    history = open_history(folder, migrations)
    assert {(run.focus_cue, run.focus_kept) for run in history.runs.all()} == {("", None)}
    history.close()
    with closing(sqlite3.connect(folder / "unknot.db")) as fourth:
        assert fourth.execute("SELECT * FROM runs").fetchall() == [(*row, "", None) for row in wanted]


def test_the_fifth_schema_begins_without_own_routines(folder, migrations):
    dump = next(path for path in RELEASED if path.stem == "schema_0004").read_text(encoding="utf-8")
    folder.mkdir()
    with closing(sqlite3.connect(folder / "unknot.db")) as fourth:
        fourth.executescript(dump)
        tables = [row[0] for row in fourth.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = {name: fourth.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    history = open_history(folder, migrations)
    assert history.own_routines.all() == ()
    history.close()
    del kept["alembic_version"]
    with closing(sqlite3.connect(folder / "unknot.db")) as fifth:
        assert {name: fifth.execute(f"SELECT * FROM {name}").fetchall() for name in kept} == kept


def test_the_fifth_schema_keeps_an_own_routine(folder, migrations):
    dump = next(path for path in RELEASED if path.stem == "schema_0005").read_text(encoding="utf-8")
    folder.mkdir()
    with closing(sqlite3.connect(folder / "unknot.db")) as fifth:
        fifth.executescript(dump)
    history = open_history(folder, migrations)
    (kept,) = history.own_routines.all()
    history.close()
    assert kept.id == "calf-outer-ball-own-3f2a91cd"
    assert 'title = "My short calf"' in kept.file
