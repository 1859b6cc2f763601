"""How far the numbers can be believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.compare import compare
from headway.core.schedule.findings import Finding, findings
from headway.reports.plan_report.values import Agreement, FindingGroup, Trust

if TYPE_CHECKING:
    from headway.reports.plan_report.known import Known

SENTENCES_KEPT = 100
"""Of one kind: a page shows the first, a workbook these."""


def trust_of(known: Known) -> Trust:
    """Findings of the engine, what the file lost on the way, and agreement with its saved dates."""
    comparison = compare(known.schedule)
    return Trust(
        findings=_findings(known),
        losses=known.source.losses,
        agreement=tuple(Agreement(name, each.compared, each.equal) for name, each in comparison.fields.items()),
        compared=comparison.tasks,
        agreeing=comparison.tasks_equal,
    )


def _findings(known: Known) -> tuple[FindingGroup, ...]:
    """Findings by kind, worst first, the first sentences of each."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings(known.schedule, known.drivers):
        groups.setdefault(finding.code, []).append(finding)
    return tuple(
        FindingGroup(
            found[0].severity.value,
            tuple(each.message for each in found[:SENTENCES_KEPT]),
            max(len(found) - SENTENCES_KEPT, 0),
        )
        for found in groups.values()
    )
