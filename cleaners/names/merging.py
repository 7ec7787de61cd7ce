"""Several packs merged into one: a later pack adds to the earlier ones and overrides them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from faircopy.cleaners.names.pack import Entity, Pack, Style, StyleForm, Variant


def merge_packs(packs: Sequence[Pack]) -> Pack:
    """One pack with the rows of all. An entity with the id or canonical form of an earlier one is the same entity.

    Of two variants with the same text the later one counts. A variant is dropped if a later pack has it as
    the canonical form of another entity: Odessa means Odesa, unless a pack about Texas says it is Odessa.
    """
    merged = _Merged()
    for pack in packs:
        merged.add(pack)
    return Pack(
        name="+".join(pack.name for pack in packs),
        entities=tuple(merged.entities.values()),
        variants=tuple(variant for variant in merged.variants.values() if variant.entity in merged.entities),
        forms=tuple(merged.forms.values()),
        styles=merged.styles,
        contexts=tuple({context.name: context for pack in packs for context in pack.contexts}.values()),
        protected={phrase: why for pack in packs for phrase, why in pack.protected.items()},
    )


@dataclass(slots=True)
class _Merged:
    """The rows of the packs added so far, each by its key."""

    entities: dict[str, Entity] = field(default_factory=dict)
    variants: dict[tuple[str, str, str], Variant] = field(default_factory=dict)
    forms: dict[tuple[str, str], StyleForm] = field(default_factory=dict)
    styles: dict[str, Style] = field(default_factory=lambda: {"default": Style("default")})
    _id_of_form: dict[str, str] = field(default_factory=dict)

    def add(self, pack: Pack) -> None:
        ids = self._merged_ids(pack)
        self._add_entities(pack, ids)
        self._drop_overridden_variants(pack, ids)
        self._add_variants(pack, ids)
        self._add_forms(pack, ids)

    def _merged_ids(self, pack: Pack) -> dict[str, str]:
        """For each id of the pack's entities the id of the same entity in the earlier packs, or its own."""
        earlier = self._id_of_form
        return {e.id: e.id if e.id in self.entities else earlier.get(e.canonical, e.id) for e in pack.entities}

    def _add_entities(self, pack: Pack, ids: dict[str, str]) -> None:
        for entity in pack.entities:
            own = replace(entity, id=ids[entity.id])
            self.entities[own.id] = own
            self._id_of_form[own.canonical] = own.id

    def _drop_overridden_variants(self, pack: Pack, ids: dict[str, str]) -> None:
        """Drop variants that the pack has itself, or has as the canonical form of another entity."""
        owners = {entity.canonical: ids[entity.id] for entity in pack.entities}
        own_texts = {variant.text for variant in pack.variants if variant.part == "whole"}
        self.variants = {
            key: variant
            for key, variant in self.variants.items()
            if owners.get(variant.text, variant.entity) == variant.entity
            and not (variant.part == "whole" and variant.text in own_texts)
        }

    def _add_variants(self, pack: Pack, ids: dict[str, str]) -> None:
        for variant in pack.variants:
            own = replace(variant, entity=ids.get(variant.entity, variant.entity))
            self.variants[own.entity, own.part, own.text] = own

    def _add_forms(self, pack: Pack, ids: dict[str, str]) -> None:
        """Add the style forms and the styles; where the pack leaves a style's setting unset, the earlier one stays."""
        for form in pack.forms:
            own = replace(form, entity=ids.get(form.entity, form.entity))
            self.forms[own.entity, own.style] = own
        for style in pack.styles.values():
            self.styles[style.name] = _merge_styles(self.styles.get(style.name, style), style)


def _merge_styles(earlier: Style, later: Style) -> Style:
    people = later.people if later.people != "keep" else earlier.people
    return Style(later.name, later.title or earlier.title, later.base or earlier.base, people)
