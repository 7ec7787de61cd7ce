import pytest

from faircopy.cleaners.names.context import MentionContext


def context_of(text, name="Kiev"):
    start = text.index(name)
    return MentionContext(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("In 1941 it fell. Kiev is calm. Rain.", "Kiev is calm."),
        ("Mr. Smith of Kiev, Fla., left. He ran.", "Mr. Smith of Kiev, Fla., left."),
        ("“Go!” He left Kiev at 3 p.m. on foot.", "He left Kiev at 3 p.m. on foot."),
        ("A headline\n\nKiev sleeps\n\nMore", "Kiev sleeps"),
        ("born in Kiev\nin 1978. Then", "born in Kiev\nin 1978."),
    ],
)
def test_the_sentence(text, sentence):
    context = context_of(text)
    assert text[slice(*context.sentence_span)].strip() == sentence


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Dr. Kiev said", "Dr.", "said"),
        ("left, Kiev, for", "", ""),
        ("“Kiev” is", "", ""),
        ("anti-Kiev mood", "", "mood"),
        ("to Kiev’s mayor", "to", ""),
        ("Warsaw\nKiev\nBerlin", "", ""),
        ("It was a long and windy road that led them past Berlin\nKiev Road and on", "Berlin", "Road"),
    ],
)
def test_the_words_right_beside_it(text, before, after):
    context = context_of(text)
    assert (context.adjacent_before, context.adjacent_after) == (before, after)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He read “Winter in Kiev” twice.", "Winter in Kiev"),
        ('She said "Kiev" aloud.', "Kiev"),
        ("“Yes,” he said in Kiev, “no.”", None),
        ("the mayor’s ‘Kiev plan’", "Kiev plan"),
        ("Kiev “today”", None),
        ('The 12" Kiev" record', None),
    ],
)
def test_the_quotation_it_lies_in(text, quoted):
    assert context_of(text).quotation == quoted
