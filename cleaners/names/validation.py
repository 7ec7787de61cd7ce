"""Problems of a pack that need no text to be found: conflicting names, circles, references to missing rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faircopy.cleaners.names.pack import ContextWords, Pack, PackError, Problem, Variant

VARIANTS = "variants.csv"
# Signs of a UTF-8 file that was opened and saved as Latin-1.
_MISREAD = ("Ã©", "Ã¡", "Ã¶", "Ã¼", "â€", "Å‚", "Ð", "\N{REPLACEMENT CHARACTER}")


def reject_invalid(packs: Sequence[Pack], shared: Sequence[ContextWords] = ()) -> None:
    """Raise PackError for the first pack with problems. Each pack is checked together with those before it."""
    for number, pack in enumerate(packs):
        if problems := find_problems(pack, packs[:number], shared):
            raise PackError(pack.name, problems)


def find_problems(pack: Pack, earlier: Sequence[Pack] = (), shared: Sequence[ContextWords] = ()) -> list[Problem]:
    """Every problem of a pack. It may refer to the entities, styles and contexts of the earlier packs."""
    return [
        *_duplicate_entities(pack),
        *_dangling_references(pack, earlier, shared),
        *_unreadable_cells(pack),
        *_duplicate_variants(pack),
        *_conflicting_names(pack),
    ]


def _duplicate_entities(pack: Pack) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for entity in pack.entities:
        if entity.id in lines:
            message = f"this id is on line {lines[entity.id]} already"
            yield Problem("entities.csv", entity.line, entity.id, message)
        lines.setdefault(entity.id, entity.line)


def _dangling_references(pack: Pack, earlier: Sequence[Pack], shared: Sequence[ContextWords]) -> Iterator[Problem]:
    """Rows that name an entity, a style or a context that does not exist."""
    packs = (*earlier, pack)
    entities = {entity.id: entity for one in packs for entity in one.entities}
    styles = {"default", *(name for one in packs for name in one.styles)}
    contexts = {context.name for context in (*shared, *(c for one in packs for c in one.contexts))}
    for variant in pack.variants:
        if variant.entity not in entities:
            yield Problem(VARIANTS, variant.line, variant.entity, "no entity has this id")
        elif variant.part != "whole" and not entities[variant.entity].surname:
            message = f"{variant.entity} has no surname in entities.csv, so it has no {variant.part} either"
            yield Problem(VARIANTS, variant.line, variant.part, message)
        for name in variant.contexts:
            if name not in contexts:
                yield Problem(VARIANTS, variant.line, name, "no context has this name")
        if variant.policy == "context" and not variant.contexts:
            message = "policy context needs the name of a context that must match"
            yield Problem(VARIANTS, variant.line, variant.text, message)
    for form in pack.forms:
        if form.entity not in entities:
            yield Problem("styles.csv", form.line, form.entity, "no entity has this id")
        if form.style not in styles:
            yield Problem("styles.csv", form.line, form.style, f"no [styles.{form.style}] in pack.toml")


def _unreadable_cells(pack: Pack) -> Iterator[Problem]:
    """Cells with letters from a wrong encoding, invisible characters or double spaces."""
    cells = [
        *(("entities.csv", entity.line, entity.canonical) for entity in pack.entities),
        *((VARIANTS, variant.line, variant.text) for variant in pack.variants),
        *(("styles.csv", form.line, form.form) for form in pack.forms),
    ]
    for file, line, cell in cells:
        if any(mark in cell for mark in _MISREAD):
            yield Problem(file, line, cell, "looks misread: save the file as CSV UTF-8")
        elif not cell.isprintable() or "  " in cell:
            yield Problem(file, line, ascii(cell), "has an invisible character or two spaces in a row")


def _duplicate_variants(pack: Pack) -> Iterator[Problem]:
    """Texts that are a variant of the same entity twice, or of two entities that would both change them."""
    seen: dict[tuple[str, str], Variant] = {}
    for variant in pack.variants:
        first = seen.setdefault((variant.text, variant.part), variant)
        if first is variant:
            continue
        if first.entity == variant.entity:
            message = f"is on line {first.line} already"
            yield Problem(VARIANTS, variant.line, variant.text, message)
        elif variant.part == "whole" and _changes(first) and _changes(variant):
            message = f"is a variant of {first.entity} (line {first.line}) and of {variant.entity}: which is meant?"
            yield Problem(VARIANTS, variant.line, variant.text, message)


def _conflicting_names(pack: Pack) -> Iterator[Problem]:
    """Variants that are the right form of another entity, or of their own."""
    canonical = {entity.id: entity.canonical for entity in pack.entities}
    owners_of = {"whole": _owners_of_forms(pack), "surname": _owners_of_surnames(pack)}
    changed = {(variant.entity, variant.text) for variant in pack.variants if _changes(variant)}
    for variant in filter(_changes, pack.variants):
        owners = owners_of.get(variant.part, {}).get(variant.text, set())
        for owner in sorted(owners - {variant.entity}):
            message = f"is the right form of another entity, {owner}"
            if (owner, canonical.get(variant.entity, "")) in changed:
                message = f"is circular: {variant.entity} and {owner} each have the other's form as a variant"
            yield Problem(VARIANTS, variant.line, variant.text, message)
    for variant in pack.variants:
        if variant.part == "whole" and variant.text == canonical.get(variant.entity):
            yield Problem(VARIANTS, variant.line, variant.text, "is the entity's own canonical form")


def _owners_of_forms(pack: Pack) -> dict[str, set[str]]:
    """The ids of the entities with a form, canonical or of a style."""
    owners: dict[str, set[str]] = {}
    for form, entity in (*((e.canonical, e.id) for e in pack.entities), *((f.form, f.entity) for f in pack.forms)):
        owners.setdefault(form, set()).add(entity)
    return owners


def _owners_of_surnames(pack: Pack) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = {}
    for entity in pack.entities:
        if entity.surname:
            owners.setdefault(entity.surname, set()).add(entity.id)
    return owners


def _changes(variant: Variant) -> bool:
    """Whether the variant may be replaced, not only suggested or left alone."""
    return variant.policy not in ("never", "suggest")
