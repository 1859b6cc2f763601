"""A visible change leaves a fragment; a version leaves a section."""

from __future__ import annotations

import re

from headway import __version__
from tests.gates.sources import ROOT

KINDS = {"added", "changed", "fixed", "removed", "security"}


def test_fragments_are_named_and_filled() -> None:
    for path in sorted((ROOT / "changelog.d").iterdir()):
        if path.name == "README.md":
            continue
        match = re.fullmatch(r"[a-z0-9-]+\.([a-z]+)\.md", path.name)
        assert match, f"{path.name}: name it <what>.<kind>.md"
        assert match[1] in KINDS, f"{path.name}: kind is one of {sorted(KINDS)}"
        assert path.read_text().strip(), f"{path.name} is empty"


def test_the_version_has_its_section() -> None:
    versions = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), flags=re.MULTILINE)
    assert __version__ in versions
