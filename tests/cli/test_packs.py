import json

import pytest


def test_the_shipped_packs(faircopy):
    rows = [line.split("\t") for line in faircopy("packs", "list").stdout.splitlines()]
    assert {"ukraine", "world"} <= {row[0] for row in rows}


def test_a_pack_by_entity(faircopy):
    entities = [json.loads(line) for line in faircopy("packs", "list", "ukraine", "--json").stdout.splitlines()]
    [kyiv] = [entity for entity in entities if entity["canonical"] == "Kyiv"]
    assert "Kiev" in [variant[0] for variant in kyiv["variants"]]
    assert "Kyiv\tplace\t" in faircopy("packs", "list", "ukraine").stdout


def test_the_shipped_packs_pass(faircopy):
    done = faircopy("packs", "check")
    assert done.exit_code == 0
    assert "ukraine: " in done.stdout


@pytest.fixture
def our_pack(tmp_path):
    """A pack with a duplicate variant."""
    (tmp_path / "pack.toml").write_text('name = "ours"\ntitle = "Ours"\nlanguage = "en"\n')
    (tmp_path / "entities.csv").write_text("id,kind,canonical,surname,country\nnorthhaven,place,Northhaven,,\n")
    rows = "northhaven,Northaven,whole,misspelling,apply,\n" * 2
    (tmp_path / "variants.csv").write_text(f"entity,text,part,kind,policy,contexts\n{rows}")
    return tmp_path


def test_the_problems_of_a_pack_are_reported_with_their_lines(faircopy, our_pack):
    done = faircopy("packs", "check", str(our_pack))
    assert done.exit_code == 1
    assert f"{our_pack}/variants.csv:3: Northaven" in done.stdout


def test_a_missing_pack(faircopy):
    done = faircopy("packs", "check", "nowhere")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_without_a_command_it_shows_its_help(faircopy):
    assert " check " in faircopy("packs").stdout


def test_a_pack_tried_on_a_folder(faircopy, tmp_path):
    (tmp_path / "one.txt").write_text("The talks in Kiev went on. Kiev was quiet on Friday.")
    (tmp_path / "two.html").write_text("<p>Trains left Kharkov for the border.</p>")
    rows = [
        json.loads(line) for line in faircopy("packs", "try", "ukraine", str(tmp_path), "--json").stdout.splitlines()
    ]
    assert [(row["before"], row["after"], row["count"]) for row in rows] == [
        ("Kiev", "Kyiv", 2),
        ("Kharkov", "Kharkiv", 1),
    ]
    assert "Kharkov\tKharkiv\tapplied\t" in faircopy("packs", "try", "ukraine", str(tmp_path)).stdout
