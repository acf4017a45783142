"""A document as an HTML page: its text with the evidence highlighted by type, its records beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ name }} – posture</title>
<style>
:root{color-scheme:light dark;--fg:#1c2430;--bg:#fbfaf7;--line:#d8d4c8;--mute:#6b7280}
@media(prefers-color-scheme:dark){:root{--fg:#e6e4dd;--bg:#15181d;--line:#343a44;--mute:#9aa3af}}
body{margin:0;font:16px/1.6 Georgia,serif;color:var(--fg);background:var(--bg)}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(20rem,2fr);gap:2.5rem;max-width:90rem;margin:auto;padding:2rem}
h1{font-size:1.4rem;line-height:1.25}article{white-space:pre-wrap}
aside{font:14px/1.45 system-ui,sans-serif}
section{border:1px solid var(--line);border-left:.4rem solid var(--c);padding:.6rem .8rem;margin:0 0 .8rem;border-radius:.3rem}
mark{color:inherit;background:color-mix(in srgb,var(--c) 26%,transparent);border-bottom:2px solid var(--c)}
sup a{font:700 11px system-ui;text-decoration:none;color:var(--c)}
.forces{--c:#2f6fb0}.footprint{--c:#b0722f}.agreements{--c:#6a4fb0}.activities{--c:#b03a48}
.denied{text-decoration:line-through}dl{display:grid;grid-template-columns:6.5rem 1fr;gap:.1rem .5rem;margin:.3rem 0 0}dt{color:var(--mute)}dd{margin:0}
details{margin-top:1rem}li{margin:.2rem 0}.mute{color:var(--mute)}
:target{outline:3px solid var(--c)}@media(max-width:60rem){main{grid-template-columns:1fr}}
</style>
<main>
<div>{% for a in articles %}<h1>{{ a.row.title or name }}</h1>
<p class="mute">{{ a.row.outlet or "no outlet" }} · {{ a.row.published_on or "no date" }} ({{ a.row.published_basis }}) · {{ a.row.language_code or "?" }} · {{ a.row.mention_count }} mentions = {{ a.row.record_count }} records + {{ a.row.rejection_count }} rejections</p>
<article>{{ a.marked }}</article>{% else %}<p>No article: {{ document.state_code }} ({{ document.reason }}).</p>{% endfor %}</div>
<aside>{% for r in records %}<section class="{{ r.domain_code }}" id="r{{ loop.index }}">
<b>{{ loop.index }} · {{ r.type_code }}</b> <span class="{{ 'denied' if r.status_code == 'denied' }}">{{ r.status_code }}</span>
<dl><dt>actors</dt><dd>{{ r.actor_codes | join(", ") }}{% if r.counterparty_codes %} ↔ {{ r.counterparty_codes | join(", ") }}{% endif %}</dd>
{% for s in ("place", "origin", "destination") if r[s] %}<dt>{{ s }}</dt><dd>{{ r[s].name }} ({{ r[s].country_code or "?" }}, {{ r[s].precision_code }})</dd>{% endfor %}
{% for s in ("quantity", "quantity_before", "quantity_delta") if r[s] %}<dt>{{ s | replace("quantity_", "") }}</dt><dd>{{ r[s].low if r[s].low is not none else "…" }}–{{ r[s].high if r[s].high is not none else "…" }} {{ r[s].unit_code }} ({{ r[s].qualifier_code }})</dd>{% endfor %}
<dt>dates</dt><dd>{{ r.date_start_on or "…" }} – {{ r.date_end_on or "…" }} ({{ r.date_basis_code }})</dd>
<dt>said by</dt><dd>{{ r.attribution | join(" ← ") or "the article" }}</dd><dt>rule</dt><dd>{{ r.rule_code }}</dd></dl></section>{% endfor %}
<details><summary>{{ rejections | length }} rejections</summary><ul>{% for x in rejections %}<li><b>{{ x.reason_code }}</b> ({{ x.rule_code }}): {{ x.detail }}</li>{% endfor %}</ul></details>
</aside></main></html>"""


def page(rows: Rows, name: str) -> str:
    """One self-contained page; nothing in it is loaded from elsewhere, all text is escaped."""
    records = list(rows["records"])
    articles = []
    for row in rows["articles"]:
        mine = [(n, r) for n, r in enumerate(records, start=1) if r["article_id"] == row["article_id"]]
        articles.append({"row": row, "marked": _marked(row["text"], mine)})
    template = Environment(autoescape=True).from_string(_PAGE)
    return template.render(
        name=name, articles=articles, records=records, rejections=rows["rejections"], document=rows["documents"][0]
    )


def _marked(text: str, records: Sequence[tuple[int, Mapping[str, Any]]]) -> Markup:
    spans: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for n, r in records:
        spans.setdefault((r["evidence_start"], r["evidence_end"]), []).append((n, r["domain_code"]))
    out, at = Markup(""), 0
    for (start, end), owners in sorted(spans.items()):
        start = max(start, at)
        if start >= end:
            continue
        out += escape(text[at:start])
        links = Markup("").join(Markup('<a class="{1}" href="#r{0}"> {0}</a>').format(n, d) for n, d in owners)
        out += Markup('<mark class="{}">{}</mark><sup>{}</sup>').format(owners[0][1], text[start:end], links)
        at = end
    return out + escape(text[at:])
