"""Which form of a name the chosen style asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from faircopy.cleaners.names.pack import Entity, Pack, Style, StyleForm
from faircopy.did_you_mean import did_you_mean
from faircopy.errors import UsageError


@dataclass(frozen=True, slots=True)
class Choice:
    """The style a reader chose, and forms of their own on top of it: entity id and form."""

    name: str = "default"
    overrides: tuple[tuple[str, str], ...] = ()


class UnknownStyle(UsageError, ValueError):
    """A style, or an entity of the reader's own style, that no pack knows."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The form of one entity in the chosen style.

    `settled` is true where the style has a say of its own: accepted spellings then give way to the
    form. `people_settled` is the same for a surname, and for a given name that
    no house style prints otherwise.
    """

    form: str
    settled: bool
    people_settled: bool
    because: str


@dataclass(frozen=True, slots=True)
class Styling:
    """The forms of a pack's entities in the chosen style."""

    choice: Choice
    chain: tuple[Style, ...]
    forms: Mapping[tuple[str, str], StyleForm]

    def of(self, entity: Entity) -> Chosen:
        """The reader's own form, else the style's verified one, else that of its base, else the canonical form."""
        if own := dict(self.choice.overrides).get(entity.id):
            return Chosen(own, True, True, "your own style")
        for style in self.chain:
            form = self.forms.get((entity.id, style.name))
            if form and form.verified:
                return Chosen(form.form, True, True, f"style {style.name}")
            same_surname = not form or form.form.endswith(f" {entity.surname}")
            if style.people == "normalise" and entity.surname and same_surname:
                return Chosen(entity.canonical, False, True, f"style {style.name}")
            if form:
                break
        return Chosen(entity.canonical, False, False, "")


def styling_of(pack: Pack, choice: Choice) -> Styling:
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
    return did_you_mean(name, known, f"there are {', '.join(sorted(known)[:12])}")
