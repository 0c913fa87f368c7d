"""Knots on disk: what a newer version wrote stays, and what was read is read again once it is another."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from uuid import uuid4

import pytest
from msgspec.structs import replace

from helpers.histories import SEAM, a_run, a_story
from unknot.domain.body import Side, Spot, View
from unknot.domain.knots import CheckOccasion, Gap, KnotCheck, KnotKind, Size

TABLES = ("knots", "knot_checks", "knot_gaps")


def written(folder, statement, *values):
    """Another program writes to the file."""
    with closing(sqlite3.connect(folder / "unknot.db")) as other:
        other.execute(statement, values)
        other.commit()


def rows(folder):
    with closing(sqlite3.connect(folder / "unknot.db")) as other:
        return {name: other.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}


@pytest.fixture
def strange(history, folder, clock):
    """A knot of a newer version: its place, kind, size and occasion are not known here."""
    story = a_story(clock(), 7)
    history.knots.add(story)
    later = KnotCheck(uuid4(), story.knot.id, clock() + timedelta(hours=1), 5, Size.PLUM)
    history.knots.add_check(later)
    history.knots.add_gap(Gap(uuid4(), story.knot.id, clock(), clock() + timedelta(days=1)))
    written(folder, "UPDATE knots SET place = 'sole_arch', kind = 'ridge'")
    written(
        folder, "UPDATE knot_checks SET size = 'melon', occasion = 'by_camera' WHERE id = ?", later.id.bytes
    )
    return replace(story, checks=(*story.checks, later))


def test_what_is_not_known_is_read_as_other(history, strange):
    (story,) = history.knots.all()
    assert story == history.knots.get(strange.knot.id)
    assert (story.knot.place, story.knot.kind) == ("sole_arch", KnotKind.OTHER)
    assert not story.knot.kind.is_pressed
    assert [(one.size, one.occasion) for one in story.checks] == [
        (Size.MARBLE, CheckOccasion.RATING),
        (None, CheckOccasion.OTHER),
    ]
    assert story.latest == story.first  # what an unknown rating says is not known


def test_writing_other_things_leaves_the_unknown_words_in_their_rows(history, folder, strange, clock):
    before = rows(folder)
    story = history.knots.get(strange.knot.id)
    history.knots.add(a_story(clock(), 3))
    history.runs.add(a_run(clock()))
    history.knots.change(replace(story.knot, note="on the sole", closed_at=clock()))
    history.knots.change_check(replace(story.checks[1], tenderness=2))
    after = rows(folder)
    assert after["knots"][0][:3] == before["knots"][0][:3]
    assert after["knots"][0][9] == "on the sole"
    assert [row[4:7] for row in after["knot_checks"]][1] == (2, "melon", "by_camera")
    assert after["knot_gaps"] == before["knot_gaps"]


def test_what_was_changed_or_removed_is_put_back_byte_for_byte(history, folder, strange):
    before = rows(folder)
    story = history.knots.get(strange.knot.id)
    kept = history.knots.change(replace(story.knot, kind=KnotKind.KNOT, spot=SEAM, place="seam"))
    history.knots.put_back(kept)
    assert rows(folder) == before
    kept = history.knots.change_check(replace(story.checks[1], size=Size.PEA, occasion=CheckOccasion.RATING))
    history.knots.put_back(kept)
    assert rows(folder) == before
    history.knots.put_back(history.knots.remove(strange.knot.id))
    assert rows(folder) == before
    history.knots.put_back(history.knots.remove_check(story.checks[1].id))
    assert rows(folder) == before


def test_a_knot_comes_back_with_its_gaps_in_order(history, clock):
    story = a_story(clock())
    days = [clock() + timedelta(days=number) for number in range(4)]
    gaps = tuple(Gap(uuid4(), story.knot.id, days[at], days[at + 1]) for at in (0, 2))
    history.knots.add(replace(story, gaps=gaps[:1]))
    history.knots.add_gap(gaps[1])
    assert history.knots.get(story.knot.id).gaps == gaps
    history.knots.remove_gap(gaps[0])
    assert history.knots.all()[0].gaps == gaps[1:]
    with pytest.raises(KeyError):
        history.knots.remove_gap(gaps[0])


def test_what_was_read_is_read_again_after_a_write_of_ours(history, clock):
    first, second = a_story(clock(), 3), a_story(clock() + timedelta(minutes=1), 4)
    history.knots.add(first)
    assert history.knots.all() == (first,)
    history.knots.add(second)
    check = KnotCheck(uuid4(), first.knot.id, clock() + timedelta(hours=1), 2)
    history.knots.add_check(check)
    assert history.knots.all() == (replace(first, checks=(*first.checks, check)), second)
    history.knots.remove_check(check.id)
    history.knots.change(replace(second.knot, note="n"))
    assert history.knots.all() == (first, replace(second, knot=replace(second.knot, note="n")))
    kept = history.knots.remove(first.knot.id)
    assert [story.knot.id for story in history.knots.all()] == [second.knot.id]
    history.knots.put_back(kept)
    assert history.knots.all()[0] == first


def test_what_another_program_wrote_is_seen(history, folder, clock):
    history.knots.add(a_story(clock()))
    assert len(history.knots.all()) == 1
    written(folder, "UPDATE knots SET note = 'from elsewhere'")
    assert history.knots.all()[0].knot.note == "from elsewhere"
    written(folder, "DELETE FROM knot_checks")
    written(folder, "DELETE FROM knots")
    assert history.knots.all() == ()


def test_what_a_transaction_took_back_is_not_remembered(history, clock):
    kept, lost = a_story(clock(), 3), a_story(clock(), 9)
    history.knots.add(kept)

    def half_way():
        with history.transaction():
            history.knots.add(lost)
            history.knots.change(replace(kept.knot, note="lost"))
            assert len(history.knots.all()) == 2
            raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        half_way()
    assert history.knots.all() == (kept,)


def test_what_did_not_change_is_not_read_again(history, clock):
    history.knots.add(a_story(clock()))
    (story,) = history.knots.all()
    history.runs.add(a_run(clock()))
    assert history.knots.all()[0] is story


@pytest.fixture
def from_above(history, folder, clock):
    """A knot marked in a picture that is not known here."""
    history.knots.add(a_story(clock(), 7))
    with closing(sqlite3.connect(folder / "unknot.db")) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")  # as a schema that knows more views
        other.execute("UPDATE knots SET view = 'above', side = 'middle'")
        other.commit()


def test_a_knot_in_an_unknown_view_is_kept_and_read_as_other(history, folder, from_above):
    before = rows(folder)
    (story,) = history.knots.all()
    assert story.knot.kind is KnotKind.OTHER
    kept = history.knots.remove(story.knot.id)
    with history._store.read() as connection:
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
    history.knots.put_back(kept)
    assert rows(folder) == before


def test_a_knot_moved_out_of_an_unknown_view_lies_where_it_was_put(history, from_above):
    knot = history.knots.all()[0].knot
    spot = Spot(View.BACK, Side.RIGHT, 0.44, 0.61)
    history.knots.change(replace(knot, spot=spot))
    assert history.knots.get(knot.id).knot.spot == spot
    assert history.knots.get(knot.id).knot.kind is KnotKind.KNOT
