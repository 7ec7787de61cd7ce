"""Packs on disk: the messages about mistakes in one, for the person who edits it."""

import pytest

from faircopy.cleaners.names.check import check_pack
from faircopy.cleaners.names.listing import list_pack, try_pack
from faircopy.cleaners.names.pack import PackError
from faircopy.cleaners.names.pack_reader import read_pack
from faircopy.cleaners.names.validation import find_problems
from faircopy.cleaners.options import Options
from faircopy.cleaners.resources import Resources, load_pack, shared_contexts, shipped_packs

SHIPPED = ("ukraine", "world", "english")
ENTITIES = "id,kind,canonical,surname,country\n"
VARIANTS = "entity,text,part,kind,policy,contexts\n"
STYLES = "entity,style,form,source,checked\n"
HARBOUR = ENTITIES + "reval,place,Tallinn,,EE\nrevel,place,Revel,,EE\nann,person,Ann Harbour,Harbour,\n"


def files(variants="", entities=HARBOUR, styles="", toml='name = "ours"\n[styles.ours]\n'):
    return {
        "pack.toml": toml.encode(),
        "entities.csv": entities.encode(),
        "variants.csv": (VARIANTS + variants).encode(),
        "styles.csv": (STYLES + styles).encode(),
    }


def problems_of(some):
    try:
        return [str(problem) for problem in find_problems(read_pack("ours", some))]
    except PackError as error:
        return [str(problem) for problem in error.problems]


@pytest.mark.parametrize("pack", SHIPPED)
def test_shipped_packs_pass_their_check(pack):
    earlier = [load_pack(name) for name in SHIPPED[: SHIPPED.index(pack)]]
    assert check_pack(load_pack(pack), earlier, shared_contexts()) == []


def test_shipped_packs_are_large_enough():
    assert set(shipped_packs()) == set(SHIPPED)
    kinds = [entity.kind for entity in load_pack("ukraine").entities]
    assert kinds.count("place") >= 250
    assert kinds.count("person") >= 200
    assert len(load_pack("world").entities) >= 300


def test_a_pack_without_fault_has_none():
    assert problems_of(files("reval,Talinn,whole,misspelling,apply,\n")) == []


@pytest.mark.parametrize(
    ("some", "problem"),
    [
        (files("reval,Talinn,whole,misspelling\n"), "variants.csv:2: reval: 4 cells where the header has 6"),
        (files("reval,Talinn,whole,misspelling,aply,\n"), "variants.csv:2: aply: unknown policy, choose one of apply"),
        (files("reval,Talinn,whole,mispelling,apply,\n"), "did you mean 'misspelling'?"),
        (files("tallin,Talinn,whole,misspelling,apply,\n"), "variants.csv:2: tallin: no entity has this id"),
        (files("reval,Revel,whole,exonym,apply,\n"), "variants.csv:2: Revel: is the right form of another entity, rev"),
        (
            files("reval,Revel,whole,exonym,apply,\nrevel,Tallinn,whole,exonym,apply,\n"),
            "variants.csv:3: Tallinn: is circular: revel and reval each have the other's form",
        ),
        (
            files("reval,Talin,whole,misspelling,apply,\nrevel,Talin,whole,misspelling,apply,\n"),
            "variants.csv:3: Talin: is a variant of reval (line 2) and of revel",
        ),
        (
            files("reval,Talin,whole,misspelling,apply,\nreval,Talin,whole,misspelling,apply,\n"),
            "variants.csv:3: Talin: is on line 2 already",
        ),
        (files("reval,Tallinn,whole,misspelling,apply,\n"), "Tallinn: is the entity's own canonical form"),
        (files("reval,Tal,surname,misspelling,apply,\n"), "variants.csv:2: surname: reval has no surname"),
        (files("reval,Reval,whole,exonym,context,\n"), "policy context needs the name of a context"),
        (files("reval,Reval,whole,exonym,context,baltic\n"), "variants.csv:2: baltic: no context has this name"),
        (files("reval,TallinnÃ©,whole,misspelling,apply,\n"), "looks misread: save the file as CSV UTF-8"),
        (files("reval,Tal\u200blin,whole,misspelling,apply,\n"), "has an invisible character"),
        (files(styles="reval,theirs,Reval,a book,2026-01-01\n"), "styles.csv:2: theirs: no [styles.theirs]"),
        (files(entities=HARBOUR + "reval,place,Reval,,EE\n"), "entities.csv:5: reval: this id is on line 2"),
        (files(entities=ENTITIES + "x,town,Reval,,EE\n"), "entities.csv:2: town: unknown kind"),
        (files(entities=ENTITIES + "x,person,Ann Lee,Leigh,\n"), "entities.csv:2: Leigh: is not the end of 'Ann Lee'"),
        (files(entities="id,kind,canonical\n"), "entities.csv:1: surname: this column is missing"),
        (files(entities=ENTITIES + 'x,place,"Reval,,EE\n'), "entities.csv:2: not readable as CSV"),
        (files(toml='name = "ours'), "pack.toml: not readable as TOML"),
        (files(toml='nam = "ours"'), "pack.toml: nam: unknown key"),
        (files(toml='name = "ours"\n[contexts.baltic]\nwords = ["sea"]'), "a context needs weight (a number)"),
        ({"entities.csv": b""}, "pack.toml: is missing"),
        ({**files(), "variant.csv": b"entity,text\n"}, "did you mean 'variants.csv'?"),
        ({**files(), "variants.csv": VARIANTS.encode() + "reval,Reväl,,exonym,apply,\n".encode("latin-1")},
         "variants.csv:2: reval,Reväl,,exonym,apply,: is not UTF-8"),
    ],
)  # fmt: skip
def test_a_fault_is_told_by_file_line_and_cell(some, problem):
    assert any(problem in found for found in problems_of(some)), problems_of(some)


