"""The lock files hold what pyproject.toml asks for, with hashes and without addresses."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.gates.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCKS = {
    "requirements.lock": PROJECT["dependencies"],
    "requirements-test.lock": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"],
}


def pins(name: str) -> dict[str, Version]:
    found = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", (ROOT / name).read_text(), flags=re.MULTILINE)
    return {canonicalize_name(package): Version(version) for package, version in found}


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_answers_every_requirement(name: str) -> None:
    locked = pins(name)
    for text in LOCKS[name]:
        wanted = Requirement(text)
        assert locked[canonicalize_name(wanted.name)] in wanted.specifier, f"{text} against {name}: run bin/lock"


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash_and_no_line_an_address(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_both_locks_agree() -> None:
    test = pins("requirements-test.lock")
    assert {name: test.get(name) for name in pins("requirements.lock")} == pins("requirements.lock")
