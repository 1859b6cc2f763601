"""The opening: headline, the sentences a sponsor reads on a phone, and the one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Length, Moment, TaskName
from headway.reports.plan_report.values import Standing
from headway.reports.plan_report.words import KEYS
from headway.reports.printable import short_name

if TYPE_CHECKING:
    from headway.core.message import Message, Param
    from headway.reports.plan_report.values import MilestoneRow, ReportFacts, Row
    from headway.reports.plan_report.words import Words

_OVER = (Standing.DONE, Standing.DONE_LATE)


def headline(facts: ReportFacts, words: Words) -> str:
    """When the plan ends, and how that stands to its baseline."""
    if not facts.numbers.tasks:
        return words.text("headline.empty", name=words.named(facts.name))
    code = "finished" if facts.finish.standing in _OVER else "was" if facts.overrun else "finishes"
    given: dict[str, Param] = {"name": words.named(facts.name), "date": Moment(facts.finish.now, finish=True)}
    slip = facts.finish.slip
    if slip is None:
        return words.text(f"headline.{code}", **given)
    if slip == 0:
        return words.text(f"headline.{code}.same", **given)
    side = "later" if slip > 0 else "earlier"
    return words.text(f"headline.{code}.{side}", length=words.length(slip), **given)


def summary(facts: ReportFacts, words: Words) -> tuple[str, ...]:
    """What changed, what the float says, the next milestone, how much is done."""
    if not facts.numbers.tasks:
        return ()
    changed = words.say(facts.since.headline) if facts.since is not None else ""
    said = (changed, _work_ends(facts, words), consequence(facts, words))
    return tuple(filter(None, (*said, _next_milestone(facts, words), _done(facts, words))))


def _work_ends(facts: ReportFacts, words: Words) -> str:
    """Where the last task ends on a day before the plan does."""
    if words.finish(facts.work_ends) == words.finish(facts.finish.now) or facts.work_ends > facts.finish.now:
        return ""
    end, finish = Moment(facts.work_ends, finish=True), Moment(facts.finish.now, finish=True)
    return words.text("summary.work_ends", date=end, finish=finish)


def consequence(facts: ReportFacts, words: Words) -> str:
    """What the float says: a date that cannot be kept, how much is critical, or how tight it is."""
    numbers = facts.numbers
    open_ = numbers.tasks - numbers.finished
    if not open_:
        return ""
    if numbers.tightest is not None and numbers.tightest < 0:
        return words.text("summary.impossible", why=_too_late(numbers.tightest_row, numbers.tightest_why, words))
    if numbers.critical and facts.by_longest_path:
        return _longest_path(facts, words)
    if numbers.critical:
        if numbers.critical == open_:
            code = {1: "only", 2: "both"}.get(open_, "all")
            return words.text(f"summary.critical.{code}", count=open_)
        return words.text("summary.critical", count=numbers.critical, open=open_)
    if numbers.tightest is None:
        return words.text("summary.open", count=open_)
    name = words.name(numbers.tightest_row)
    if not numbers.tightest:
        return words.text("summary.room.none", count=open_, name=name)
    return words.text("summary.room", count=open_, name=name, amount=words.length(numbers.tightest))


def _longest_path(facts: ReportFacts, words: Words) -> str:
    """How far what decides the finish can slip before a date is missed."""
    floats = [row.total_float for row in facts.critical if row.total_float is not None]
    if not floats or min(floats) <= 0:
        return words.text("summary.longest", count=len(facts.critical))
    return words.text("summary.longest.room", count=len(facts.critical), amount=words.length(min(floats)))


def _too_late(row: Row | None, why: Message | None, words: Words) -> str:
    """Which task is too late, by how much and for what."""
    if row is None or why is None:
        return ""
    amount, limit = why.params.get("amount"), why.params.get("limit")
    if not isinstance(amount, Length) or limit is None:
        return words.say(why)
    return words.text("summary.too_late", task=TaskName(row.task, short_name(row.name)), amount=amount, limit=limit)


def _next_milestone(facts: ReportFacts, words: Words) -> str:
    coming = [each for each in facts.milestones if each.standing not in _OVER]
    ahead = [each for each in coming if each.now >= facts.reference]
    if not ahead:
        return ""
    late = (Standing.LATER, Standing.MISSES_DEADLINE, Standing.OVERDUE)
    count = sum(each.standing in late for each in coming)
    given: dict[str, Param] = {"name": words.name(ahead[0].row), "date": Moment(ahead[0].now, finish=True)}
    if count:
        return words.text("summary.milestone.late", count=count, **given)
    return words.text("summary.milestone.next", **given)


def _done(facts: ReportFacts, words: Words) -> str:
    numbers = facts.numbers
    if numbers.finished == numbers.tasks:
        return words.text("summary.all_done")
    if not numbers.done and not numbers.finished:
        code = "summary.done.none.overdue" if numbers.overdue else "summary.done.none"
        return words.text(code, count=numbers.overdue)
    code = "summary.done.overdue" if numbers.overdue else "summary.done"
    share = words.percent(numbers.done)
    return words.text(code, done=numbers.finished, tasks=numbers.tasks, share=share, count=numbers.overdue)


def ask(facts: ReportFacts, words: Words) -> str:
    """The one thing to do, the most pressing first; nothing when all is done."""
    numbers = facts.numbers
    if not numbers.tasks:
        return words.text("ask.empty")
    if numbers.finished == numbers.tasks:
        return ""
    first = facts.critical[0] if facts.critical else None
    if numbers.tightest is not None and numbers.tightest < 0 and numbers.tightest_row is not None:
        return _impossible(numbers.tightest_row, first, words)
    if numbers.overdue:
        return _overdue(facts, words)
    if facts.stale:
        return words.text(f"ask.old.{KEYS[facts.reference_is]}", date=Moment(facts.reference))
    return _path(facts, first, words)


def _impossible(tightest: Row, first: Row | None, words: Words) -> str:
    date = Moment(tightest.finish, finish=True)
    if first is None or first.task == tightest.task:
        return words.text("ask.impossible.alone", name=words.name(tightest), date=date)
    return words.text("ask.impossible", name=words.name(tightest), date=date, first=words.name(first))


def _overdue(facts: ReportFacts, words: Words) -> str:
    late = facts.numbers.overdue_first
    date = Moment(late.finish, finish=True) if late is not None else ""
    return words.text("ask.overdue", count=facts.numbers.overdue, name=words.name(late), date=date)


def _path(facts: ReportFacts, first: Row | None, words: Words) -> str:
    longest = facts.numbers.longest_critical
    if facts.finish.slip is not None and facts.finish.slip > 0 and longest is not None:
        length = words.length(facts.numbers.longest_span)
        date = Moment(longest.finish, finish=True)
        return words.text("ask.win_back", name=words.name(longest), length=length, date=date)
    if _unpromised(facts.finish):
        return words.text("ask.baseline")
    if first is None:
        return ""
    return words.text("ask.protect", name=words.name(first), date=Moment(first.finish, finish=True))


def _unpromised(finish: MilestoneRow) -> bool:
    return finish.baseline is None and finish.deadline is None
