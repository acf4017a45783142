"""The words of times: what to look for, and what has to be in a text for it to be looked for."""

# ruff: noqa: E501 (a pattern is read as one line)

from __future__ import annotations

import re

from .spans import DECADES

_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
_MONTH2 = _MONTH.replace("month", "month2")
_Y = r"(?P<year>(?:19|20)\d\d)"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_D2 = r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?"
_TO = r"\s?(?:-|–|—|to|and|until|till|through)\s?"
_N = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|forty|fifty)"
_PART = r"(?P<part>early|mid|late|(?:the )?(?:very )?(?:beginning|start|end|middle|close|course|first half|second half) of|(?:first|second|third|fourth|last|final) (?:quarter|week|days|days and weeks) of)"
_SEASONS = "spring|summer|autumn|fall|winter"
_SEASON = rf"(?P<season>{_SEASONS})"
_REL = r"(?P<rel>this year|last year|next year|that year|(?:the|that) same year|the (?:next|following|previous|preceding) year|the year (?:before|after))"
_PARTS = "early|mid|late|beginning of|start of|end of|middle of|close of|course of|half of|quarter of|week of|days of|weeks of"
_ABOUT = r"(?:some |about |around |roughly |nearly |almost |more than |just over |over |little more than )?"

#: What is done so for some time lasts from now on: "has been approved for two years".
_AHEAD = r"(?:authori|extend|renew|prolong|approv|mandat|grant|sign)"


def _either(firsts: str, seconds: str) -> str:
    """Every first word with every second one."""
    return "|".join(f"{a} {b}" for a in firsts.split() for b in seconds.split())


