"""Patterns for a date on a line of its own."""

from __future__ import annotations

import re

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sat|sun)(?:day)?\.?)"
DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
CLOCK = r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[a-z]{2,4})?"
LABEL = r"(?:first |last )?(?:published|posted|updated|modified)(?: on| at)?:?"
# Two to four words. Patterns with a name ignore case, so "de" and "van" are words like any other: to list them as well
# would give each two readings, and a long list of names exponentially many.
NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}"
# "November 18, 2024", "Published: Monday, 3 June 2024 at 10:15 a.m. GMT",
# "10:15 GMT, 3 June 2024", "3 June 2024 10:15 am by Ann Example"
DATE = re.compile(
    rf"(?:{LABEL} )?(?:{CLOCK},? )?(?:{WEEKDAY},? )?{DAY}(?:[,|·•\- ]+(?:at )?{CLOCK})?"
    rf"(?: \({CLOCK}\))?(?: by {NAME})?(?: ?[|·-] ?\d+ min(?:ute)?s? read)?",
    re.IGNORECASE,
)
THE_DAY = re.compile(DAY, re.IGNORECASE)
BARE_DATE = re.compile(rf"(?:{WEEKDAY},? )?{DAY}", re.IGNORECASE)
