"""Tables of packs of names, for the people who write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from faircopy.cleaners.names.listing import Listed, Tried
    from faircopy.cleaners.names.pack import Pack

UNVERIFIED = " (not verified)"


def pack_table(packs: Sequence[Pack]) -> Table:
    """One row per pack: its name, sizes, styles and title."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    table.add_column("pack", style="bold", no_wrap=True)
    for name in ("entities", "variants"):
        table.add_column(name, justify="right")
    table.add_column("styles", overflow="fold")
    table.add_column("about", style="dim", overflow="fold")
    for pack in packs:
        styles = ", ".join(sorted({"default", *pack.styles}))
        counts = (f"{len(pack.entities):,}", f"{len(pack.variants):,}")
        table.add_row(Text(pack.name), *counts, Text(styles), Text(pack.title))
    return table


def entity_table(entities: Iterable[Listed]) -> Table:
    """One row per entity: its form, its forms in other styles, and its known variants."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    table.add_column("form", ratio=3, overflow="fold")
    table.add_column("kind", style="dim", no_wrap=True)
    table.add_column("in a style", ratio=3, overflow="fold")
    table.add_column("variants", ratio=5, style="dim", overflow="fold")
    for entity in entities:
        forms = "; ".join(f"{style}: {form}{'' if ok else UNVERIFIED}" for style, (form, ok) in entity.forms.items())
        table.add_row(Text(entity.canonical), Text(entity.kind), Text(forms), Text(_by_policy(entity)))
    return table


def _by_policy(entity: Listed) -> str:
    """Variants grouped by policy: `apply: Kiev, Kieff; suggest: …`."""
    texts: dict[str, list[str]] = {}
    for text, _, _, policy in entity.variants:
        texts.setdefault(policy, []).append(text)
    return "; ".join(f"{policy}: {', '.join(found)}" for policy, found in texts.items())


def tried_table(tried: Iterable[Tried]) -> Table:
    """One row per change: how often the pack would apply or suggest it, and an example."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    table.add_column("count", justify="right")
    table.add_column("before", style="red", overflow="fold")
    table.add_column("after", style="green", overflow="fold")
    table.add_column("status", style="dim", no_wrap=True)
    table.add_column("for example", style="dim", ratio=1, overflow="fold")
    for one in tried:
        table.add_row(f"{one.count:,}", Text(one.before), Text(one.after), one.status, Text(one.example))
    return table
