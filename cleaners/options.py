"""The options that texts are cleaned with: values only. Reading settings is the caller's task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Switch = Literal["apply", "suggest", "off"]
Quotations = Literal["normalise", "typos", "leave"]


@dataclass(frozen=True, slots=True)
class Options:
    """How texts of one source are cleaned.

    `switches` maps a stage (`typos`) or a rule (`typos/joined-words`) to `apply` (as the rule decides), `suggest` or
    `off`; the rule outranks its stage. `packs` are names of shipped packs or folders. `words` are right in any text.
    `markers` are a source's own lines that open boilerplate. `style_overrides` are the forms of a user's own style on
    top of `style`: entity id -> form. `max_loss` is the share of its words that a document may lose to `boilerplate`
    before it is held.
    """

    style: str = "default"
    style_overrides: Mapping[str, str] = field(default_factory=dict)
    packs: tuple[str, ...] = ("ukraine", "world")
    quotations: Quotations = "normalise"
    switches: Mapping[str, Switch] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    markers: tuple[str, ...] = ()
    max_loss: float = 0.9

    def switch(self, stage: str, rule: str) -> Switch | None:
        """The switch set for a rule, else for its stage; None leaves it to the rule's default."""
        return self.switches.get(rule) or self.switches.get(stage)
