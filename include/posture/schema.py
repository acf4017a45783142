"""JSON Schema of the records that `posture extract` prints, from the model's closed lists."""

from __future__ import annotations

from typing import Any

from . import model


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def json_schema() -> dict[str, Any]:
    """Draft 2020-12 schema of one record, one line of output."""
    text, texts = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
    number, whole, day = {"type": "number"}, {"type": "integer"}, {"type": "string", "format": "date"}
    place = _nullable(
        {
            "type": "object",
            "required": ["name", "country", "aliases"],
            "properties": {
                "name": text,
                "country": _nullable({"type": "string", "pattern": "^[A-Z]{3}$"}),
                "aliases": texts,
                "kind": text,
                "latitude": _nullable(number),
                "longitude": _nullable(number),
                "precision": text,
            },
        }
    )
    count = _nullable(
        {
            "type": "object",
            "required": ["low", "high", "qualifier", "unit"],
            "properties": {
                "low": _nullable(whole),
                "high": _nullable(whole),
                "qualifier": {"enum": list(model.QUALIFIERS)},
                "unit": {"enum": list(model.UNITS)},
            },
        }
    )
    properties = {
        "document": text,
        "record_id": text,
        "type": {"enum": list(model.RECORD_TYPES)},
        "actors": texts,
        "counterparties": texts,
        "scope": texts,
        "place": place,
        "origin": place,
        "destination": place,
        "place_reason": _nullable(text),
        "quantity": count,
        "quantity_before": count,
        "quantity_delta": count,
        "quantity_state": {"enum": list(model.QUANTITY_STATES)},
        "date_start": _nullable(day),
        "date_end": _nullable(day),
        "date_basis": {"enum": list(model.DATE_BASES)},
        "date_precision": text,
        "status": {"enum": list(model.STATUSES)},
        "attribution": texts,
        "denies": _nullable(text),
        "rule": text,
        "evidence": {
            "type": "object",
            "required": ["start", "end", "quote"],
            "properties": {"start": whole, "end": whole, "quote": text},
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Posture record",
        "description": (
            "One sourced claim about military posture. "
            "Offsets count characters of the cleaned text; the end is exclusive."
        ),
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }
