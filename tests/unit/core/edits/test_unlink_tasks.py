"""Taking a link away."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, describe, expand
from headway.core.edits.unlink_tasks import UnlinkTasks
from tests.drawn import build
from tests.unit.core.edits.carrying_out import edited, links, said

PLAN = build("project: start 2027-03-01\nA 1d\nB 1d after A\nC 1d after A, B")


def test_the_link_is_gone_and_no_other() -> None:
    assert links(edited(PLAN, UnlinkTasks(1))) == ["A FS C", "B FS C"]


def test_it_is_told_in_words() -> None:
    assert said(PLAN, UnlinkTasks(1)) == "Take away the FS link from 'A' to 'B'."


def test_a_link_that_is_not_there_is_an_error() -> None:
    with pytest.raises(EditError, match="has no link 9; it may have been removed"):
        expand(PLAN, UnlinkTasks(9))
    with pytest.raises(EditError, match="has no link 9"):
        describe(PLAN, UnlinkTasks(9))
