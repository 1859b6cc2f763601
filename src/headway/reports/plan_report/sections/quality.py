"""How good the plan is, whether the numbers can be believed, and how they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.plan import Rules
from headway.reports.document import Block, Cell, Column, Folded, Item, Items, Kind, Paragraph, Section, Table, Tone
from headway.reports.plan_report.values import ALL

if TYPE_CHECKING:
    from headway.core.message import Param
    from headway.reports.plan_report.values import FindingGroup, Mend, ReportFacts, ReviewFacts, Trust
    from headway.reports.plan_report.words import Words

MENDS = 4
MENDS_WITH_CHANGES = 3
FINDINGS = 5
_RULE_NAMES = {Rules.MSPROJECT: "MS Project", Rules.P6: "P6"}
_SEVERITY = {"error": Tone.BAD, "warning": Tone.WATCH, "note": Tone.UNKNOWN}


def review_section(review: ReviewFacts, words: Words, most: int = MENDS) -> Section:
    """The score and the mends that are worth most."""
    blocks: list[Block] = [Paragraph(_score(review, words))]
    if review.mends:
        items = tuple(
            Item(words.text("review.title", title=words.say(each.title)), words.say(each.mend), _found(each, words))
            for each in review.mends[:most]
        )
        blocks.append(Items(items, numbered=True, title=words.text("review.mends")))
    elif review.score is not None and not review.failed:
        blocks.append(Paragraph(words.text("review.clean")))
    return Section("review", words.text("section.review"), tuple(blocks))


def _score(review: ReviewFacts, words: Words) -> str:
    if review.score is None:
        return words.text("review.score.none")
    given: dict[str, Param] = {
        "score": review.score,
        "passed": words.text("review.passed", count=review.passed),
        "failed": words.text("review.failed", count=review.failed),
        "open": words.text("review.open", count=review.not_evaluated),
    }
    if review.before is not None:
        return words.text("review.score.before", before=review.before, **given)
    return words.text("review.score", **given)


def _found(mend: Mend, words: Words) -> str:
    if not mend.rows:
        return words.text("review.found.unnamed", count=mend.count) if mend.count else ""
    names = ", ".join(words.text("quoted", name=words.named(name)) for name in mend.rows)
    return words.text("review.found", count=mend.count, names=names)


def mend_annex(review: ReviewFacts, words: Words) -> Table:
    """Every rule that fails."""
    columns = (
        Column(words.text("column.rule")),
        Column(words.text("column.title")),
        Column(words.text("column.count"), Kind.NUMBER),
        Column(words.text("column.why"), grow=True),
        Column(words.text("column.mend"), grow=True),
    )
    rows = tuple(
        (
            Cell(each.rule),
            Cell(words.say(each.title)),
            words.number_cell(each.count),
            Cell(words.say(each.why)),
            Cell(words.say(each.mend)),
        )
        for each in review.mends
    )
    return Table("mends", words.text("table.mends"), columns, rows)


def trust_section(facts: ReportFacts, words: Words) -> Section:
    """Findings, agreement with the saved dates, losses."""
    trust = facts.trust
    blocks: list[Block] = [Paragraph(_agreement(trust, words))]
    if trust.findings:
        items = tuple(_finding(each, words) for each in trust.findings[:FINDINGS])
        blocks.append(Items(items, title=words.text("trust.findings")))
    else:
        blocks.append(Paragraph(words.text("trust.sound")))
    if trust.compared:
        blocks.append(Folded(words.text("trust.fields"), _fields(trust, words)))
    if trust.losses:
        blocks.append(Folded(words.text("trust.losses", count=len(trust.losses)), _losses(trust, words)))
    return Section("trust", words.text("section.trust"), tuple(blocks))


def _agreement(trust: Trust, words: Words) -> str:
    if not trust.compared:
        return words.text("trust.unsaved")
    if trust.agreeing == trust.compared:
        return words.text("trust.all", count=trust.compared)
    return words.text("trust.some", agreeing=trust.agreeing, count=trust.compared)


def _finding(group: FindingGroup, words: Words) -> Item:
    """One sentence for the kind; a workbook has them all."""
    rest = group.more + len(group.sentences) - 1
    more = words.text("trust.more", count=rest) if rest else ""
    severity = words.text(f"severity.{group.severity}")
    return Item(severity, words.say(group.sentences[0]), more, _SEVERITY[group.severity])


def finding_annex(trust: Trust, words: Words) -> Table:
    """The findings, sentence by sentence."""
    columns = (Column(words.text("column.severity"), Kind.STATUS), Column(words.text("column.what"), grow=True))
    rows = tuple(
        (Cell(words.text(f"severity.{group.severity}"), tone=_SEVERITY[group.severity]), Cell(words.say(sentence)))
        for group in trust.findings
        for sentence in group.sentences
    )
    return Table("findings", words.text("table.findings"), columns, rows)


def _fields(trust: Trust, words: Words) -> Table:
    columns = (
        Column(words.text("column.field"), grow=True),
        Column(words.text("column.same"), Kind.NUMBER),
        Column(words.text("column.of"), Kind.NUMBER),
        Column(words.text("column.share"), Kind.SHARE),
    )
    rows = tuple(
        (
            Cell(words.text(f"field.{each.field}")),
            words.number_cell(each.equal),
            words.number_cell(each.compared),
            words.share_cell(_share(each.equal, each.compared)),
        )
        for each in trust.agreement
        if each.compared
    )
    return Table("agreement", words.text("table.agreement"), columns, rows)


def _share(part: int, whole: int) -> int:
    """Hundredths of a percent; all only when it is all."""
    return min(part * ALL // whole, ALL if part == whole else ALL - 1)


def _losses(trust: Trust, words: Words) -> Table:
    columns = (
        Column(words.text("column.what"), grow=True),
        Column(words.text("column.rows"), Kind.NUMBER),
        Column(words.text("column.remark"), grow=True),
    )
    rows = tuple((Cell(each.what), words.number_cell(each.count), Cell(each.remark)) for each in trust.losses)
    return Table("losses", words.text("table.losses"), columns, rows)


def footnotes(facts: ReportFacts, words: Words) -> tuple[str, ...]:
    """How the numbers are made."""
    hours = words.form.number(facts.minutes_per_day / 60, 2)
    notes = [
        words.text("foot.computed", file=facts.source, rules=_RULE_NAMES[facts.rules], hours=hours),
    ]
    if not facts.numbers.tasks:
        return tuple(notes)
    notes += [words.text("foot.signs"), words.text("foot.status", allowed=words.length(facts.tolerance))]
    if facts.load is not None:
        notes.append(words.text("foot.load"))
    if facts.review is not None:
        notes.append(words.text("foot.score"))
    return tuple(notes)
