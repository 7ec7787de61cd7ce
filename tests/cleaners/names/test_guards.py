"""Each guard has sentences that it alone keeps from being changed, and sentences that it must let change."""

import pytest

from faircopy.cleaners.names import names_in, scoring
from faircopy.cleaners.names.guards import GUARDS
from faircopy.cleaners.options import Options
from faircopy.cleaners.resources import Resources

ENGLISH = {"american": ("english",), "british": ("english",)}  # the pack of dialects, which is off by default
ALL_GUARDS = {guard.__name__ for guards in GUARDS.values() for guard in guards}

# By guard, in the order of the modules: (style, sentence that must not change).
MUST_NOT_CHANGE = {
    "in_path_or_code": [
        ("default", "Set the zone to Europe/Kiev today."),
        ("default", "git checkout feature/Kiev on Monday"),
        ("default", 'Run it with SIGN="Kharkov trams today" again.'),
        ("default", "The photo map-of-Kiev.png went out today."),
        ("default", "See archive/Kiev/2014/index in the folder."),
        ("ap", "The page /people/Zelensky/notes is empty."),
    ],
    "in_title_of_work": [
        ("default", "The club in Leeds is reading “Letters from Kiev” on Monday."),
        ("default", "The film *Back to Kiev* is out on Monday."),
        ("ap", "She read “The Zelensky Effect” twice."),
    ],
    "quoted_alone": [
        ("default", "A driver typed “Kiev” on Monday."),
        ("ap", "Nobody could spell “Zelensky” in Leeds."),
    ],
    "in_foreign_passage": [
        ("default", "« Nous sommes arrivés à Kiev dans la nuit », écrit-il."),
        ("default", "Die Züge nach Kiev sind nicht mit dem Bus."),
        ("ap", "« Zelensky est dans la ville et le bus », dit-il."),
    ],
    "historical_date": [
        ("default", "In 1897 the train to Kiev took two days."),
        ("default", "Yaroslav the Wise moved to Kiev."),
        ("default", "The monks came to Kiev in the ninth century."),
    ],
    "beside_right_form": [
        ("default", "From Kiev to Kyiv by bus on Monday."),
        ("default", "The board in the hall showed Kiev, and nobody in the office had yet heard of Kyiv."),
    ],
    "beside_other_form": [
        ("default", "Maps print Lvov, others Lemberg."),
    ],
    "in_quoted_meaning": [
        ("default", "The surname means “from Kiev”, she wrote."),
    ],
    "dated_as_former_name": [
        ("default", "The town (Kiev until 2016) makes rockets."),
    ],
    "in_bracketed_gloss": [
        ("default", "The second city (Russian: Kharkov) is dark on Monday."),
        ("default", "The city (then Kharkov) is dark on Monday."),
    ],
    "beside_model_number": [
        ("default", "He shot it with Kiev 88 in Leeds."),
        ("default", "Astronomers watched 2171 Kiev on Monday."),
    ],
    "publisher_place": [
        ("default", "Ivanov, P. (2004). Istoriya. Kiev: Naukova Dumka."),
    ],
    "acronym_in_capitals": [
        ("default", "The scheme is named KIEV by its founders on Monday."),
        ("default", "KIEV (Knowledge In Every Village) met in Leeds."),
    ],
    "in_other_region": [
        ("default", "He drove to Kiev, Missouri, on Monday."),
        ("default", "A hamlet near Kiev, in McLean County, has no shop."),
    ],
    "beside_ampersand": [
        ("default", "Buttons from Kharkov & Sons are back today."),
    ],
    "after_capitalised_word": [
        ("default", "The soprano met Anton Kharkov on Monday."),
        ("default", "He watched the second game of Dynamo Kiev on Monday."),
        ("default", "The report by J. Kharkov came on Monday."),
    ],
    "after_ruler_or_saint": [
        ("default", "A statue of Vladimir of Kiev was moved on Monday."),
    ],
    "before_age_or_relative_clause": [
        ("default", "Kharkov, 44, denied the charge on Monday."),
        ("default", "Kharkov, who scored twice, left on Monday."),
    ],
    "thing_in_another_town": [
        ("default", "Moscow’s Kiev railway station was evacuated on Monday."),
    ],
    "after_role_noun": [
        ("default", "The goalkeeper, Kharkov, saved a penalty on Monday."),
        ("default", "On Monday the defender Kharkov limped off."),
    ],
    "before_capitalised_word": [
        ("default", "Buttons from Kiev Capital Partners are back today."),
        ("default", "We met in Kiev Zelensky, who smiled."),
        ("default", "Volunteers read the Kiev Nights aloud today."),
    ],
    "after_indefinite_article": [
        ("default", "She ate a Kiev on Monday."),
        ("default", "They had a decent Kiev on Thursday."),
    ],
    "after_definite_article": [
        ("default", "On Monday the Kiev, a diner, was shut."),
        ("default", "The Kiev I had on Monday was dry."),
    ],
    "article_of_next_noun": [
        ("default", "Funds from the Ukraine facility arrive today."),
    ],
    "inside_capitalised_name": [
        ("british", "The World Health Organization met."),
        ("british", "Organized Crime Agency"),
    ],
    "in_quoted_dialect": [
        ("american", "“I favour it,” he said."),
    ],
}
CASES = [(guard, style, text) for guard, cases in MUST_NOT_CHANGE.items() for style, text in cases]

