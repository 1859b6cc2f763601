"""Character sets that plan files need and the bundled Java runtime leaves out.

The runtime has no module ``jdk.charsets``.  Without MacRoman the file library fails on every file, and files whose
properties are in the code pages of Hebrew, Arabic, Persian, Vietnamese or Chinese fail too.  The class files here are
made without a Java compiler: they are a ``java.nio.charset.spi.CharsetProvider`` with the real tables of the
single-byte sets (from Python's own codecs) and with near names for the double-byte ones.
"""

from __future__ import annotations

import struct
import zipfile
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from headway.formats.classfile import ClassFile, assemble

if TYPE_CHECKING:
    from pathlib import Path

_PREFIX = "headway.charset."

TABLES = MappingProxyType(
    {
        "macroman": "mac_roman",
        "x-macroman": "mac_roman",
        "windows-1255": "cp1255",
        "cp1255": "cp1255",
        "windows-1256": "cp1256",
        "cp1256": "cp1256",
        "windows-1258": "cp1258",
        "cp1258": "cp1258",
        "x-maccyrillic": "mac_cyrillic",
        "x-maccentraleurope": "mac_latin2",
        "x-macgreek": "mac_greek",
        "x-macturkish": "mac_turkish",
    }
)
"""Java's name in lower case -> Python's codec with the same 256 characters."""

ALIASES = MappingProxyType(
    {
        "cp950": "Big5",
        "ms950": "Big5",
        "x-windows-950": "Big5",
        "cp949": "EUC-KR",
        "ms949": "EUC-KR",
        "x-windows-949": "EUC-KR",
        "cp936": "GBK",
        "ms936": "GBK",
        "x-mswin-936": "GBK",
    }
)
"""Double-byte sets: the runtime's near relative (a few rare characters differ)."""

_PROVIDER = "HeadwayCharsets"
_SET = "HeadwayCharset"
_DECODER = "HeadwayDecoder"
_ENCODER = "HeadwayEncoder"
_CHARSET = "java/nio/charset/Charset"
_RESULT = "java/nio/charset/CoderResult"
_STRING = "java/lang/String"
_TEXT = f"L{_STRING};"

# The instructions used, by their names in the Java virtual machine specification.
_ALOAD = (b"\x2a", b"\x2b", b"\x2c", b"\x2d")
_ISTORE_3, _ILOAD_3 = b"\x3e", b"\x1d"
_ASTORE_2 = b"\x4d"
_RETURN, _ARETURN, _IRETURN = b"\xb1", b"\xb0", b"\xac"
_ACONST_NULL, _ICONST_0, _FCONST_1, _POP, _DUP = b"\x01", b"\x03", b"\x0c", b"\x57", b"\x59"
_IAND, _I2B = b"\x7e", b"\x91"
_IFEQ, _IFGE, _IFNULL, _IF_ICMPNE, _GOTO = 0x99, 0x9C, 0xC6, 0xA0, 0xA7


def _op(code: int, index: int) -> bytes:
    return struct.pack(">BH", code, index)


def _get(index: int) -> bytes:
    return _op(0xB4, index)


def _static(index: int) -> bytes:
    return _op(0xB8, index)


def _virtual(index: int) -> bytes:
    return _op(0xB6, index)


def _special(index: int) -> bytes:
    return _op(0xB7, index)


def _load(index: int) -> bytes:
    return bytes((0x12, index))


def _provider() -> bytes:
    """``charsetForName``: a set with a table where there is one of 256 characters, else the named relative."""
    made = ClassFile(_PROVIDER, "java/nio/charset/spi/CharsetProvider")
    prefix = made.text(_PREFIX)
    made.add_method(
        "<init>", "()V", (1, 1), _ALOAD[0] + _special(made.method_of(made.parent, "<init>", "()V")) + _RETURN
    )
    empty = made.method_of("java/util/Collections", "emptyIterator", "()Ljava/util/Iterator;")
    made.add_method("charsets", "()Ljava/util/Iterator;", (1, 1), _static(empty) + _ARETURN)
    code = assemble(
        _load(prefix),
        _ALOAD[1] + _virtual(made.method_of(_STRING, "toLowerCase", f"(){_TEXT}")),
        _virtual(made.method_of(_STRING, "concat", f"({_TEXT}){_TEXT}")),
        _static(made.method_of("java/lang/System", "getProperty", f"({_TEXT}){_TEXT}")) + _ASTORE_2,
        _ALOAD[2],
        (_IFNULL, "none"),
        _ALOAD[2] + _virtual(made.method_of(_STRING, "length", "()I")) + b"\x11\x01\x00",
        (_IF_ICMPNE, "relative"),
        _op(0xBB, made.type(_SET)) + _DUP + _ALOAD[1] + _ALOAD[2],
        _special(made.method_of(_SET, "<init>", f"({_TEXT}{_TEXT})V")) + _ARETURN,
        "relative:",
        _ALOAD[2] + _static(made.method_of(_CHARSET, "forName", f"({_TEXT})L{_CHARSET};")) + _ARETURN,
        "none:",
        _ACONST_NULL + _ARETURN,
    )
    made.add_method("charsetForName", f"({_TEXT})L{_CHARSET};", (4, 3), code)
    return made.to_bytes()


