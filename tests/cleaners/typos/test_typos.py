"""What the stage corrects, and what it leaves."""

from __future__ import annotations

import pytest

from faircopy import clean


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The talks will not go on foreover, he said.", "The talks will not go on forever, he said."),
        ("It was a ddamaging defeat for the party.", "It was a damaging defeat for the party."),
        ("Some in the adminstration believed it.", "Some in the administration believed it."),
        ("They called forpeace talks.", "They called for peace talks."),
        ("The ship will arrive by by Friday.", "The ship will arrive by Friday."),
        ("An officer of the U.S .intelligence service spoke.", "An officer of the U.S. intelligence service spoke."),
        ("The army of the united States moved on.", "The army of the United States moved on."),
        ("They met , shook hands and left.", "They met, shook hands and left."),
        ("In Ukraine the harvest is in, but ukraine’s ports are shut.",
         "In Ukraine the harvest is in, but Ukraine’s ports are shut."),
    ],
)  # fmt: skip
def test_corrects(before: str, after: str) -> None:
    assert clean(before, only="typos").text == after
    assert clean(after, only="typos").text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It was a clear case of teh judge being late.", "It was a clear case of the judge being late."),
        ("The goverment has recieved the report.", "The government has received the report."),
        ("Several clients have forgo tten the password.", "Several clients have forgotten the password."),
        ("He signed on behalf ofthe whole committee.", "He signed on behalf of the whole committee."),
        ("“The goverment’s plan failed,” she said.", "“The government’s plan failed,” she said."),
        ("Mr Benioff left. Later Mr Beniof came back. Mr Benioff smiled.",
         "Mr Benioff left. Later Mr Benioff came back. Mr Benioff smiled."),
        ("He went to new York and then to san Francisco.", "He went to New York and then to San Francisco."),
    ],
)  # fmt: skip
def test_corrects_more(before: str, after: str) -> None:
    assert clean(before, only="typos").text == after
    assert clean(after, only="typos").text == after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("She has been one the strongest voices in the party.", "", " of"),
        ("Officials have blaming delays on the weather.", "have blaming", "have blamed"),
        ("The plan also raised concerned among the staff.", "concerned", "concerns"),
        ("It reportedly angered Ukraine government and caused panic.", "Ukraine", "Ukrainian"),
        ("He took it next too the other room.", "too", "to"),
        ("It will bring a Potemkin pease at best.", "pease", "peace"),
        ("President Obama spoke. Later president Obama left.", "president", "President"),
        ("“He must decide whether to go or to cut the losses and leave,” it said. "
         "It wrote: “He must decide whether to go or to the losses and leave,” again.", "", "cut "),
    ],
)  # fmt: skip
def test_suggests_and_leaves_alone(text: str, before: str, after: str) -> None:
    copy = clean(text, only="typos")
    assert copy.text == text
    assert (before, after) in {(edit.before, edit.after) for edit in copy.suggestions}


def test_headline_in_small_letters_among_others() -> None:
    text = (
        "Talks Will Fail, Says Minister\n\nMore on this.\n\nHarvest Is Late, Says Farmer\n\nAnd so on.\n\n"
        "Overly hopeful, Says Paper\n\nThat is all."
    )
    assert ("hopeful", "Hopeful") in {(e.before, e.after) for e in clean(text, only="typos").suggestions}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The turn of the channel ,has grown tight.", "The turn of the channel, has grown tight."),
        ("They came on Friday ;all were late.", "They came on Friday; all were late."),
        ("The the train was late again.", "The train was late again."),
        ("He left. And and then he came back.", "He left. And then he came back."),
    ],
)
def test_stray_marks_and_doubled_first_words(before, after):
    assert clean(before, only="typos").text == after


@pytest.mark.parametrize(
    "text", ["The score stood at 3 ,5 then.", "Will will go, and May may stay.", "He he, said the boy."]
)
def test_not_every_pair_is_a_slip(text):
    assert clean(text, only="typos").text == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The fair opens in rotterdam, the mayor said.", "The fair opens in Rotterdam, the mayor said."),
        ("Prices in norway rose on monday.", "Prices in Norway rose on Monday."),
        ("They met in january, with a german envoy.", "They met in January, with a German envoy."),
        ("He ate brussels sprouts in brussels.", "He ate brussels sprouts in Brussels."),
        ("He will retire in Septmber, the club said.", "He will retire in September, the club said."),
        ("The Goverment of the day fell.", "The Government of the day fell."),
        ("We waited untill dawn, as nobody had forseen it.", "We waited until dawn, as nobody had foreseen it."),
        ("They were gonig to leave early.", "They were going to leave early."),
        ("The houses were sold seperetely at last.", "The houses were sold separately at last."),
        ("She teached at the school for years.", "She taught at the school for years."),
        ("The frontporch of the house was locked.", "The front porch of the house was locked."),
    ],
)  # fmt: skip
def test_everyday_misspellings_and_lost_capitals(before: str, after: str) -> None:
    assert clean(before, only="typos").text == after
    assert clean(after, only="typos").text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Mason Bell threw late, said Lee. Then mason Bell left.",
         "Mason Bell threw late, said Lee. Then Mason Bell left."),
        ("Who Has the Best Android Phone?\n\nWe say which is the best Android phone.",
         "Who Has the Best Android Phone?\n\nWe say which is the best Android phone."),
        ("A Guide to Cryptoworms\n\nThe cryptoworms spread in the network.",
         "A Guide to Cryptoworms\n\nThe cryptoworms spread in the network."),
    ],
)  # fmt: skip
def test_a_headline_gives_no_word_its_capital(before: str, after: str) -> None:
    assert clean(before, only="typos").text == after


def test_both_ways_to_mend_have_doing_are_suggested() -> None:
    copy = clean("Officials have blaming delays on the weather.", only="typos")
    assert [edit.after for edit in copy.suggestions] == ["have blamed", "are blaming"]


def test_a_name_slipped_once_and_a_name_of_its_own() -> None:
    story = "Ms Petkova opened the talks, and Petkova closed them. “We thank Petkova,” he said. {} smiled at Petkova."
    assert clean(story.format("Ms Petkvoa"), only="typos").text == story.format("Ms Petkova")
    other = "Olena Kravets sang, as Kravets often does, and Kravets bowed. Mr {} played."
    assert clean(other.format("Kravetz"), only="typos").text == other.format("Kravetz")
