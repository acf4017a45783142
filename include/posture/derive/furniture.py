"""What stands among an article's lines but is not its text, removed by named rules."""

from __future__ import annotations

import re

#: rule → what a whole line has to look like.
RULES: dict[str, re.Pattern[str]] = {
    "teaser": re.compile(r"^\W*(?:read(?: also| more| next)?|related(?: articles| stories| news)?|see also|also read|more on this|recommended|don'?t miss)\s*[:|>–-].{0,200}$", re.I),
    "read_more": re.compile(r"^\W*read more (?:on|about|at|from)\b.{0,120}$|^\W*read also:?\s*$", re.I),
    "appeared_first": re.compile(r"^\W*the post .{5,250} appeared first on .{2,80}$", re.I),
    "feed_mirror": re.compile(r"^\W*from .{2,80} https?://\S+\s*$|^\W*via ifttt\s*$", re.I),
    "share_bar": re.compile(r"^\W*(?:(?:share|tweet|facebook|twitter|whatsapp|telegram|linkedin|email|print|copy link|x)\W*){1,10}$", re.I),
    "newsletter": re.compile(r"^\W*(?:sign up|subscribe)\b.{0,140}(?:newsletter|updates|inbox|alerts|channel).{0,80}$|^\W*subscribe\s*$", re.I),
    "widget": re.compile(r"^\W*(?:tt|clear|advertisement|advert|menu|skip to (?:main )?content|back to top|loading\.{0,3}|comments?)\s*$", re.I),
    "cookies": re.compile(r"^.{0,80}\b(?:cookies?|consent)\b.{0,160}\b(?:accept|policy|settings|experience|browser)\b.{0,80}$", re.I),
    "login_wall": re.compile(r"^\W*(?:log in|sign in|create (?:a free )?account|already a subscriber)\b.{0,120}$", re.I),
    "rights": re.compile(r"^\W*(?:©|copyright\b|all rights reserved).{0,200}$", re.I),
}
_CAPTION_END = re.compile(r"[\[(][^\])]{2,80}[\])]\s*$|\bfile photo\b|\bEPA/|PRESS OFFICE\s*$", re.I)


def strip(text: str) -> tuple[str, dict[str, int]]:
    """The text without furniture, and how many lines each rule took. A line repeated at once (a doubled caption) stays once."""
    kept: list[str] = []
    taken: dict[str, int] = {}
    last = ""
    for line in text.split("\n"):
        bare = line.strip()
        rule = next((name for name, pattern in RULES.items() if bare and len(bare) < 320 and pattern.match(bare)), None)
        if rule is None and bare and bare == last and (len(bare) > 40 or _CAPTION_END.search(bare)):
            rule = "doubled_line"
        if rule:
            taken[rule] = taken.get(rule, 0) + 1
            continue
        kept.append(line)
        last = bare or last
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(), taken
