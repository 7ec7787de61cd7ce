"""How a command fails: an exit code and one line on standard error."""

from __future__ import annotations

import sys

from faircopy.errors import FaircopyError

FAILED, INTERRUPTED = 1, 130  # exit codes; an error of faircopy's own carries its code


class Failed(FaircopyError):
    """The command could not do its work."""


def exit_code_of(error: BaseException) -> int | None:
    """The exit code of an error that a user can understand; None for a bug, which deserves its traceback."""
    if isinstance(error, FaircopyError):
        return error.exit_code
    if isinstance(error, OSError):
        return FAILED
    # Typer's own errors, recognised without an import: Typer may bundle a copy of click.
    return int(getattr(error, "exit_code", FAILED)) if hasattr(error, "format_message") else None


def message_of(error: BaseException) -> str:
    """The error as one line for a person."""
    if hasattr(error, "format_message"):
        return _of_call(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return " ".join(str(error).split())


def _of_call(error: BaseException) -> str:
    """Typer's message for a wrong call, and which command prints the help."""
    message = " ".join(error.format_message().split()).rstrip(".")  # type: ignore[attr-defined]
    context = getattr(error, "ctx", None)
    return f"{message}; see `{context.command_path if context else 'faircopy'} --help`"


def report(error: BaseException) -> None:
    """Print the error to standard error, in one line."""
    sys.stdout.flush()
    print(f"faircopy: {message_of(error)}", file=sys.stderr)
