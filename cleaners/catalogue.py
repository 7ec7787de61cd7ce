"""Every rule of the recipe: what `[switches]` and `log --rule` may name.

`python -m faircopy.cleaners.catalogue > docs/rules.md` writes the documentation.
"""

from __future__ import annotations

from faircopy.cleaners.recipes import NEWS
from faircopy.cleaners.rule import Rule

RULES: dict[str, Rule] = {rule.id: rule for stage in NEWS.stages for rule in stage.rules}

HEAD = """# The rules

The field `rule` of the change log names one of these. Each can be switched in `[switches]` of `faircopy.toml`, for all
texts or for one source; so can a stage as a whole ([settings.md](settings.md)). More on [boilerplate](boilerplate.md),
[names](packs.md), [typos](typos.md).

Under `off` a rule makes no edits, under `suggest` it only suggests them. Under `apply` the rule decides: it applies the
edits that it is sure of and suggests the others. So `apply` turns on a rule that is off by default, but never applies a
rule that is suggested by default.

This page is written by `python -m faircopy.cleaners.catalogue > docs/rules.md`; a test keeps it up to date.

| rule | what it does | by default |
|---|---|---|
"""


def as_markdown() -> str:
    """The page docs/rules.md."""
    return HEAD + "".join(f"| `{rule.id}` | {rule.about} | {_by_default(rule)} |\n" for rule in RULES.values())


def _by_default(rule: Rule) -> str:
    """What happens to the rule's edits where no switch is set."""
    if rule.default != "apply":
        return {"suggest": "suggested", "off": "off"}[rule.default]
    return f"applied from confidence {rule.threshold:g}" if rule.threshold else "applied"


if __name__ == "__main__":
    print(as_markdown(), end="")
