"""Is a text English?"""

from __future__ import annotations

import pytest

from faircopy.cleaners.text.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour board met on Monday to discuss the plans for the basin.", "en"),
        ("Harbour board backs dredging plan", "en"),
        ("Kiev", "en"),
        ("UN chief visits Kiev", "en"),
        ("No talks in Kiev", "en"),
        ("KIEV TALKS FAIL AGAIN", "en"),
        ("Un attentat à Kiev fait un mort", "fr"),
        ("No hay agua, no hay luz", "es"),
        ("Der Hafenausschuss hat am Montag über die Pläne für das Becken beraten.", "de"),
        ("Le conseil du port s'est réuni lundi pour discuter des projets pour le bassin.", "fr"),
        ("La junta del puerto se reunió el lunes para discutir los planes para la dársena.", "es"),
        ("De havenraad kwam maandag bijeen om de plannen voor het bekken te bespreken.", "nl"),
        ("Rada portu zebrała się w poniedziałek, żeby omówić plany, i nie podjęła decyzji.", "pl"),
        ("Совет порта собрался в понедельник, чтобы обсудить планы, но решения не принял.", "ru"),
        ("Рада порту зібралася в понеділок, щоб обговорити плани, але й рішення не ухвалила.", "uk"),
        ("港の委員会は月曜日に開かれた。", "und"),
        ("12 345 – 67", "und"),
        ("", "und"),
    ],
)
def test_tells_the_language(text, language):
    assert language_of(text) == language
