"""Links on summaries moved to tasks."""

from __future__ import annotations

from headway.core.review import Status
from tests.unit.core.edits.carrying_out import links
from tests.unit.core.review.mends.mending import START, mended, offered, starts

TWO = """
One
  A 2d
  B 3d after A
  C 4d after A
Two after One
  D 2d
  E 1d
  F 1d after D
Done milestone; after E, F
"""


def test_all_ends_are_linked_to_all_starts() -> None:
    text = START + TWO
    assert offered(text, "links-on-summaries") == ["Link 'B', 'C' to 'D', 'E' instead of 'One' to 'Two' (FS)."]
    fixed = mended(text, "links-on-summaries")
    assert fixed.after.result("links-on-summaries").status is Status.PASS
    assert {"B FS D", "B FS E", "C FS D", "C FS E"} <= set(links(fixed.schedule.compiled.plan))
    assert (starts(fixed.schedule)["D"], starts(fixed.schedule)["E"]) == ("03-09", "03-09")
    assert fixed.mended[0].finish == 0


def test_tasks_that_only_a_summary_links_are_mended_the_same_way() -> None:
    text = START + "One\n  A 2d\nTwo after One\n  D 2d\nDone milestone; after Two"
    fixed = mended(text, "summary-only-logic")
    assert "A FS D" in links(fixed.schedule.compiled.plan)
    assert fixed.after.result("summary-only-logic").count == 0


def test_a_link_into_a_nested_summary_counts_inside() -> None:
    text = START + "One\n  Sub\n    A 2d\n  Next after Sub\n    B 2d\nC 1d after One\nDone milestone; after C"
    assert "Link 'B' to 'C' instead of 'One' to 'C' (FS)." in offered(text, "links-on-summaries")


def test_a_start_to_start_link_is_about_where_the_work_begins() -> None:
    text = START + "One\n  A 2d\n  B 3d after A\nC 1d after One SS+1d\nDone milestone; after B, C"
    assert offered(text, "links-on-summaries") == ["Link 'A' to 'C' instead of 'One' to 'C' (SS)."]


def test_more_links_than_a_handful_are_for_people() -> None:
    rows = "\n".join(f"  T{n} 1d" for n in range(13))
    assert offered(START + f"One\n{rows}\nC 1d after One\nDone milestone; after C", "links-on-summaries") == []


def test_finished_tasks_do_not_matter_where_others_are_not() -> None:
    text = "project: start 2027-03-01; data date 2027-03-03\n" + TWO.replace(
        "B 3d after A", "B 1d; actual start=2027-03-01 finish=2027-03-01"
    ).replace("A 2d", "A 2d; actual start=2027-03-01 finish=2027-03-02")
    assert offered(text, "links-on-summaries") == ["Link 'C' to 'D', 'E' instead of 'One' to 'Two' (FS)."]
