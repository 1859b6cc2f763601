"""Plans to plan files."""

from headway.formats.writing.writer import WRITTEN, write, write_many

__all__ = ["WRITTEN", "write", "write_many"]
