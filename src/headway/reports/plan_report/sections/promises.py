"""Finish and milestones: promised, said last, now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.reports.document import Cell, Column, Kind, Paragraph, Section, Table, Tone
from headway.reports.plan_report.values import Standing, Verdict
from headway.reports.plan_report.words import TONES

if TYPE_CHECKING:
    from headway.reports.plan_report.values import MilestoneRow, ReportFacts
    from headway.reports.plan_report.words import Words

SHOWN = 10
SHOWN_WITH_CHANGES = 7
"""What changed needs the room on the first page."""
WORST = 4
"""Of those shown, so many are the ones that are the furthest from what was promised, wherever they lie."""
DONE_SHOWN = 2
_OVER = (Standing.DONE, Standing.DONE_LATE)


def milestone_section(facts: ReportFacts, words: Words) -> Section:
    """The finish first, then the milestones that a sponsor asks about."""
    chosen = choose(facts.milestones, SHOWN if facts.since is None else SHOWN_WITH_CHANGES)
    rest = len(facts.milestones) - len(chosen)
    notes = [words.text("milestones.note" if _promised(facts) else "milestones.note.float")]
    if rest:
        notes.append(words.text("milestones.more", count=rest))
    listing = _table("milestones", (facts.finish, *chosen), facts, words, " ".join(notes))
    blocks = (listing,) if facts.milestones else (listing, Paragraph(words.text("milestones.none"), quiet=True))
    return Section("milestones", words.text("section.milestones"), blocks)


def milestone_annex(facts: ReportFacts, words: Words) -> Table:
    """All of them."""
    return _table("all-milestones", (facts.finish, *facts.milestones), facts, words, "")


def choose(milestones: tuple[MilestoneRow, ...], most: int = SHOWN) -> tuple[MilestoneRow, ...]:
    """The last ones done, the worst, the one at the end, and the next ones, in order of time."""
    done = [each for each in milestones if each.standing in _OVER][-DONE_SHOWN:]
    coming = [each for each in milestones if each.standing not in _OVER]
    slipped = [each for each in coming if TONES[each.standing] in (Tone.WATCH, Tone.BAD) or (each.moved or 0) > 0]
    worst = sorted(slipped, key=_badness)[:WORST]
    kept = {id(each) for each in (*done, *worst, *coming[-1:])}
    for each in coming:
        if len(kept) >= most:
            break
        kept.add(id(each))
    return tuple(each for each in milestones if id(each) in kept)


def _badness(each: MilestoneRow) -> tuple[bool, int]:
    """Missed deadlines and overdue ones first, then by how much later it is."""
    missed = each.now - each.deadline if each.deadline is not None else 0
    return (TONES[each.standing] is not Tone.BAD, -max(each.slip or 0, each.moved or 0, missed))


def _promised(facts: ReportFacts) -> bool:
    return any(each.baseline is not None for each in (facts.finish, *facts.milestones))


def _table(name: str, rows: tuple[MilestoneRow, ...], facts: ReportFacts, words: Words, note: str) -> Table:
    promised, since = _promised(facts), facts.since is not None
    columns = [
        Column(words.text("column.milestone"), grow=True, under=words.text("column.promise")),
        *([Column(words.text("column.baseline"), Kind.DATE)] if promised else []),
        *([Column(words.text("column.last"), Kind.DATE)] if since else []),
        Column(words.text("column.now"), Kind.DATE),
        *([Column(words.text("column.slip"), Kind.DAYS)] if promised else []),
        *([Column(words.text("column.moved"), Kind.DAYS)] if since and not promised else []),
        Column(words.text("column.float"), Kind.DAYS),
        Column(words.text("column.status"), Kind.STATUS),
    ]
    cells = tuple(_cells(each, promised, facts, words) for each in rows)
    return Table(name, words.text("table.milestones"), tuple(columns), cells, note)


def _cells(each: MilestoneRow, promised: bool, facts: ReportFacts, words: Words) -> tuple[Cell, ...]:
    since = facts.since is not None
    is_finish = each.row is None
    name = words.text("milestone.finish") if is_finish else words.name(each.row)
    return (
        Cell(name, under=_deadline(each, words), strong=is_finish),
        *([words.date_cell(each.baseline)] if promised else []),
        *([words.date_cell(each.last)] if since else []),
        words.date_cell(each.now),
        *([words.days_cell(each.slip, sign=True)] if promised else []),
        *([words.days_cell(each.moved, sign=True)] if since and not promised else []),
        words.days_cell(each.total_float),
        _status(each, facts, words),
    )


def _status(each: MilestoneRow, facts: ReportFacts, words: Words) -> Cell:
    """How it stands; the finish no better than the schedule, and nothing to come is good on stale progress."""
    word, tone = words.text(f"standing.{each.standing.value}"), TONES[each.standing]
    if each.row is None and (each.slip or 0) > 0 and facts.verdict("schedule") is Verdict.OFF_TRACK:
        return Cell(word, tone=Tone.BAD)
    if facts.stale and tone is Tone.GOOD and each.standing not in _OVER:
        return Cell(words.text("standing.stale", standing=word), tone=Tone.UNKNOWN)
    return Cell(word, tone=tone)


def _deadline(each: MilestoneRow, words: Words) -> str:
    if each.deadline is None or each.standing in _OVER:
        return ""
    code = "milestone.must" if each.row is None else "milestone.deadline"
    return words.text(code, date=words.finish(each.deadline))
