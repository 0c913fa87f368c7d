"""Own routines: kept, changed, deleted and taken back, given away as a file and opened again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from helpers.release_room import a_room
from unknot import paths
from unknot.content.library import Library
from unknot.content.own_file import checker
from unknot.domain.body import Side
from unknot.domain.errors import KnownError
from unknot.domain.own_ids import made_from
from unknot.domain.own_routine import doubled, draft_of, renamed, retotalled, timed
from unknot.domain.selection import Occasion
from unknot.services.all_routines import AllRoutines
from unknot.services.journal import Journal
from unknot.services.own_routines import MOST_BYTES, OwnRoutines

BALL = "calf-outer-ball"
DAY_S = 20 * 60


@pytest.fixture(scope="session")
def rules():
    return checker(paths.resources())


@pytest.fixture
def journal(history, clock):
    return Journal(history, clock)


@pytest.fixture
def own(history, journal, library, rules, clock):
    return OwnRoutines(history, journal, library.routines, lambda: rules, DAY_S, clock)


@pytest.fixture
def whole(library, own) -> Library:
    """The library with the own routines in it."""
    return replace(library, routines=AllRoutines(library.routines, lambda: own.routines))


def kept(own, library, name=BALL, title=""):
    editing = own.version_of(library.routines[name])
    draft = renamed(editing.draft, title) if title else editing.draft
    return own.keep(replace(editing, draft=draft))


def shorter(editing, seconds=20):
    rows = [row for row, step in enumerate(editing.draft.routine.steps) if step.kind == "press"]
    return replace(editing, draft=timed(editing.draft, rows, seconds))


def test_a_version_is_kept_and_read_again(own, library, history, journal, rules, clock):
    routine = own.keep(shorter(own.version_of(library.routines[BALL])))
    again = OwnRoutines(history, journal, library.routines, lambda: rules, DAY_S, clock)
    assert again.routines == {routine.id: routine}
    assert made_from(routine.id) == BALL
    assert routine.title == "Outer calf: pin and move (mine)"
    assert journal.undo_text == "Routine saved"


def test_names_tell_versions_apart_and_stay_short(own, library):
    names = [kept(own, library).title for _ in range(3)]
    assert names[1:] == ["Outer calf: pin and move (mine 2)", "Outer calf: pin and move (mine 3)"]
    first = next(iter(own.routines.values()))
    assert own.version_of(first).draft.routine.title == "Outer calf: pin and move (mine 4)"
    long = replace(library.routines[BALL], title="x" * 60)
    assert len(own.version_of(long).draft.routine.title) == 60


def test_an_own_one_is_changed_under_its_id_and_keeps_its_age(own, library, history, clock):
    routine = kept(own, library)
    made = history.own_routines.all()[0].made_at
    clock.advance(minutes=10)
    changed = own.keep(shorter(own.edit(routine.id)))
    assert changed.id == routine.id
    assert own.routines == {routine.id: changed}
    assert history.own_routines.all()[0].made_at == made


def test_saving_what_is_the_same_does_nothing(own, library, journal):
    routine = kept(own, library)
    depth = journal.depth
    own.keep(own.edit(routine.id))
    assert journal.depth == depth


def test_one_that_was_deleted_comes_back_whole(own, library, journal):
    routine = kept(own, library)
    own.delete(routine.id)
    assert own.routines == {}
    assert journal.undo() == "Routine deleted"
    assert own.routines == {routine.id: routine}
    journal.redo()
    assert own.routines == {}


def test_a_change_is_taken_back(own, library, journal):
    routine = kept(own, library)
    own.keep(shorter(own.edit(routine.id)))
    journal.undo()
    assert own.routines[routine.id] == routine


def test_what_breaks_a_rule_is_not_written(own, library, history):
    editing = own.version_of(library.routines[BALL])
    bad = replace(editing.draft.routine, pressure_ceiling=9)
    with pytest.raises(KnownError, match="pressure_ceiling"):
        own.keep(replace(editing, draft=draft_of(bad, None, DAY_S)))
    assert history.own_routines.all() == ()


def test_all_routines_are_one_mapping_shipped_ones_first(own, whole, library):
    routine = kept(own, library)
    assert list(whole.routines) == [*library.routines, routine.id]
    assert len(whole.routines) == len(library.routines) + 1
    assert whole.routines[routine.id] == routine
    assert BALL in whole.routines
    assert whole.routines.get("calf-outer-ball-own-nothing") is None
    assert 3 not in whole.routines


def test_shipped_routines_are_had_without_reading_own_ones(library):
    def never():
        raise AssertionError

    routines = AllRoutines(library.routines, never)
    assert BALL in routines
    assert routines[BALL].id == BALL


# ---------------------------------------------------------------- files
def test_from_file_to_own_to_file_nothing_changes(own, library, tmp_path):
    for number, routine in enumerate(library.routines.values()):
        path = tmp_path / f"{number}.toml"
        own.save_as(routine, path)
        if not own.may_edit(routine):
            continue
        mine = own.keep(own.open_file(path))
        own.save_as(mine, path)
        text = path.read_text(encoding="utf-8")
        own.delete(mine.id)
        again = own.keep(own.open_file(path))
        assert again == mine
        own.save_as(again, path)
        assert path.read_text(encoding="utf-8") == text
        assert replace(again, id=routine.id) == routine


def test_an_own_one_goes_to_another_computer_with_its_id(own, library, tmp_path):
    editing = own.version_of(library.routines[BALL])
    draft, _rows = doubled(shorter(editing).draft, (3,))
    mine = own.keep(replace(editing, draft=draft))
    own.save_as(mine, tmp_path / "x.toml")
    own.delete(mine.id)
    opened = own.open_file(tmp_path / "x.toml")
    assert opened.draft.routine == mine
    assert opened.draft.origin == library.routines[BALL]
    assert (opened.is_new, opened.file) == (True, "x.toml")
    assert own.routines == {}


def test_opened_beside_the_one_of_its_id_it_is_another(own, library, tmp_path):
    mine = kept(own, library)
    own.save_as(mine, tmp_path / "x.toml")
    assert own.open_file(tmp_path / "x.toml").draft.routine.id != mine.id


def test_a_routine_of_other_words_is_kept_without_a_shipped_one(own, library, tmp_path):
    path = tmp_path / "x.toml"
    own.save_as(library.routines[BALL], path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Lift off. Shake the foot.", "Lift off. Wiggle the toes."), encoding="utf-8")
    opened = own.open_file(path)
    assert opened.draft.origin is None
    assert made_from(opened.draft.routine.id) == "free"
    mine = own.keep(opened)
    assert own.edit(mine.id).draft.origin is None


def test_what_a_newer_writer_said_is_kept(own, library, tmp_path):
    path = tmp_path / "x.toml"
    own.save_as(library.routines[BALL], path)
    path.write_text('colour = "red"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    mine = own.keep(shorter(own.open_file(path)))
    own.save_as(own.keep(shorter(own.edit(mine.id), 25)), path)
    assert 'colour = "red"' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("", "", "x.toml is not a routine of Unknot."),
        ("format = 1", "format = 2", "x.toml was made for a newer Unknot."),
        ("format = 1\n", "", "x.toml is not a routine of Unknot."),
        ('type = "routine"', 'type = "drill"', "x.toml is not a routine of Unknot."),
        ("seconds = 45", "seconds = 60", "steps.pin_1.seconds: expected at most 45 for a press, got 60."),
        ("pressure_ceiling = 5", "pressure_ceiling = 9", "pressure_ceiling: expected 1 to 5"),
        ('"calf_dvt", ', "", "cautions: expected 'calf_dvt'"),
        ("gastrocnemius_lateral_lower", "iliotibial_band", "targets: unknown place that is pressed"),
        ("at = 15", "at = nan", "overlaps"),
        ("seconds = 39", 'seconds = "long"', "seconds"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence_and_nothing_changes(
    own, library, history, tmp_path, old, new, sentence
):
    path = tmp_path / "x.toml"
    own.save_as(library.routines[BALL], path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new) if old else "}", encoding="utf-8")
    with pytest.raises(KnownError) as refused:
        own.open_file(path)
    assert sentence in refused.value.what
    assert "\n" not in str(refused.value)
    assert history.own_routines.all() == ()


def test_two_minutes_a_spot_hold_for_files_too(own, library, tmp_path):
    routine, path = library.routines["soleus-fibularis"], tmp_path / "x.toml"
    steps = tuple(replace(step, seconds=138) if step.kind == "move" else step for step in routine.steps)
    own.save_as(retotalled(replace(routine, steps=steps)), path)
    with pytest.raises(KnownError, match="more than 2 minutes"):
        own.open_file(path)


def test_a_measuring_routine_is_not_opened(own, library, tmp_path):
    own.save_as(library.routines["recheck-knots"], tmp_path / "x.toml")
    with pytest.raises(KnownError, match="only measures"):
        own.open_file(tmp_path / "x.toml")


def test_a_file_that_cannot_be_read_or_is_too_large_is_refused(own, tmp_path):
    with pytest.raises(KnownError, match="could not be read"):
        own.open_file(tmp_path / "none.toml")
    (tmp_path / "big.toml").write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(KnownError, match="too large"):
        own.open_file(tmp_path / "big.toml")


def test_a_file_is_named_after_its_title(own, library):
    assert own.file_name(library.routines[BALL]) == "outer-calf-pin-and-move.toml"
    assert own.file_name(replace(library.routines[BALL], title="???")) == f"{BALL}.toml"


# ---------------------------------------------------------------- the rules of the shipped one
def test_a_version_is_for_what_the_shipped_one_is_for(own, whole, history, clock):
    room = a_room(whole, history, clock)
    evening = kept(own, whole, "evening-12")
    stretch = kept(own, whole, "after-release-stretch")
    assert room.release.stands_alone(evening)
    assert room.release.stands_alone(stretch)
    assert whole.selection.occasion(evening.id) is Occasion.BOTH_LEGS


def test_hours_between_hold_for_version_and_shipped_one_alike(own, whole, history, clock):
    room = a_room(whole, history, clock)
    room.past_first_week()
    mine = kept(own, whole)
    knot = room.mark()
    room.play(mine.id, knot)
    clock.advance(hours=20)
    fit = room.release.check(whole.routines[BALL], room.story(knot))
    assert fit.refusal
    own.delete(mine.id)
    assert room.release.check(whole.routines[BALL], room.story(knot)).refusal == fit.refusal


def test_a_version_of_the_gentle_choice_is_gentle(own, whole, history, clock):
    room = a_room(whole, history, clock)
    thumbs = kept(own, whole, "calf-outer-thumbs")
    knot = room.mark(tenderness=7)
    fit = room.release.check(thumbs, room.story(knot))
    assert fit.routine == thumbs
    assert room.release.check(kept(own, whole), room.story(knot)).routine is None


def test_candidates_of_a_version_are_those_of_the_shipped_one(own, whole, history, clock):
    room = a_room(whole, history, clock)
    knot = room.mark(side=Side.LEFT)
    (story,) = room.release.candidates(kept(own, whole))
    assert story.knot.id == knot