def _set() -> bytes:
    made = ClassFile(_SET, _CHARSET)
    made.add_field("table", _TEXT)
    table = made.field_of(_SET, "table", _TEXT)
    parent = made.method_of(_CHARSET, "<init>", f"({_TEXT}[{_TEXT})V")
    made.add_method(
        "<init>",
        f"({_TEXT}{_TEXT})V",
        (3, 3),
        _ALOAD[0] + _ALOAD[1] + _ACONST_NULL + _special(parent) + _ALOAD[0] + _ALOAD[2] + _op(0xB5, table) + _RETURN,
    )
    made.add_method("contains", f"(L{_CHARSET};)Z", (1, 2), _ICONST_0 + _IRETURN)
    for method, coder, kind in (
        ("newDecoder", _DECODER, "java/nio/charset/CharsetDecoder"),
        ("newEncoder", _ENCODER, "java/nio/charset/CharsetEncoder"),
    ):
        start = made.method_of(coder, "<init>", f"(L{_CHARSET};{_TEXT})V")
        code = _op(0xBB, made.type(coder)) + _DUP + _ALOAD[0] + _ALOAD[0] + _get(table) + _special(start) + _ARETURN
        made.add_method(method, f"()L{kind};", (4, 1), code)
    return made.to_bytes()


def _coder(name: str, parent: str, kinds: tuple[str, str, str], step: str) -> bytes:
    """A coder that takes one unit after the other; ``kinds`` are the buffers it reads and fills, and its method."""
    source, target, method = kinds
    made = ClassFile(name, parent)
    made.add_field("table", _TEXT)
    table = made.field_of(name, "table", _TEXT)
    start = made.method_of(parent, "<init>", f"(L{_CHARSET};FF)V")
    made.add_method(
        "<init>",
        f"(L{_CHARSET};{_TEXT})V",
        (4, 3),
        _ALOAD[0] + _ALOAD[1] + _FCONST_1 + _FCONST_1 + _special(start)
        + _ALOAD[0] + _ALOAD[2] + _op(0xB5, table) + _RETURN,
    )  # fmt: skip
    if step == "decode":
        unit = _virtual(made.method_of(source, "get", "()B")) + b"\x11\x00\xff" + _IAND
        unit = _ALOAD[0] + _get(table) + _ALOAD[1] + unit + _virtual(made.method_of(_STRING, "charAt", "(I)C"))
        put: tuple[bytes | str | tuple[int, str], ...] = (unit + _ISTORE_3,)
        store = _ALOAD[2] + _ILOAD_3 + _virtual(made.method_of(target, "put", f"(C)L{target};")) + _POP
    else:
        unit = _ALOAD[0] + _get(table) + _ALOAD[1] + _virtual(made.method_of(source, "get", "()C"))
        unit += _virtual(made.method_of(_STRING, "indexOf", "(I)I")) + _ISTORE_3 + _ILOAD_3
        put = (unit, (_IFGE, "known"), b"\x10\x3f" + _ISTORE_3, "known:")
        store = _ALOAD[2] + _ILOAD_3 + _I2B + _virtual(made.method_of(target, "put", f"(B)L{target};")) + _POP
    code = assemble(
        "next:",
        _ALOAD[1] + _virtual(made.method_of(source, "hasRemaining", "()Z")),
        (_IFEQ, "done"),
        _ALOAD[2] + _virtual(made.method_of(target, "hasRemaining", "()Z")),
        (_IFEQ, "full"),
        *put,
        store,
        (_GOTO, "next"),
        "done:",
        _op(0xB2, made.field_of(_RESULT, "UNDERFLOW", f"L{_RESULT};")) + _ARETURN,
        "full:",
        _op(0xB2, made.field_of(_RESULT, "OVERFLOW", f"L{_RESULT};")) + _ARETURN,
    )
    made.add_method(method, f"(L{source};L{target};)L{_RESULT};", (4, 4), code)
    return made.to_bytes()


def write_jar(path: Path) -> None:
    """Write the provider and its classes into a jar, to be put on the class path before the Java machine starts."""
    octets, letters = "java/nio/ByteBuffer", "java/nio/CharBuffer"
    decoder = _coder(_DECODER, "java/nio/charset/CharsetDecoder", (octets, letters, "decodeLoop"), "decode")
    encoder = _coder(_ENCODER, "java/nio/charset/CharsetEncoder", (letters, octets, "encodeLoop"), "encode")
    with zipfile.ZipFile(path, "w") as jar:
        for name, data in ((_PROVIDER, _provider()), (_SET, _set()), (_DECODER, decoder), (_ENCODER, encoder)):
            jar.writestr(f"{name}.class", data)
        jar.writestr("META-INF/services/java.nio.charset.spi.CharsetProvider", f"{_PROVIDER}\n")


def java_options() -> list[str]:
    """Options that name the near relatives; the tables follow once the machine runs."""
    return [f"-D{_PREFIX}{name}={relative}" for name, relative in ALIASES.items()]


def table(codec: str) -> str:
    """The 256 characters of a single-byte set; bytes it does not use become U+FFFD.

    >>> table("cp1255")[0xE0], len(table("mac_roman"))
    ('א', 256)
    """
    return bytes(range(256)).decode(codec, "replace")


def hand_over_tables(jpype: Any) -> None:
    """Give the running Java machine the tables of the single-byte sets."""
    system = jpype.JClass("java.lang.System")
    for name, codec in TABLES.items():
        system.setProperty(_PREFIX + name, table(codec))
