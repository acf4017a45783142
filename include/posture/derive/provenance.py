"""Where a text comes from: its language, the agency or outlet that wrote it, and a signature that finds its copies."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import rensa

PERMUTATIONS = 128
_SHINGLE = 4

_AGENCY = (
    r"Reuters|AFP|Agence France-Presse|AP|Associated Press|The Associated Press|dpa|DPA"
    r"|EFE|ANSA|Xinhua|TASS|Kyodo(?: News)?|Yonhap|Anadolu(?: Agency)?|AA|Interfax|Ukrinform"
    r"|PTI|ANI|IANS|UPI|SANA|IRNA|WAM|SPA|KUNA|QNA|Bloomberg|[A-Z]\w+(?: [A-Z]\w+)? (?:Wire"
    r"|News Agency|Press Agency)"
)
_NAME = r"[A-Z][\w’'.&-]*(?: (?:[A-Z&][\w’'.&-]*|of|the|and|for|de|la))*"
# A place in capitals, or a date, before the agency's name and a dash: an agency's dateline.
_DATELINE = re.compile(rf"^\W{{0,3}}[^\n()]{{0,60}}\((?P<who>{_AGENCY}|[A-Z][\w .-]{{1,28}})\)\s*[-–—:]\s", re.M)
_CREDITS = tuple(
    re.compile(p, re.M)
    for p in (
        rf"^\W{{0,3}}\((?P<who>{_AGENCY})\)\s+[A-Z]",
        rf"[.”\"]\s*[-–—]?\s*\((?:with )?(?P<who>{_AGENCY})\)\s*$",
        rf"^\W*(?:Source|Via|Credit|Original source)\s*:\s*(?P<who>{_NAME})\s*$",
        rf"^\W*from (?P<who>{_NAME}) https?://\S+\s*$",
        rf"^\W*The post .{{3,300}} (?:appeared first on|first appeared on) (?P<who>{_NAME})\W*$",
        rf"\(MENAFN\s*-\s*(?P<who>{_NAME})\)",
        (
            rf"^\W*This (?:article|story|report) (?:was )?(?:originally |first )?(?:published|appeared)"
            rf" (?:by|in|on|at) (?P<who>{_NAME})\b"
        ),
    )
)
_HEAD = 2500


def origin(raw: str, outlet: str | None, url: str | None = None, canonical: str | None = None) -> str | None:
    """Who wrote it, where text or page say so: an agency's dateline or credit, a mirror's tail, another site's address.

    Args:
        raw: the text before furniture was taken out; credits often stand there.
        outlet: who published it; the answer where nothing else is named.
        url: the page's own address.
        canonical: the address that it names as the original.
    """
    dateline = _DATELINE.search(raw[:_HEAD])
    if dateline:
        return dateline["who"].strip()
    for pattern in _CREDITS:
        m = pattern.search(raw)
        if m:
            return m["who"].strip().rstrip(".")
    other = _other_host(url, canonical)
    return other or outlet


def _other_host(url: str | None, canonical: str | None) -> str | None:
    """Host of a canonical address on another site, without `www.`; None for the same site or an odd address."""
    try:
        here, there = ((urlsplit(x or "").hostname or "").lower().removeprefix("www.") for x in (url, canonical))
    except ValueError:
        return None
    if not here or not there or "." not in there or here == there:
        return None
    # amp.example.org, m.example.org and example.org are one site.
    return None if here.split(".")[-2:] == there.split(".")[-2:] else there


# ── language ────────────────────────────────────────────────────────────────────────────────────

#: Words that only English has so often: where they are a seventh of the words, nothing slower need be asked.
_ENGLISH = frozenset(
    (
        "the of and that was were with from is by has have his said for its are been which"
        " their this after not would they"
    ).split()
)
_ENGLISH_ONLY = _ENGLISH - {"of", "was", "is", "were", "for", "has", "not"}
_SAMPLE = 1000


def language(text: str) -> str | None:
    """ISO 639-1 code of a text's language, judged on its first 1,000 letters; None for less than 40."""
    sample = " ".join(text[: 3 * _SAMPLE].split())[:_SAMPLE]
    if len(sample) < 40:
        return None
    words = re.findall(r"[^\W\d_]+", sample.lower())
    # Of a dozen words the ones that Dutch or German have too prove nothing.
    telling = _ENGLISH if len(words) >= 20 else _ENGLISH_ONLY if len(words) >= 10 else frozenset()
    if sum(w in telling for w in words) > len(words) / 7:
        return "en"
    import py3langid

    code = str(py3langid.classify(sample)[0])
    # Of a sentence or two full of foreign names the classifier takes English for Nigerian Pidgin.
    return "en" if code == "pcm" and len(words) < 40 else code


# ── copies ──────────────────────────────────────────────────────────────────────────────────────


def signature(text: str) -> list[int]:
    """MinHash over shingles of four words: PERMUTATIONS values of 32 bits."""
    words = re.findall(r"\w+", text.lower())
    shingles = [*map(" ".join, zip(*(words[i:] for i in range(_SHINGLE)), strict=False))] or [" ".join(words)]
    made = rensa.RMinHash(num_perm=PERMUTATIONS, seed=42)
    made.update(shingles)
    return list(made.digest())
