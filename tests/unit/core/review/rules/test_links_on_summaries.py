"""Logic that no task carries itself."""

from __future__ import annotations

from tests.recounts.drawing import asked, drawn, texts_of

RULE = "links-on-summaries"


def test_either_end_and_both_are_told_apart() -> None:
    plan = drawn("One\n  A 3d\nTwo after One\n  B 2d\nC 1d after Two\nThree after C\n  D 1d")
    assert texts_of(asked(RULE, plan)) == [
        "All tasks below the summary 'Two' wait for all below 'One' (FS).",
        "'C' waits for the summary 'Two' (FS): for all that stands below it.",
        "All tasks below the summary 'Three' wait for 'C' (FS).",
    ]


def test_links_between_tasks_are_none() -> None:
    assert asked(RULE, drawn("One\n  A 3d\nTwo\n  B 2d after A")).count == 0
