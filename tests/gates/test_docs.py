"""Pages exist for what they promise, links lead somewhere, and no setting is undocumented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.gates.sources import ROOT, sources

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("tutorials", "howto", "reference", "explanation", "algorithms", "decisions")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"```.*?```", flags=re.DOTALL)
_SETTING = re.compile(r"\bHEADWAY_[A-Z_]+\b")


def pages() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "tests").rglob("*.md"))]


def page_id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", pages(), ids=page_id)
def test_links_lead_somewhere(page: Path) -> None:
    targets = _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8")))
    inner = [target.partition("#")[0] for target in targets if "://" not in target]
    dead = [target for target in inner if target and not (page.parent / target).exists()]
    assert not dead


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_there(kind: str) -> None:
    assert list((ROOT / "docs" / kind).glob("*.md"))


def test_every_page_is_reachable_from_the_index() -> None:
    seen: set[Path] = set()
    open_pages = [ROOT / "README.md", ROOT / "docs/README.md"]
    while open_pages:
        page = open_pages.pop()
        if page in seen or not page.is_file() or page.suffix != ".md":
            continue
        seen.add(page)
        links = _LINK.findall(page.read_text(encoding="utf-8"))
        open_pages += [(page.parent / link.partition("#")[0]).resolve() for link in links if "://" not in link]
    lost = [page_id(page) for page in (ROOT / "docs").rglob("*.md") if page not in seen]
    assert not lost, f"no page leads to {lost}"


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs/reference/settings.md").read_text()
    used = {name for source in sources() for name in _SETTING.findall(source.text)}
    assert used <= set(_SETTING.findall(page)), "add these to docs/reference/settings.md"
    assert set(_SETTING.findall(page)) <= used, "these are documented but nothing reads them"


def test_the_readme_opens_with_the_two_commands() -> None:
    first = _CODE.search((ROOT / "README.md").read_text())
    assert first is not None
    assert [line.split()[0] for line in first.group().splitlines()[1:3]] == ["bin/demo", "bin/test"]


def test_every_engine_has_its_page() -> None:
    core = ROOT / "src/headway/core"
    values = {"plan", "changes"}
    engines = {path.parent.name for path in core.glob("*/__init__.py")} - values
    pages = {path.stem for path in (ROOT / "docs/algorithms").glob("*.md")}
    assert engines <= pages, f"inputs, steps, guarantees: docs/algorithms/<engine>.md for {engines - pages}"