#: (name; what has to be in the text for it: d digits, y a year, n a month's name, w weekday, u word of time; of which words,
#: in small letters, one has to; pattern), longest reading first.
PATTERNS: tuple[tuple[str, str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (name, gate, tuple(words.split("|")) if words else (), re.compile(pattern, flags))
    for name, gate, words, pattern, flags in (
        ("iso", "y", "-", r"\b(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)\b", 0),
        ("span_days", "dn", "", rf"\b(?:(?i:from|between) )?(?:(?i:the )?(?i:nights? of) )?{_D} {_MONTH}(?: (?P<y1>(?:19|20)\d\d))?{_TO}{_D2} {_MONTH2}(?:,? {_Y})?", 0),
        ("span_days", "dn", "", rf"\b(?:(?i:from|between) )?{_MONTH} {_D}(?:, (?P<y1>(?:19|20)\d\d))?{_TO}{_MONTH2} {_D2}\b(?:,? {_Y})?", 0),
        ("span_in_month", "dn", "", rf"\b(?:(?i:from|between) )?{_D}{_TO}{_D2} {_MONTH}(?:,? {_Y})?", 0),
        ("span_in_month", "dn", "", rf"\b(?:(?i:from|between) )?{_MONTH} {_D}{_TO}{_D2}\b(?!\d)(?:,? {_Y})?", 0),
        ("span_months", "yn", "", rf"\b(?:(?i:from|between) )?(?:(?P<part1>early|mid|late)[- ])?{_MONTH}(?: (?P<y1>(?:19|20)\d\d))?{_TO}{_MONTH2},? {_Y}\b", 0),
        ("month_day_year", "yn", "", rf"\b{_Y},? {_MONTH} {_D}\b(?!\d|[.,]\d{{3}})", 0),
        ("month_year", "yn", "", rf"\b{_Y},? {_MONTH}(?=\s*(?:[:–—-]|$))", 0),
        ("day_year", "yn", "", rf"\b{_D}(?: of)? {_MONTH},?\s{_Y}\b", 0),
        ("month_day_year", "yn", "", rf"\b{_MONTH} {_D},? {_Y}\b", 0),
        ("part_month_year", "n", _PARTS, rf"\b(?i:{_PART})[ -](?:the )?{_MONTH}(?:,? (?:of )?(?:{_Y}|{_REL}))?", 0),
        ("month_year", "yn", "", rf"(?<!\d )\b{_MONTH},? (?:of )?{_Y}\b", 0),
        ("part_year", "y", _PARTS, rf"\b{_PART}[ -](?:the year )?{_Y}\b", re.I),
        ("season_year", "y", _SEASONS, rf"\b(?:(?P<part>early|mid|late)[- ])?{_SEASON}(?: of)? {_Y}(?:[-/–]\d\d(?:\d\d)?)?\b", re.I),
        ("span_years", "y", "", rf"\b(?:from |between |in )?(?P<y1>(?:19|20)\d\d){_TO}(?P<y2>(?:19|20)\d\d)\b", re.I),
        ("span_years", "y", "", r"\b(?:from |in )(?P<y1>(?:19|20)\d\d)[-–/](?P<y2>\d\d)\b(?!-)", re.I),
        ("decade", "y", "0s", r"\b(?:(?P<part>early|mid|late)[- ])?(?:the )?(?:(?P<part2>early|mid|late)[- ])?(?P<year>(?:19|20)\d0)s\b", re.I),
        ("day_month", "dn", "", rf"\b{_D}(?: of)? {_MONTH}(?:,? (?:of )?{_REL})?", 0),
        ("month_day", "dn", "", rf"\b{_MONTH} {_D}\b(?!\d|[.,]\d{{3}}| ?(?:troops|soldiers|per))(?:,? (?:of )?{_REL})?", 0),
        ("rel_month", "n", "", rf"\b(?P<lead>(?i:last|this|next|this past|in|by|since|until|till|from|during|of|before|after|through|for|to|as early as|as late as|starting|beginning))[ -](?:the month of )?{_MONTH}(?:,? (?:of )?{_REL})?", 0),
        ("rel_month", "n", "", rf"(?P<lead>(?<=\b[Tt]he )|(?<=\b[Aa] )|(?<=\b[Ii]ts )|(?<=\b[Tt]heir )|(?<=['’]s )){_MONTH}(?P<rel>) (?=[a-z]{{4,}})", 0),
        ("quarter", "u", "quarter of|half of", r"\b(?P<q>first|second|third|fourth|last|final) (?P<size>quarter|half) of (?P<rel>the|this|last|next|that) year\b", re.I),
        ("past_n", "u", "past |last |previous ", rf"\b(?:over|in|during|within|for|across) (?:the|these) (?:past|last|previous) (?:(?P<few>few|couple of|several) |{_ABOUT}{_N} )?(?P<unit>day|week|month|year|fortnight|decade|hour)s?\b", re.I),
        ("past_n", "u", "s since", rf"\bin the {_N} (?P<unit>day|week|month|year|decade)s since\b", re.I),
        ("lasting", "u", "for ", rf"\b(?:has|have) (?:(?!{_AHEAD})\w+ ){{1,9}}for {_ABOUT}{_N} (?P<unit>week|month|year|decade)s?\b", re.I),
        ("n_ago", "u", " ago", rf"\b{_ABOUT}{_N} (?P<unit>day|week|month|year|fortnight|decade)s? ago\b", re.I),
        ("few_ago", "u", " ago", r"\b(?:a few|several|some) (?P<unit>day|week|month|year)s ago\b", re.I),
        ("in_n", "u", "day|week|month|year|fortnight", rf"\b(?<!for )(?:in|over) (?:the (?:next|coming) )?{_ABOUT}{_N} (?P<unit>day|week|month|year|fortnight)s?(?:['’] time)?\b(?! (?:ago|since|of|on|earlier|later))", re.I),
        ("day_of_week", "w", " week", r"\b(?:[Oo]n |[Ss]ince |[Bb]y |[Uu]ntil |[Ff]rom )?(?P<dow>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (?:of )?(?P<rel>last|this|next) week\b", 0),
        ("part_rel", "u", _either("this last next the", "year month week"), rf"\b(?:{_PART}|(?P<part3>by the end of|later|earlier)) ?-?(?:in )?(?P<rel>this|last|next|the) (?P<unit>year|month|week)\b", re.I),
        ("year_end", "u", "s end|send|-end|- end", r"\b(?:the )?(?P<rel>year|month)(?:['’]s|-) ?end\b", re.I),
        ("mid_unit", "u", "mid", r"\bmid-?(?P<unit>week|month|year|summer|winter)\b", re.I),
        ("fifties", "u", "|".join(DECADES), rf"\b(?P<part>early|mid|late)?[- ]?\bthe (?:(?P<part2>early|mid|late)[- ])?(?P<decade>{'|'.join(DECADES)})\b", re.I),
        ("weekend", "u", "weekend", r"\b(?P<rel>over the|at the|this|last|the|since the|next|this past) weekend\b", re.I),
        ("rel_unit", "u", "few |several |couple of ", r"\b(?P<rel>next|the coming|coming) (?:few|several|couple of) (?P<unit>days|weeks|months|years)\b", re.I),
        ("rel_unit", "u", _either("last this next past coming recent", "days week month year decade quarter"), r"\b(?P<rel>last|this|next|this past|the past|the coming|in recent|recent|coming|the last) (?P<unit>days|weeks|months|years|year|month|week|decade|quarter)\b", re.I),
        ("rel_season", "u", _SEASONS, rf"\b(?P<rel>last|this|next|this past|(?:in|over|during|by|since|until) the|the) (?:coming )?{_SEASON}\b(?! of\b)", re.I),
        ("weekday", "w", "monday|tuesday|wednesday|thursday|friday|saturday|sunday", r"\b(?P<rel>[Ll]ast |[Nn]ext |[Tt]his |[Oo]n |[Ss]ince |[Bb]y |[Uu]ntil |[Ff]rom )?(?P<dow>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b", 0),
        ("deictic", "u", "today|yesterday|tomorrow|tonight|overnight|this morning|this afternoon|this evening|last night|currently|at present|now", r"\b(?P<word>today|yesterday|tomorrow|tonight|overnight|this morning|this afternoon|this evening|last night|currently|at present|right now|now)\b", re.I),
        ("year", "y", "", r"\b(?P<lead>in|by|since|until|till|during|from|of|before|after|through|for|to|back to|as of|around|over|between|,|as early as|no earlier than|throughout) (?:the year |\[(?:\.{3}|…)\] )?(?P<year>(?:19|20)\d\d)\b(?![-–.]\d|,\d{3}|[ \u00a0]?(?:troops|soldiers|personnel|people|men|forces|fighters|of\b|%))", re.I),
        ("holiday", "u", "new year|christmas|boxing", r"\b(?P<day>New Year['’]s Eve|New Year(?:['’]s(?: Day)?)?|Christmas Eve|Christmas(?: Day)?|Boxing Day)\b", 0),
        ("year", "y", "the 19|the 20", r"\b[Tt]he (?P<year>(?:19|20)\d\d) (?=[a-z])(?!troops|soldiers|personnel|people|men|forces|fighters)", 0),
    )
)  # fmt: skip
#: Parts of times by which the patterns are chosen, in small letters.
LETTERS = re.compile(
    r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?P<w>day\b)"
    r"|(?P<u>(?:day|week|month|year|quarter|fortnight|decade|weekend)|spring|summer|autumn|fall\b|winter|today|tomorrow|overnight|tonight|now\b|current|present|then\b|since\b|new year|christmas|boxing|(?:on|by) the (?=\d)|mid-?(?:month|week|year)|(?:for|fif|six|seven|eigh|nine|thir|twen)ties|hours?\b|that (?:time|date|point)|same (?:time|moment)|morning|evening|afternoon|night)"
    r"|(?P<y>(?:19|20)\d\d)|(?P<d>\d)"
)
#: Months have their names in capitals.
MONTH_NAMES = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
