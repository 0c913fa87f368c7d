"""Back and forth between versions."""

from __future__ import annotations

from unknot.domain.edit_history import EditHistory


def test_versions_are_taken_back_and_done_again():
    history = EditHistory("a")
    history.go_to("b")
    history.go_to("c")
    assert (history.undo(), history.undo(), history.undo()) == ("b", "a", "a")
    assert not history.can_undo
    assert (history.redo(), history.redo(), history.redo()) == ("b", "c", "c")
    assert not history.can_redo


def test_a_new_version_forgets_what_was_taken_back():
    history = EditHistory("a")
    history.go_to("b")
    history.undo()
    history.go_to("d")
    assert not history.can_redo
    assert history.now == "d"


def test_what_is_the_same_is_no_new_version():
    history = EditHistory("a")
    history.go_to("a")
    assert not history.can_undo
    assert not history.is_changed
    history.go_to("b")
    assert history.is_changed
