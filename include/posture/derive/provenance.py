"""Where a text comes from: its language, the agency or outlet that wrote it, and a signature that finds its copies."""

from __future__ import annotations

import re

import rensa

PERMUTATIONS = 64
_SHINGLE = 4
_CREDIT = re.compile(
    r"\((?P<a>Reuters|AFP|AP|dpa|DPA|EFE|ANSA|Xinhua|TASS|Kyodo|Yonhap|Anadolu|Interfax|Ukrinform|Harbour Wire|[A-Z][\w ]{2,24} Wire)\)"
    r"|^\W*[A-Z][\w’' .-]{2,40}\((?P<b>[A-Z][\w .-]{1,28})\)\s?[-–—]"
    r"|\bSource:\s*(?P<c>[A-Z][\w’' .&-]{1,40}?)\s*$"
    r"|^\W*from (?P<d>[A-Z][\w’' .&-]{1,40}) https?://"
    r"|\bThe post .{5,250} appeared first on (?P<e>[^.\n]{2,60})"
    r"|^\W*(?:MENAFN\s*-\s*)(?P<f>[A-Z][\w]{2,30})\)",
    re.M,
)


def origin(raw: str, outlet: str | None) -> str | None:
    """Who wrote it, where the text says so (a credit, a feed mirror's tail); else the outlet."""
    m = _CREDIT.search(raw)
    if not m:
        return outlet
    return next(g for g in m.groups() if g).strip()


def language(text: str) -> str | None:
    """ISO 639-1 code of a text's language, judged on its first 1,000 letters; None for less than 40."""
    import py3langid

    sample = " ".join(text.split())[:1000]
    if len(sample) < 40:
        return None
    code, _ = py3langid.classify(sample)
    return str(code)


def signature(text: str) -> list[int]:
    """MinHash over shingles of four words: PERMUTATIONS values of 32 bits."""
    words = re.findall(r"\w+", text.lower())
    shingles = [" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))]
    made = rensa.RMinHash(num_perm=PERMUTATIONS, seed=42)
    made.update(shingles)
    return list(made.digest())
