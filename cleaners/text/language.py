"""The language of a text by its function words, the most frequent words of each language."""

from __future__ import annotations

import re
from collections import Counter

WORD = re.compile(r"[^\W\d_]+")

FUNCTION_WORDS = {
    "en": "the of and to in a is that for on with was as at by it from be are this have not but they his her she he you we an or which had has were been will would who its can could than into over after without up out about their them more when what said says",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
    "fr": "le la les de des et en un une du dans que qui pour pas sur au par est plus avec il elle ce sont ne se aux mais ou nous vous leur cette été être",
    "es": "el la los las de y en que un una del se por con para es no su al lo como más pero sus le ha este entre cuando muy sin sobre también",
    "it": "il lo la gli le di e che in un una del della per non con è si da dei al nel alla come più sono ma anche ha delle",
    "pt": "o a os as de e que do da em um uma para com não por mais dos das se na no ao é como mas foi ele tem seu sua ou",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als door naar maar bij dan uit wordt heeft",
    "pl": "w i na z do się nie że to jest o jak po co ale za od przez dla są był tego oraz może które",
    "ru": "и в не на что с по как это он из за от к но то его для о у же все так был мы бы",
    "uk": "і в на не що з до за та у як це він від про але для по є був його вони ми також",
}
WORDS_OF_LANGUAGE = {language: frozenset(words.split()) for language, words in FUNCTION_WORDS.items()}
SAMPLE = 20_000  # code points that are read
ENOUGH_WORDS = 8


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language with the most function words in the text, or `und` for undetermined.

    A text too short to decide, such as a headline, counts as English if most of its words are ASCII.
    """
    found = WORD.findall(text[:SAMPLE])
    # A word in capitals among lower-case words is an abbreviation: UN is not the French article.
    words = [word.lower() for word in found if not (word.isupper() and len(word) > 1)] or [
        word.lower() for word in found
    ]
    if not words:
        return "und"
    times = Counter(words)
    counts = {
        language: sum(times[word] for word in known & times.keys()) for language, known in WORDS_OF_LANGUAGE.items()
    }
    best = max(counts, key=lambda language: counts[language])
    if counts["en"] == counts[best]:
        best = "en"
    if counts[best] >= max(1, 0.1 * len(words)):
        return best
    if (
        len(words) < ENOUGH_WORDS * 4
        and sum(word.isascii() for word in words) >= 0.7 * len(words)
        and counts[best] == counts["en"]
    ):
        return "en"
    return "en" if counts["en"] == counts[best] and counts["en"] >= 0.05 * len(words) else "und"
