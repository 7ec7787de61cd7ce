"""Labels of pages, some in several languages: the words on share buttons, the word over an advertisement."""

from __future__ import annotations

import re

from faircopy.cleaners.boilerplate.markers.known import Marker

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
TERMS = (
    "(?:our )?(?:privacy|terms|legal)(?: (?:policy|notice|statement|settings|of (?:use|service|sale)|"
    "(?:&|and) conditions))?"
)

# "By our political staff", "By staff writers"
DESK = "staff|correspondents?|reporters?|writers?|editors?|desk|newsroom|bureau"
BY_DESK = rf"(?:words |written |reported )?by (?:(?:our|the) (?:[\w-]+ ){{0,3}}|staff )(?:{DESK})(?: and agencies)?\.?"
# "Ann Example covers schools. Contact: ann@example.org"; some pages hide the address
ADDRESS = r"(?:\S+@\S+|\[email.protected\])"
REACHED = (
    r"(?:[\w.’'-]+ ){1,4}(?:covers|reports on|writes (?:about|on)) [^.!?]{2,80}[.!] (?:you can )?"
    rf"(?:contact|e-?mail|reach|write to)\b[^.!?]{{0,30}}{ADDRESS}"
)


def _label(rule: str, reason: str, pattern: str) -> Marker:
    return Marker(rule, reason, re.compile(pattern, re.IGNORECASE))


LABELS = (
    _label("share-bar", "the words on share buttons", rf"(?:{SHARE}|{BUTTON_ROW})[:.!]?"),
    _label("advertisement", "the label of an advertisement", rf"\W{{0,3}}(?:{ADVERTISEMENT})\W{{0,3}}"),
    _label("site-notice", "the terms of the site", TERMS),
    _label("page-furniture", "how long it takes to read", r"\d{1,2} ?min(?:ute)?s?\.? read(?:ing time)?"),
    _label("byline", "names who wrote the article", BY_DESK),
    _label("about-author", "what its author covers, and where to write", REACHED),
    _label("read-more", "a link to the rest of a text", "continue reading"),
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
