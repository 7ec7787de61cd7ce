"""Faults of a pack that show before any text is read: names that clash, circles, references to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faircopy.cleaners.names.pack import ContextWords, Pack, PackError, Problem, Variant

VARIANTS = "variants.csv"
# What a UTF-8 text looks like that was read as Latin-1 on its way here.
_MISREAD = ("Ã©", "Ã¡", "Ã¶", "Ã¼", "â€", "Å‚", "Ð", "\N{REPLACEMENT CHARACTER}")


def reject_invalid(packs: Sequence[Pack], shared: Sequence[ContextWords] = ()) -> None:
    """Raise PackError for the first pack with faults. Each pack is judged with those before it."""
    for number, pack in enumerate(packs):
        if problems := find_problems(pack, packs[:number], shared):
            raise PackError(pack.name, problems)


def find_problems(pack: Pack, earlier: Sequence[Pack] = (), shared: Sequence[ContextWords] = ()) -> list[Problem]:
    """What is wrong with a pack that may build on earlier ones: their entities, styles and contexts are known to it."""
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
            message = f"this id stands on line {lines[entity.id]} already"
            yield Problem("entities.csv", entity.line, entity.id, message)
        lines.setdefault(entity.id, entity.line)


def _dangling_references(pack: Pack, earlier: Sequence[Pack], shared: Sequence[ContextWords]) -> Iterator[Problem]:
    """Rows that speak of an entity, a style or a context that does not exist."""
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
            message = "policy context needs the name of a context that must be heard"
            yield Problem(VARIANTS, variant.line, variant.text, message)
    for form in pack.forms:
        if form.entity not in entities:
            yield Problem("styles.csv", form.line, form.entity, "no entity has this id")
        if form.style not in styles:
            yield Problem("styles.csv", form.line, form.style, f"no [styles.{form.style}] in pack.toml")


def _unreadable_cells(pack: Pack) -> Iterator[Problem]:
    """Letters that come of a wrong encoding, or that nobody can see."""
    cells = [
        *(("entities.csv", entity.line, entity.canonical) for entity in pack.entities),
        *((VARIANTS, variant.line, variant.text) for variant in pack.variants),
        *(("styles.csv", form.line, form.form) for form in pack.forms),
    ]
    for file, line, cell in cells:
        if any(mark in cell for mark in _MISREAD):
            yield Problem(file, line, cell, "looks misread: save the file as CSV UTF-8")
        elif not cell.isprintable() or "  " in cell:
            yield Problem(file, line, ascii(cell), "holds a character that cannot be seen, or two spaces")


def _duplicate_variants(pack: Pack) -> Iterator[Problem]:
    """One text as a variant twice: of one entity, or of two where both would change it."""
    seen: dict[tuple[str, str], Variant] = {}
    for variant in pack.variants:
        first = seen.setdefault((variant.text, variant.part), variant)
        if first is variant:
            continue
        if first.entity == variant.entity:
            message = f"stands on line {first.line} already"
            yield Problem(VARIANTS, variant.line, variant.text, message)
        elif variant.part == "whole" and _changes(first) and _changes(variant):
            message = f"is a variant of {first.entity} (line {first.line}) and of {variant.entity}: which is meant?"
            yield Problem(VARIANTS, variant.line, variant.text, message)


def _conflicting_names(pack: Pack) -> Iterator[Problem]:
    """A variant that is the right form of another entity; two that are each other's go round in a circle."""
    owners: dict[str, set[str]] = {}
    surnames: dict[str, set[str]] = {}
    for entity in pack.entities:
        owners.setdefault(entity.canonical, set()).add(entity.id)
        if entity.surname:
            surnames.setdefault(entity.surname, set()).add(entity.id)
    for form in pack.forms:
        owners.setdefault(form.form, set()).add(form.entity)
    canonical = {entity.id: entity.canonical for entity in pack.entities}
    texts = {(variant.entity, variant.text) for variant in pack.variants if _changes(variant)}
    for variant in pack.variants:
        taken = surnames if variant.part == "surname" else owners if variant.part == "whole" else {}
        for owner in sorted(taken.get(variant.text, set()) - {variant.entity}):
            if not _changes(variant):
                continue
            if (owner, canonical.get(variant.entity, "")) in texts:
                message = (
                    f"goes round in a circle: {variant.entity} and {owner} each have the other's form as a variant"
                )
            else:
                message = f"is the right form of another entity, {owner}"
            yield Problem(VARIANTS, variant.line, variant.text, message)
    for variant in pack.variants:
        if variant.part == "whole" and variant.text == canonical.get(variant.entity):
            yield Problem(VARIANTS, variant.line, variant.text, "is the entity's own canonical form")


def _changes(variant: Variant) -> bool:
    return variant.policy not in ("never", "suggest")
