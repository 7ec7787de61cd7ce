"""`faircopy.toml`, and the messages about mistakes in it."""

from __future__ import annotations

import re

import pytest

from faircopy.corpus.settings.load import load_settings
from faircopy.corpus.settings.model import SettingsError, SourceSettings, check_names

GOOD = """\
raw = "texts"
style = "ap"
packs = ["ukraine", "beats/rowing"]
words = "our-words.txt"
quotations = "typos"
timeout_seconds = 5

[switches]
typos = false
"names/house-style" = "suggest"

[gate]
removed = 0.5

[source."site"]
style = "bbc"
switches = { typos = "apply" }
markers = ["More from us"]
"""


def write(folder, text):
    (folder / "faircopy.toml").write_text(text, encoding="utf-8")
    return folder / "faircopy.toml"


def test_paths_are_relative_to_the_file(tmp_path):
    (tmp_path / "our-words.txt").write_text("foodscape  # a magazine\n\nlunchables\n", encoding="utf-8")
    settings = load_settings(config=write(tmp_path, GOOD))
    assert settings.raw == str(tmp_path / "texts")
    assert settings.clean == str(tmp_path / "clean")
    assert settings.packs == ("ukraine", str(tmp_path / "beats/rowing"))
    assert settings.options_for("site").words == {"foodscape", "lunchables"}


def test_a_source_adds_to_what_holds_for_all(tmp_path):
    (tmp_path / "our-words.txt").touch()
    settings = load_settings(config=write(tmp_path, GOOD))
    all_others, site = settings.options_for("elsewhere"), settings.options_for("site")
    assert (all_others.style, site.style) == ("ap", "bbc")
    assert (all_others.quotations, site.quotations) == ("typos", "typos")
    assert all_others.switches == {"typos": "off", "names/house-style": "suggest"}
    assert site.switches == {"typos": "apply", "names/house-style": "suggest"}
    assert (all_others.markers, site.markers) == ((), ("More from us",))
    assert settings.options_for(None) == all_others


def test_what_the_caller_names_outranks_the_file(tmp_path):
    settings = load_settings(config=write(tmp_path, 'style = "ap"\nworkers = 3\n'), style="bbc", workers=None)
    assert (settings.style, settings.workers) == ("bbc", 3)


@pytest.mark.parametrize("head", ['[style]\nuse = "ours"\n', ""])
def test_a_style_of_ones_own(tmp_path, head):
    text = head + '[style.ours]\nbase = "ap"\nkyiv = "Kiev"\n'
    options = load_settings(config=write(tmp_path, text)).options_for(None)
    assert (options.style, options.style_overrides) == ("ap", {"kyiv": "Kiev"})


def test_the_file_is_found_upward_from_raw_then_from_here(tmp_path, monkeypatch):
    write(tmp_path, 'style = "ap"\n')
    raw = tmp_path / "deep" / "raw"
    raw.mkdir(parents=True)
    assert load_settings(raw).style == "ap"
    monkeypatch.chdir(raw.parent)
    assert load_settings().config_file == tmp_path / "faircopy.toml"


MISTAKES = [
    ('raw = "x"\nstile = "ap"\n', 2, "no key 'stile'; did you mean 'style'?"),
    ('[gate]\nremovd = 0.2\n', 2, "no key 'removd'; did you mean 'removed'?"),
    ('raw = "x"\n\n[source."a.org"]\nstyle = "ap"\npack = ["x"]\n', 5, "no key 'pack'; did you mean 'packs'?"),
    ('raw = "x"\nquotations = "nice"\n', 2, "quotations = 'nice' is not valid: it should be 'normalise'"),
    ('# a remark\nworkers = -1\n', 2, "workers = -1 is not valid: it should be greater than or equal to 0"),
    ('[switches]\ntypo = "off"\n', 2, "no stage 'typo'; did you mean 'typos'?"),
    ('[switches]\ntypos = "maybe"\n', 2, "is not valid"),
    ('recipe = "nwes"\n', 1, "no recipe 'nwes'; did you mean 'news'?"),
    ('[source.a]\nmax_loss = 3\n', 2, "source.a.max_loss = 3 is not valid"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), MISTAKES)
