"""The mends that a report names, the most valuable first."""

from __future__ import annotations

from headway.core.review import review
from headway.core.schedule import schedule
from headway.reports.plan_report import Judged, Source, report_facts
from tests.drawn import build

_CIRCLE = """
project: start 2027-03-01
A 3d after B
B 3d after A
C 2d after B
D 2d after C -1d
Done milestone; after D
"""


def test_what_the_whole_score_rests_on_is_mended_first() -> None:
    """A circle weighs less than a lead, but half of the score falls with it."""
    dated = schedule(build(_CIRCLE))
    facts = report_facts(dated, Source("plan.xml", 0), judged=Judged(review(dated)))
    assert facts.review is not None
    assert next(each.rule for each in facts.review.mends) == "loops"
    assert "dcma-02" in [each.rule for each in facts.review.mends]
