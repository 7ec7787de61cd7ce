"""What a pack contains and what it would change in some texts, for display."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from faircopy.cleaners.names import names_in
from faircopy.cleaners.names.name_index import NameIndex
from faircopy.cleaners.names.pack import Pack

CONTEXT = 40  # code points shown on either side of an example


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity of a pack: its canonical form, its form by style, and its variants.

    `forms` maps a style to (form, verified); `variants` are (text, part, kind, policy).
    """

    id: str
    kind: str
    canonical: str
    forms: dict[str, tuple[str, bool]] = field(default_factory=dict)
    variants: list[tuple[str, str, str, str]] = field(default_factory=list)


def list_pack(pack: Pack) -> list[Listed]:
    """The entities of a pack, in its order."""
    listed = {entity.id: Listed(entity.id, entity.kind, entity.canonical) for entity in pack.entities}
    for form in pack.forms:
        if form.entity in listed:
            listed[form.entity].forms[form.style] = (form.form, form.verified)
    for variant in pack.variants:
        if variant.entity in listed:
            row = (variant.text, variant.part, variant.kind, variant.policy)
            listed[variant.entity].variants.append(row)
    return list(listed.values())


@dataclass(slots=True)
class Tried:
    """A change a pack would make or suggest: its count, and an example with its reason."""

    before: str
    after: str
    status: str
    rule: str
    count: int = 0
    example: str = ""
    reason: str = ""


def try_pack(texts: Iterable[str], index: NameIndex) -> list[Tried]:
    """The changes an index (`Resources(options).names`) would make in some texts, the most frequent first."""
    tried: dict[tuple[str, str, str], Tried] = {}
    for text in texts:
        for edit in names_in(text, index):
            key = (edit.before, edit.after, edit.status)
            if key not in tried:
                around = text[max(0, edit.start - CONTEXT) : edit.end + CONTEXT]
                tried[key] = Tried(*key, edit.rule, 0, " ".join(around.split()), edit.reason)
            tried[key].count += 1
    return sorted(tried.values(), key=lambda one: (-one.count, one.before, one.after, one.status))
