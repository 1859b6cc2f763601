"""The smallest words of the test language: spans, dates, percentages, clauses."""

from __future__ import annotations

import re
from datetime import datetime

import msgspec

from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_HOUR, TENTHS_PER_MINUTE, TENTHS_PER_WEEK, to_day, to_instant

NAME = r"[A-Za-z_][\w.]*"
_SPAN = re.compile(r"(\d+(?:\.\d+)?)(e?)(mo|[mhdw])(\??)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?")


class DrawnError(ValueError):
    """The text is not in the language; the message quotes the piece."""


class Units(msgspec.Struct, frozen=True):
    """How long a working day, week and month are, and when a day starts and ends: tenths of a minute."""

    day: int = 4_800
    week: int = 24_000
    month: int = 96_000
    start_time: int = 4_800
    finish_time: int = 10_200


class Span(msgspec.Struct, frozen=True):
    tenths: int
    elapsed: bool = False
    estimated: bool = False


def is_span(text: str) -> bool:
    """True for ``3d``, ``1.5h``, ``2ed`` (elapsed), ``3d?`` (estimated)."""
    return _SPAN.fullmatch(text) is not None


def span(text: str, units: Units) -> Span:
    """A span: m(inutes), h(ours), d(ays), w(eeks), mo(nths); an ``e`` before the unit counts calendar time."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise DrawnError(f"not a span: {text!r}; write 3d, 4h, 30m, 2w, 1mo or 2ed")
    amount, elapsed, unit, estimated = found.groups()
    working = {"d": units.day, "w": units.week, "mo": units.month}
    calendar = {"d": TENTHS_PER_DAY, "w": TENTHS_PER_WEEK, "mo": 30 * TENTHS_PER_DAY}
    size = {"m": TENTHS_PER_MINUTE, "h": TENTHS_PER_HOUR, **(calendar if elapsed else working)}[unit]
    return Span(round(float(amount) * size), bool(elapsed), bool(estimated))


def signed_span(text: str, units: Units) -> Span:
    """A span that may open with ``-``."""
    found = span(text.removeprefix("-"), units)
    return msgspec.structs.replace(found, tenths=-found.tenths) if text.startswith("-") else found


def day(text: str) -> int:
    """Days since 1970-01-01 of a date."""
    return to_day(_moment(text).date())


def has_time(text: str) -> bool:
    """True when a date carries a time of day."""
    return "T" in text


def instant(text: str, time_of_day: int) -> int:
    """The instant of ``2027-03-01T09:30``, or of a date alone at ``time_of_day`` (tenths of a minute)."""
    moment = _moment(text)
    return to_instant(moment) if has_time(text) else to_instant(moment) + time_of_day


def _moment(text: str) -> datetime:
    if _DATE.fullmatch(text) is None:
        raise DrawnError(f"not a date: {text!r}; write 2027-03-01 or 2027-03-01T09:30")
    return datetime.fromisoformat(text)


def hundredths(text: str) -> int:
    """Hundredths of a percent of ``40`` or ``40%``."""
    try:
        return round(float(text.removesuffix("%")) * 100)
    except ValueError:
        raise DrawnError(f"not a percentage: {text!r}") from None


def pair(text: str) -> tuple[str, str]:
    """Both ends of ``first..last``; one value stands for both."""
    first, _, last = text.partition("..")
    return first.strip(), (last or first).strip()


def clauses(text: str) -> list[str]:
    """The pieces between semicolons, empty ones left out."""
    return [piece.strip() for piece in text.split(";") if piece.strip()]


def opening(clause: str, words: list[str]) -> tuple[str, str]:
    """The longest of ``words`` that opens ``clause``, and the rest of it."""
    for word in sorted(words, key=len, reverse=True):
        if clause == word or clause.startswith(word + " "):
            return word, clause[len(word) :].strip()
    raise DrawnError(f"do not know {clause!r}; the words are: {', '.join(sorted(words))}")
