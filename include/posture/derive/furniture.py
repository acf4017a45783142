"""What stands among an article's lines but is not its text, removed by named rules.

A source may add patterns of its own; each takes a whole line. Rules look for the words of page
furniture and never for a subject, and a long line is left alone: no sentence of a body may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_SHARE = (
    r"(?:share(?: (?:on|this|via|article))?|tweet|post|pin it|facebook|twitter|x|whatsapp"
    r"|telegram|linkedin|reddit|e-?mail|print|copy link|save|bookmark|follow us)"
)
#: rule → what a whole line has to look like.
RULES: dict[str, re.Pattern[str]] = {
    "teaser": re.compile(
        (
            r"^\W*(?:read(?: also| more| next)?|related(?: articles| stories| news| posts)?|see"
            r" also|also read|more on this|more from|watch|listen|recommended|don'?t miss)\s*[:"
            r"|>–]\s*\S.{0,200}$|^\W*(?:READ|READ MORE|READ ALSO|WATCH|RELATED)\s*[-–—].{3,200}$"
        ),
        re.I,
    ),
    "read_more": re.compile(
        (
            r"^\W*read more (?:on|about|at|from)\b.{0,120}$|^\W*(?:read (?:also|more|next)|related"
            r"(?: articles| stories| news| posts)?|see (?:also|more)|more(?: stories| news)?|continue reading"
            r"|(?:you (?:may|might) )?also like|don[’']?t miss|recommended(?: for you)?|up next)\W*$"
            r"|^\W*(?:leggi anche|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|lea también|lees ook"
            r"|leia (?:também|mais)|czytaj także|читайте также|ayrıca okuyun)\b.{0,200}$"
        ),
        re.I,
    ),
    "appeared_first": re.compile(r"^\W*the post .{3,300} (?:appeared first on|first appeared on) .{2,80}$", re.I),
    "feed_mirror": re.compile(
        r"^\W*from .{2,80} https?://\S+\s*$|^\W*(?:via|sent from) (?:ifttt|zapier|feedly)\s*$", re.I
    ),
    "share_bar": re.compile(rf"^\W*(?:{_SHARE}\W*){{1,10}}$", re.I),
    "newsletter": re.compile(
        (
            r"^\W*(?:sign up|subscribe)\b.{0,140}\b(?:newsletters?|updates|inbox|alerts|channel"
            r"|briefing|daily)\b.{0,80}$|^(?=.*\b(?:subscribe|sign(?:ing)? up)\b)(?=.*\b(?:newsletters?|magazine|inbox"
            r"|podcast|channel|app|issues)\b)(?=.*\b(?:click|your|our|today|free)\b).{0,300}$"
            r"|^\W*get (?:the|our) .{2,80}\b(?:newsletter|inbox)\b.{0,60}$"
            r"|^\W*(?:subscribe|sign up|subscribe now)\W*$"
        ),
        re.I,
    ),
    "follow": re.compile(
        (
            r"^\W*(?:follow|join|like) (?:us|our channel|@\w+)\b.{0,100}\b(?:on|twitter|x|facebook"
            r"|telegram|whatsapp|google news|instagram|youtube)\b.{0,200}$|^\W*follow [\w’' ]{3,40}\bon"
            r" (?:twitter|facebook|telegram|whatsapp|google news|instagram|youtube|linkedin)\b.{0,120}$"
        ),
        re.I,
    ),
    "contact": re.compile(
        (
            r"^(?=[^@]{0,300}@\w{2})\W*(?:(?:you can )?(?:e-?mail|write to|contact|reach|follow)\b"
            r"|(?:got|have) a (?:tip|story)\b|.{0,80}\b(?:can|may) be reached\b).{0,300}$"
        ),
        re.I,
    ),
    "invitation": re.compile(
        (
            r"^\W*(?:do you )?(?:like|liked|enjoy|enjoyed)"
            r" (?:this|what you)\b.{0,30}\?.{0,100}$|^\W*(?:(?:tell|let) us (?:know )?what you think|have your say"
            r"|leave a comment|join the (?:conversation|discussion))\b.{0,100}$"
            r"|^\W*(?:download|get) (?:the|our) .{0,40}\bapp\b.{0,60}$"
        ),
        re.I,
    ),
    "tags": re.compile(r"^\W*(?:tags?|topics?|keywords|filed under|posted in|categories|labels)\s*[:|].{1,250}$", re.I),
    "stamp": re.compile(
        (
            r"^\W*(?:first |last |originally )?(?:published|updated|posted|modified)\b(?: on| at)?[\s:,]*(?>\W|\d"
            r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug"
            r"|sept?|oct|nov|dec)\w*|\b(?:[ap]\.?m\b\.?|gmt|utc|[a-z]{2,4}t|at|on|st|nd|rd|th|hours?|minutes?|ago)\b){1,40}$"
        ),
        re.I,
    ),
    "widget": re.compile(
        (
            r"^\W*(?:tt|clear|advertisements?|advert|sponsored(?: content)?|menu|close|skip to"
            r" (?:main )?content|back to top|loading|(?:view |leave a )?comments?(?: \(\d+\))?"
            r"|\d+ comments?|most (?:read|popular)|trending(?: now)?|play video|enlarge(?: image)?"
            r"|image caption|getty images)\W*$"
        ),
        re.I,
    ),
    "cookies": re.compile(
        (
            r"^(?=.{0,300}\bcookies?\b)(?=.{0,300}\b(?:we|our|us|you|your|this (?:web)?site)\b)"
            r"(?=.{0,300}\b(?:accept|consent|settings|policy|experience|browser|device|preferences"
            r"|agree)\b).{0,300}$"
        ),
        re.I,
    ),
    "login_wall": re.compile(
        (
            r"^\W*(?:(?:please )?(?:log|sign) ?in to\b|create (?:a |your )?(?:free )?account|already"
            r" (?:a subscriber|have an account|registered)|this (?:article|content) is (?:for|only"
            r" available to|reserved for) (?:subscribers|members)).{0,120}$"
        ),
        re.I,
    ),
    "rights": re.compile(r"^\W*(?:©|\(c\) ?\d{4}|copyright\b|all rights reserved\b).{0,200}$", re.I),
}
#: Rules that search a whole line are asked only where one of these words stands in it.
_NEEDED = {"newsletter": ("subscribe", "sign", "newsletter", "inbox"), "cookies": ("cookie",)}
_LONGEST = 320
#: How many filled lines back a repeated headline or caption is looked for.
_WINDOW = 10
_REPEATED_FROM = 25
_AT_ONCE_FROM = 12
#: A note's number on a line of its own: "# 42", "[42]".
_NOTE_NUMBER = re.compile(r"^\W{0,6}\d{1,4}[\].)]?$")


def strip(text: str, rules: Sequence[str] = ()) -> tuple[str, dict[str, int]]:
    """The text without furniture, and how many lines each rule took.

    A line of 25 letters or more that stands again within ten lines (a headline or caption printed twice) stays once,
    and one of 12 that stands again at once.

    Args:
        text: one line a paragraph.
        rules: more patterns, of the source; each has to match a whole line. They count as `source_rule`.
    """
    added = [re.compile(p, re.I) for p in rules]
    kept: list[str] = []
    taken: dict[str, int] = {}
    recent: list[str] = []
    for line in text.split("\n"):
        bare = " ".join(line.split())
        rule = _rule(bare, added, recent) if bare else None
        if rule:
            taken[rule] = taken.get(rule, 0) + 1
            continue
        kept.append(line.rstrip())
        if bare:
            recent = [*recent[-_WINDOW:], bare]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(), taken


def _rule(bare: str, added: Sequence[re.Pattern[str]], recent: Sequence[str]) -> str | None:
    if len(bare) < _LONGEST:
        lower = bare.lower()
        for name, pattern in RULES.items():
            if name in _NEEDED and not any(word in lower for word in _NEEDED[name]):
                continue
            if pattern.match(bare):
                return name
    if any(p.fullmatch(bare) for p in added):
        return "source_rule"
    if " | " in bare or bare[0] in "-•*":
        return None
    is_again = len(bare) >= _REPEATED_FROM and bare in recent
    if recent and _NOTE_NUMBER.match(recent[-1]):
        return None  # two notes may cite the same work
    # Printed for wide screens and for narrow ones.
    is_at_once = len(bare) >= _AT_ONCE_FROM and recent[-1:] == [bare]
    return "doubled_line" if is_again or is_at_once else None


_TAIL = re.compile(r"^\W*the post (.{3,300}) (?:appeared first on|first appeared on) .{2,80}$", re.I | re.M)


def headline(text: str) -> str | None:
    """The article's title as the tail of a feed's mirror names it ("The post … appeared first on …"), or None."""
    m = _TAIL.search(text)
    return m[1].strip() if m else None
