"""Damaged plan files: no crash, no hang, bounded memory, and nothing left behind.

Forty mutants in the everyday run, 2,000 under ``--full``, any number by ``HEADWAY_FUZZ``.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from headway.formats import PlanFileError
from headway.formats.child import Answer, Job, run_child
from headway.formats.reader import finish, recognise
from headway.formats.staging import make_job
from tests.files.reading import index_of

if TYPE_CHECKING:
    from collections.abc import Iterator

BATCH = 40
MOST_BYTES = 700_000
ANSWERS = {"ok", "damaged", "empty", "password", "too_large", "unknown_project"}
MOST_MEBIBYTES = 1_200
"""Resident memory of the test process and of each child: the heap of a small file is 512 MB."""


def mutate(data: bytes, random_: random.Random) -> bytes:
    """One to eight injuries of different kinds."""
    wounded = bytearray(data)
    for _ in range(random_.randint(1, 8)):
        place = random_.randrange(len(wounded))
        length = min(len(wounded) - place, 1 << random_.randrange(0, 10))
        kind = random_.randrange(7)
        if kind == 0:
            wounded[place] ^= 1 << random_.randrange(8)
        elif kind == 1:
            wounded[place : place + length] = random_.randbytes(length)
        elif kind == 2:
            wounded[place : place + length] = bytes(length)
        elif kind == 3:
            del wounded[place : place + length]
        elif kind == 4:
            wounded[place:place] = wounded[place : place + length]
        elif kind == 5:
            wounded[place : place + 4] = random_.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\xff\xff\xff\x7f"))
        elif random_.random() < 0.3 and place > 64:
            del wounded[place:]
    return bytes(wounded)


def _mutants(cases: Path, count: int, seed: int) -> list[tuple[str, bytes]]:
    files = [cases / "plans" / row["file"] for row in index_of(cases)]
    small = sorted(path for path in files if path.stat().st_size <= MOST_BYTES)
    random_ = random.Random(seed)
    mutants = []
    for number in range(count):
        path = random_.choice(small)
        mutants.append((f"{path.name} (seed {seed}, number {number})", mutate(path.read_bytes(), random_)))
    return mutants


def _run_batch(mutants: list[tuple[str, bytes]], folder: Path) -> Counter[str]:
    """Read a batch; the child must answer for each, and the parent must make a result or an error of each answer."""
    found: Counter[str] = Counter()
    staged: list[tuple[str, bytes, Job]] = []
    for name, data in mutants:
        try:
            known = recognise(folder / name, data)
            staged.append((name, data, make_job(folder / name, data, known, None)))
        except PlanFileError as error:
            found[type(error).__name__] += 1
    outcome = run_child([job for *_, job in staged])
    for (name, data, job), answer in zip(staged, outcome.answers, strict=True):
        assert answer.status in ANSWERS, (name, answer.status, answer.detail[-1500:])
        found[_finish(name, data, job, answer, folder)] += 1
    return found


def _finish(name: str, data: bytes, job: Job, answer: Answer, folder: Path) -> str:
    known = recognise(folder / name, data)
    assert known.name == job.format
    try:
        finish(folder / name, data, known, answer, asked=False)
    except PlanFileError as error:
        return type(error).__name__
    return "read"


@pytest.fixture
def scratch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for the child's files that nobody else uses; open to other users, as the child becomes one."""
    folder = Path(tempfile.mkdtemp(prefix="headway-fuzz-"))
    folder.chmod(0o711)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    shutil.rmtree(folder)


def _fuzz(cases: Path, folder: Path, count: int, seed: int) -> Counter[str]:
    total: Counter[str] = Counter()
    for first in range(0, count, BATCH):
        begun = time.monotonic()
        total += _run_batch(_mutants(cases, min(BATCH, count - first), seed + first), folder)
        assert time.monotonic() - begun < 120
    assert list(folder.iterdir()) == []
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        assert resource.getrusage(who).ru_maxrss < MOST_MEBIBYTES << 10
    return total


def test_forty_damaged_files(cases: Path, scratch: Path) -> None:
    found = _fuzz(cases, scratch, 40, seed=1)
    assert found.total() == 40
    assert found["read"] > 0


@pytest.mark.full
def test_thousands_of_damaged_files(cases: Path, scratch: Path) -> None:
    count = int(os.environ.get("HEADWAY_FUZZ", "2000"))
    found = _fuzz(cases, scratch, count, seed=1_000)
    assert found.total() == count
