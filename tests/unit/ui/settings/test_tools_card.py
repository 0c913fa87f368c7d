"""What you have: all on until you say otherwise, and kept at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from unknot.services.bundle import Services
from unknot.ui.settings.tools_card import ToolsCard
from unknot.ui.theme import Theme


@pytest.fixture
def card(services: Services, theme: Theme, qtbot: QtBot) -> ToolsCard:
    made = ToolsCard(services.settings, services.library.vocabulary.tools, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def click(card: ToolsCard, tool: str) -> None:
    QTest.mouseClick(card.switches[tool], Qt.MouseButton.LeftButton)


def test_everything_is_on_until_somebody_says(card: ToolsCard, services: Services) -> None:
    assert list(card.switches) == ["tennis_ball", "massage_ball", "lacrosse_ball", "foam_roller"]
    assert all(switch.isChecked() for switch in card.switches.values())
    assert services.settings.choices.at_hand is None


def test_what_is_switched_off_is_not_at_hand(card: ToolsCard, services: Services) -> None:
    click(card, "foam_roller")
    assert services.settings.choices.at_hand == {"hands", "tennis_ball", "massage_ball", "lacrosse_ball"}
    click(card, "foam_roller")
    assert services.settings.choices.at_hand is None


def test_nothing_but_hands_is_another_thing_than_nobody_said(card: ToolsCard, services: Services) -> None:
    for tool in card.switches:
        click(card, tool)
    assert services.settings.choices.at_hand == {"hands"}


def test_it_follows_a_change_from_elsewhere(card: ToolsCard, services: Services) -> None:
    services.settings.choose(tools_at_hand="hands foam_roller")
    assert {name for name, switch in card.switches.items() if switch.isChecked()} == {"foam_roller"}
