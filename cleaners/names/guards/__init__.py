"""Guards: evidence from the linguistic context of a candidate, mostly against changing it.

A guard returns a weight (above 0: for the change) with a reason for the log, or None. It covers what a word list
alone cannot express; the lists it reads are in the packs (`contexts.toml`). `GUARDS` says for which kinds of entities
each guard is asked; tests/cleaners/names/test_guards.py has sentences that each guard alone keeps from being changed.
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
PEOPLE = (historical_date, beside_right_form, in_bracketed_gloss, beside_model_number, acronym_in_capitals)
TERM = (*PEOPLE, in_quoted_meaning, dated_as_former_name, publisher_place, article_of_next_noun)
ORGANISATION = (*TERM, after_capitalised_word, before_capitalised_word)
PLACE = (
    *ORGANISATION,
    beside_other_form,
    in_other_region,
    beside_ampersand,
    after_ruler_or_saint,
    after_role_noun,
    before_age_or_relative_clause,
    thing_in_another_town,
    after_indefinite_article,
    after_definite_article,
)
# The guards for each kind of entity, in the order in which the log gives their reasons.
GUARDS: dict[str, tuple[Guard, ...]] = {
    "place": (*ANY_KIND, *PLACE),
    "organisation": (*ANY_KIND, *ORGANISATION),
    "term": (*ANY_KIND, *TERM),
    "people": (*ANY_KIND, *PEOPLE),
    "person": ANY_KIND,
    "word": (in_path_or_code, in_foreign_passage, inside_capitalised_name, in_quoted_dialect),
}
