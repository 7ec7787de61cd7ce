"""The base classes of faircopy's own exceptions, each with the exit code of a command that it ends."""

from __future__ import annotations

from typing import ClassVar


class FaircopyError(Exception):
    """faircopy cannot do what it was asked to. The message is one line: what, where, and what to do next."""

    exit_code: ClassVar[int] = 1


class UsageError(FaircopyError):
    """The caller can correct this: a wrong argument, setting or pack of names."""

    exit_code: ClassVar[int] = 2
