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
ENOUGH = 0.1  # share of function words that decides for a language
ENOUGH_ENGLISH = 0.05  # enough if no other language has more
FEW_WORDS = 32  # of a headline or caption, which may have no function word
MOSTLY = 0.7


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language with the most function words in the text, or `und` for undetermined.

    A text too short to decide, such as a headline, counts as English if most of its words are ASCII.
    """
    words = _words(text)
    if not words:
        return "und"
    times = Counter(words)
    counts = {lang: sum(times[word] for word in known & times.keys()) for lang, known in WORDS_OF_LANGUAGE.items()}
    best = max(counts, key=lambda language: counts[language])
    is_english = counts["en"] == counts[best]
    if counts[best] >= max(1, ENOUGH * len(words)):
        return "en" if is_english else best
    is_short = len(words) < FEW_WORDS and sum(map(str.isascii, words)) >= MOSTLY * len(words)
    return "en" if is_english and (is_short or counts["en"] >= ENOUGH_ENGLISH * len(words)) else "und"


def _words(text: str) -> list[str]:
    """The words of the sample in lower case, without abbreviations in capitals: UN is not the French article.

    If there is nothing else, those in capitals.
    """
    found = WORD.findall(text[:SAMPLE])
    return [word.lower() for word in found if not (word.isupper() and len(word) > 1)] or [w.lower() for w in found]
