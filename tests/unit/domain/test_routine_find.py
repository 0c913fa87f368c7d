"""What is typed, and what it finds."""

from __future__ import annotations

import pytest

from unknot import paths
from unknot.content.library import Library, load_library
from unknot.domain.routine_find import holds, never_pressed_by_name, routine_words, words_of


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources())


def test_words_have_no_case_no_accents_and_no_marks():
    assert words_of("Ball-Übung: 45 s") == ("ball", "ubung", "45", "s")


def test_every_typed_word_begins_a_word():
    assert holds(("massage", "ball"), "ba mas")
    assert not holds(("massage", "ball"), "all")
    assert holds((), "")


def test_a_routine_is_found_by_household_things_and_steps(library):
    tools = library.vocabulary.tools
    words = routine_words(library.routines["calf-outer-ball"], library.places, tools)
    for typed in ("rolled socks", "circles with your foot", "gastrocnemius", "tennis"):
        assert holds(words, typed), typed
    assert not holds(words, "buttock")


@pytest.mark.parametrize("typed", ["it band", "ITB", "it-band", "Iliotibial"])
def test_the_it_band_is_found_by_any_of_its_names(library, typed):
    found = never_pressed_by_name(typed, library.places.values())
    assert found
    assert all(place.id.startswith("iliotibial") for place in found)


@pytest.mark.parametrize("typed", ["", "it", "calf", "seam", "glute"])
def test_what_may_be_pressed_or_says_too_little_is_not_refused(library, typed):
    assert never_pressed_by_name(typed, library.places.values()) == ()
