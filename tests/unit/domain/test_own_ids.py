"""Ids tell what an own routine and a copied step were made from."""

from __future__ import annotations

from unknot.domain.own_ids import copied_step, is_own, made_from, own_id, source_in, source_step


def test_an_own_id_tells_the_shipped_routine():
    own = own_id("calf-outer-ball", "3f2a91cd")
    assert own == "calf-outer-ball-own-3f2a91cd"
    assert is_own(own)
    assert made_from(own) == "calf-outer-ball"


def test_a_shipped_id_is_its_own():
    assert not is_own("evening-12")
    assert made_from("evening-12") == "evening-12"


def test_one_that_is_no_version_has_no_shipped_routine():
    assert made_from(own_id("", "1")) == "free"


def test_copies_are_numbered_and_tell_their_source():
    assert copied_step("pin_1", {"pin_1"}) == "pin_1-2"
    assert copied_step("pin_1-2", {"pin_1", "pin_1-2"}) == "pin_1-3"
    assert source_step("pin_1-3") == "pin_1"
    assert source_step("pin_1") == "pin_1"


def test_a_known_step_with_a_number_is_its_own_source():
    assert source_in("a-2", {"a-2"}) == "a-2"
    assert source_in("a-2", {"a"}) == "a"
