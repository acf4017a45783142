"""Text decoded with the wrong table: repaired where that is certain, flagged where not."""

from __future__ import annotations

import re

#: What the byte E2, first of a UTF-8 apostrophe, reads as in the tables of other scripts; the rest of it was lost.
_E2 = "".join(
    sorted(
        {bytes([0xE2]).decode(t) for t in ("cp874", "cp1251", "cp1253", "cp1255", "koi8-r", "iso8859-5", "iso8859-7")}
    )
)
_APOSTROPHE = re.compile(rf"(?<=[A-Za-z])(?:[{_E2}]|\ufffd{{1,3}})(?=(?:s|t|re|ve|ll|d|m)\b)")
# The last byte of a closing quote has no letter in cp1252 and is dropped by many readers.
_CLOSING = re.compile(r"(?<=[\w.,!?])â€(?:(?=[\s.,;:!?)\]]|$))", re.M)
# A letter of another script, a C1 control or U+FFFD inside a word of Latin letters.
_STRAY = re.compile(
    r"(?<=[A-Za-z])[\u0370-\u03ff\u0400-\u04ff\u0590-\u05ff\u0e00-\u0e7f](?=[A-Za-z])|[\ufffd\x80-\x84\x86-\x9f]"
)
# Wrongly decoded bytes come at least in pairs; ftfy's own test is slow, and most lines hold no pair.
_ODD = re.compile(r"[^\x00-\x7f‘’“”–—…•\u00a0]")
_PAIR = re.compile(r"[^\x00-\x7f‘’“”–—…•\u00a0]{2}|[ÂÃâ][^\x00-\x7f]|[^\x00-\x7f]â")
_DROPPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]")
_BREAKS = re.compile(r"\r\n?|\u2028|\u2029|\x85(?=\s)")


def repair(text: str) -> tuple[str, bool, bool]:
    """(text, whether something was repaired, whether something doubtful is left).

    Invisible characters (controls, zero width, direction marks, soft hyphens) go without being counted as repair.
    """
    text = _DROPPED.sub("", _BREAKS.sub("\n", text)).replace("\u00ad", "")
    # Most pages hold no letter beyond ASCII but quotes and dashes.
    if not _ODD.search(text):
        return text, False, False
    fixed, bad = text, False
    if _PAIR.search(text):
        import ftfy  # few pages need it, and start-up would wait for it

        # By line, for a page may mix what was decoded rightly with what was not.
        lines = [(line, _is_bad(line)) for line in text.split("\n")]
        bad = any(is_wrong for _, is_wrong in lines)
        fixed = "\n".join(ftfy.fix_encoding(_CLOSING.sub("â€\x9d", x)) if is_wrong else x for x, is_wrong in lines)
    fixed = _APOSTROPHE.sub("’", fixed)
    return fixed, fixed != text, bool(_STRAY.search(fixed)) or (bad and any(map(_is_bad, fixed.split("\n"))))


def _is_bad(line: str) -> bool:
    if not _PAIR.search(line):
        return False
    from ftfy.badness import is_bad

    return bool(is_bad(line))
