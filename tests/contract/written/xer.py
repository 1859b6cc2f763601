"""What P6 refuses in a XER, or silently reads wrong: found by reading the text.

Sources: users' reports on imports that stop (one root of the work breakdown, parents that exist, unique short names,
columns that must not be empty, tables that refer to each other) and Oracle's map of the tables.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = dict[str, str]
Tables = dict[str, list[Row]]

_LONGEST_CODE, _LONGEST_NAME = 40, 120
_FILLED = [
    "task_id",
    "proj_id",
    "wbs_id",
    "clndr_id",
    "complete_pct_type",
    "task_type",
    "duration_type",
    "status_code",
    "task_code",
    "task_name",
    "target_drtn_hr_cnt",
    "remain_drtn_hr_cnt",
    "priority_type",
]
_DATE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")


def tables_of(data: bytes) -> Tables:
    """The tables of a XER; raises ``AssertionError`` for a broken frame."""
    lines = _decoded(data).split("\r\n")
    assert lines[0].startswith("ERMHDR\t"), "no header"
    assert [line for line in lines if line][-1] == "%E", "no end"
    tables: Tables = {}
    names: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(lines[1:], 2):
        mark, *values = line.split("\t")
        if mark == "%T":
            rows = tables.setdefault(values[0], [])
        elif mark == "%F":
            names = values
        elif mark == "%R":
            assert len(values) == len(names), f"line {number} has {len(values)} values for {len(names)} columns"
            rows.append(dict(zip(names, values, strict=True)))
        else:
            assert line in ("", "%E"), f"line {number} is no record: {line[:40]!r}"
    return tables


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def problems(data: bytes) -> list[str]:
    """Everything P6 would stop at."""
    tables = tables_of(data)
    return [
        *_keys(tables),
        *_references(tables),
        *_work_breakdown(tables),
        *_codes(tables),
        *_activities(tables),
        *_links(tables),
        *_calendars(tables),
    ]


_KEYS = {
    "TASK": "task_id",
    "PROJWBS": "wbs_id",
    "CALENDAR": "clndr_id",
    "RSRC": "rsrc_id",
    "ROLES": "role_id",
    "TASKPRED": "task_pred_id",
    "TASKRSRC": "taskrsrc_id",
    "UDFTYPE": "udf_type_id",
    "PROJECT": "proj_id",
    "RSRCRATE": "rsrc_rate_id",
    "PROJCOST": "cost_item_id",
}


def _keys(tables: Tables) -> Iterator[str]:
    for table, key in _KEYS.items():
        counts = Counter(row[key] for row in tables.get(table, ()))
        yield from (f"{table}.{key} {value!r} stands {count} times" for value, count in counts.items() if count > 1)
        yield from (f"{table}.{key} {value!r} is no number" for value in counts if not value.isdecimal())


_REFERENCES = (
    ("TASK", "wbs_id", "PROJWBS"),
    ("TASK", "clndr_id", "CALENDAR"),
    ("TASKPRED", "task_id", "TASK"),
    ("TASKPRED", "pred_task_id", "TASK"),
    ("TASKRSRC", "task_id", "TASK"),
    ("TASKRSRC", "rsrc_id", "RSRC"),
    ("TASKRSRC", "role_id", "ROLES"),
    ("RSRC", "clndr_id", "CALENDAR"),
    ("RSRC", "parent_rsrc_id", "RSRC"),
    ("RSRCRATE", "rsrc_id", "RSRC"),
    ("PROJCOST", "task_id", "TASK"),
    ("PROJECT", "clndr_id", "CALENDAR"),
    ("CALENDAR", "base_clndr_id", "CALENDAR"),
    ("UDFVALUE", "udf_type_id", "UDFTYPE"),
)


def _references(tables: Tables) -> Iterator[str]:
    for table, column, other in _REFERENCES:
        known = {row[_KEYS[other]] for row in tables.get(other, ())}
        for row in tables.get(table, ()):
            if row.get(column) and row[column] not in known:
                yield f"{table}.{column} {row[column]!r} is no row of {other}"
    for row in tables.get("TASKRSRC", ()):
        if not row["rsrc_id"] and not row["role_id"]:
            yield f"TASKRSRC {row['taskrsrc_id']} has neither resource nor role"


def _work_breakdown(tables: Tables) -> Iterator[str]:
    rows = tables.get("PROJWBS", [])
    known = {row["wbs_id"] for row in rows}
    roots = [row["wbs_id"] for row in rows if row["proj_node_flag"] == "Y"]
    if len(roots) != 1:
        yield f"{len(roots)} roots of the work breakdown"
    for row in rows:
        if row["parent_wbs_id"] not in known and row["proj_node_flag"] != "Y":
            yield f"PROJWBS {row['wbs_id']} has no parent"
        if not 0 < len(row["wbs_short_name"]) <= _LONGEST_CODE:
            yield f"PROJWBS {row['wbs_id']} has the short name {row['wbs_short_name']!r}"
    siblings = Counter((row["parent_wbs_id"], row["wbs_short_name"].casefold()) for row in rows)
    yield from (f"short name {name!r} stands twice below {parent}" for (parent, name), n in siblings.items() if n > 1)


def _codes(tables: Tables) -> Iterator[str]:
    for table, column in (("TASK", "task_code"), ("RSRC", "rsrc_short_name"), ("PROJECT", "proj_short_name")):
        counts = Counter(row[column].casefold() for row in tables.get(table, ()))
        yield from (f"{table}.{column} {value!r} stands {n} times" for value, n in counts.items() if n > 1)
        yield from (f"{table}.{column} is {value!r}" for value in counts if not 0 < len(value) <= _LONGEST_CODE)
    labels = Counter((row["table_name"], row["udf_type_label"]) for row in tables.get("UDFTYPE", ()))
    yield from (f"user field {label!r} stands {n} times" for label, n in labels.items() if n > 1)


_DATED = {
    "TK_NotStart": ((), ("act_start_date", "act_end_date")),
    "TK_Active": (("act_start_date",), ("act_end_date",)),
    "TK_Complete": (("act_start_date", "act_end_date"), ()),
}
"""By status: actual dates there must be, and those there must not."""


def _activities(tables: Tables) -> Iterator[str]:
    for row in tables.get("TASK", ()):
        name = f"activity {row['task_code']}"
        yield from (f"{name} has no {column}" for column in _FILLED if not row[column])
        wanted, refused = _DATED.get(row["status_code"], ((), ()))
        if row["task_type"] not in ("TT_Mile", "TT_FinMile"):
            yield from (f"{name} is {row['status_code']} without {each}" for each in wanted if not row[each])
        yield from (f"{name} is {row['status_code']} with {each}" for each in refused if row[each])
        yield from _dates(name, row)
        if len(row["task_name"]) > _LONGEST_NAME:
            yield f"{name} has a name of {len(row['task_name'])} letters"
        if row["task_type"] in ("TT_Mile", "TT_FinMile") and float(row["target_drtn_hr_cnt"] or 0):
            yield f"{name} is a milestone of {row['target_drtn_hr_cnt']} hours"
        for kind, date in (("cstr_type", "cstr_date"), ("cstr_type2", "cstr_date2")):
            if row[kind] not in ("", "CS_ALAP") and not row[date]:
                yield f"{name} has the constraint {row[kind]} without a date"


def _dates(name: str, row: Row) -> Iterator[str]:
    for column, value in row.items():
        if column.endswith("_date") and value and not _DATE.fullmatch(value):
            yield f"{name}: {column} is {value!r}"
    for first, last in (("target_start_date", "target_end_date"), ("restart_date", "reend_date")):
        if row[first] and row[last] and row[first] > row[last]:
            yield f"{name}: {first} is after {last}"
    if not row["target_start_date"] or not row["target_end_date"]:
        yield f"{name} has no planned dates"
    if row["status_code"] != "TK_Complete" and row["task_type"] != "TT_WBS" and not row["early_start_date"]:
        yield f"{name} has no early start"


def _links(tables: Tables) -> Iterator[str]:
    pairs = Counter((row["pred_task_id"], row["task_id"], row["pred_type"]) for row in tables.get("TASKPRED", ()))
    for (predecessor, successor, kind), count in pairs.items():
        if predecessor == successor:
            yield f"activity {successor} follows itself"
        if count > 1:
            yield f"link {predecessor} {kind} {successor} stands {count} times"
        if kind not in ("PR_FS", "PR_SS", "PR_FF", "PR_SF"):
            yield f"link {predecessor} {successor} is of kind {kind!r}"


def _calendars(tables: Tables) -> Iterator[str]:
    rows = tables.get("CALENDAR", [])
    if not rows:
        yield "there is no calendar"
    for row in rows:
        name = f"calendar {row['clndr_id']}"
        data = row["clndr_data"]
        if not data.startswith("(0||CalendarData") or data.count("(") != data.count(")"):
            yield f"{name} has no proper data"
        if not row["clndr_name"]:
            yield f"{name} has no name"
        hours = [each for each in ("day_hr_cnt", "week_hr_cnt") if not _positive(row[each])]
        yield from (f"{name}: {each} is {row[each]!r}" for each in hours)


def _positive(text: str) -> bool:
    try:
        return float(text) > 0
    except ValueError:
        return False
