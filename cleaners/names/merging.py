"""Several packs as one: a later pack adds to the earlier ones and outranks them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from faircopy.cleaners.names.pack import Entity, Pack, Style, StyleForm, Variant


def merged(packs: Sequence[Pack]) -> Pack:
    """One pack that holds all; an entity with the id or the canonical form of an earlier one is the same entity.

    Of two variants with one text the later counts. A variant that is the right form of another entity
    in a later pack goes: Odessa is Odesa, unless a pack about Texas says it is Odessa.
    """
    entities: dict[str, Entity] = {}
    by_form: dict[str, str] = {}
    variants: dict[tuple[str, str, str], Variant] = {}
    forms: dict[tuple[str, str], StyleForm] = {}
    styles: dict[str, Style] = {"default": Style("default")}
    for pack in packs:
        ids = {e.id: by_form.get(e.canonical, e.id) for e in pack.entities if e.id not in entities}
        same = {old: new for old, new in ids.items() if old != new}
        for entity in pack.entities:
            own = replace(entity, id=same[entity.id]) if entity.id in same else entity
            entities[own.id] = own
            by_form[own.canonical] = own.id
        taken = {entity.canonical: same.get(entity.id, entity.id) for entity in pack.entities}
        spoken_of = {variant.text for variant in pack.variants if variant.part == "whole"}
        variants = {
            key: v
            for key, v in variants.items()
            if taken.get(v.text, v.entity) == v.entity and not (v.part == "whole" and v.text in spoken_of)
        }
        for variant in pack.variants:
            own_variant = replace(variant, entity=same[variant.entity]) if variant.entity in same else variant
            variants[own_variant.entity, variant.part, variant.text] = own_variant
        for form in pack.forms:
            own_form = replace(form, entity=same.get(form.entity, form.entity))
            forms[own_form.entity, own_form.style] = own_form
        for style in pack.styles.values():
            styles[style.name] = _joined(styles.get(style.name, style), style)
    return Pack(
        name="+".join(pack.name for pack in packs),
        entities=tuple(entities.values()),
        variants=tuple(variant for variant in variants.values() if variant.entity in entities),
        forms=tuple(forms.values()),
        styles=styles,
        contexts=tuple({context.name: context for pack in packs for context in pack.contexts}.values()),
        protected={phrase: why for pack in packs for phrase, why in pack.protected.items()},
    )


def _joined(first: Style, later: Style) -> Style:
    """A style that two packs speak of: what the later one leaves open stays as it was."""
    people = later.people if later.people != "keep" else first.people
    return Style(later.name, later.title or first.title, later.base or first.base, people)
