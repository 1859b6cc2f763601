"""The facts of a report as one document in a locale, ready for every renderer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from headway._version import VERSION
from headway.reports.document import Brand, Document, Fact, Section
from headway.reports.locales import DEFAULT, date_of, form_of
from headway.reports.plan_report.sections.changes import change_annex, change_section
from headway.reports.plan_report.sections.opening import ask, headline, summary
from headway.reports.plan_report.sections.path import critical_section, float_section, task_table
from headway.reports.plan_report.sections.promises import milestone_annex, milestone_section
from headway.reports.plan_report.sections.quality import (
    MENDS,
    MENDS_WITH_CHANGES,
    finding_annex,
    footnotes,
    mend_annex,
    review_section,
    trust_section,
)
from headway.reports.plan_report.sections.standing import status_section
from headway.reports.plan_report.sections.work import load_annex, load_section, week_annex, week_section
from headway.reports.plan_report.values import Reference
from headway.reports.plan_report.words import KEYS, Words
from headway.reports.printable import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.reports.document import Table
    from headway.reports.plan_report.values import ReportFacts

PLAIN = Brand()
SHEETS = {
    "milestones": "sheet.milestones",
    "changes": "sheet.changes",
    "critical": "sheet.critical",
    "floats": "sheet.float",
    "load": "sheet.load",
    "weeks": "sheet.weeks",
    "review": "sheet.review",
    "trust": "sheet.trust",
}
"""By section, the code of the name of its sheet."""


def compose(facts: ReportFacts, locale: str = DEFAULT, brand: Brand = PLAIN) -> Document:
    """The whole document; :class:`headway.reports.locales.BadLocaleError` for a locale that is none."""
    form = form_of(locale)
    words = Words(form, facts.minutes_per_day)
    return Document(
        locale=form.name,
        language=form.language,
        title=words.text("title", name=words.named(facts.name)),
        kicker=_kicker(facts, words),
        name=words.named(facts.name),
        headline=headline(facts, words),
        summary=summary(facts, words),
        ask=ask(facts, words),
        facts=tuple(_facts(facts, words)),
        sections=tuple(_with_sheet(section, words) for section in _sections(facts, words)),
        footnotes=footnotes(facts, words),
        annex=tuple(_annex(facts, words)),
        brand=brand,
        generator=f"Headway {VERSION}",
        author=short_name(facts.manager),
        as_of=date_of(facts.reference),
        overview=words.text("overview"),
    )


def _with_sheet(section: Section, words: Words) -> Section:
    """A section with the name of its sheet: its title is made for a page, and names of sheets are short."""
    return replace(section, sheet=words.text(SHEETS[section.id])) if section.id in SHEETS else section


def _kicker(facts: ReportFacts, words: Words) -> str:
    """What this is and as of when."""
    if _is_done(facts) and facts.reference_is is not Reference.DATA_DATE:
        return words.text("kicker.done")
    return words.text(f"kicker.{KEYS[facts.reference_is]}", date=words.start(facts.reference))


def _is_done(facts: ReportFacts) -> bool:
    return 0 < facts.numbers.tasks == facts.numbers.finished


def _facts(facts: ReportFacts, words: Words) -> Iterator[Fact]:
    if facts.manager:
        yield Fact(words.text("fact.manager"), short_name(facts.manager))
    yield Fact(words.text("fact.source"), facts.source)
    since = facts.since
    if since is not None:
        name = since.name
        if since.reference is not None:
            name = words.text("fact.last.dated", file=name, date=words.start(since.reference))
        yield Fact(words.text("fact.last"), name)


def _sections(facts: ReportFacts, words: Words) -> Iterator[Section]:
    """In the order of a sponsor's questions; a plan without tasks has none of them, one that is done no future."""
    if not facts.numbers.tasks:
        yield trust_section(facts, words)
        return
    yield status_section(facts, words)
    yield milestone_section(facts, words)
    if facts.since is not None:
        yield change_section(facts.since, facts, words)
    if not _is_done(facts):
        # Weeks are the one long table that may break over a page: before the charts, which may not.
        yield week_section(facts, words)
        yield critical_section(facts, words)
        yield float_section(facts, words)
        yield load_section(facts, words)
    if facts.review is not None:
        yield review_section(facts.review, words, MENDS if facts.since is None else MENDS_WITH_CHANGES)
    yield trust_section(facts, words)


def _annex(facts: ReportFacts, words: Words) -> Iterator[Table]:
    """What the pages show only the beginning of."""
    if not facts.numbers.tasks:
        return
    yield milestone_annex(facts, words)
    if facts.since is not None:
        yield change_annex(facts.since, words)
    yield task_table("all-critical", facts.critical, words)
    yield week_annex(facts, words)
    if facts.load is not None:
        yield load_annex(facts.load, words)
    if facts.review is not None and facts.review.mends:
        yield mend_annex(facts.review, words)
    if facts.trust.findings:
        yield finding_annex(facts.trust, words)
