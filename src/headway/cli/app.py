"""The program ``headway``: finds the command, runs it, and turns every failure into a sentence and an exit code."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import FrameType, TracebackType
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from headway._version import VERSION
from headway.cli import failures, screen
from headway.cli.registry import COMMANDS
from headway.formats.errors import PlanFileError

_HELP = """Reads a project plan from any file, gives its dates and says why.

Microsoft Project (mpp, xml), Primavera P6 (xer, xml), GanttProject, ProjectLibre, Planner and some twenty more.
"""
_OBJECTS_BEFORE_COLLECTION = 200_000
_EPILOG = """\b
Start with:
  headway inspect plan.mpp
  headway schedule plan.mpp
  headway explain plan.mpp "Go live"
  headway review plan.mpp
  headway report plan.mpp -o plan.html

\b
Exit codes: 0 answered, 1 findings under --strict, 2 bad use, 3 bad file.
"""


class CommandGroup(TyperGroup):
    """Lists the commands of the registry and loads the one that runs."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for entry in COMMANDS.values():
            self.add_command(TyperCommand(entry.name, help=entry.summary))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command named first in ``args``, loaded, and what follows it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command and load(name or ""), rest


def load(name: str) -> Any:
    """The command of that name with its options; imports its module."""
    entry = COMMANDS[name]
    module = importlib.import_module(entry.module)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, help=f"{entry.summary}\n\n{module.__doc__}", epilog=module.EXAMPLES)(module.command)
    return typer.main.get_command(single)


def _show_version(wanted: bool) -> None:
    if wanted:
        screen.out().print(f"headway {VERSION}")
        raise typer.Exit


def program() -> Any:
    """The whole command tree, commands not yet loaded."""
    tree = typer.Typer(
        name="headway",
        cls=CommandGroup,
        help=_HELP,
        epilog=_EPILOG,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )

    @tree.callback()
    def options(
        version: Annotated[
            bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
        ] = False,
    ) -> None:
        """Options of the program itself."""

    return typer.main.get_command(tree)


def run(arguments: Sequence[str]) -> int:
    """Run one command line; answers the exit code."""
    try:
        program().main(args=list(arguments), prog_name="headway")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else failures.OK
    except PlanFileError as error:
        screen.show_failure(str(error.path), error.message, error.mend)
        return failures.BAD_FILE
    except failures.CommandError as error:
        screen.show_failure("", error.message, error.mend, error.candidates)
        return error.exit_code
    return failures.OK


def main() -> None:
    """Entry point of the installed program."""
    # Loading the engine makes many objects and no garbage: looking for it costs a tenth of a short answer.
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    sys.excepthook = report_our_fault
    if hasattr(signal, "SIGPIPE"):
        # Who reads our answer may stop early (`| head`): end as other programs do, without a word.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    # Whoever stops us leaves no copy of a plan behind: folders for the time of reading are taken away on the way out.
    signal.signal(signal.SIGTERM, _stopped)
    code = run(sys.argv[1:])
    sys.stdout.flush()
    sys.exit(code)


def _stopped(number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def report_our_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Last resort for a mistake of ours: keep the details in a file, say where it is, and leave."""
    with tempfile.NamedTemporaryFile("w", prefix="headway-fault-", suffix=".txt", delete=False) as file:
        file.write(f"headway {VERSION}, Python {sys.version}\n{' '.join(sys.argv)}\n\n")
        file.writelines(traceback.format_exception(kind, error, trace))
    screen.show_failure(
        "",
        f"Headway made a mistake ({kind.__name__}); this is a fault of the program, not of your file",
        f"Please report it with {Path(file.name)}, which holds the details and no plan data but names in its messages",
    )
    sys.stderr.flush()
    os._exit(failures.OUR_FAULT)
