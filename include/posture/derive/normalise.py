"""Drafts of the engine become rows of `records`, `mentions` and `rejections`; ids are hashes of what they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from ..model import LIKELY, RECORD_TYPES
from .extract.draft import Count, Draft, Extraction
from .extract.mentions import PlaceMention

_COUNTED = frozenset(
    (
        "strength strength_change deployment reinforcement withdrawal relocation base_opening base_closure "
        "base_handover strike attack_on_force detainee_transfer"
    ).split()
)


def digest(*parts: object) -> str:
    """A 20-letter id: SHA-256 of its parts as JSON."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, default=str).encode()).hexdigest()[:20]


def place_row(p: PlaceMention | None) -> dict[str, Any] | None:
    """A place of the text as the model's struct. The name is the text's own; the register's names are aliases."""
    if p is None:
        return None
    country = p.place.country_code or (p.container.place.country_code if p.container else None)
    aliases = dict.fromkeys(a for a in (p.place.name, *p.place.aliases) if a != p.words)
    return {
        "name": p.words,
        "country_code": country,
        "kind_code": p.place.kind_code,
        "latitude": p.place.latitude,
        "longitude": p.place.longitude,
        "precision_code": p.place.precision_code,
        "site_code": p.place.site_code,
        "aliases": list(aliases),
    }


def count_row(q: Count | None) -> dict[str, Any] | None:
    """A count as the model's struct."""
    return None if q is None else {"low": q.low, "high": q.high, "qualifier_code": q.qualifier, "unit_code": q.unit}


