"""What every test can count on: case files, no network, the same random numbers, long checks only on request."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_CASES = ROOT.parent / "shared" / "cases"
"""The folder of real plan files beside the checkout; ``HEADWAY_CASES`` names another."""

NO_CASES = "no case files"
NO_TASKJUGGLER = "no TaskJuggler"
ABSENT = {
    NO_CASES: "case files (set HEADWAY_CASES to their folder)",
    NO_TASKJUGGLER: "TaskJuggler (install tj3)",
}
"""What a test may be skipped for: the beginning of its reason, and how to get what is missing."""
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def cases_folder() -> Path:
    """Where the case files are or would be."""
    return Path(os.environ.get("HEADWAY_CASES") or DEFAULT_CASES)


# A numba function runs many times slower while it is first compiled: time limits per example mean nothing here.
settings.register_profile(
    "quick",
    max_examples=50,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("full", settings.get_profile("quick"), max_examples=1_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full", action="store_true", help="also the long checks (marker `full`), more examples a property"
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("full" if config.getoption("--full") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--full"):
        return
    long = [item for item in items if item.get_closest_marker("full")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("full")]


@pytest.fixture(scope="session")
def cases() -> Path:
    """The folder of real plan files; without it the test is skipped, and the summary counts such tests."""
    folder = cases_folder()
    if not folder.is_dir():
        pytest.skip(f"{NO_CASES}: HEADWAY_CASES names no folder and there is none beside the checkout")
    return folder


@pytest.fixture(scope="session")
def taskjuggler() -> str:
    """The command of TaskJuggler, an independent scheduler; without it the test is skipped and counted."""
    command = shutil.which("tj3")
    if command is None:
        pytest.skip(f"{NO_TASKJUGGLER}: there is no command tj3")
    return command


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    other = len(skipped)
    for reason, what in ABSENT.items():
        absent = sum(reason in str(report.longrepr) for report in skipped)
        other -= absent
        if absent:
            terminalreporter.write_line(f"{absent} tests did not run for lack of {what}", yellow=True)
    if other:
        terminalreporter.write_line(f"{other} tests were skipped for another reason: that is not allowed", red=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or exitstatus != pytest.ExitCode.OK:
        return
    reasons = [str(report.longrepr) for report in reporter.stats.get("skipped", [])]
    if any(not any(known in reason for known in ABSENT) for reason in reasons):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A test that opens a connection to another machine fails with the address it wanted."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    yield
    patch.undo()


def _guarded(original: Any) -> Any:
    def connect(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX and address[0] not in _LOOPBACK:
            message = f"tests use no network, this one wanted {address}"
            raise ConnectionRefusedError(message)
        return original(self, address)

    return connect
