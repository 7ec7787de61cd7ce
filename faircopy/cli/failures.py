"""What a command says when it stops short, in one line, and the exit code that goes with it."""

from __future__ import annotations

import sys

DONE, FAILED, WRONG_CALL, STOPPED_AT_GATE, INTERRUPTED = 0, 1, 2, 3, 130

# Exceptions by package and name, not imported: what a command does not need stays unloaded.
EXIT_CODES = {
    "cleaners.PackError": WRONG_CALL,
    "cleaners.UnknownStyle": WRONG_CALL,
    "cli.WrongCall": WRONG_CALL,
    "cli.Failed": FAILED,
    "corpus.GateStop": STOPPED_AT_GATE,
    "corpus.NoText": FAILED,
    "corpus.RunError": FAILED,
    "corpus.SettingsError": WRONG_CALL,
    "corpus.AmbiguousDocument": WRONG_CALL,
    "corpus.TableMissing": WRONG_CALL,
    "corpus.UnknownDocument": WRONG_CALL,
    "flows.ScheduleError": WRONG_CALL,
    "flows.ServerError": FAILED,
}


class WrongCall(Exception):
    """The call or a setting is wrong. The message is one line: what, where, and what to do."""


class Failed(Exception):
    """The command could not do its work. The message is one line: what, where, and what to do."""


def exit_code_of(error: BaseException) -> int | None:
    """The exit code of an error that a command may stop with; None for a fault of the program itself."""
    for kind in type(error).__mro__:
        package = kind.__module__.removeprefix("faircopy.").partition(".")[0]
        code = EXIT_CODES.get(f"{package}.{kind.__qualname__}")
        if code is not None:
            return code
    if isinstance(error, OSError):
        return FAILED
    # Typer's own errors, whichever copy of click it carries.
    return int(getattr(error, "exit_code", FAILED)) if hasattr(error, "format_message") else None


def message_of(error: BaseException) -> str:
    """The error as one line for a person."""
    if hasattr(error, "format_message"):
        return _of_call(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return " ".join(str(error).split())


def _of_call(error: BaseException) -> str:
    """A wrong call in Typer's words, and where its help is."""
    message = " ".join(error.format_message().split()).rstrip(".")  # type: ignore[attr-defined]
    context = getattr(error, "ctx", None)
    return f"{message}; see `{context.command_path if context else 'faircopy'} --help`"


def report(error: BaseException) -> None:
    """Print the error to standard error, one line."""
    sys.stdout.flush()
    print(f"faircopy: {message_of(error)}", file=sys.stderr)
