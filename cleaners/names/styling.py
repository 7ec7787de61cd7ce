"""Which form of a name the chosen style asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from faircopy.cleaners.names.pack import Entity, Pack, Style, StyleForm


@dataclass(frozen=True, slots=True)
class StyleChoice:
    """The style a reader chose, and forms of their own on top of it: entity id and form."""

    name: str = "default"
    overrides: tuple[tuple[str, str], ...] = ()


class UnknownStyle(ValueError):
    """A style, or an entity of the reader's own style, that no pack knows."""


@dataclass(frozen=True, slots=True)
class ChosenForm:
    """The form of one entity in the chosen style.

    `settled` is true where the style has a say of its own: accepted spellings then give way to the
    form. `people_settled` is the same for a surname, and for a given name that
    no house style prints otherwise.
    """

    form: str
    replaces_accepted: bool
    replaces_accepted_in_people: bool
    because: str


@dataclass(frozen=True, slots=True)
class Styling:
    """The forms of a pack's entities in the chosen style."""

    choice: StyleChoice
    chain: tuple[Style, ...]
    forms: Mapping[tuple[str, str], StyleForm]

    def form_of(self, entity: Entity) -> ChosenForm:
        """The reader's own form, else the style's verified one, else that of its base, else the canonical form."""
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
    """What a pack (or several, merged) says about a style. Raises UnknownStyle for one it does not know."""
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
    near = get_close_matches(name, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"there are {', '.join(sorted(known)[:12])}"
