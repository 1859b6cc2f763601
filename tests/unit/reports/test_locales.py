"""Dates and numbers as a locale writes them."""

from __future__ import annotations

from datetime import datetime

import pytest

from headway.core.message import Length, Moment, message
from headway.core.time import to_instant
from headway.messages import render
from headway.reports.locales import BadLocaleError, form_of

DAY = to_instant(datetime(2027, 9, 4, 17))
MIDNIGHT = to_instant(datetime(2027, 9, 5))


@pytest.mark.parametrize(
    ("locale", "day", "number", "percent", "days"),
    [
        ("en_GB", "4 Sept 2027", "1,234.6", "46%", "−1.5d"),
        ("en_US", "Sep 4, 2027", "1,234.6", "46%", "−1.5d"),
        ("de_DE", "04.09.2027", "1.234,6", "46\u00a0%", "−1,5d"),
        ("fr_FR", "4 sept. 2027", "1\u202f234,6", "46\u202f%", "−1,5d"),
        ("sv-SE", "4 sep. 2027", "1\u00a0234,6", "46\u00a0%", "−1,5d"),
        ("ja_JP", "2027/09/04", "1,234.6", "46%", "−1.5d"),
    ],
)
def test_each_locale_writes_its_own_way(locale: str, day: str, number: str, percent: str, days: str) -> None:
    form = form_of(locale)
    assert form.day(DAY) == day
    assert form.number(1234.56, 1) == number
    assert form.percent(0.456).replace("\u202f\u00a0", "\u202f") in (percent, percent.replace("\u202f", "\u00a0"))
    assert form.days(-7_200, 480) == days


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB", "its deadline is Sat 4 Sept 2027"),
        ("en_US", "its deadline is Sat Sep 4, 2027"),
        ("de_DE", "its deadline is 04.09.2027"),
        ("hu", "its deadline is 2027. szept. 4."),
    ],
)
def test_sentences_have_the_dates_of_the_locale(locale: str, text: str) -> None:
    said = message("limit.deadline", date=Moment(DAY, finish=True))
    assert render(said, form_of(locale).catalogue) == text


def test_numbers_in_sentences_are_grouped() -> None:
    said = message("hold.delay", delay=Length(1234 * 4_800))
    assert "1.234 working days" in render(said, form_of("de_DE").catalogue)
    assert "1234 working days" in render(said)


def test_words_are_english_until_there_are_others() -> None:
    assert form_of("de_DE").language == "en"


def test_midnight_as_a_finish_is_the_day_before() -> None:
    form = form_of("en_GB")
    assert (form.day(MIDNIGHT), form.day(MIDNIGHT, finish=True)) == ("5 Sept 2027", "4 Sept 2027")
    assert form.day(None) == "–"


def test_months_quarters_and_years() -> None:
    form = form_of("en_GB")
    assert (form.month(DAY), form.month_only(DAY), form.quarter(DAY), form.year(DAY), form.short_day(DAY)) == (
        "Sept 2027",
        "Sept",
        "Q3 2027",
        "2027",
        "4 Sept",
    )


def test_nothing_is_not_minus_nothing() -> None:
    form = form_of("en_GB")
    assert (form.number(-0.01, 1), form.number(-0.06, 1), form.days(-10, 480)) == ("0", "−0.1", "0d")


@pytest.mark.parametrize("name", ["", "english", "xx_YY", "de_DE;x", "../de", "de_DE_", "en GB", "1"])
def test_what_is_no_locale_is_refused(name: str) -> None:
    with pytest.raises(BadLocaleError) as caught:
        form_of(name)
    assert "en_GB" in caught.value.mend


@pytest.mark.parametrize("name", ["ar", "he", "th", "fa_IR", "zh_Hant_TW", "pt_BR", "es_419", "ko", "ru", "hi"])
def test_any_locale_of_cldr_can_be_asked_for(name: str) -> None:
    form = form_of(name)
    assert form.day(DAY)
    assert render(message("limit.deadline", date=Moment(DAY, finish=True)), form.catalogue)
