"""A minute assembler for Java class files: enough for a few small classes that no Java compiler has to build."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

PUBLIC = 0x0001
_SUPER = 0x0020
_CLASS_VERSION = 49
"""Java 5: the last version whose methods need no stack maps."""


@dataclass(slots=True)
class ClassFile:
    """Collects constants, fields and methods, and gives the bytes of the class."""

    name: str
    parent: str
    pool: list[bytes] = field(default_factory=list)
    known: dict[bytes, int] = field(default_factory=dict)
    fields: list[bytes] = field(default_factory=list)
    methods: list[bytes] = field(default_factory=list)

    def _constant(self, data: bytes) -> int:
        if data not in self.known:
            self.pool.append(data)
            self.known[data] = len(self.pool)
        return self.known[data]

    def utf(self, text: str) -> int:
        """Index of a name."""
        encoded = text.encode()
        return self._constant(b"\x01" + struct.pack(">H", len(encoded)) + encoded)

    def type(self, name: str) -> int:
        """Index of a class."""
        return self._constant(b"\x07" + struct.pack(">H", self.utf(name)))

    def text(self, value: str) -> int:
        """Index of a string constant; it must stay below 256, for the short load instruction."""
        return self._constant(b"\x08" + struct.pack(">H", self.utf(value)))

    def _member(self, tag: bytes, owner: str, name: str, kind: str) -> int:
        signature = self._constant(b"\x0c" + struct.pack(">HH", self.utf(name), self.utf(kind)))
        return self._constant(tag + struct.pack(">HH", self.type(owner), signature))

    def method_of(self, owner: str, name: str, kind: str) -> int:
        """Index of a method of a class."""
        return self._member(b"\x0a", owner, name, kind)

    def field_of(self, owner: str, name: str, kind: str) -> int:
        """Index of a field of a class."""
        return self._member(b"\x09", owner, name, kind)

    def add_field(self, name: str, kind: str) -> None:
        """An instance field."""
        self.fields.append(struct.pack(">HHHH", PUBLIC, self.utf(name), self.utf(kind), 0))

    def add_method(self, name: str, kind: str, sizes: tuple[int, int], code: bytes) -> None:
        """A public method; ``sizes`` are the depth of its stack and the number of its locals."""
        body = struct.pack(">HHI", *sizes, len(code)) + code + struct.pack(">HH", 0, 0)
        head = struct.pack(">HHHH", PUBLIC, self.utf(name), self.utf(kind), 1)
        self.methods.append(head + struct.pack(">HI", self.utf("Code"), len(body)) + body)

    def to_bytes(self) -> bytes:
        """The class file."""
        this, parent = self.type(self.name), self.type(self.parent)
        head = b"\xca\xfe\xba\xbe" + struct.pack(">HH", 0, _CLASS_VERSION)
        members = struct.pack(">H", len(self.fields)) + b"".join(self.fields)
        members += struct.pack(">H", len(self.methods)) + b"".join(self.methods)
        constants = struct.pack(">H", len(self.pool) + 1) + b"".join(self.pool)
        return (
            head + constants + struct.pack(">HHHH", PUBLIC | _SUPER, this, parent, 0) + members + struct.pack(">H", 0)
        )


def assemble(*steps: bytes | str | tuple[int, str]) -> bytes:
    """Machine code from pieces: bytes as they are, ``"label:"`` marks, ``(opcode, "label")`` jumps."""
    marks: dict[str, int] = {}
    place = 0
    for step in steps:
        if isinstance(step, str):
            marks[step.rstrip(":")] = place
        else:
            place += len(step) if isinstance(step, bytes) else 3
    code = b""
    for step in steps:
        if isinstance(step, bytes):
            code += step
        elif isinstance(step, tuple):
            code += struct.pack(">Bh", step[0], marks[step[1]] - len(code))
    return code
