"""Evidence for or against changing a name, from the shape of what is around it.

A guard answers with a weight (above 0 speaks for the change) and a reason for the log, or None.
The words it needs are lists in the packs' contexts; here is only what words alone cannot say.
"""

from __future__ import annotations

from collections.abc import Callable

from faircopy.cleaners.names.evidence import Case, Evidence
from faircopy.cleaners.names.guards.historical import old_times
from faircopy.cleaners.names.guards.longer_names import (
    article,
    bearer_of_old,
    capital_after,
    capital_before,
    countable,
    elsewhere,
    firm,
    named_after,
    part_of_a_name,
    role_before,
    somebody,
    with_article,
)
from faircopy.cleaners.names.guards.machine_readable import acronym, cited, machine_text, numbered
from faircopy.cleaners.names.guards.metalinguistic import (
    dialect_of_others,
    explained,
    foreign_words,
    glossed,
    lone_quotation,
    once_called,
    other_form_beside,
    right_form_beside,
    title_of_work,
)

Guard = Callable[[Case], Evidence | None]

ANY = (machine_text, title_of_work, lone_quotation, foreign_words)
PLACE = (
    old_times,
    right_form_beside,
    other_form_beside,
    explained,
    once_called,
    glossed,
    numbered,
    cited,
    acronym,
    elsewhere,
    firm,
    capital_before,
    bearer_of_old,
    role_before,
    somebody,
    named_after,
    capital_after,
    countable,
    with_article,
    article,
)
# The guards for each kind of entity, in the order of their reasons in the log.
GUARDS: dict[str, tuple[Guard, ...]] = {
    "place": (*ANY, *PLACE),
    "organisation": (*ANY, *PLACE),
    "term": (*ANY, *PLACE),
    "people": (*ANY, old_times, right_form_beside, glossed, numbered, acronym),
    "person": ANY,
    "word": (machine_text, foreign_words, part_of_a_name, dialect_of_others),
}