def test_a_mistake_is_told_with_its_line(tmp_path, text, line, message):
    file = write(tmp_path, text)
    with pytest.raises(SettingsError) as error:
        load_settings(config=file)
    assert str(error.value).startswith(f"{file}:{line}: ")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_broken_toml_says_where(tmp_path):
    with pytest.raises(SettingsError, match=r"faircopy.toml: not valid TOML: .*line 2"):
        load_settings(config=write(tmp_path, 'raw = "x"\nclean = \n'))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SettingsError, match=r"cannot be read"):
        load_settings(config=tmp_path / "none.toml")
    with pytest.raises(SettingsError, match=r"words = .* cannot be read"):
        load_settings(tmp_path, words="none.txt").options_for(None)


def test_a_mistake_of_the_caller_names_no_file(tmp_path):
    with pytest.raises(SettingsError, match=r"^workers = -3 is not valid"):
        load_settings(tmp_path, workers=-3)


@pytest.mark.parametrize(("option", "value"), [("style", "apx"), ("packs", ["nowhere"])])
def test_a_style_or_pack_that_does_not_exist(tmp_path, option, value):
    with pytest.raises(SettingsError, match=value if option == "style" else "nowhere"):
        check_names(load_settings(tmp_path, **{option: value}))


def test_any_key_as_a_flag_lies_over_the_table_of_the_file(tmp_path):
    file = tmp_path / "faircopy.toml"
    file.write_text('[switches]\n"typos/spacing" = "suggest"\ntypos = "apply"\n')
    settings = load_settings(config=file, flags=["switches.typos=off", "quotations=leave", "max_loss=0.5"])
    assert settings.switches == {"typos/spacing": "suggest", "typos": "off"}
    assert (settings.quotations, settings.max_loss) == ("leave", 0.5)


@pytest.mark.parametrize(
    ("flag", "message"),
    [
        ("quotations", "--set quotations: not of the form KEY=VALUE"),
        ("quotation=leave", "no key 'quotation'; did you mean 'quotations'?"),
        ("quotations=all", "quotations = 'all' is not valid"),
        ("switches.typo=off", "no stage 'typo'; did you mean 'typos'?"),
        ("switches.typos/doubled-wrod=off", "no rule 'typos/doubled-wrod'; did you mean 'typos/doubled-word'?"),
    ],
)
def test_a_wrong_flag_is_told(flag, message):
    with pytest.raises(SettingsError, match=re.escape(message)):
        load_settings(flags=[flag])


def test_settings_for_a_source_that_no_document_has_are_told(project):
    project.write("herald/a.txt", "A\n")
    own = SourceSettings(switches={"layout": "off"})
    project.options["source"] = {"herlad": own, "herald": own}
    assert project.run().unused_sources == (("herlad", "did you mean 'herald'?"),)
    project.options["source"] = {"herald": own}
    assert project.run().unused_sources == ()


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[style.a]\nbase = "ap"\n[style.b]\nbase = "bbc"\n', 'styles a, b: which one? Pick it with [style] use = "a"'),
        ('style = "ap"\n[style.a]\nbase = "ap"\n', 'pick one with [style] use = "name"'),
    ],
)
def test_styles_of_which_none_is_picked(tmp_path, toml, message):
    file = tmp_path / "faircopy.toml"
    file.write_text(toml)
    with pytest.raises(SettingsError, match=re.escape(message)):
        load_settings(config=file)


def test_one_of_several_styles_may_be_named_for_a_run(tmp_path):
    file = tmp_path / "faircopy.toml"
    file.write_text('[style.a]\nbase = "ap"\n[style.b]\nbase = "bbc"\n')
    assert load_settings(config=file, style="b").style == "b"
