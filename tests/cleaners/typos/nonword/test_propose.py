"""Words in no list: typos/non-word, typos/joined-words, typos/split-word, typos/name-in-document, and names in lower
case by typos/lost-capital."""

from __future__ import annotations

import pytest

from faircopy.cleaners.typos.nonword.propose import Proposal, score

NON_WORD, JOINED, SPLIT = "typos/non-word", "typos/joined-words", "typos/split-word"
NAME, CAPITAL = "typos/name-in-document", "typos/lost-capital"
PETKOVA = "Ms Petkova opened the talks, and Petkova closed them. “We thank Petkova,” he said. {} smiled at Petkova."
KRAVETS = "Olena Kravets sang, as Kravets often does, and Kravets bowed. Mr {} played."


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        (NON_WORD, "The talks will not go on foreover, he said.", "The talks will not go on forever, he said."),
        (NON_WORD, "It was a ddamaging defeat for the party.", "It was a damaging defeat for the party."),
        (NON_WORD, "Some in the adminstration believed it.", "Some in the administration believed it."),
        (NON_WORD, "It was a clear case of teh judge being late.", "It was a clear case of the judge being late."),
        (NON_WORD, "The goverment has recieved the report.", "The government has received the report."),
        (NON_WORD, "“The goverment’s plan failed,” she said.", "“The government’s plan failed,” she said."),
        (NON_WORD, "He will retire in Septmber, the club said.", "He will retire in September, the club said."),
        (NON_WORD, "The Goverment of the day fell.", "The Government of the day fell."),
        (NON_WORD, "We waited untill noon, as he had forseen.", "We waited until noon, as he had foreseen."),
        (NON_WORD, "They were gonig to leave early.", "They were going to leave early."),
        (NON_WORD, "The houses were sold seperetely at last.", "The houses were sold separately at last."),
        (NON_WORD, "She teached at the school for years.", "She taught at the school for years."),
        (JOINED, "They called forpeace talks.", "They called for peace talks."),
        (JOINED, "He signed on behalf ofthe whole committee.", "He signed on behalf of the whole committee."),
        (JOINED, "The frontporch of the house was locked.", "The front porch of the house was locked."),
        (SPLIT, "Several clients have forgo tten the password.", "Several clients have forgotten the password."),
        (NAME, "Mr Benioff left. Later Mr Beniof came back. Mr Benioff smiled.",
         "Mr Benioff left. Later Mr Benioff came back. Mr Benioff smiled."),
        (NAME, PETKOVA.format("Ms Petkvoa"), PETKOVA.format("Ms Petkova")),
        (CAPITAL, "In Ukraine the harvest is in, but ukraine’s ports are shut.",
         "In Ukraine the harvest is in, but Ukraine’s ports are shut."),
        (CAPITAL, "The fair opens in rotterdam, the mayor said.", "The fair opens in Rotterdam, the mayor said."),
        (CAPITAL, "Prices in norway rose on monday.", "Prices in Norway rose on Monday."),
        (CAPITAL, "They met in january, with a german envoy.", "They met in January, with a German envoy."),
        (CAPITAL, "He ate brussels sprouts in brussels.", "He ate brussels sprouts in Brussels."),
    ],
)  # fmt: skip
def test_corrects(rule, before, after, correct):
    copy = correct(before)
    assert copy.text == after
    assert {edit.rule for edit in copy.edits} == {rule}
    assert correct(after).edits == ()


@pytest.mark.parametrize(
    "text",
    [
        KRAVETS.format("Kravetz"),  # another name: both are unlisted, and the ending may be the difference
        "He met Mr Goverment Benioff and a Skoda Favorit.",  # part of a name
        "He spoke to Salara, who left.",  # a letter away from the Sahara, but a name of its own
        "The shyness and the catlike walk of it.",  # endings that any word may have
        "An [a]dverse and a govern[ment] view.",  # altered by an editor
        "The café, the première and the ﬁnds.",
        "He was runnin’ and singin’ all day.",
        "See www.goverment.example, @goverment, #goverment or goverment_file.",
        "Who Has the Best Android Phone?\n\nWe say which is the best Android phone.",  # a headline gives no capital
        "A Guide to Cryptoworms\n\nThe cryptoworms spread in the network.",
        "Plaster of paris on a persian rug.",  # things named after places
    ],
)
def test_leaves_alone(text, correct):
    assert correct(text).text == text


