"""Words are English everywhere; decimal signs are those of where the user lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from unknot.ui import day_words
from unknot.ui.locale import english_of, plain_number

Language, Country = QLocale.Language, QLocale.Country
DAY = date(2026, 3, 14)


@pytest.fixture
def default() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "country", "number"),
    [
        (Language.German, Country.Germany, "4,5"),
        (Language.French, Country.France, "4,5"),
        (Language.English, Country.UnitedStates, "4.5"),
        (Language.German, Country.Switzerland, "4.5"),
        (Language.Portuguese, Country.Brazil, "4,5"),  # no English is written there
        (Language.Chinese, Country.China, "4.5"),
    ],
)
@pytest.mark.usefixtures("default")
def test_days_are_english_and_numbers_are_local(
    language: QLocale.Language, country: QLocale.Country, number: str
) -> None:
    QLocale.setDefault(english_of(QLocale(language, country)))
    assert day_words.long_day(DAY) == "Saturday 14 March"
    assert day_words.month_of(DAY) == "March 2026"
    assert plain_number(4.5) == number
    assert plain_number(4.0) == "4"


def test_a_system_without_a_territory_gets_plain_english() -> None:
    assert english_of(QLocale.c()).decimalPoint() == "."


def test_days_near_are_said_as_people_do() -> None:
    said = [day_words.near_day(DAY, date(2026, 3, day)) for day in (14, 15, 17, 30)]
    assert said == ["today", "yesterday", "Saturday", "14 Mar"]


def test_a_row_tells_the_year_only_where_it_is_another() -> None:
    assert day_words.row_day(DAY, date(2026, 12, 31)) == "Sat 14 Mar"
    assert day_words.row_day(DAY, date(2027, 1, 1)) == "14 Mar 2026"
