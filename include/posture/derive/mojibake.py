"""Text decoded with the wrong table: repaired where ftfy is certain, flagged where not."""

from __future__ import annotations

import re

import ftfy
from ftfy.badness import is_bad

# A lone letter of another script inside an English word ("ISโs"): UTF-8 bytes of a quote read as some other code page.
_STRAY = re.compile(r"(?<=[A-Za-z])[\u0e00-\u0e7f\u0400-\u04ff\u0370-\u03ff\u0590-\u05ff\u00a0-\u00bf](?=s\b|t\b|re\b|ve\b|ll\b|d\b)|\ufffd|(?<=[A-Za-z])โ€™")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])โ(?:€™)?(?=(?:s|t|re|ve|ll|d)\b)")


def repair(text: str) -> tuple[str, bool, bool]:
    """(text, whether something was repaired, whether something doubtful is left)."""
    fixed = text
    if is_bad(text):
        fixed = ftfy.fix_encoding(text)
    # U+0E42 in Thai code page 874 is the first byte of a UTF-8 apostrophe whose rest was lost.
    fixed = _APOSTROPHE.sub("’", fixed)
    return fixed, fixed != text, bool(_STRAY.search(fixed)) or is_bad(fixed)
