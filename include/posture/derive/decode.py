"""Bytes to letters: byte order mark, UTF-8, what header and page declare, then a guess from the bytes.

A declaration is believed only where the bytes fit it, for servers declare wrongly; UTF-8 is tried before
it, because text in another encoding hardly ever is valid UTF-8 by chance.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}encoding=["']([\w.:-]{2,40})""", re.I
)
#: Names that browsers read as a superset of what they say.
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "big5": "big5hkscs",
}
_SAMPLE = 200_000


def decode(body: bytes, declared: str | None = None) -> str:
    """Text of `body`. `declared`: the charset of the HTTP header. What fits no table becomes U+FFFD."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, errors="replace")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other(body, declared, error)
    # ISO-2022 hides in bytes that all are ASCII.
    return text if "\x1b" not in text[:_SAMPLE] else _other(body, declared, None)


def _other(body: bytes, declared: str | None, why: UnicodeDecodeError | None) -> str:
    in_page = _DECLARED.search(body, 0, 4096)
    names = [declared, (in_page[1] or in_page[2]).decode() if in_page else None]
    for name in names:
        wider = _WIDER.get((name or "").lower(), name)
        if not wider or wider.lower() in {"utf-8", "utf8"}:
            continue
        try:
            return body.decode(wider)
        except (UnicodeDecodeError, LookupError):
            continue
    if why is None or _is_nearly_utf8(body):
        return body.decode("utf-8", errors="replace")
    from charset_normalizer import from_bytes  # few pages need it, and start-up would wait for it

    best = from_bytes(body[:_SAMPLE]).best()
    return body.decode(best.encoding if best else "cp1252", errors="replace")


def _is_nearly_utf8(body: bytes) -> bool:
    """Whether a few bytes were cut or flipped in text that is UTF-8: many sequences fit, next to none is broken."""
    sample = body[:_SAMPLE]
    broken = sample.decode("utf-8", errors="replace").count("\ufffd")
    fitting = len(
        re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}", sample)
    )
    return fitting > 4 * broken
