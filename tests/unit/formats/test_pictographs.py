"""Letters beyond the first plane get through readers that know the first plane only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.formats.pictographs import hidden, restore

if TYPE_CHECKING:
    from pathlib import Path


def test_letters_come_back(tmp_path: Path) -> None:
    source = tmp_path / "plan.pmxml"
    source.write_text("<Name>Site 🏗 and 🚧 and 🏗</Name>", "utf-8")
    copy, stand_ins = hidden(source)
    assert copy != source
    text = copy.read_text("utf-8")
    assert max(map(ord, text)) < 65_536
    said = tmp_path / "plan.json"
    said.write_text(f'"{text}"', "utf-8")
    restore(said, stand_ins)
    assert said.read_text("utf-8") == '"<Name>Site 🏗 and 🚧 and 🏗</Name>"'
    assert source.read_text("utf-8").count("🏗") == 2


def test_escapes_come_back_too(tmp_path: Path) -> None:
    source = tmp_path / "plan.pmxml"
    source.write_text("🏗", "utf-8")
    _, stand_ins = hidden(source)
    said = tmp_path / "plan.json"
    said.write_bytes(rb'"\ue000 \uE000"')
    restore(said, stand_ins)
    assert said.read_text("utf-8") == '"🏗 🏗"'


def test_an_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    source = tmp_path / "plan.pmxml"
    source.write_text("Größe 名前", "utf-8")
    assert hidden(source) == (source, {})
    restore(tmp_path / "not there", {})
