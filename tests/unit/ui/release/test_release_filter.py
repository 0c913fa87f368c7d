"""The library filtered, searched and starred, and gone through by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from unknot.domain.knots import CheckOccasion
from unknot.domain.practice import SessionEnd, SessionKind
from unknot.ui.release import release_page
from unknot.ui.release.release_page import ReleasePage

Key = Qt.Key


@pytest.fixture
def page(ready, theme, stage) -> ReleasePage:
    page = ReleasePage(ready, theme)
    stage.show_player(page)
    page.make_all()
    return page


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """What a screen reader is told."""
    told: list[str] = []
    monkeypatch.setattr(release_page, "announce", lambda _page, text: told.append(text))
    return told


def choose(control, value: str) -> None:
    control.fill()
    control.setCurrentIndex(control.findData(value))
    control.picked.emit(value)


def test_a_tool_leaves_the_routines_that_can_be_done_with_it(page):
    choose(page.filter.tool, "foam_roller")
    assert set(page.shown) == {"calf-sweep-roller", "quad-hip-calm"}


def test_what_i_have_leaves_those_that_need_nothing_else(ready, page):
    ready.settings.choose(tools_at_hand="hands foam_roller")
    choose(page.filter.tool, "mine")
    assert {"calf-sweep-roller", "calf-outer-thumbs", "thigh-inner-hands"} <= set(page.shown)
    assert "calf-outer-ball" not in page.shown


def test_a_tool_that_is_not_at_hand_is_named_by_what_does_as_well_at_home(ready, page):
    ready.settings.choose(tools_at_hand="hands")
    page.make_all()
    card = next(card for card in page.cards if card.id == "calf-outer-ball")
    assert "At home: a pair of rolled socks in a sock" in card.words.text


def test_minutes_leave_what_is_over_by_then(page):
    choose(page.filter.minutes, "8")
    assert "evening-12" not in page.shown
    assert "calf-outer-thumbs" in page.shown


def test_an_empty_choice_offers_to_show_all(ready, page):
    ready.settings.choose(tools_at_hand="hands")
    page.filter.part.segment("hip").click()
    choose(page.filter.minutes, "5")
    choose(page.filter.tool, "mine")
    assert page.shown == []
    assert page.empty.isVisible()
    assert page.empty.title.text() == "No routine uses only those tools"
    page.empty.button.click()
    assert len(page.shown) == len(ready.library.routines)
    assert not page.empty.isVisible()


def test_the_filter_is_remembered_and_the_search_until_the_program_closes(ready, theme, page):
    page.filter.part.segment("thigh").click()
    choose(page.filter.minutes, "10")
    page.search.setText("chair")
    again = ReleasePage(ready, theme)
    assert again.filter.value == page.filter.value
    assert again.search.text() == "chair"
    assert (ready.settings.choices.release_part, ready.settings.choices.release_minutes) == ("thigh", 10)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pin and move", "calf-outer-ball"),
        ("gastrocnemius", "calf-outer-ball"),
        ("outer calf", "calf-outer-thumbs"),
        ("lacrosse", "glute-ball"),
        ("circle foot", "calf-outer-ball"),
    ],
)
def test_the_search_finds_titles_places_by_both_names_tools_and_steps(page, typed, found):
    page.search.setText(typed)
    assert found in page.shown
    assert len(page.shown) < len(page.services.library.routines)


@pytest.mark.parametrize("typed", ["IT band", "itb", "Iliotibial tract"])
def test_the_it_band_is_never_a_target_and_what_is_beside_it_is_offered(page, typed):
    page.search.setText(typed)
    assert page.never.isVisible()
    assert "never pressed" in page.never.words.text()
    assert "Work here instead: seam between" in page.never.words.text()
    assert {"ham-itb-seam", "tfl-ball-wall", "glute-ball"} <= set(page.shown)
    assert "recheck-knots" not in page.shown
    page.search.clear()
    assert not page.never.isVisible()


def test_each_change_is_told_with_how_many_are_shown(page, said):
    page.search.setText("foam")
    page.search.setText("no such thing")
    page.search.clear()
    assert said[0] == "2 routines"
    assert said[1].startswith("Nothing found for")
    assert said[2] == "17 routines"


def test_the_whole_star_takes_a_click(ready, page, stage):
    stage.resize(1200, 800)
    page.make_all()
    card = page.cards[0]
    for corner in (card.star.rect().topLeft(), card.star.rect().center(), card.star.rect().bottomRight()):
        assert card.childAt(card.star.mapTo(card, corner)) is card.star


def test_favourites_that_another_choice_hides_are_not_denied(ready, page):
    long = next(card for card in page.cards if card.id == "evening-12")
    long.star.click()
    choose(page.filter.minutes, "5")
    page.filter.part.segment("starred").click()
    assert page.shown == []
    assert page.empty.title.text() == "No routine fits"


def test_a_star_is_remembered_filtered_by_and_goes_first(ready, theme, page):
    last = page.cards[-1]
    last.star.click()
    assert ready.settings.choices.starred == {last.id}
    page.filter.part.segment("starred").click()
    assert page.shown == [last.id]
    again = ReleasePage(ready, theme)
    again.make_all()
    assert again.cards[0].id == last.id
    assert again.cards[0].star.isChecked()
    again.cards[0].star.click()
    assert ready.settings.choices.starred == frozenset()


def test_what_is_due_goes_before_a_favourite_and_what_is_locked_after_both(ready, theme, stage, mark):
    ready.settings.choose(favourites="thigh-inner-hands")
    mark(6)
    page = ReleasePage(ready, theme)
    page.make_all()
    names = [card.id for card in page.cards]
    assert names[:2] == ["calf-outer-thumbs", "thigh-inner-hands"]
    assert "Today is for a gentler routine" in page.cards[2].words.text


def test_a_card_says_what_it_usually_does_once_three_sessions_say_so(ready, theme, clock, mark):
    knot = mark(6)
    page = ReleasePage(ready, theme)
    for count in range(1, 4):
        session = ready.practice.begin(
            SessionKind.RELEASE,
            "calf-outer-thumbs",
            "Outer calf: thumbs",
            sides=(knot.spot.side,),
            places=(knot.place,),
            knot_ids=(knot.id,),
            total_s=258,
        )
        for score, occasion in ((6, CheckOccasion.BEFORE), (4, CheckOccasion.AFTER)):
            ready.journal.rate_knot(knot.id, score, occasion=occasion, session_id=session.id)
            clock.advance(minutes=5)
        ready.practice.finish(session.id, SessionEnd.DONE, 258)
        clock.advance(days=2)
        page.outdate()
        page.make_all()
        text = next(card for card in page.cards if card.id == "calf-outer-thumbs").words.text
        assert ("Usually 2 lower, 3 times" in text) is (count == 3)


def test_slash_and_ctrl_f_go_to_the_search_and_esc_clears_it(page):
    page.window().activateWindow()
    page.cards[0].button.setFocus()
    QTest.keyClick(page.cards[0].button, Key.Key_Slash)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "ball/")
    assert page.search.text() == "ball/"
    QTest.keyClick(page.search, Key.Key_Escape)
    assert page.search.text() == ""
    page.cards[0].button.setFocus()
    QTest.keyClick(page.cards[0].button, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClick(page.search, Key.Key_Down)
    assert page.cards[0].button.hasFocus()


def test_arrows_go_from_card_to_card(page):
    first, second, below = page.cards[0], page.cards[1], page.cards[page._columns]
    first.button.setFocus()
    for key, target in (
        (Key.Key_Right, second),
        (Key.Key_Left, first),
        (Key.Key_Down, below),
        (Key.Key_Up, first),
        (Key.Key_Up, first),
        (Key.Key_End, page.cards[-1]),
    ):
        QTest.keyClick(QApplication.focusWidget(), key)
        assert target.button.hasFocus()


def test_a_change_keeps_the_cards_that_say_the_same(ready, page, mark):
    before = {card.id: card for card in page.cards}
    mark(6)
    page.make_all()
    after = {card.id: card for card in page.cards}
    assert after["glute-ball"] is before["glute-ball"]
    assert after["calf-outer-thumbs"] is not before["calf-outer-thumbs"]


def test_an_answer_against_a_place_locks_only_what_presses_there(ready, theme, page):
    ready.screening.save({"pressure": ["pregnant"]})
    page.make_all()
    locked = {card.id for card in page.cards if card.button.text() == "See why"}
    assert locked
    assert len(locked) < len(page.cards)
