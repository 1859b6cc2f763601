"""How schedule, progress and cost stand, each by a rule that the report prints; never green without evidence.

Schedule: off track when the finish is later than the baseline by more than the tolerance, or than the date the project
must finish by; at risk when it is later at all, when a deadline is missed, or when a task that should have been done is
not.  Progress is stale when the data date, or without one the last progress, lies more than :data:`FRESH` before
today.  Cost: off track above the
baseline's cost by more than the tolerance, at risk above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Length, Moment, message
from headway.core.time import TENTHS_PER_DAY
from headway.reports.plan_report.values import ALL, Dimension, Reference, Standing, Verdict

if TYPE_CHECKING:
    from headway.reports.plan_report.known import Known
    from headway.reports.plan_report.values import MilestoneRow

TOLERANCE = 0.05
"""Of the length or cost of the baseline."""
LEAST_TOLERANCE = 5
"""Working days."""
FRESH = 35
"""Days after which a data date is old."""
ROUGH = 2
"""From so many working days on, lengths are said in whole days."""


def dimensions(known: Known, finish: MilestoneRow, milestones: tuple[MilestoneRow, ...]) -> tuple[Dimension, ...]:
    """Schedule, progress, cost."""
    if not known.leaves:
        return ()
    return (_schedule(known, finish, milestones), _progress(known), _cost(known))


def rough(span: int, day: int) -> Length:
    """A length for a sentence: whole days unless it is short."""
    return Length(round(span / day) * day if abs(span) >= ROUGH * day else span)


def tolerance(known: Known) -> int:
    """By how much the finish may be later than the baseline before it is off track (span)."""
    starts = [each.start for each in known.baseline.values() if each.start is not None]
    finishes = [each.finish for each in known.baseline.values() if each.finish is not None]
    if not starts or not finishes:
        return LEAST_TOLERANCE * known.day
    return max(int(TOLERANCE * known.span(min(starts), max(finishes))), LEAST_TOLERANCE * known.day)


def _schedule(known: Known, finish: MilestoneRow, milestones: tuple[MilestoneRow, ...]) -> Dimension:
    if finish.standing in (Standing.DONE, Standing.DONE_LATE):
        return _finished(known, finish)
    if finish.deadline is not None and finish.now > finish.deadline:
        late = rough(known.span(finish.deadline, finish.now), known.day)
        return Dimension(
            "schedule",
            Verdict.OFF_TRACK,
            message("report.status.must_finish_by", late=late, date=Moment(finish.deadline, finish=True)),
        )
    if finish.slip is not None and finish.slip > 0:
        verdict = Verdict.OFF_TRACK if finish.slip > tolerance(known) else Verdict.AT_RISK
        code = "report.status.beyond" if verdict is Verdict.OFF_TRACK else "report.status.within"
        late, allowed = rough(finish.slip, known.day), rough(tolerance(known), known.day)
        return Dimension("schedule", verdict, message(code, late=late, allowed=allowed))
    missed = _missed(known)
    if missed:
        return Dimension("schedule", Verdict.AT_RISK, message("report.status.deadlines", count=missed))
    broken = sum(each.standing is Standing.LATER for each in milestones)
    if broken:
        return Dimension("schedule", Verdict.AT_RISK, message("report.status.milestones", count=broken))
    if finish.slip is None and finish.deadline is None:
        only_planned = known.promise is None and known.plan.baselines
        code = "report.status.planned_only" if only_planned else "report.status.unpromised"
        return Dimension("schedule", Verdict.NOT_ASSESSED, message(code))
    return _believed(known, Dimension("schedule", Verdict.ON_TRACK, message("report.status.kept")))


def _finished(known: Known, finish: MilestoneRow) -> Dimension:
    if finish.slip is None:
        return Dimension("schedule", Verdict.NOT_ASSESSED, message("report.status.done_unpromised"))
    if finish.slip > 0:
        late = rough(finish.slip, known.day)
        return Dimension("schedule", Verdict.OFF_TRACK, message("report.status.done_late", late=late))
    return Dimension("schedule", Verdict.ON_TRACK, message("report.status.done_in_time"))


def _missed(known: Known) -> int:
    """Unfinished tasks that end after their own deadline."""
    tasks = known.plan.tasks
    deadlines = ((tasks[row.task].deadline, row.finish) for row in known.unfinished)
    return sum(deadline is not None and finish > deadline for deadline, finish in deadlines)


def _believed(known: Known, good: Dimension) -> Dimension:
    """A good verdict, unless the progress that it rests on is old or missing."""
    progress = _progress(known)
    if progress.verdict is Verdict.ON_TRACK:
        return good
    verdict = Verdict.AT_RISK if progress.verdict is Verdict.AT_RISK else Verdict.STALE
    return Dimension(good.code, verdict, message("report.status.unbelieved"))


def _progress(known: Known) -> Dimension:
    """Whether what should be done is done, and whether anybody has said so lately."""
    now, why = known.reference
    if not known.unfinished:
        return Dimension("progress", Verdict.ON_TRACK, message("report.status.all_done"))
    age = known.source.today // TENTHS_PER_DAY - now // TENTHS_PER_DAY
    if why is Reference.START:
        return _unreported(known)
    if age > FRESH:
        code = "report.status.old" if why is Reference.DATA_DATE else "report.status.old_progress"
        return Dimension("progress", Verdict.STALE, message(code, count=age, date=Moment(now)))
    overdue = sum(row.finish < now for row in known.unfinished)
    if overdue:
        return Dimension("progress", Verdict.AT_RISK, message("report.status.overdue", count=overdue))
    unstarted = sum(row.start < now and not row.percent and not row.milestone for row in known.unfinished)
    if unstarted:
        return Dimension("progress", Verdict.AT_RISK, message("report.status.unstarted", count=unstarted))
    if why is Reference.DATA_DATE:
        return Dimension("progress", Verdict.ON_TRACK, message("report.status.current"))
    return Dimension("progress", Verdict.NOT_ASSESSED, message("report.status.undated"))


def _unreported(known: Known) -> Dimension:
    """A plan that lies wholly before or after today, and nothing of it has begun."""
    last = max(row.finish for row in known.unfinished)
    past = known.source.today // TENTHS_PER_DAY - last // TENTHS_PER_DAY
    if past > 0:
        reason = message("report.status.unreported", count=past, date=Moment(last, finish=True))
        return Dimension("progress", Verdict.STALE, reason)
    return Dimension("progress", Verdict.NOT_ASSESSED, message("report.status.undated"))


def _cost(known: Known) -> Dimension:
    """Cost at completion beside the cost of the baseline, over the tasks that have both."""
    both = [
        (amounts.cost, known.baseline[row.task].cost)
        for row in known.leaves
        if (amounts := known.plan.tasks[row.task].amounts) is not None
        and row.task in known.baseline
        and known.baseline[row.task].cost
    ]
    planned, now = sum(each[1] for each in both), sum(each[0] for each in both)
    if not planned:
        code = "report.status.no_cost" if known.baseline else "report.status.no_baseline"
        return Dimension("cost", Verdict.NOT_ASSESSED, message(code))
    over = (now - planned) * ALL // planned
    verdict = Verdict.OFF_TRACK if over > TOLERANCE * ALL else Verdict.AT_RISK if over > 0 else Verdict.ON_TRACK
    code = {True: "report.status.cost_over", False: "report.status.cost_within"}[over > 0]
    return Dimension("cost", verdict, message(code, percent=max(round(over / 100), 1), count=len(both)))
