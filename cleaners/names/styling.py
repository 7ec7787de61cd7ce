"""Which form of a name the chosen style asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cleaners.names.pack import Entity, Pack, Style, StyleForm


@dataclass(frozen=True, slots=True)
class Choice:
    """The style a reader chose: its name, the style it builds on, forms of their own, and what they confirmed.

    `confirmed` are entity ids whose unverified style forms count; `*` confirms all.
    """

    name: str = "default"
    base: str = ""
    overrides: tuple[tuple[str, str], ...] = ()
    confirmed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The form of one entity in the chosen style.

    `settled` is true where the style has a say of its own: accepted spellings then give way to the
    form. `surname_settled` is the same for a surname.
    """

    form: str
    settled: bool
    surname_settled: bool
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
            return Chosen(own, True, True, f"style {self.choice.name}")
        for style in self.chain:
            form = self.forms.get((entity.id, style.name))
            if form and self._counts(form):
                return Chosen(form.form, True, True, f"style {style.name}")
            same_surname = not form or form.form.endswith(f" {entity.surname}")
            if style.people == "normalise" and entity.surname and same_surname:
                return Chosen(entity.canonical, False, True, f"style {style.name}")
            if form:
                break
        return Chosen(entity.canonical, False, False, "")

    def _counts(self, form: StyleForm) -> bool:
        return form.verified or not self.choice.confirmed.isdisjoint({"*", form.entity})


def styling_of(packs: Sequence[Pack], choice: Choice) -> Styling:
    """What the packs say about a style. Raises ValueError for a style that none of them knows."""
    known: dict[str, Style] = {}
    for pack in packs:
        known.update(pack.styles)
    if choice.base or choice.overrides:
        known[choice.name] = Style(choice.name, base=choice.base or "default")
    if choice.name not in known and packs:
        raise ValueError(f"no style {choice.name!r}; the packs know {', '.join(sorted(known))}")
    chain: list[Style] = []
    name = choice.name
    while name and name in known and known[name] not in chain:
        chain.append(known[name])
        name = known[name].base
    forms = {(form.entity, form.style): form for pack in packs for form in pack.forms}
    return Styling(choice, tuple(chain), forms)
