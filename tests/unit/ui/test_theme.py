"""The look: contrast of every pair that is used, sizes, one column or two, and following the system."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from helpers.audit import contrast_of
from unknot import paths
from unknot.domain.choices import ThemeChoice
from unknot.ui.theme import Theme, read_tokens

TEXT = [
    *[(ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("bg", "surface", "sunken")],
    *[("ink", ground) for ground in ("raised", "primaryTint", "accentTint", "painTint", "infoTint")],
    ("ink", "errorTint"),
    *[("ink2", ground) for ground in ("errorTint", "phaseNow", "hoverFill")],
    *[("primary", ground) for ground in ("bg", "surface", "primaryTint")],
    *[("onPrimary", ground) for ground in ("primary", "primaryHover", "primaryPressed")],
    *[("onAccent", ground) for ground in ("accent", "accentHover", "accentPressed")],
    *[("accentInk", ground) for ground in ("bg", "surface", "accentTint", "stage")],
    *[("pain", ground) for ground in ("bg", "surface", "painTint", "phaseA", "phaseB", "phaseNow")],
    ("info", "surface"), ("info", "infoTint"), ("error", "surface"), ("error", "errorTint"),
    ("navInk", "nav"), ("navMuted", "nav"), ("navInkSel", "navSel"), ("navInkSel", "nav"),
    ("heroInk", "hero"), ("heroInk2", "hero"), ("axis", "surface"), ("axis", "phaseB"), ("ink", "pressFill"),
]  # fmt: skip
MARKS = [
    ("accent", "hero"), ("accent", "nav"), ("accent", "navSel"), ("focus", "bg"), ("focus", "surface"),
    ("focus", "stage"), ("focusOuter", "nav"), ("focusOuter", "hero"),
    *[("borderStrong", ground) for ground in ("bg", "surface", "raised")],
    *[(f"chart{number}", "surface") for number in (1, 2, 3, 4)],
    ("chart1", "phaseNow"), ("chart2", "phaseNow"),
]  # fmt: skip
THEMES = ("light", "dark")


def ratio(theme: str, one: str, other: str) -> float:
    colors = read_tokens(paths.resources() / "themes" / f"{theme}.toml").colors
    return contrast_of(QColor(colors[one]), QColor(colors[other]))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(theme: str, ink: str, ground: str) -> None:
    assert ratio(theme, ink, ground) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_a_mark_stands_out_from_its_ground(theme: str, mark: str, ground: str) -> None:
    assert ratio(theme, mark, ground) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("score", range(11))
def test_each_number_of_the_scale_can_be_read_on_its_disc(theme: str, score: int) -> None:
    tokens = read_tokens(paths.resources() / "themes" / f"{theme}.toml")
    assert contrast_of(QColor(tokens.tender[score]), QColor(tokens.tender_ink[score])) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_the_scale_always_moves_away_from_its_ground(name: str) -> None:
    tokens = read_tokens(paths.resources() / "themes" / f"{name}.toml")
    surface = QColor(tokens.colors["surface"])
    ratios = [contrast_of(QColor(disc), surface) for disc in tokens.tender]
    assert ratios == sorted(ratios)


def test_both_themes_name_the_same_colours() -> None:
    light, dark = (read_tokens(paths.resources() / "themes" / f"{name}.toml").colors for name in THEMES)
    assert light.keys() == dark.keys()


@pytest.mark.parametrize("scale", [100, 125, 200])
def test_the_sheet_is_filled_to_the_last_token(theme: Theme, scale: int) -> None:
    theme.apply(ThemeChoice.DARK, scale)
    assert not re.findall(r"@\w+", theme.style_sheet())


def test_a_sheet_that_asks_for_an_unknown_token_is_refused(theme: Theme) -> None:
    with pytest.raises(KeyError, match="nobody"):
        re.sub(r"@(\w+)(?:\((-?[\d.]+)\))?", theme._fill, "color: @nobody;")


def test_sizes_and_fonts_grow_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("Knots")
    label.setProperty("type", "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pixelSize() == 32
    theme.apply(ThemeChoice.LIGHT, 150)
    assert theme.px(44) == 66
    assert label.font().pixelSize() == 48


@pytest.mark.parametrize(
    ("width", "scale", "narrow", "wide"),
    [
        (1440, 100, False, True),
        (1279, 100, False, False),
        (1024, 100, False, False),
        (1024, 125, True, False),
        (1440, 200, True, False),
        (3840, 200, True, False),
        (1920, 150, False, True),
    ],
)
def test_a_page_folds_where_its_text_has_no_room(
    theme: Theme, width: int, scale: int, narrow: bool, wide: bool
) -> None:
    theme.apply(ThemeChoice.LIGHT, scale)
    assert theme.narrow(width) is narrow
    assert theme.wide(width) is wide


@pytest.fixture
def system_scheme(qapp: QApplication, theme: Theme) -> Iterator[list[Qt.ColorScheme]]:
    """Stands in for the system's look, which offscreen does not tell."""
    told = [Qt.ColorScheme.Light]
    theme._system_name = lambda: "dark" if told[0] is Qt.ColorScheme.Dark else "light"
    yield told
    del theme._system_name


def test_as_the_system_follows_the_system(
    theme: Theme, system_scheme: list[Qt.ColorScheme], qtbot: QtBot
) -> None:
    theme.apply(ThemeChoice.SYSTEM, 100)
    assert not theme.is_dark
    system_scheme[0] = Qt.ColorScheme.Dark
    with qtbot.waitSignal(theme.changed):
        theme._follow_system()
    assert theme.is_dark


def test_a_chosen_theme_does_not_follow_the_system(theme: Theme, system_scheme: list[Qt.ColorScheme]) -> None:
    theme.apply(ThemeChoice.LIGHT, 100)
    system_scheme[0] = Qt.ColorScheme.Dark
    theme._follow_system()
    assert not theme.is_dark