@pytest.mark.parametrize(("count", "is_name"), [(1, False), (2, False), (3, True), (4, True)])
def test_a_word_with_a_capital_three_times_is_a_name_of_its_own(count, is_name, proposed):
    text = (
        "They spoke of the long adminstration of the town." + count * " We like the old Adminstration here, they said."
    )
    assert (proposed(text, NON_WORD) == []) is is_name


@pytest.mark.parametrize(
    ("text", "edits"), [("A clear case of xe.", []), ("A jduge.", [("jduge", "judge", "applied")])]
)
def test_two_letters_are_corrected_in_no_clean_text(text, edits, proposed):
    assert proposed(text, NON_WORD) == edits


def test_an_uncertain_correction_is_suggested(proposed, correct):
    text = "They spoke of the long ddamaging of the town." + 2 * " We like the old Ddamaging here, they said."
    assert proposed(text, CAPITAL) == [("ddamaging", "Ddamaging", "suggested")]
    assert correct(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "GOVERMENT FALLS IN TOWN. He met McGoverment.",  # in capitals, or with a capital inside
        "The oﬃcal report of the oﬀical.",  # ligatures
        "They met o'goverment and goverment'd men.",  # an apostrophe inside
        "They spoke of the adwareness and of the afterlike of the town.",  # productive endings
        "He spoke to the people of Salara and of Aaerdeen at noon.",  # a letter away from a place: a name of its own
        "Ms Anăn left. Later Ms Anan came back, and Anan smiled.",  # accents only
        "Mr Kravetz sang. Later Mr Kravets played.",  # as frequent, and in no list either
        "Mr Zyx sang, and Zyx played, as Zyx did. Later Mr Zyk came.",  # too short
        "Ms Anna Petkov sang, as Petkov and Anna Petkov did with Petkov. Later Anna Pealov came.",  # two edits, short
        "Mr McZyxev sang, as McZyxev does. Later Mr Mczyxev came.",  # a capital inside
        "They met the people of Austalia at noon.",  # so frequent on the web that it may be a name
        "Why Stop Cryptoworms Now\n\nWe Fear Cryptoworms Too\n\nThe cryptoworms spread.",  # a headline is no evidence
        "The pro-norway party met.",  # hyphenated
        "It was said by Smith et al. and others, as Al said to al.",
        "It was aq town in the north.",  # two letters
    ],
)
def test_proposes_nothing(text, proposed):
    assert [edit for rule in (NON_WORD, JOINED, SPLIT, NAME, CAPITAL) for edit in proposed(text, rule)] == []


class FixedConfidence:
    """A model that gives every proposal the same confidence."""

    def __init__(self, confidence: float) -> None:
        self.confidence = confidence

    def of(self, kind: str, features: list[object]) -> list[float]:
        return [self.confidence for _ in features]


@pytest.mark.parametrize(
    ("confidence", "edits"),
    [
        (0.399, []),
        (0.4, [(0.4, "suggested")]),
        (0.7496, [(0.75, "suggested")]),  # the log has three decimals
        (0.75, [(0.75, "applied")]),
    ],
)
def test_the_confidence_decides_what_is_proposed(confidence, edits):
    proposal = Proposal("non-word", 4, "goverment", "government", "a slip")
    [[], scored] = score([[], [proposal]], FixedConfidence(confidence))
    assert [(edit.confidence, edit.status) for edit in scored] == edits


def test_an_accepted_word_stays(correct):
    assert correct("The goverment called.", words=frozenset(["goverment"])).edits == ()
