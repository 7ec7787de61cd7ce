"""A rule as a value: the name the change log uses, what the rule does, and when its edits are applied.

Rules register where they are written:

>>> WIDE_GAP = define("example/wide-gap", "Closes several spaces inside a line.")
>>> WIDE_GAP.edit(4, "  ", " ", "two spaces").rule
'example/wide-gap'

`faircopy.cleaners.catalogue` lists them all; docs/rules.md is generated from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faircopy.cleaners.edits import APPLIED, SUGGESTED, Edit
from faircopy.cleaners.options import Switch

ID = re.compile(r"[a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Rule:
    """What the change log names in `rule`.

    `id` is `stage/name`. `about` is one sentence on what the rule changes. `default` is what happens to its
    edits where no switch is set: `apply`, `suggest` or `off`. A rule that suggests by default only ever suggests.
    Of the others, an edit with a confidence (0 to 1) below `threshold` is suggested.
    """

    id: str
    about: str
    default: Switch = "apply"
    threshold: float = 0.0

    @property
    def stage(self) -> str:
        """The name of the stage the rule belongs to."""
        return self.id.partition("/")[0]

    def edit(
        self, start: int, before: str, after: str, reason: str, confidence: float = 1.0, *, suggest: bool = False
    ) -> Edit:
        """An edit by this rule at `start` (code points), applied or suggested.

        `reason` is one sentence a reader of the text understands. `suggest` holds back an edit whatever
        its confidence.
        """
        held_back = suggest or self.default == "suggest" or confidence < self.threshold
        status = SUGGESTED if held_back else APPLIED
        return Edit(self.stage, self.id, start, before, after, reason, confidence, status)


_RULES: dict[str, Rule] = {}


def define(rule_id: str, about: str, *, default: Switch = "apply", threshold: float = 0.0) -> Rule:
    """Make a rule and register it. Raises `ValueError` where the id is malformed or taken."""
    if not ID.fullmatch(rule_id):
        raise ValueError(f"{rule_id!r} is no rule id: write stage/name in lower case, words joined by hyphens")
    if rule_id in _RULES:
        raise ValueError(f"the rule {rule_id!r} is defined twice")
    _RULES[rule_id] = Rule(rule_id, about, default, threshold)
    return _RULES[rule_id]


def defined(rule_id: str) -> Rule:
    """The rule of this id. Raises `LookupError` where none is defined."""
    try:
        return _RULES[rule_id]
    except KeyError:
        raise LookupError(f"no rule {rule_id!r} is defined; see faircopy.cleaners.rule.define") from None


def rules_of(stage: str) -> tuple[Rule, ...]:
    """The rules defined for a stage, in order of their ids. Complete once the stage is imported."""
    return tuple(_RULES[rule_id] for rule_id in sorted(_RULES) if rule_id.startswith(f"{stage}/"))
