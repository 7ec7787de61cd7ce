"""Guards: evidence from the linguistic context of a candidate, mostly against changing it.

A guard returns a weight (above 0: for the change) with a reason for the log, or None. The word lists it
reads are in the packs (`contexts.toml`); a guard covers what a word list alone cannot express. Every guard
has a sentence in tests/cleaners/names/test_guards.py that only this guard keeps from being changed.
"""

from __future__ import annotations

from collections.abc import Callable

from faircopy.cleaners.names.evidence import Candidate, Evidence
from faircopy.cleaners.names.guards.historical import historical_date
from faircopy.cleaners.names.guards.longer_names import (
    after_capitalised_word,
    after_definite_article,
    after_indefinite_article,
    after_role_noun,
    after_ruler_or_saint,
    article_of_next_noun,
    before_age_or_relative_clause,
    before_capitalised_word,
    beside_ampersand,
    in_other_region,
    inside_capitalised_name,
    thing_in_another_town,
)
from faircopy.cleaners.names.guards.machine_readable import (
    acronym_in_capitals,
    beside_model_number,
    in_path_or_code,
    publisher_place,
)
from faircopy.cleaners.names.guards.metalinguistic import (
    beside_other_form,
    beside_right_form,
    dated_as_former_name,
    in_bracketed_gloss,
    in_foreign_passage,
    in_quoted_dialect,
    in_quoted_meaning,
    in_title_of_work,
    quoted_alone,
)

Guard = Callable[[Candidate], Evidence | None]

ANY_KIND = (in_path_or_code, in_title_of_work, quoted_alone, in_foreign_passage)
PLACE_LIKE = (
    historical_date,
    beside_right_form,
    beside_other_form,
    in_quoted_meaning,
    dated_as_former_name,
    in_bracketed_gloss,
    beside_model_number,
    publisher_place,
    acronym_in_capitals,
    in_other_region,
    beside_ampersand,
    after_capitalised_word,
    after_ruler_or_saint,
    after_role_noun,
    before_age_or_relative_clause,
    thing_in_another_town,
    before_capitalised_word,
    after_indefinite_article,
    after_definite_article,
    article_of_next_noun,
)
PEOPLE = (historical_date, beside_right_form, in_bracketed_gloss, beside_model_number, acronym_in_capitals)
# The guards for each kind of entity, in the order in which the log gives their reasons.
GUARDS: dict[str, tuple[Guard, ...]] = {
    "place": (*ANY_KIND, *PLACE_LIKE),
    "organisation": (*ANY_KIND, *PLACE_LIKE),
    "term": (*ANY_KIND, *PLACE_LIKE),
    "people": (*ANY_KIND, *PEOPLE),
    "person": ANY_KIND,
    "word": (in_path_or_code, in_foreign_passage, inside_capitalised_name, in_quoted_dialect),
}
