"""What goes into the database comes out of it, offsets and all."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta, timezone
from uuid import uuid4

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.histories import SEAM, a_run, a_scored_drill, a_session, a_step, a_story
from unknot.domain.body import Side
from unknot.domain.choices import Choices, ThemeChoice
from unknot.domain.knots import CheckOccasion, Gap, KnotCheck, Size
from unknot.domain.practice import Planned, PressRating, SessionEnd, SessionKind, StepEnd
from unknot.domain.runs import Run
from unknot.storage.history import open_history
from unknot.storage.values import joined, split

INDIA = timezone(timedelta(hours=5, minutes=30))


@given(
    st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001  # gets its offset below
    st.integers(-14 * 60, 14 * 60),
)
def test_a_moment_keeps_its_instant_and_its_offset(naive, minutes):
    moment = naive.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    back = joined(*split(moment))
    assert back == moment
    assert back.utcoffset() == moment.utcoffset()


def test_a_moment_without_an_offset_is_refused():
    with pytest.raises(ValueError, match="offset"):
        split(datetime(2026, 9, 14, 18, 30))  # noqa: DTZ001  # the point of the test


def test_a_knot_comes_back_with_its_checks_in_order(history, clock):
    story = a_story(clock(), note="after the long hill")
    history.knots.add(story)
    clock.advance(days=1)
    later = KnotCheck(uuid4(), story.knot.id, clock(), 4, None, CheckOccasion.NEXT_DAY)
    history.knots.add_check(later)
    assert history.knots.get(story.knot.id) == replace(story, checks=(*story.checks, later))
    assert history.knots.all() == (history.knots.get(story.knot.id),)


def test_checks_of_the_same_moment_keep_the_order_they_were_written_in(history, clock):
    story = a_story(clock())
    history.knots.add(story)
    more = [KnotCheck(uuid4(), story.knot.id, clock(), score) for score in (5, 3, 4)]
    for check in more:
        history.knots.add_check(check)
    assert history.knots.get(story.knot.id).checks == (*story.checks, *more)


def test_a_knot_can_be_moved_closed_and_removed_with_its_checks(history, clock):
    story = a_story(clock())
    history.knots.add(story)
    changed = replace(story.knot, spot=SEAM, place="itb_hamstring_interface", closed_at=clock(), note="n")
    history.knots.change(changed)
    assert history.knots.mark(story.knot.id) == changed
    history.knots.remove(story.knot.id)
    assert history.knots.get(story.knot.id) is None
    assert history.knots.mark(story.knot.id) is None
    assert history.knots.all() == ()


def test_what_is_not_there_cannot_be_changed_or_removed(history, clock):
    with pytest.raises(KeyError):
        history.knots.change(a_story(clock()).knot)
    with pytest.raises(KeyError):
        history.knots.remove(uuid4())
    with pytest.raises(KeyError):
        history.knots.remove_check(uuid4())
    with pytest.raises(KeyError):
        history.runs.change(a_run(clock()))
    with pytest.raises(KeyError):
        history.runs.remove(uuid4())
    with pytest.raises(KeyError):
        history.sessions.set_progress(uuid4(), 1.0, 1.0)


def test_a_check_needs_its_knot(history, clock):
    with pytest.raises(sa.exc.IntegrityError):
        history.knots.add_check(KnotCheck(uuid4(), uuid4(), clock(), 4))


def test_runs_come_back_newest_first_in_the_offset_they_were_run_in(history, clock):
    first = a_run(clock(), note="flat")
    second = Run(uuid4(), clock().astimezone(INDIA) + timedelta(days=1), 30.0, pain_free=True)
    history.runs.add(first)
    history.runs.add(second)
    assert history.runs.all() == (second, first)
    assert history.runs.get(second.id).started_at.utcoffset() == timedelta(hours=5, minutes=30)
    history.runs.change(replace(first, note="hilly"))
    assert history.runs.get(first.id).note == "hilly"
    history.runs.remove(first.id)
    assert history.runs.get(first.id) is None


def test_a_run_keeps_its_cue_and_how_often_it_came_off(history, clock):
    run = replace(a_run(clock()), focus_cue="under_hips", focus_kept=2)
    history.runs.add(run)
    assert history.runs.get(run.id) == run
    history.runs.change(replace(run, focus_kept=None))
    assert history.runs.get(run.id).focus_kept is None


def test_the_file_refuses_a_cue_that_came_off_without_being_there(history, clock):
    history.runs.add(a_run(clock()))
    with pytest.raises(sa.exc.IntegrityError), history.transaction() as connection:
        connection.execute(sa.text("UPDATE runs SET focus_kept = 1"))


def test_a_session_comes_back_with_its_steps(history, clock):
    knot = a_story(clock())
    history.knots.add(knot)
    session = a_session(clock(), (knot.knot.id,), sides=(Side.LEFT, Side.RIGHT), bpm=172.0)
    history.sessions.add(session)
    steps = [
        a_step(session.id, 0, clock(), side=None, values={"tenderness": 6}),
        a_step(session.id, 1, clock(), end=StepEnd.SKIPPED),
        a_step(session.id, 0, clock(), end=StepEnd.CUT),
    ]
    for step in steps:
        history.sessions.add_step(step)
    history.sessions.set_progress(session.id, 61.5, 60.25)
    history.sessions.set_lowered(session.id, 2)
    expected = replace(session, steps=tuple(steps), position_s=61.5, done_s=60.25, lowered=2)
    assert history.sessions.get(session.id) == expected
    assert history.sessions.all() == history.sessions.open_ones() == (expected,)
    history.sessions.set_end(session.id, SessionEnd.PARTIAL, clock(), 60.5)
    assert history.sessions.open_ones() == ()
    assert history.sessions.get(session.id).end is SessionEnd.PARTIAL


def test_only_drills_that_hold_a_score_come_with_the_steps_that_do(history, clock):
    scored = a_scored_drill(
        clock(), "hold", (Side.LEFT, {"hold_s": 20}), (None, {}), (Side.RIGHT, {"hold_s": 31})
    )
    clock.advance(hours=1)
    later = a_scored_drill(clock(), "squeeze", (Side.LEFT, {"felt": 3}))
    unscored = a_scored_drill(clock(), "march", (None, {}))
    release = a_session(clock())
    for session in (scored, later, unscored, release):
        history.sessions.add(session)
    history.sessions.add_step(a_step(release.id, 0, clock(), values={"tenderness_0_10": 4}))
    found = history.sessions.scored()
    assert [session.id for session in found] == [later.id, scored.id]
    assert [step.values for step in found[1].steps] == [{"hold_s": 20}, {"hold_s": 31}]


def test_sessions_since_a_moment_leave_out_the_older_ones(history, clock):
    old = a_session(clock())
    history.sessions.add(old)
    clock.advance(days=2)
    new = a_session(clock())
    new = replace(new, steps=(a_step(new.id, 0, clock()),))
    history.sessions.add(new)
    assert history.sessions.all(clock() - timedelta(days=1)) == (new,)
    assert history.sessions.all() == (new, old)
    assert history.sessions.all(with_steps=False) == (replace(new, steps=()), old)


def test_every_save_of_answers_is_a_row_of_its_own(history, clock):
    assert history.screenings.latest() is None
    first = history.screenings.save({"age": "18_49", "general": ["none"]}, 1, clock())
    clock.advance(days=1)
    second = history.screenings.save({"age": "18_49", "general": ("clot", "cancer")}, 2, clock())
    assert history.screenings.latest() == second
    assert second.answers["general"] == ["clot", "cancer"]
    assert history.screenings.all() == (second, first)


def test_the_last_answer_of_a_day_counts(history, clock):
    today = date(2026, 9, 14)
    assert history.screenings.daily(today) is None
    history.screenings.answer_daily(today, clock(), yes=True)
    clock.advance(hours=1)
    last = history.screenings.answer_daily(today, clock(), yes=False)
    assert history.screenings.daily(today) == last
    assert history.screenings.daily(today + timedelta(days=1)) is None


def test_choices_fall_back_to_their_defaults_one_by_one(history):
    history.settings.put({"theme": "dark", "text_scale": 900, "volume": "loud", "gone": 1, "voice": False})
    assert history.settings.choices() == Choices(theme=ThemeChoice.DARK, voice=False)


def test_a_setting_that_is_no_json_is_left_out(history, folder):
    history.settings.put({"volume": 30})
    with sqlite3.connect(folder / "unknot.db") as other:
        other.execute("INSERT INTO settings VALUES ('theme', '{')")
    other.close()
    assert history.settings.values() == {"volume": 30}
    assert history.settings.is_demo() is False


def test_an_outer_transaction_is_all_or_nothing(history, clock):
    with pytest.raises(ZeroDivisionError), history.transaction():  # noqa: PT012  # the writes are the point
        history.knots.add(a_story(clock()))
        history.runs.add(a_run(clock()))
        raise ZeroDivisionError
    assert history.is_empty()
    with history.transaction():
        history.runs.add(a_run(clock()))
    assert not history.is_empty()


def test_another_window_of_sqlite_sees_nothing_before_the_commit(history, folder, migrations, clock):
    other = open_history(folder, migrations)
    with history.transaction():
        history.runs.add(a_run(clock()))
        assert history.runs.all() != ()
        assert other.runs.all() == ()
    assert other.runs.all() == history.runs.all()
    other.close()


def test_a_history_opened_in_one_thread_is_used_in_another(folder, migrations, clock):
    with ThreadPoolExecutor(1) as pool:
        opened = pool.submit(open_history, folder, migrations).result()
    run = a_run(clock())
    opened.runs.add(run)
    assert opened.runs.all() == (run,)
    opened.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE knots SET u = 1.5",
        "UPDATE knots SET side = 'middle'",
        "UPDATE knots SET view = 'sole'",
        "UPDATE knots SET closed_utc = 5",
        "UPDATE knot_checks SET tenderness = 11",
        "UPDATE knot_gaps SET reopened_utc = closed_utc - 1",
        "UPDATE runs SET minutes = 0",
        "UPDATE runs SET onset_min = minutes + 1",
        "UPDATE runs SET pain_free = 1",
        "UPDATE sessions SET ending = 'done'",
        "UPDATE session_steps SET ending = 'open'",
    ],
)
def test_the_tables_refuse_impossible_rows(history, folder, clock, statement):
    story = a_story(clock())
    gap = Gap(uuid4(), story.knot.id, clock(), clock())
    history.knots.add(replace(story, gaps=(gap,)))
    history.runs.add(a_run(clock()))
    session = a_session(clock())
    history.sessions.add(replace(session, steps=(a_step(session.id, 0, clock()),)))
    other = sqlite3.connect(folder / "unknot.db")
    with pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    other.close()


def test_a_size_is_kept_where_it_was_given(history, clock):
    story = a_story(clock())
    history.knots.add(story)
    for size in Size:
        history.knots.add_check(KnotCheck(uuid4(), story.knot.id, clock(), 3, size))
    assert [check.size for check in history.knots.get(story.knot.id).checks[1:]] == list(Size)


def test_what_follows_a_session_and_what_was_felt_in_it_come_back(history, clock):
    planned = (
        Planned("ham-itb-seam", (Side.LEFT,), (uuid4(),)),
        Planned("glute-bridge", kind=SessionKind.DRILL),
    )
    session = replace(
        a_session(clock()), prepare_s=10, half=True, set_id=uuid4(), following=planned, steps=()
    )
    history.sessions.add(session)
    press = PressRating(3, 41.5, clock(), 4)
    history.sessions.add_press(session.id, press)
    assert history.sessions.get(session.id) == replace(session, presses=(press,))
    (listed,) = history.sessions.all()
    assert listed == session
    history.sessions.set_following(session.id, planned[1:])
    assert history.sessions.get(session.id).following == planned[1:]


def test_an_item_that_was_kept_before_drills_could_follow_is_a_release(history, clock):
    session = replace(a_session(clock()), following=(Planned("ham-itb-seam", (Side.LEFT,)),))
    history.sessions.add(session)
    with sqlite3.connect(history.folder / "unknot.db") as old:
        old.execute("UPDATE sessions SET following = json_remove(following, '$[0].kind')")
    old.close()
    assert history.sessions.get(session.id) == session
