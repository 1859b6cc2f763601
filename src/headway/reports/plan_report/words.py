"""The facts of one report in words: texts of the catalogue, dates and numbers of the locale, typed cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.message import Message
from headway.core.time import TENTHS_PER_MINUTE
from headway.messages import render
from headway.reports.document import Cell, Tone
from headway.reports.locales import date_of
from headway.reports.plan_report.status import rough
from headway.reports.plan_report.values import ALL, Reference, Standing, Verdict
from headway.reports.printable import short_name
from headway.reports.wording import NONE

if TYPE_CHECKING:
    from headway.core.message import Param
    from headway.reports.locales import Form
    from headway.reports.plan_report.values import Row

TONES = {
    Verdict.ON_TRACK: Tone.GOOD,
    Verdict.AT_RISK: Tone.WATCH,
    Verdict.OFF_TRACK: Tone.BAD,
    Verdict.STALE: Tone.UNKNOWN,
    Verdict.NOT_ASSESSED: Tone.UNKNOWN,
    Standing.DONE: Tone.GOOD,
    Standing.DONE_LATE: Tone.WATCH,
    Standing.MISSES_DEADLINE: Tone.BAD,
    Standing.OVERDUE: Tone.BAD,
    Standing.LATER: Tone.WATCH,
    Standing.MOVED: Tone.WATCH,
    Standing.EARLIER: Tone.GOOD,
    Standing.ON_TIME: Tone.GOOD,
    Standing.BEFORE_DEADLINE: Tone.GOOD,
    Standing.UNPROMISED: Tone.UNKNOWN,
}
KEYS = {
    Reference.DATA_DATE: "data_date",
    Reference.TODAY: "today",
    Reference.PROGRESS: "progress",
    Reference.START: "start",
}
"""The last part of the codes of texts that depend on what counts as now."""


@dataclass(frozen=True, slots=True)
class Words:
    """The language, the locale and the length of a working day of one report."""

    form: Form
    minutes_per_day: int

    @property
    def day_span(self) -> int:
        return max(self.minutes_per_day, 1) * TENTHS_PER_MINUTE

    def text(self, code: str, /, **params: Param) -> str:
        """A text of the reports: ``report.`` goes before the code."""
        return self.say(Message(f"report.{code}", params))

    def say(self, message: Message) -> str:
        """A sentence of an engine."""
        return render(message, self.form.catalogue, minutes_per_day=self.minutes_per_day)

    def name(self, row: Row | None) -> str:
        """The name of a task, or words for having none."""
        return self.named(row.name if row is not None else "")

    def named(self, name: str) -> str:
        """A name of the file as a page can hold it, or words for having none."""
        return short_name(name) or self.text("unnamed")

    def length(self, span: int) -> str:
        """A length for a sentence, without its sign: whole days unless it is short."""
        return self.say(Message("list.comma", {"items": (rough(abs(span), self.day_span),)}))

    def start(self, instant: int | None) -> str:
        return self.form.day(instant)

    def finish(self, instant: int | None) -> str:
        return self.form.day(instant, finish=True)

    def hours(self, span: int) -> str:
        """Work in whole hours."""
        return self.form.number(round(span / (60 * TENTHS_PER_MINUTE)))

    def percent(self, hundredths: int) -> str:
        """A share; nothing and all are said only when they hold."""
        share = hundredths / ALL
        if 0 < share < 1:
            share = min(max(share, 0.01), 0.99)
        return self.form.percent(share)

    # typed cells

    def date_cell(self, instant: int | None, *, finish: bool = True) -> Cell:
        if instant is None:
            return Cell(NONE)
        return Cell(self.form.day(instant, finish=finish), date_of(instant, finish=finish))

    def days_cell(self, span: int | None, *, sign: bool = False) -> Cell:
        """A span in working days."""
        if span is None:
            return Cell(NONE)
        text = self.form.days(span, self.minutes_per_day, sign=sign)
        return Cell(text, round(span / self.day_span, 2))

    def number_cell(self, value: float) -> Cell:
        return Cell(self.form.number(value), value)

    def share_cell(self, hundredths: int) -> Cell:
        return Cell(self.percent(hundredths), hundredths / ALL)

    def hours_cell(self, span: int) -> Cell:
        return Cell(self.hours(span), round(span / (60 * TENTHS_PER_MINUTE), 2))
