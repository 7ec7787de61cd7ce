"""The form of each name in the chosen house style."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from faircopy.cleaners.names.pack import Entity, Pack, Style, StyleForm
from faircopy.did_you_mean import did_you_mean
from faircopy.errors import UsageError


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """The chosen style and the user's own forms, which override it: pairs of entity id and form."""

    name: str = "default"
    overrides: tuple[tuple[str, str], ...] = ()


class UnknownStyle(UsageError, ValueError):
    """A style, or an entity in the user's own style, that no pack has."""


@dataclass(frozen=True, slots=True)
class ChosenForm:
    """The form of one entity in the chosen style.

    `replaces_accepted`: the style prescribes the form, so accepted spellings are replaced by it.
    `replaces_accepted_in_people`: the same for a surname, and for a given name that no house style
    prints otherwise. `because` names the style, for the log.
    """

    form: str
    replaces_accepted: bool
    replaces_accepted_in_people: bool
    because: str


@dataclass(frozen=True, slots=True)
class Styling:
    """The forms of a pack's entities in the chosen style; `chain` is the style and those it builds on."""

    choice: StyleChoice
    chain: tuple[Style, ...]
    forms: Mapping[tuple[str, str], StyleForm]

    def form_of(self, entity: Entity) -> ChosenForm:
        """The user's own form, else the verified one of the style or its base, else the canonical form."""
        if own := dict(self.choice.overrides).get(entity.id):
            return ChosenForm(own, True, True, "your own style")
        for style in self.chain:
            form = self.forms.get((entity.id, style.name))
            if form and form.verified:
                return ChosenForm(form.form, True, True, f"style {style.name}")
            same_surname = not form or form.form.endswith(f" {entity.surname}")
            if style.people == "normalise" and entity.surname and same_surname:
                return ChosenForm(entity.canonical, False, True, f"style {style.name}")
            if form:
                break
        return ChosenForm(entity.canonical, False, False, "")


def styling_of(pack: Pack, choice: StyleChoice) -> Styling:
    """The styling of a pack (or of several, merged). Raises UnknownStyle for a style or entity the pack lacks."""
    known = pack.styles
    if choice.name not in known:
        raise UnknownStyle(f"no style {choice.name!r}; {_nearest(choice.name, known)}")
    ids = {entity.id for entity in pack.entities}
    for entity, _ in choice.overrides:
        if entity not in ids:
            raise UnknownStyle(f"your own style names {entity!r}, which is in no pack; {_nearest(entity, ids)}")
    chain: list[Style] = []
    name = choice.name
    while name in known and known[name] not in chain:
        chain.append(known[name])
        name = known[name].base
    forms = {(form.entity, form.style): form for form in pack.forms}
    return Styling(choice, tuple(chain), forms)


def _nearest(name: str, known: Collection[str]) -> str:
    return did_you_mean(name, known, f"there are {', '.join(sorted(known)[:12])}")
