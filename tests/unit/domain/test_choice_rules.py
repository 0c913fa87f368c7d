"""Which values a choice takes, and what becomes of impossible ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, fields

from unknot.domain.choice_rules import NAMES, checked, kept_choices
from unknot.domain.choices import Choices, ThemeChoice
from unknot.domain.tone import BeatOf, BeatSound, ToneSet

anything = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.text()))


def test_every_default_is_a_value_its_field_takes():
    for field in fields(Choices):
        assert checked(field.name, field.default) == field.default


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("text_scale", 99),
        ("text_scale", 201),
        ("text_scale", 150.0),
        ("text_scale", "150"),
        ("volume", -1),
        ("sound_delay_ms", 401),
        ("voice", 1),
        ("volume", True),
        ("page", None),
    ],
)
def test_a_value_the_field_cannot_have_is_refused(name, value):
    with pytest.raises(ValueError, match=r".+"):
        checked(name, value)


def test_a_name_that_is_no_choice_is_refused():
    with pytest.raises(KeyError):
        checked("colour", "red")


def test_kept_values_are_read_back():
    choices = Choices(theme=ThemeChoice.DARK, text_scale=175, voice=False, window="AAEC")
    assert kept_choices(asdict(choices)) == choices


@given(st.dictionaries(st.sampled_from(sorted(NAMES)) | st.text(), anything))
def test_whatever_was_kept_gives_choices(kept):
    choices = kept_choices(kept)
    assert 100 <= choices.text_scale <= 200
    assert isinstance(choices.theme, ThemeChoice)
    assert all(type(getattr(choices, field.name)) is type(field.default) for field in fields(Choices))


def test_words_of_a_list_are_read_back_as_they_were_kept():
    kept = {"theme": "dark", "tone_set": "quiet", "metronome_beat": "rep", "metronome_sound": "loud"}
    choices = kept_choices(kept)
    assert (choices.tone_set, choices.metronome_beat) == (ToneSet.QUIET, BeatOf.REP)
    assert choices.metronome_sound is BeatSound.CLICK
