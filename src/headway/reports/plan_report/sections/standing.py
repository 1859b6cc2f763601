"""Where the plan stands: dimensions and key numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.reports.document import Figure, Figures, Section, Status, Statuses, Tone
from headway.reports.plan_report.values import Verdict
from headway.reports.plan_report.words import TONES
from headway.reports.printable import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.reports.plan_report.values import ReportFacts
    from headway.reports.plan_report.words import Words

LONGEST_UNDER = 40
"""Characters of a name below a key number."""


def status_section(facts: ReportFacts, words: Words) -> Section:
    """Verdicts with their reasons, then the key numbers."""
    statuses = tuple(
        Status(
            words.text(f"dimension.{each.code}"),
            TONES[each.verdict],
            words.text(f"verdict.{each.verdict.value}"),
            words.say(each.reason),
        )
        for each in facts.dimensions
    )
    return Section("status", words.text("section.status"), (Statuses(statuses), Figures(tuple(_figures(facts, words)))))


def _figures(facts: ReportFacts, words: Words) -> Iterator[Figure]:
    numbers, finish = facts.numbers, facts.finish
    begun = facts.start is not None and (facts.start < facts.reference or bool(numbers.done))
    under = words.text(f"figure.finish.under{'' if begun else '.begins'}", date=words.start(facts.start))
    yield Figure(words.text("figure.finish"), words.finish(finish.now), under)
    yield from _against(facts, words)
    if facts.must_finish_by is not None:
        missed = finish.now > facts.must_finish_by
        word = words.text("figure.must.missed" if missed else "figure.must.kept")
        tone = Tone.BAD if missed else Tone.UNKNOWN if facts.stale else Tone.GOOD
        if tone is Tone.UNKNOWN:
            word = words.text("standing.stale", standing=word)
        yield Figure(words.text("figure.must"), words.finish(facts.must_finish_by), word, tone)
    if numbers.tightest is not None:
        alarm = Tone.BAD if numbers.tightest < 0 else None
        value = words.form.days(numbers.tightest, facts.minutes_per_day)
        yield Figure(
            words.text("figure.tightest"), value, short_name(words.name(numbers.tightest_row), LONGEST_UNDER), alarm
        )
    done = words.text("figure.done.under", finished=numbers.finished, tasks=numbers.tasks)
    yield Figure(words.text("figure.done"), words.percent(numbers.done), done)
    open_ = numbers.tasks - numbers.finished
    if open_:
        critical = words.text("figure.critical.under", count=open_)
        yield Figure(words.text("figure.critical"), words.form.number(numbers.critical), critical)
    if numbers.overdue:
        due = words.text("figure.overdue.under", date=words.start(facts.reference))
        yield Figure(words.text("figure.overdue"), words.form.number(numbers.overdue), due, Tone.BAD)
    if facts.review is not None and facts.review.score is not None:
        value = words.text("figure.score.value", score=facts.review.score)
        failed = words.text("figure.score.under", count=facts.review.failed)
        yield Figure(words.text("figure.score"), value, failed)


def _against(facts: ReportFacts, words: Words) -> Iterator[Figure]:
    """The finish beside the baseline and beside the last plan."""
    slip = facts.finish.slip
    if slip is not None:
        name = facts.baseline_name
        under = words.text(f"figure.slip.under{'.named' if name else ''}", name=name)
        value = words.form.days(slip, facts.minutes_per_day, sign=True)
        tone = Tone.BAD if slip > 0 and facts.verdict("schedule") is Verdict.OFF_TRACK else _later(slip)
        yield Figure(words.text("figure.slip"), value, under, tone)
    if facts.since is not None:
        under = words.text("figure.moved.under", date=words.finish(facts.since.finish))
        value = words.form.days(facts.since.moved, facts.minutes_per_day, sign=True)
        yield Figure(words.text("figure.moved"), value, under, _later(facts.since.moved))


def _later(span: int) -> Tone | None:
    return Tone.WATCH if span > 0 else None
