"""Each rule of the stage, by its full id: an edit it makes."""

import pytest


@pytest.mark.parametrize(
    ("rule", "style", "text", "before", "after", "status"),
    [
        ("names/misspelling", "default", "Floods in Afganistan killed 40.", "Afganistan", "Afghanistan", "applied"),
        ("names/lost-capital", "default", "Half of ukraine is dark.", "ukraine", "Ukraine", "applied"),
        ("names/transliteration", "default", "Thieves in Kharkov stole it.", "Kharkov", "Kharkiv", "applied"),
        ("names/house-style", "ap", "Then Zelensky spoke.", "Zelensky", "Zelenskyy", "applied"),
        (
            "names/fuzzy",
            "default",
            "Jens Stoltenberg thanked Ukraine. Stoltenberrg said Ukraine held Kyiv.",
            "Stoltenberrg",
            "Stoltenberg",
            "applied",
        ),
        (
            "names/former-name",
            "default",
            "The tram from Kirovograd was late.",
            "Kirovograd",
            "Kropyvnytskyi",
            "suggested",
        ),
    ],
)
def test_rule_fires(edits_of, rule, style, text, before, after, status):
    applied, suggestions = edits_of(text, style)
    [edit] = [*applied, *suggestions]
    assert (edit.rule, edit.before, edit.after, edit.status) == (rule, before, after, status)


@pytest.mark.parametrize(
    ("text", "confidence", "status"),
    [
        ("He grew up in Kiev before the war.", 0.99, "applied"),
        ("He grew up in Kiev before the First World War.", 0.62, "suggested"),
    ],
)
def test_an_edit_below_the_threshold_is_suggested(edits_of, text, confidence, status):
    applied, suggestions = edits_of(text)
    [edit] = [*applied, *suggestions]
    assert (edit.confidence, edit.status) == (confidence, status)
