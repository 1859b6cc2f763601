"""Writing a schedule to a file whose ending says the form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import msgspec

from headway.cli.failures import BadUseError
from headway.cli.records import Scheduled, schedule_record, task_records, to_csv
from headway.formats.own import encode_own

Writer = Callable[[Scheduled], bytes]


def _json(answer: Scheduled) -> bytes:
    return msgspec.json.format(msgspec.json.encode(schedule_record(answer)), indent=2) + b"\n"


def _csv(answer: Scheduled) -> bytes:
    return to_csv(task_records(answer))


def _own(answer: Scheduled) -> bytes:
    return encode_own(answer.plan)


WRITERS: MappingProxyType[str, Writer] = MappingProxyType({".json": _json, ".csv": _csv, ".headway": _own})


def writer_for(path: Path) -> Writer:
    """The writer for the ending of ``path``; raises :class:`BadUseError` before any work is done."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join(WRITERS)
        raise BadUseError(f"-o {path.name!r} has an ending we cannot write", f"Use one of {known}")
    return writer
