"""Labels of pages in several languages: the words on share buttons, the word over an advertisement."""

from __future__ import annotations

import re

from cleaners.boilerplate.markers import Marker

# What stands on buttons below a headline, as in "Share Save Print"; any of the first alone is a button too.
SHARE = (
    "share|tweet|teilen|partager|compartir|condividi|compartilhar|partilhar|delen|dela|udostępnij|sdílet|paylaş|"
    "поделиться|поділитися|シェア|공유"
)
BUTTON = (
    f"{SHARE}|x|save|print|e-?mail|mail|copy|link|pin|comments?|listen|gift|bookmark|facebook|twitter|whatsapp|"
    "linkedin|pinterest|reddit|telegram|messenger|bluesky|threads|flipboard|drucken|merken|speichern|kommentare|"
    "imprimer|enregistrer|sauvegarder|comment(?:er|aires)|imprimir|guardar|comentar(?:ios)?|stampa|salva|commenta|"
    "salvar|afdrukken|bewaren|opslaan|skriv ut|spara|drukuj|zapisz"
)
ADVERTISEMENT = (
    "(?:werbe)?anzeigen?|werbung|advertisements?|advert|annonce|annons|publicité|publicidade?|pubblicità|"
    "advertentie|reclame|reklama|reklame?|mainos|реклама|広告|광고"
)
BUTTON_ROW = rf"(?:{BUTTON})(?:[ ,|/•·]+(?:{BUTTON}|on|via|and)){{1,11}}"
LABELS = (
    Marker("share-bar", "the words on share buttons", re.compile(rf"(?:{SHARE}|{BUTTON_ROW})[:.!]?", re.IGNORECASE)),
    Marker(
        "advertisement",
        "the label of an advertisement",
        re.compile(rf"\W{{0,3}}(?:{ADVERTISEMENT})\W{{0,3}}", re.IGNORECASE),
    ),
)
LONGEST = 120  # code points


def label_of(text: str) -> Marker | None:
    """The label that a whole line is.

    >>> label_of("Share Save Print").rule, label_of("Anzeige").rule, label_of("Print is dead")
    ('share-bar', 'advertisement', None)
    """
    if len(text) > LONGEST:
        return None
    return next((label for label in LABELS if label.pattern.fullmatch(text)), None)
