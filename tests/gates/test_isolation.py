"""The tests' own walls stand: no network, long checks only on request, case files by one name."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from tests.conftest import cases_folder
from tests.gates.sources import ROOT, sources

if TYPE_CHECKING:
    from pathlib import Path


def test_no_test_reaches_another_machine() -> None:
    with socket.socket() as other, pytest.raises(ConnectionRefusedError, match="tests use no network"):
        other.connect(("192.0.2.1", 80))


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


def test_only_one_place_knows_where_case_files_are() -> None:
    users = [source.name for source in sources() if '"HEADWAY_CASES"' in source.text and "/gates/" not in source.name]
    assert users == ["tests/conftest.py"]


def test_no_test_is_skipped_for_another_reason() -> None:
    markers = ("pytest.mark.skip", "pytest.skip(", "pytest.importorskip", "pytest.mark.xfail", "pytest.xfail(")
    ours = {"tests/conftest.py", "tests/gates/test_isolation.py"}
    found = [source.name for source in sources() if source.name not in ours and any(m in source.text for m in markers)]
    assert not found, f"ask for the fixture `cases`, or make the test run everywhere: {found}"


def test_the_folder_of_cases_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HEADWAY_CASES", str(tmp_path))
    assert tmp_path == cases_folder()
    monkeypatch.delenv("HEADWAY_CASES")
    assert cases_folder().parent.parent == ROOT.parent
