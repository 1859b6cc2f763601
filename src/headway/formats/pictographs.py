"""Letters beyond the first 65,536 (pictographs and the like) in P6 XML, whose reader destroys them: it sees stand-ins
from the range that Unicode keeps free for private use, and they are put back into what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FOUR_BYTES = re.compile(rb"[\xf0-\xf4][\x80-\xbf]{3}")
_FIRST, _MOST = 0xE000, 6_400

StandIns = dict[bytes, bytes]
"""Letters by what stands for them, in UTF-8."""


def hidden(path: Path) -> tuple[Path, StandIns]:
    """A copy of the file with stand-ins, and what they stand for; the file itself where it has no such letter."""
    data = path.read_bytes()
    letters = sorted(set(_FOUR_BYTES.findall(data)))[:_MOST]
    if not letters:
        return path, {}
    own = {letter: chr(_FIRST + number).encode() for number, letter in enumerate(letters)}
    copy = path.with_name(f"hidden{path.suffix}")
    copy.write_bytes(_FOUR_BYTES.sub(lambda found: own.get(found[0], b"?"), data))
    return copy, {stand_in: letter for letter, stand_in in own.items()}


def restore(path: Path, stand_ins: StandIns) -> None:
    """Put the letters back into a JSON, where a stand-in may be written as an escape, too."""
    if not stand_ins:
        return
    data = path.read_bytes()
    for stand_in, letter in stand_ins.items():
        escape = f"\\u{ord(stand_in.decode()):04x}".encode()
        data = (
            data.replace(stand_in, letter)
            .replace(escape, letter)
            .replace(escape.upper().replace(b"\\U", b"\\u"), letter)
        )
    path.write_bytes(data)
