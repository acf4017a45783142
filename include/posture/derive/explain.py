"""Why each record is what it is, and why each rejection is none: text for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def text(rows: Rows, document: str) -> str:
    """Records with their slots and rules, then rejections with their reasons, in the order of the text."""
    counted = f"{len(rows['records'])} records + {len(rows['rejections'])} rejections"
    lines = [f"━━ {document}: {len(rows['mentions'])} mentions = {counted}"]
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
    reasons = {m["mention_id"]: m for m in rows["mentions"]}
    for x in rows["rejections"]:
        m = reasons[x["mention_id"]]
        lines.append(f"\n○ rejected {m['type_code']}: {x['reason_code']}  {_rule(x, m)}")
    return "\n".join(lines)


def _rule(row: Mapping[str, Any], mention: Mapping[str, Any]) -> str:
    return f"[rule {row['rule_code']}: “{mention['evidence_quote']}” at {mention['evidence_start']}]"
