"""Dates and numbers as a reader's locale writes them, by the rules of CLDR, and its catalogue of words with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import msgspec
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from babel.numbers import format_decimal, format_percent

from headway.core.time import TENTHS_PER_MINUTE, to_datetime
from headway.messages import catalogue_for
from headway.reports.wording import MINUS, NONE

if TYPE_CHECKING:
    from datetime import date

    from headway.messages import Catalogue

DEFAULT = "en_GB"
_NAME = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z]{4})?([_-]([A-Za-z]{2}|[0-9]{3}))?")
_TOKEN = re.compile(r"'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+")


class BadLocaleError(Exception):
    """No such locale: ``message`` says which, ``mend`` what to write instead."""

    def __init__(self, locale: str) -> None:
        self.message = f"there is no locale {locale!r}"
        self.mend = "Give language and country, such as en_GB, en_US or de_DE"
        super().__init__(self.message)


@dataclass(frozen=True, slots=True)
class Form:
    """How one locale writes.  Made by :func:`form_of`."""

    name: str
    locale: Locale
    catalogue: Catalogue
    """Words of its language where there are any, else English; dates and numbers in it are those of the locale."""

    @property
    def language(self) -> str:
        """Of the words."""
        return self.catalogue.locale.split("_")[0]

    def day(self, instant: int | None, *, finish: bool = False) -> str:
        """A date; midnight as a finish belongs to the day before.

        >>> form_of("de_DE").day(300_513_600), form_of("en_US").day(300_513_600)
        ('20.02.2027', 'Feb 20, 2027')
        """
        return NONE if instant is None else format_date(date_of(instant, finish=finish), "medium", self.locale)

    def short_day(self, instant: int) -> str:
        """A date without its year."""
        return format_skeleton("MMMd", to_datetime(instant), locale=self.locale)

    def month(self, instant: int) -> str:
        """A month and its year."""
        return format_skeleton("yMMM", to_datetime(instant), locale=self.locale)

    def month_only(self, instant: int) -> str:
        """A month without its year."""
        return format_skeleton("MMM", to_datetime(instant), locale=self.locale)

    def quarter(self, instant: int) -> str:
        """A quarter and its year."""
        return format_skeleton("yQQQ", to_datetime(instant), locale=self.locale)

    def year(self, instant: int) -> str:
        return format_skeleton("y", to_datetime(instant), locale=self.locale)

    def number(self, value: float, places: int = 0) -> str:
        """A number with at most so many places.

        >>> form_of("de_DE").number(1234.56, 1), form_of("en_GB").number(-3)
        ('1.234,6', '−3')
        """
        pattern = "#,##0" + ("." + "#" * places if places else "")
        text = format_decimal(abs(value), pattern, locale=self.locale)
        return text if value >= 0 or round(value, places) == 0 else MINUS + text

    def percent(self, share: float, places: int = 0) -> str:
        """A share of 1.

        >>> form_of("de_DE").percent(0.456), form_of("en_GB").percent(0.456)
        ('46\\xa0%', '46%')
        """
        pattern = self.locale.percent_formats[None].pattern
        digits = "#,##0" + ("." + "0" * places if places else "")
        return format_percent(share, pattern.replace("#,##0", digits), locale=self.locale)

    def days(self, span: int | None, minutes_per_day: int, *, sign: bool = False) -> str:
        """A span in working days, one decimal at most, short: for a table.

        >>> form_of("de_DE").days(7200, 480, sign=True), form_of("en_GB").days(None, 480)
        ('+1,5d', '–')
        """
        if span is None:
            return NONE
        value = round(span / (max(minutes_per_day, 1) * TENTHS_PER_MINUTE), 1)
        return ("+" if sign and value > 0 else "") + self.number(value, 1) + "d"


@cache
def form_of(name: str = DEFAULT) -> Form:
    """The form of a locale such as ``de_DE`` or ``de-DE``; :class:`BadLocaleError` for what is none."""
    if not _NAME.fullmatch(name):
        raise BadLocaleError(name)
    try:
        locale = Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise BadLocaleError(name) from error
    words = catalogue_for(str(locale))
    translated = words.locale.split("_")[0] == locale.language
    # In a language without words of ours a weekday would be the only foreign word in its sentence.
    with_year = _skeleton(locale, "yMMMEd") if translated else locale.date_formats["medium"].pattern
    without = _skeleton(locale, "MMMEd") if translated else with_year
    written = "MMM" in with_year
    months = (
        get_month_names("abbreviated", locale=locale) if written else {each: f"{each:02d}" for each in range(1, 13)}
    )
    weekdays = get_day_names("abbreviated", locale=locale)
    made = Form(str(locale), locale, words)
    # One kind of quotation marks in a document: those of its own texts, also in the sentences of the engines.
    quoted = words.texts["report.quoted"]
    catalogue = msgspec.structs.replace(
        words,
        texts={**words.texts, "date": _places(without), "date.year": _places(with_year), "task": quoted},
        weekdays=tuple(weekdays[day] for day in range(7)),
        months=tuple(months[month] for month in range(1, 13)),
        number=made.number,
    )
    return Form(made.name, locale, catalogue)


def date_of(instant: int, *, finish: bool = False) -> date:
    """The day of an instant; midnight as a finish belongs to the day before.

    >>> date_of(14_400).isoformat(), date_of(14_400, finish=True).isoformat()
    ('1970-01-02', '1970-01-01')
    """
    return to_datetime(instant - 1 if finish else instant).date()


def _skeleton(locale: Locale, skeleton: str) -> str:
    """The locale's pattern; the comma after the weekday goes, it would read as the end of a clause."""
    pattern: str = locale.datetime_skeletons[skeleton].pattern
    return pattern.replace("E, ", "E ")


def _places(pattern: str) -> str:
    """A CLDR pattern with the places of a catalogue's date.

    >>> _places("E d MMM y"), _places("dd.MM.y")
    ('{weekday} {day} {month} {year}', '{day:02d}.{month}.{year}')
    """
    places = {"E": "{weekday}", "y": "{year}", "M": "{month}", "L": "{month}"}
    text = ""
    for found in _TOKEN.finditer(pattern):
        quoted, letter, run = found[1], found[2], found[0]
        if quoted is not None:
            text += quoted or "'"
        elif letter == "d":
            text += "{day:02d}" if len(run) > 1 else "{day}"
        else:
            text += places.get(letter, "") if letter else run.replace("{", "").replace("}", "")
    return text
