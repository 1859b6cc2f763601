"""The JSON of changes is stable and read back with types."""

from __future__ import annotations

import pytest

from headway.core.changes import Change, ChangeError, Put, Remove, Set, decode_changes, encode_changes
from headway.core.plan.entities import Constraint, ConstraintKind, Link, Progress, Task, TaskKind
from headway.core.plan.plan import Project, Rules

CHANGES: list[Change] = [
    Put("task", None, Task(id=1, name="Dig", priority=int("500"))),
    Put("task", Task(id=1), Task(id=1, kind=TaskKind.WBS)),
    Set("task", 1, "constraint", None, Constraint(ConstraintKind.MUST_START_ON, 10)),
    Set("task", 1, "custom", {"b": 1, "a": 2.0}, None),
    Set("task", 1, "kind", TaskKind.TASK, TaskKind.HAMMOCK),
    Set("project", 0, "rules", Rules.MSPROJECT, Rules.P6),
    Put("project", Project(), Project(name="House")),
    Remove("link", Link(3, 1, 2)),
]


def test_changes_come_back_as_they_were() -> None:
    assert list(decode_changes(encode_changes(CHANGES))) == CHANGES
    assert encode_changes(decode_changes(encode_changes(CHANGES))) == encode_changes(CHANGES)
    assert decode_changes(b"[]") == ()


def test_values_come_back_with_their_types() -> None:
    (change,) = decode_changes(encode_changes([Set("task", 1, "progress", None, Progress(percent_complete=5))]))
    assert isinstance(change, Set)
    assert isinstance(change.after, Progress)


def test_the_form_of_each_change() -> None:
    assert (
        encode_changes(CHANGES[:1]) == b'[{"change":"put","entity":"task","before":null,"after":{"id":1,"name":"Dig"}}]'
    )
    assert encode_changes(CHANGES[3:4]) == (
        b'[{"change":"set","entity":"task","id":1,"field":"custom","before":{"a":2.0,"b":1},"after":null}]'
    )
    assert encode_changes(CHANGES[-1:]) == (
        b'[{"change":"remove","entity":"link","before":{"id":3,"predecessor":1,"successor":2}}]'
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a list of changes"),
        (b'[{"change":"move"}]', "not a list of changes"),
        (b'[{"change":"set","entity":"tusk","id":1,"field":"name","before":1,"after":2}]', "'tusk'"),
        (b'[{"change":"set","entity":"task","id":1,"field":"colour","before":1,"after":2}]', "no field 'colour'"),
        (
            b'[{"change":"set","entity":"task","id":7,"field":"name","before":1,"after":2}]',
            "task 7, field name: Expected",
        ),
        (b'[{"change":"set","entity":"task","id":7,"field":"id","before":1,"after":2}]', "never changes"),
        (b'[{"change":"put","entity":"task","after":{"id":1,"colour":1}}]', "change 1, task: .*unknown field"),
        (b'[{"change":"put","entity":"task","after":null}]', "not a task"),
        (b'[{"change":"remove","entity":"task","before":null}]', "not a task"),
    ],
)
def test_what_is_no_change_is_told(data: bytes, words: str) -> None:
    with pytest.raises(ChangeError, match=words):
        decode_changes(data)