def rows(found: Extraction, text: str, article: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Rows of records, mentions and rejections of one article.

    Args:
        found: what the engine read in `text`.
        article: the article's row; its ids, dates and origin are carried into the records.
    """
    article_id = str(article["article_id"])
    records = [_record(d, text, article) for d in found.drafts]
    seen: dict[str, int] = {}
    for r in records:  # two drafts that say the same to the letter still are two rows
        n = seen[r["record_id"]] = seen.get(r["record_id"], -1) + 1
        if n:
            r["record_id"] = digest(r["record_id"], n)
    for d, r in zip(found.drafts, records, strict=True):
        r["denies_record_id"] = records[d.denies]["record_id"] if d.denies is not None else None
    mentions: list[dict[str, Any]] = []
    rejections: list[dict[str, Any]] = []
    used: dict[str, int] = {}

    def mention(rule: str, type_code: str, start: int, end: int, outcome: str, record_id: str | None) -> str:
        key = digest(article_id, rule, type_code, start, end)
        n = used[key] = used.get(key, -1) + 1
        mention_id = digest(key, n)
        mentions.append(
            {
                "mention_id": mention_id,
                "article_id": article_id,
                "rule_code": rule,
                "type_code": type_code,
                "evidence_start": start,
                "evidence_end": end,
                "evidence_quote": text[start:end],
                "outcome_code": outcome,
                "record_id": record_id,
            }
        )
        return mention_id

    for d, r in zip(found.drafts, records, strict=True):
        mention(r["rule_code"], d.type_code, d.trigger_start, d.trigger_end, "record", r["record_id"])
    for x in found.rejections:
        of = records[x.of]["record_id"] if x.of is not None else None
        mention_id = mention(x.rule, x.type_code, x.start, x.end, "rejection", of)
        rejections.append(
            {
                "mention_id": mention_id,
                "article_id": article_id,
                "rule_code": x.rule,
                "reason_code": x.reason,
                "detail": x.detail or text[x.sentence_start : x.sentence_end][:300],
                "record_id": of,
            }
        )
    return {"records": records, "mentions": mentions, "rejections": rejections}


def _record(d: Draft, text: str, article: Mapping[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "article_id": article["article_id"],
        "document_id": article["document_id"],
        "external_id": article.get("external_id"),
        "batch_code": article["batch_code"],
        "source_code": article["source_code"],
        "published_on": article["published_on"],
        "retrieved_at": article["retrieved_at"],
        "type_code": d.type_code,
        "domain_code": RECORD_TYPES[d.type_code],
        "status_code": d.status,
        "actor_codes": list(d.actors),
        "counterparty_codes": list(d.counterparties),
        "scope": list(d.scope),
        "place": place_row(d.place),
        "origin": place_row(d.origin),
        "destination": place_row(d.destination),
        "place_reason": d.place_reason or _inferred(d),
        "quantity": count_row(d.quantity),
        "quantity_before": count_row(d.quantity_before),
        "quantity_delta": count_row(d.quantity_delta),
        "quantity_state_code": _quantity_state(d, text),
        "date_start_on": d.date_start,
        "date_end_on": d.date_end,
        "date_basis_code": d.date_basis,
        "date_precision_code": d.date_precision,
        "attribution": list(d.attribution),
        "origin_source": d.attribution[-1]
        if d.attribution
        else (article.get("origin") or article.get("outlet") or article["source_code"]),
        "evidence_start": d.start,
        "evidence_end": d.end,
        "evidence_quote": text[d.start : d.end],
        "denies_record_id": None,
        "rule_code": d.rule + LIKELY * d.is_likely,
    }
    identity = [
        row[k]
        for k in (
            "article_id",
            "type_code",
            "status_code",
            "actor_codes",
            "place",
            "origin",
            "destination",
            "quantity",
            "quantity_before",
            "quantity_delta",
            "date_start_on",
            "date_end_on",
            "evidence_start",
        )
    ]
    return {"record_id": digest(*identity), **row}


_WITHHELD = (
    "declined to say",
    "declined to give",
    "declined to specify",
    "did not disclose",
    "undisclosed",
    "not disclosed",
    "classified",
    "refused to say",
    "would not say",
    "without giving a number",
    "not been made public",
    "does not publish",
)


def _inferred(d: Draft) -> str | None:
    """What a place was inferred from, where the sentence does not name it."""
    if not d.is_place_inferred:
        return None
    place = d.main_place
    return f"inferred_from_{(place.why if place is not None else '') or 'context'}"


def _quantity_state(d: Draft, text: str) -> str:
    if d.quantity or d.quantity_delta:
        return "stated"
    if d.type_code not in _COUNTED:
        return "not_applicable"
    sentence = text[d.start : d.end].lower()
    return "withheld" if any(w in sentence for w in _WITHHELD) else "unknown"


# ── the stable interface: RECORDS.md's slots as JSON ────────────────────────────────────────────


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _json_place(p: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if p is None:
        return None
    made = {"name": p["name"], "country": p["country_code"], "aliases": p["aliases"] or []}
    return made | {
        k: p[c]
        for k, c in (
            ("kind", "kind_code"),
            ("latitude", "latitude"),
            ("longitude", "longitude"),
            ("precision", "precision_code"),
        )
    }


def _json_count(q: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return (
        None
        if q is None
        else {"low": q["low"], "high": q["high"], "qualifier": q["qualifier_code"], "unit": q["unit_code"]}
    )


def as_json(r: Mapping[str, Any], document: str) -> dict[str, Any]:
    """A record row in the slots and names of `posture schema`; `document` is the manifest's id."""
    return {
        "document": document,
        "record_id": r["record_id"],
        "type": r["type_code"],
        "actors": r["actor_codes"],
        "counterparties": r["counterparty_codes"],
        "scope": r["scope"],
        "place": _json_place(r["place"]),
        "origin": _json_place(r["origin"]),
        "destination": _json_place(r["destination"]),
        "place_reason": r["place_reason"],
        "quantity": _json_count(r["quantity"]),
        "quantity_before": _json_count(r["quantity_before"]),
        "quantity_delta": _json_count(r["quantity_delta"]),
        "quantity_state": r["quantity_state_code"],
        "date_start": _day(r["date_start_on"]),
        "date_end": _day(r["date_end_on"]),
        "date_basis": r["date_basis_code"],
        "date_precision": r["date_precision_code"],
        "status": r["status_code"],
        "attribution": r["attribution"],
        "denies": r["denies_record_id"],
        "rule": r["rule_code"],
        "evidence": {"start": r["evidence_start"], "end": r["evidence_end"], "quote": r["evidence_quote"]},
    }
