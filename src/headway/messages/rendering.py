"""From messages to text: dates, durations and names in the form of a language and of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Days, Length, Message, Moment, TaskName
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_HOUR, TENTHS_PER_MINUTE, from_day, weekday
from headway.messages.english import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.message import Param
    from headway.messages.catalogue import Catalogue

LONGEST_NAME = 160
"""Characters of a task's name within a sentence."""
CATALOGUES: Mapping[str, Catalogue] = {"en": ENGLISH}


def catalogue_for(locale: str) -> Catalogue:
    """The catalogue of a locale, else of its language, else English.

    >>> catalogue_for("en_GB").locale
    'en'
    """
    language = locale.replace("-", "_").split("_")[0]
    return CATALOGUES.get(locale) or CATALOGUES.get(language) or ENGLISH


def render(message: Message, locale: str | Catalogue = "en", *, minutes_per_day: int = 480) -> str:
    """The text of a message, in a locale or by a catalogue.

    ``minutes_per_day`` is the project's: it tells how long a working day is when spans are shown.  The year stands with
    the first date of a text and wherever it changes.  Raises
    :class:`~headway.messages.catalogue.UnknownMessageError` for a code without a text.

    >>> from headway.core.message import Length, message
    >>> render(message("hold.delay", delay=Length(9600)))
    'it was delayed by 2 working days to level the work load'
    """
    catalogue = catalogue_for(locale) if isinstance(locale, str) else locale
    return _Rendering(catalogue, minutes_per_day).message(message)


def one_line(name: str) -> str:
    """A name as a sentence can hold it: without needless blanks, and cut where it would be no name any more.

    >>> one_line("Site  visit "), len(one_line("very " * 99 + "long"))
    ('Site visit', 160)
    """
    plain = " ".join(name.split())
    return plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - 1] + "…"


class _Rendering:
    """One text in the making: it remembers which year was written last."""

    def __init__(self, catalogue: Catalogue, minutes_per_day: int) -> None:
        self.catalogue = catalogue
        self.day = max(minutes_per_day, 1) * TENTHS_PER_MINUTE
        self.year: int | None = None

    def message(self, message: Message) -> str:
        if message.code.startswith("list."):
            items = message.params["items"]
            parts = items if isinstance(items, tuple) else (items,)
            return self.listed([self.param(part) for part in parts], message.code)
        count = message.params.get("count", 1)
        text = self.catalogue.text(message.code, count if isinstance(count, int) else 1)
        # In the order of the text, so that the first date a reader meets is the one with the year.
        used = [name for name in message.params if "{" + name + "}" in text]
        names = sorted(used, key=lambda name: text.index("{" + name + "}"))
        return text.format(**{name: self.param(message.params[name]) for name in names})

    def listed(self, parts: list[str], code: str) -> str:
        """``a, b and c``; other lists with their own joint."""
        joint = self.catalogue.text(code)
        if code != "list.and" or len(parts) < 3:
            return joint.join(parts)
        return self.catalogue.text("list.comma").join(parts[:-1]) + joint + parts[-1]

    def param(self, value: Param) -> str:
        if isinstance(value, Message):
            return self.message(value)
        if isinstance(value, Moment):
            return self.moment(value)
        if isinstance(value, Length):
            return self.length(value)
        if isinstance(value, TaskName):
            code = "task" if value.name else "task.unnamed"
            return self.catalogue.text(code).format(name=one_line(value.name), id=value.id)
        if isinstance(value, Days):
            return self.days(value)
        if isinstance(value, tuple):
            return self.listed([self.param(part) for part in value], "list.comma")
        return self.catalogue.number(value) if isinstance(value, int) else value

    def moment(self, moment: Moment) -> str:
        day = (moment.instant - 1 if moment.finish else moment.instant) // TENTHS_PER_DAY
        date = self.date(day)
        if not moment.timed:
            return date
        minutes = (moment.instant - day * TENTHS_PER_DAY) // TENTHS_PER_MINUTE
        time = f"{minutes // 60:02d}:{minutes % 60:02d}"
        return self.catalogue.text("date.time").format(date=date, time=time)

    def date(self, day: int) -> str:
        date = from_day(day)
        code = "date" if date.year == self.year else "date.year"
        self.year = date.year
        return self.catalogue.text(code).format(
            weekday=self.catalogue.weekdays[weekday(day)],
            day=date.day,
            month=self.catalogue.months[date.month - 1],
            year=date.year,
        )

    def days(self, days: Days) -> str:
        if days.first == days.last:
            return self.date(days.first)
        return self.catalogue.text("days.range").format(first=self.date(days.first), last=self.date(days.last))

    def length(self, length: Length) -> str:
        """Days, then hours, then minutes; hours only, below a day."""
        day = TENTHS_PER_DAY if length.elapsed else self.day
        # Whole minutes: a tenth is finer than anybody plans.
        span = round(abs(length.span) / TENTHS_PER_MINUTE) * TENTHS_PER_MINUTE
        parts = [
            ("length.calendar_days" if length.elapsed else "length.days", span // day),
            ("length.hours", span % day // TENTHS_PER_HOUR),
            ("length.minutes", span % day % TENTHS_PER_HOUR // TENTHS_PER_MINUTE),
        ]
        shown = [
            self.catalogue.text(code, count).format(count=self.catalogue.number(count))
            for code, count in parts
            if count
        ]
        if not shown:
            return self.catalogue.text("length.none")
        text = shown[0]
        for part in shown[1:]:
            text = self.catalogue.text("length.parts").format(first=text, rest=part)
        return ("−" if length.span < 0 else "") + text