# By guard: a sentence that resembles its case, and that changes.
MUST_CHANGE = [
    ("in_title_of_work", "“Kiev is calm tonight,” said the mayor."),
    ("quoted_alone", "“Kiev,” he said, without looking up."),
    ("historical_date", "In 1991, 1800 people left Kiev."),
    ("historical_date", "Some 1900 soldiers reached Kiev on Monday."),
    ("historical_date", "In 1941 Afganistan was neutral."),
    ("beside_right_form", "The Phillipines and the Philippines are one."),
    ("beside_other_form", "From Lwów the train went to Kiev."),
    ("in_quoted_meaning", "The mayor said it means “the end of Kiev as we know it now”."),
    ("dated_as_former_name", "Nobody may leave Kiev until 2026, they said."),
    ("in_bracketed_gloss", "The mayor (of Kiev) left on Monday."),
    ("in_bracketed_gloss", "The minister (a Russian) left Kiev on Monday."),
    ("in_bracketed_gloss", "The islands (formerly Phillipines) are calm."),
    ("beside_model_number", "Some 40 people in Kiev 12 days ago saw it."),
    ("beside_model_number", "Missiles hit Kiev 12, Lvov 9 and Odessa 3 times today."),
    ("beside_model_number", "The Afganistan 88 lost again."),
    ("acronym_in_capitals", "KIEV – Rain stopped play on Monday."),
    ("in_other_region", "He left Kiev, Ukraine, on Monday."),
    ("beside_ampersand", "News &amp; views from Kiev &amp; Lviv today"),
    ("after_capitalised_word", "Ministers Visit Besieged Kharkov Again"),
    ("after_capitalised_word", "The night train from Lviv Kharkov is late today."),
    ("after_capitalised_word", "Visiting Kiev on Monday, she smiled."),
    ("after_ruler_or_saint", "The mayor of Kiev left on Monday."),
    ("before_age_or_relative_clause", "His boss in Kiev, who scored twice, left."),
    ("thing_in_another_town", "Ukraine’s Kiev railway station was evacuated on Monday."),
    ("thing_in_another_town", "The company’s Kiev hotel was shut on Monday."),
    ("after_role_noun", "The defender of Kiev left on Monday."),
    ("before_capitalised_word", "The road to Kiev International Airport is shut today."),
    ("before_capitalised_word", "Why Talks in Kiev Fail Again"),
    ("after_indefinite_article", "A Kiev mayor left on Monday."),
    ("after_indefinite_article", "A besieged Kiev waits for Monday."),
    ("after_indefinite_article", "He runs a Kiev-based bank today."),
    ("after_definite_article", "The Kiev mayor left on Monday."),
    ("in_foreign_passage", "Ursula van der Leyen of the EU flew to Kiev."),
    ("article_of_next_noun", "Aid to the Ukraine is late."),
]


def applied(style, text):
    options = Options(style=style, packs=ENGLISH.get(style, Options().packs))
    return [edit.before for edit in names_in(text, Resources(options).names) if edit.status == "applied"]


def switch_off(monkeypatch, name):
    others = {kind: tuple(g for g in guards if g.__name__ != name) for kind, guards in GUARDS.items()}
    monkeypatch.setattr(scoring, "GUARDS", others)


def test_every_guard_has_a_sentence():
    assert set(MUST_NOT_CHANGE) == ALL_GUARDS


@pytest.mark.parametrize(("guard", "style", "text"), CASES)
def test_only_the_guard_keeps_it(monkeypatch, guard, style, text):
    assert applied(style, text) == []
    switch_off(monkeypatch, guard)
    assert applied(style, text) != [], "something else keeps the sentence: the guard is not tested"


@pytest.mark.parametrize(("guard", "text"), MUST_CHANGE)
def test_the_guard_lets_it_change(guard, text):
    assert guard in ALL_GUARDS
    assert applied("default", text) != []
