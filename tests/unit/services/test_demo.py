"""The invented history: plausible, marked, the same for the same seed, never mixed with a real one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpers.histories import a_run, a_story
from unknot import paths
from unknot.content.cues import load_cues
from unknot.content.demo import load_cast
from unknot.content.library import load_library
from unknot.domain.errors import KnownError
from unknot.domain.invention import Shelf, invent
from unknot.domain.knots import CheckOccasion, KnotKind
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.services.demo import fill_demo


@pytest.fixture(scope="session")
def shelf():
    library = load_library(paths.resources())
    return Shelf(library.places, library.routines, library.drills)


@pytest.fixture(scope="session")
def cast():
    return load_cast(paths.resources())


@pytest.fixture
def filled(history, cast, shelf, clock):
    fill_demo(history, cast, shelf, now=clock(), seed=1)
    return history


def test_what_was_invented_is_in_the_history_and_counted(history, cast, shelf, clock):
    counts = fill_demo(history, cast, shelf, now=clock(), seed=1)
    assert counts.knots == len(history.knots.all()) >= 4
    assert counts.sessions == len(history.sessions.all()) >= 20
    assert counts.runs == len(history.runs.all()) >= 10


def test_it_is_marked_as_invented_everywhere(filled, cast):
    assert filled.settings.is_demo()
    assert all(cast.mark in story.knot.note for story in filled.knots.all())
    assert all(cast.mark in run.note for run in filled.runs.all())


def test_it_covers_about_five_weeks_and_ends_now(filled, clock):
    moments = [run.started_at for run in filled.runs.all()]
    moments += [session.ended_at for session in filled.sessions.all()]
    moments += [check.at for story in filled.knots.all() for check in story.checks]
    assert max(moments) <= clock()
    assert clock() - max(moments) < timedelta(days=3)
    assert timedelta(days=33) < clock() - min(moments) < timedelta(days=37)


def test_knots_fade_and_their_ratings_belong_to_sessions(filled):
    stories = [story for story in filled.knots.all() if story.knot.kind is KnotKind.KNOT]
    assert any(story.latest.tenderness <= story.first.tenderness - 3 for story in stories)
    occasions = {check.occasion for story in stories for check in story.checks}
    assert occasions == set(CheckOccasion) - {CheckOccasion.AGAIN, CheckOccasion.OTHER}
    sessions = {session.id: session for session in filled.sessions.all()}
    for story in stories:
        assert list(story.checks) == sorted(story.checks, key=lambda check: check.at)
        for check in story.checks:
            if check.session_id is not None:
                assert story.knot.id in sessions[check.session_id].knot_ids


def test_sessions_hold_the_steps_of_what_was_played(filled, shelf):
    assert {session.kind for session in filled.sessions.all()} == set(SessionKind)
    for session in filled.sessions.all():
        content = {**shelf.routines, **shelf.drills}[session.content_id]
        known = {step.id for step in content.steps}
        assert {step.step_id for step in session.steps} <= known
        assert session.end in (SessionEnd.DONE, SessionEnd.PARTIAL)
        assert session.done_s == pytest.approx(sum(step.seconds for step in session.steps), abs=0.11)


def test_the_scores_of_drills_lie_in_their_ranges_and_both_legs_are_measured(filled, cast, shelf):
    scored = filled.sessions.scored()
    assert {session.content_id for session in scored} == {*cast.drills, *cast.checks}
    for session in scored:
        asked = {score.id: score for score in shelf.drills[session.content_id].score}
        for step in session.steps:
            for name, value in step.values.items():
                assert asked[name].min <= value <= asked[name].max
                assert (step.side is not None) is asked[name].per_side
    for name in cast.checks:
        assert len([one for one in scored if one.content_id == name]) >= 3


def test_runs_have_cues_and_most_say_whether_they_came_off(filled, cast):
    runs = filled.runs.all()
    assert set(cast.cues) <= set(load_cues(paths.resources()).cards)
    assert {run.focus_cue for run in runs} == {"", *cast.cues}
    assert sum(run.focus_kept is not None for run in runs) > len(runs) / 2


def test_no_session_presses_harder_than_its_place_and_routine_allow(filled, shelf):
    for session in filled.sessions.all():
        if session.kind is SessionKind.RELEASE:
            limits = [shelf.places[place].max_pressure_pain for place in session.places]
            assert session.ceiling <= min([shelf.routines[session.content_id].pressure_ceiling, *limits])


def test_every_invented_place_is_on_the_map_and_served(cast, shelf):
    for knot in (cast.pain, *cast.knots):
        place = shelf.places[knot.place]
        assert place.mark_as == ("pain" if knot is cast.pain else "knot")
        if knot is not cast.pain:
            assert place.may_press(knot.at[1])
            assert knot.place in shelf.routines[knot.routine].targets


def test_the_same_seed_gives_the_same_history_and_another_another(cast, shelf, clock):
    first = invent(cast, shelf, days=36, now=clock(), seed=7)
    assert invent(cast, shelf, days=36, now=clock(), seed=7) == first
    assert invent(cast, shelf, days=36, now=clock(), seed=8) != first


def test_years_of_it_have_flare_ups_and_knots_no_longer_found(history, cast, shelf, clock):
    counts = fill_demo(history, cast, shelf, now=clock(), seed=1, years=1)
    stories = history.knots.all()
    assert counts.knots == len(stories) > len(cast.knots) + 1
    assert any(not story.knot.is_open for story in stories)
    assert history.runs.all()[-1].started_at < clock() - timedelta(days=355)


@pytest.mark.parametrize("what", ["knot", "run"])
def test_a_folder_with_a_real_history_is_refused_and_untouched(history, cast, shelf, clock, what):
    if what == "knot":
        history.knots.add(a_story(clock()))
    else:
        history.runs.add(a_run(clock()))
    with pytest.raises(KnownError, match="already holds a history"):
        fill_demo(history, cast, shelf, now=clock())
    assert not history.settings.is_demo()
    assert len(history.knots.all()) + len(history.runs.all()) == 1


def test_a_demo_is_not_filled_twice(filled, cast, shelf, clock):
    before = filled.runs.all()
    with pytest.raises(KnownError, match="already holds a history"):
        fill_demo(filled, cast, shelf, now=clock())
    assert filled.runs.all() == before