def write(folder, some):
    folder.mkdir()
    for name, data in some.items():
        (folder / name).write_bytes(data)
    return str(folder)


def test_a_faulty_pack_stops_before_any_text(tmp_path):
    ours = write(tmp_path / "ours", files("reval,Revel,whole,exonym,apply,\n"))
    with pytest.raises(PackError, match=r"variants\.csv:2: Revel"):
        _ = Resources(Options(packs=("ukraine", ours))).names


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(PackError, match=r"no such folder; shipped packs: english, ukraine, world"):
        load_pack(str(tmp_path / "none"))


def test_a_pack_of_ones_own_adds_to_the_shipped(tmp_path, normalised):
    some = files("reval,Talin,whole,misspelling,apply,\nkyiv,Kiyw,whole,misspelling,apply,\n")
    ours = write(tmp_path / "ours", some)
    text = "From Talin to Kiyw and Kiev by bus."
    assert normalised(text, packs=("ukraine", ours)) == "From Tallinn to Kyiv and Kyiv by bus."


def test_an_edited_pack_is_read_again(tmp_path, normalised):
    ours = write(tmp_path / "ours", files())
    assert normalised("Talin won.", packs=(ours,)) == "Talin won."
    (tmp_path / "ours" / "variants.csv").write_text(VARIANTS + "reval,Talin,whole,misspelling,apply,\n")
    assert normalised("Talin won.", packs=(ours,)) == "Tallinn won."


def test_a_rule_that_feeds_another_fails_the_check():
    entities = ENTITIES + "bay,place,Talin Bay,,EE\nreval,place,Tallinn,,EE\n"
    pack = read_pack("ours", files("reval,Talin,whole,misspelling,apply,\n", entities))
    assert any("this form is changed again: Talin -> Tallinn" in str(problem) for problem in check_pack(pack))


def test_a_failing_test_of_a_pack_is_reported():
    toml = 'name = "ours"\n[[tests]]\nbefore = "Talin won."\nafter = "Tallinn won."\n'
    assert [problem.cell for problem in check_pack(read_pack("ours", files(toml=toml)))] == ["tests 1"]


@pytest.mark.parametrize(
    ("style", "problem"),
    [
        ("theirs", "pack.toml: tests 1: 'Talin won.' became 'Talin won.', not 'Tallinn won.'"),
        ("thiers", "pack.toml: tests 1: no style 'thiers', choose one of default, theirs"),
    ],
)
def test_a_test_is_run_under_its_style_whichever_pack_has_that(style, problem):
    earlier = read_pack("theirs", files(toml="[styles.theirs]\n"))
    toml = f'[[tests]]\nstyle = "{style}"\nbefore = "Talin won."\nafter = "Tallinn won."\n'
    pack = read_pack("ours", {"pack.toml": toml.encode()})
    assert [str(found) for found in check_pack(pack, [earlier])] == [problem]


def test_notes_and_files_of_editors_may_lie_in_a_pack():
    assert problems_of({**files(), "README.md": b"x", ".~lock.variants.csv#": b"x", "variants.csv~": b"x"}) == []


def test_listing_tells_unverified_forms():
    [zaluzhnyi] = [one for one in list_pack(load_pack("ukraine")) if one.id == "valerii-zaluzhnyi"]
    assert zaluzhnyi.forms["ap"] == ("Valerii Zaluzhnyi", True)
    assert zaluzhnyi.forms["bbc"] == ("Valerii Zaluzhnyi", False)
    assert ("Zaluzhny", "surname", "style", "style") in zaluzhnyi.variants


def test_trying_a_pack_counts_what_it_would_change():
    texts = ["Kiev fell silent. Kiev slept.", "Snow in Lugansk; a Kiev cake."]
    tried = try_pack(texts, Resources(Options()).names)
    assert [(one.before, one.after, one.status, one.count) for one in tried] == [
        ("Kiev", "Kyiv", "applied", 2),
        ("Lugansk", "Luhansk", "applied", 1),
    ]
    assert tried[0].example == "Kiev fell silent. Kiev slept."


def test_a_later_pack_outranks_an_earlier_one(tmp_path, normalised):
    entities = ENTITIES + "texas,place,Odessa,,US\nmy-kyiv,place,Kyiv,,UA\n"
    some = files("my-kyiv,Kief,whole,exonym,apply,\nmy-kyiv,Kiev,whole,exonym,never,\n", entities)
    ours = write(tmp_path / "ours", some)
    text = "Ukrainian oil men flew from Odessa to Kief, not to Kiev or Lugansk."
    assert normalised(text, packs=("ukraine", ours)) == (
        "Ukrainian oil men flew from Odessa to Kyiv, not to Kiev or Luhansk."
    )
