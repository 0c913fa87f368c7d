from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from unknot.domain.run_entry import (
    Fault,
    Field,
    RunDraft,
    clock_text,
    draft_of,
    faults_of,
    minutes_text,
    read_minutes,
    read_number,
    run_of,
)

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
DRAFT = RunDraft(uuid4(), NOW - timedelta(hours=2), "52")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("52", 52), (" 52,5 ", 52.5), ("52.5", 52.5), ("52:30", 52.5), ("1:02:30", 62.5), ("90:00", 90)],
)
def test_minutes_are_read_the_way_people_write_them(text, minutes):
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "an hour", "-5", "5:75", "1:75:00", "1:2:3:4", "5 km", "1e3"])
def test_what_is_no_time_is_not_read(text):
    assert read_minutes(text) is None


def test_comma_and_dot_are_both_decimal_signs():
    assert read_number("8,4") == read_number("8.4") == 8.4


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({"minutes": ""}, Field.MINUTES, Fault.MISSING),
        ({"minutes": "long"}, Field.MINUTES, Fault.NOT_READ),
        ({"minutes": "0"}, Field.MINUTES, Fault.ZERO),
        ({"minutes": "1500"}, Field.MINUTES, Fault.TOO_MUCH),
        ({"distance": "far"}, Field.DISTANCE, Fault.NOT_READ),
        ({"distance": "0"}, Field.DISTANCE, Fault.ZERO),
        ({"distance": "501"}, Field.DISTANCE, Fault.TOO_MUCH),
        ({"pain": True, "onset": "soon"}, Field.ONSET, Fault.NOT_READ),
        ({"pain": True, "onset": "53"}, Field.ONSET, Fault.AFTER_END),
        ({"pain": False, "worst": 3}, Field.WORST, Fault.NO_PAIN_BUT_SCORE),
        ({"started_at": NOW + timedelta(minutes=1)}, Field.STARTED, Fault.IN_FUTURE),
    ],
)
def test_each_fault_is_named_with_its_field(change, field, fault):
    draft = replace(DRAFT, **change)
    assert faults_of(draft, NOW) == {field: fault}
    with pytest.raises(ValueError, match=fault.value):
        run_of(draft, NOW)


def test_nothing_said_about_pain_stays_unsaid():
    run = run_of(DRAFT, NOW)
    assert (run.pain_free, run.onset_min, run.worst_pain) == (False, None, None)


def test_no_pain_leaves_a_typed_minute_out():
    run = run_of(replace(DRAFT, pain=False, onset="12"), NOW)
    assert run.pain_free
    assert run.onset_min is None


@given(
    st.integers(1, 24 * 3600),
    st.none() | st.integers(1, 500_000),
    st.sampled_from([None, True, False]),
    st.none() | st.integers(0, 10),
    st.sampled_from([".", ","]),
)
def test_a_run_comes_back_from_the_form_as_it_was(seconds, metres, pain, score, decimal):
    draft = replace(
        DRAFT,
        minutes=minutes_text(seconds / 60),
        distance="" if metres is None else str(metres / 1000),
        pain=pain,
        onset=minutes_text(seconds / 120) if pain else "",
        worst=score if pain else None,
        calf=score,
        note="a hill",
        focus_cue="tall" if score else "",
        focus_kept=score % 4 if score else None,
    )
    run = run_of(draft, NOW)
    assert run_of(draft_of(run, decimal), NOW) == run


def test_how_often_a_cue_came_off_is_kept_only_with_its_cue():
    assert run_of(replace(DRAFT, focus_cue="tall", focus_kept=0), NOW).focus_kept == 0
    assert run_of(replace(DRAFT, focus_cue="tall"), NOW).focus_kept is None
    assert run_of(replace(DRAFT, focus_kept=3), NOW).focus_kept is None


@pytest.mark.parametrize("wrong", [{"focus_kept": 1}, {"focus_cue": "tall", "focus_kept": 4}])
def test_a_run_refuses_an_answer_without_a_cue_or_off_the_scale(wrong):
    with pytest.raises(ValueError, match="how often a cue came off"):
        replace(run_of(DRAFT, NOW), **wrong)


def test_a_clock_has_hours_only_where_it_needs_them():
    assert (clock_text(18 + 11 / 60), clock_text(61.5)) == ("18:11", "1:01:30")
