"""From a schedule to the facts of its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.reports.plan_report.floats import critical_rows, finish_chain, float_bands, is_longest_path, key_numbers
from headway.reports.plan_report.known import Known, Source
from headway.reports.plan_report.load import load_of
from headway.reports.plan_report.mends import Judged, review_facts
from headway.reports.plan_report.milestones import LastDates, finish_row, milestone_rows
from headway.reports.plan_report.since import Last, last_dates, since_of
from headway.reports.plan_report.status import dimensions, tolerance
from headway.reports.plan_report.trust import trust_of
from headway.reports.plan_report.values import ReportFacts
from headway.reports.plan_report.weeks import next_weeks

if TYPE_CHECKING:
    from headway.core.schedule import Schedule


def report_facts(
    schedule: Schedule, source: Source, *, judged: Judged | None = None, last: Last | None = None
) -> ReportFacts:
    """All facts of the report.  The reference date is the plan's data date, else ``source.today``.

    What is not ``judged`` has no section on its review, and without a ``last`` plan there is none on changes.
    """
    known = Known(schedule, source)
    project = known.plan.project
    before = last_dates(last) if last is not None else LastDates()
    finish, milestones = finish_row(known, before), milestone_rows(known, before)
    reference, reference_is = known.reference
    return ReportFacts(
        name=project.name or source.file,
        manager=project.manager or "",
        source=source.file,
        rules=project.rules,
        reference=reference,
        reference_is=reference_is,
        start=min((row.start for row in known.leaves), default=project.start),
        finish=finish,
        overrun=bool(known.unfinished) and finish.now < source.today,
        work_ends=max((row.finish for row in known.leaves), default=finish.now),
        baseline_name=known.promise.name if known.promise is not None else "",
        must_finish_by=project.must_finish_by,
        tolerance=tolerance(known),
        numbers=key_numbers(known),
        dimensions=dimensions(known, finish, milestones),
        milestones=milestones,
        since=since_of(last) if last is not None else None,
        critical=critical_rows(known),
        by_longest_path=is_longest_path(known),
        chain=finish_chain(known),
        bands=float_bands(known.unfinished, known.day),
        load=load_of(known),
        review=review_facts(known, judged) if judged is not None else None,
        weeks=next_weeks(known),
        trust=trust_of(known),
        minutes_per_day=project.minutes_per_day,
    )
