"""Own routines in the database."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from unknot.domain.kept_routine import KeptRoutine


def a_kept(clock, name="calf-outer-ball-own-1", file='title = "A"\n'):
    return KeptRoutine(name, clock(), file)


def test_what_is_kept_is_read_as_it_was_the_oldest_first(history, clock):
    first = a_kept(clock)
    clock.advance(minutes=1)
    second = a_kept(clock, "calf-outer-ball-own-0", 'title = "Å"\n')
    history.own_routines.put(second)
    history.own_routines.put(first)
    assert history.own_routines.all() == (first, second)


def test_writing_over_it_keeps_when_it_was_made(history, clock):
    first = a_kept(clock)
    history.own_routines.put(first)
    clock.advance(minutes=5)
    history.own_routines.put(a_kept(clock, file="x = 1\n"))
    assert history.own_routines.all() == (replace(first, file="x = 1\n"),)


def test_one_that_is_deleted_is_not_there(history, clock):
    history.own_routines.put(a_kept(clock))
    history.own_routines.remove("calf-outer-ball-own-1")
    assert history.own_routines.all() == ()
    with pytest.raises(KeyError):
        history.own_routines.remove("calf-outer-ball-own-1")


def test_an_id_of_a_shipped_routine_is_refused(history, clock):
    with pytest.raises(sa.exc.IntegrityError):
        history.own_routines.put(a_kept(clock, "calf-outer-ball"))


def test_an_outer_transaction_that_fails_keeps_none(history, clock):
    def both():
        with history.transaction():
            history.own_routines.put(a_kept(clock))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        both()
    assert history.own_routines.all() == ()


def test_a_history_with_an_own_routine_is_not_empty(history, clock):
    assert history.is_empty()
    history.own_routines.put(a_kept(clock))
    assert not history.is_empty()
