"""Why each record is what it is, and why each rejection is none: text for a terminal."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from ..model import LIKELY
from .extract.clauses import View
from .extract.engine import extract
from .extract.language import parsing
from .extract.language.text import sentences
from .extract.learnt.features import Candidate
from .extract.learnt.likeness import UNLIKE, Likeness

#: So many of the learnt features are told.
_MOST = 6
Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def text(rows: Rows, document: str) -> str:
    """Records with their slots and rules, rejections with their reasons, what notes cite; in the order of the text."""
    counted = f"{len(rows['records'])} records + {len(rows['rejections'])} rejections"
    lines = [f"━━ {document}: {len(rows['mentions'])} mentions = {counted}"]
    grammar = {a["article_id"]: _Grammar(a["text"]) for a in rows["articles"]}
    learnt = {a["article_id"]: _Learnt(a["text"]) for a in rows["articles"]}
    by_record = {m["record_id"]: m for m in rows["mentions"] if m["outcome_code"] == "record"}
    for r in rows["records"]:
        lines.append(f"\n● {r['type_code']} {r['status_code']}  {_rule(r, by_record[r['record_id']])}")
        lines.append(
            f"    actors {', '.join(r['actor_codes'])}"
            + (f"  counterparties {', '.join(r['counterparty_codes'])}" if r["counterparty_codes"] else "")
        )
        for slot in ("place", "origin", "destination"):
            if p := r[slot]:
                how = f" ({r['place_reason']})" if r["place_reason"] else ""
                lines.append(
                    f"    {slot} “{p['name']}” = {p['country_code'] or '?'} {p['kind_code']} {p['precision_code']}{how}"
                )
        for slot in ("quantity", "quantity_before", "quantity_delta"):
            if q := r[slot]:
                lines.append(f"    {slot} {q['low']}–{q['high']} {q['qualifier_code']} {q['unit_code']}")
        lines.append(
            f"    dates {r['date_start_on']} – {r['date_end_on']} ({r['date_basis_code']}, {r['date_precision_code']})"
        )
        lines.append(f"    attribution {' ← '.join(r['attribution']) or 'the article itself'}")
        lines.append(f"    “{r['evidence_quote']}”")
        if said := grammar[r["article_id"]].at(by_record[r["record_id"]]["evidence_start"]):
            lines.append(f"    grammar {said}")
        if r["rule_code"].endswith(LIKELY):
            lines.append(f"    likeness {learnt[r['article_id']].at(by_record[r['record_id']])}")
    reasons = {m["mention_id"]: m for m in rows["mentions"]}
    for x in rows["rejections"]:
        m = reasons[x["mention_id"]]
        lines.append(f"\n○ rejected {m['type_code']}: {x['reason_code']}  {_rule(x, m)}")
        if said := grammar[m["article_id"]].at(m["evidence_start"]):
            lines.append(f"    grammar {said}")
        if x["reason_code"] == UNLIKE:
            lines.append(f"    likeness {learnt[m['article_id']].at(m)}")
    for c in rows["citations"]:
        about = " · ".join(str(c[k]) for k in ("publisher", "title", "published_on", "pages", "url") if c[k])
        at = ", ".join(map(str, c["marker_offsets"])) or "nowhere"
        lines.append(f"\n◇ note {c['note_number']} at {at}: {about or c['note_quote']}")
    return "\n".join(lines)


def _rule(row: Mapping[str, Any], mention: Mapping[str, Any]) -> str:
    return f"[rule {row['rule_code']}: “{mention['evidence_quote']}” at {mention['evidence_start']}]"


class _Grammar:
    """What the parser makes of the words that an article's mentions stand at."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def sentences(self) -> list[Any]:
        return sentences(self.text)[1]

    @cached_property
    def starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def at(self, offset: int) -> str:
        """Subject, object and phrases of the word at an offset; "" where it governs nothing."""
        found = bisect_right(self.starts, offset) - 1
        if found < 0:
            return ""
        toks = self.sentences[found].tokens
        i = next((k for k, t in enumerate(toks) if t.start <= offset < t.end), None)
        if i is None:
            return ""
        tree = parsing.parse([self.sentences[found]])[0]
        told = []
        for label, head in (("subject", tree.subject(i)), ("object", tree.object(i))) if tree.is_predicate(i) else ():
            if head is not None:
                told.append(f"{label} “{_words(toks, *tree.span(head))}”")
        told += [f"{p} “{_words(toks, s, e)}”" for p, s, e in tree.phrases(i)]
        return ", ".join((f"{'passive ' if tree.is_passive(i) else ''}{tree.tags[i]}", *told)) if told else ""


class _Learnt:
    """What the learnt weights make of the words that an article's mentions stand at."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _asked(self) -> dict[tuple[int, int, str], tuple[Likeness, Candidate]]:
        found: dict[tuple[int, int, str], tuple[Likeness, Candidate]] = {}

        def look(view: View, c: Candidate) -> None:
            span = view.toks[c.first].start, view.toks[c.last].end
            found[*span, c.code] = Likeness(view), c

        extract(self.text, None, witness=look)
        return found

    def at(self, mention: Mapping[str, Any]) -> str:
        """How likely a mention states its fact, and what weighs most; "" where it was not asked."""
        code = str(mention["rule_code"]).removesuffix(LIKELY)
        asked = self._asked.get((mention["evidence_start"], mention["evidence_end"], code))
        if asked is None:
            return ""
        likeness, c = asked
        why = ", ".join(f"{weight:+.2f} {feature}" for feature, weight in likeness.reasons(c, _MOST))
        return f"{likeness.chance(c):.2f}: {why}"


def _words(toks: Sequence[Any], start: int, end: int) -> str:
    return " ".join(t.text for t in toks[start:end])
