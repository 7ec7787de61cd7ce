"""Which document a name means."""

from __future__ import annotations

from collections.abc import Mapping

from faircopy.did_you_mean import did_you_mean
from faircopy.errors import UsageError


class UnknownDocument(UsageError, LookupError):
    """No document has this name; the message shows near ones."""


class AmbiguousDocument(UsageError, LookupError):
    """Several documents end in this name; the message shows some."""


def resolve(name: str, paths: Mapping[str, str | None], *, endings: bool = False) -> str:
    """The id that a name means: an id, a mirror path (also with `clean/text/` before it), or a unique ending of one.

    `paths` maps every id to its mirror path.
    """
    if name in paths:
        return name
    meant = _mirror_paths(name)
    exact = [doc_id for doc_id, path in paths.items() if path in meant]
    if len(exact) == 1:
        return exact[0]
    if endings and not exact:
        exact = [doc_id for doc_id, path in paths.items() if doc_id.endswith(name) or (path or "").endswith(name)]
        if len(exact) == 1:
            return exact[0]
    if exact:
        some = ", ".join(sorted(exact)[:5])
        raise AmbiguousDocument(f"{len(exact)} documents end in {name!r}: {some}; write the whole id")
    advice = did_you_mean(name, paths, "faircopy changed --since 0 lists the ids", most=3)
    raise UnknownDocument(f"there is no document {name!r}; {advice}")


def _mirror_paths(name: str) -> set[str]:
    """The mirror paths that a name may stand for: itself, and what follows each folder `text` in it.

    Which of them is the mirror's own `text` is not known here: a source may have that name too.
    """
    parts = name.removeprefix("./").split("/")
    return {"/".join(parts[start:]) for start in range(len(parts)) if start == 0 or parts[start - 1] == "text"}
