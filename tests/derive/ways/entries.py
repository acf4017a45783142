"""Lists whose entries are more than a name and a number: sections with sites below them, boxes of fields, timelines, live
entries, units and ships by place, moves from and to, entries in prose, headline and lead that tell one fact twice."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from .making import Case, pick
from .tables import _HOLDERS, _HOSTS, _n

Wanted = list[dict[str, Any]]
_MONTHS = (("January", "01", "31"), ("March", "03", "31"), ("May", "05", "31"), ("August", "08", "31"))
_UNITS = (
    "1st Infantry Battalion",
    "2nd Engineer Company",
    "4th Mechanised Brigade",
    "7th Fighter Squadron",
    "3rd Logistics Regiment",
)
_SHIPS = ("frigate", "destroyer", "patrol ship", "corvette")
_BULLETS = ("- ", "• ", "* ", "", "– ")


def _holder(rng: random.Random) -> tuple[str, str, str]:
    name, (demonym, code) = pick(rng, {k: v for k, v in _HOLDERS.items() if not k.startswith("the")})
    return name, demonym, code


def _level(code: str, place: str, n: Any) -> dict[str, Any]:
    return {"type": "strength", "actors": {code}, "place": place, "n": n}


def _sections(rng: random.Random) -> tuple[str, Wanted]:
    """Countries as headings, their sites below."""
    _name, demonym, code = _holder(rng)
    lands = rng.sample(list(_HOSTS), 2)
    bullet, sep = rng.choice(_BULLETS), rng.choice((": ", " – ", " - "))
    noun = rng.choice((" soldiers", " troops", "", " personnel"))
    lines, wanted = (
        [
            rng.choice((f"{demonym} troops abroad", f"Where {demonym} soldiers are based", f"{demonym} bases abroad")),
            "",
        ],
        [],
    )
    number = rng.random() < 0.3
    for k, land in enumerate(lands, 1):
        _, towns, site = _HOSTS[land]
        lines.append(f"{k}. {land}" if number else rng.choice((land, land + ":", land)))
        for place in rng.sample((towns[0], towns[1], site), 2):
            words, n = _n(rng)
            lines.append(f"{bullet}{place}{sep}{words}{noun}")
            wanted.append(_level(code, place, n))
        lines.append("")
    return "\n".join(lines).strip(), wanted


def _box(rng: random.Random) -> tuple[str, Wanted]:
    """A box of fields about one contingent or base."""
    _name, demonym, code = _holder(rng)
    land, (_, towns, site) = pick(rng, _HOSTS)
    words, n = _n(rng)
    place = rng.choice((towns[0], site))
    fields = [
        f"{rng.choice(('Location', 'Base', 'Where', 'Headquarters'))}: {place}{rng.choice(('', ', ' + land))}",
        f"{rng.choice(('Personnel', 'Strength', 'Troops', 'Soldiers', 'Size'))}: {words}",
        rng.choice(
            ("Task: training the host army", "Equipment: light armour", "Mandate: until 2027", "Role: logistics")
        ),
    ]
    rng.shuffle(fields)
    title = rng.choice(
        (
            f"The {demonym} contingent in {land}",
            f"Factfile: {demonym} forces in {land}",
            f"{demonym} troops in {land} at a glance",
        )
    )
    return title + "\n\n" + "\n".join(fields), [_level(code, place, n)]


_EVENTS = (
    ("{D} troops deploy to {p}.", "deployment", "destination"), ("{D} soldiers arrive in {p}.", "deployment", "destination"),
    ("{D} forces withdraw from {p}.", "withdrawal", "origin"), ("Last {D} troops leave {p}.", "withdrawal", "origin"),
    ("{D} army opens a base in {p}.", "base_opening", "place"), ("{D} base in {p} closed.", "base_closure", "place"),
    ("{D} army hands over its base at {p} to local forces.", "base_handover", "place"), ("{D} jets bomb {p}.", "strike", "place"),
    ("Militants attack the {D} base in {p}.", "attack_on_force", "place"), ("{D} troops capture {p}.", "ground_operation", "place"),
)  # fmt: skip


def _timeline(rng: random.Random) -> tuple[str, Wanted]:
    """Days, months or years, and what happened."""
    _name, demonym, code = _holder(rng)
    land, (_, towns, site) = pick(rng, _HOSTS)
    sep = rng.choice((": ", " – ", " - ", "\n"))
    bullet = "" if sep == "\n" else rng.choice(_BULLETS[:4])
    events = rng.sample([e for e in _EVENTS if e[1] != "ground_operation"], 3)
    years = sorted(rng.sample(range(2004, 2024), 3))
    lines, wanted = [f"{demonym} forces in {land}: a timeline", ""], []
    for year, (frame, kind, slot), place in zip(years, events, (towns[0], towns[1], site), strict=True):
        month, number, last = rng.choice(_MONTHS)
        style = rng.choice((0, 0, 1, 2))
        day = (f"{month} {year}", f"{year}", f"3 {month} {year}")[style]
        dates = (
            (f"{year}-{number}-01", f"{year}-{number}-{last}"),
            (f"{year}-01-01", f"{year}-12-31"),
            (f"{year}-{number}-03", f"{year}-{number}-03"),
        )[style]
        lines.append(bullet + day + sep + frame.format(D=demonym, p=place))
        wanted.append({"type": kind, "actors": {code}, slot: place, "dates": dates})
    return "\n".join(lines), wanted


def _live(rng: random.Random) -> tuple[str, Wanted]:
    """A live blog's entries."""
    _name, demonym, code = _holder(rng)
    land, (_, towns, site) = pick(rng, _HOSTS)
    events = rng.sample((
        (f"{demonym} troops have entered {towns[0]}, the army says.", "deployment|ground_operation", "place", towns[0]),
        (f"{demonym} jets bombed targets near {towns[1]} this morning, residents report.", "strike", "place", towns[1]),
        (f"The {demonym} army says it has withdrawn from {site}.", "withdrawal", "origin", site),
    ), 2)  # fmt: skip
    events = [e for e in events if "|" not in e[1]] or [events[0]]
    lines = [f"{land} live: {demonym} forces on the move", ""]
    for k, (text, *_) in enumerate(events):
        stamp = rng.choice(("{h}:{m} GMT", "{h}.{m}", "{h}:{m}")).format(h=16 - k, m=rng.choice(("05", "20", "47")))
        lines.append(stamp + rng.choice(("\n", " – ", " - ", ": ")) + text)
        lines.append("")
    return "\n".join(lines).strip(), [{"type": t, "actors": {code}, s: p} for _, t, s, p in events if "|" not in t]


def _moves(rng: random.Random) -> tuple[str, Wanted]:
    """Units, whence and whither."""
    _name, demonym, code = _holder(rng)
    lands = rng.sample(list(_HOSTS), 4)
    units = rng.sample(_UNITS, 2)
    head = [
        "Unit",
        rng.choice(("From", "Old base", "Moved from")),
        rng.choice(("To", "New base", "Destination", "Moved to")),
    ]
    rows = [
        [u, rng.choice(_HOSTS[a][1]), rng.choice(_HOSTS[b][1])]
        for u, a, b in zip(units, lands[:2], lands[2:], strict=True)
    ]
    mark = rng.choice((" | ", "\t", "; "))
    title = rng.choice(
        (
            f"{demonym} army units that have moved this year",
            f"{demonym} army: redeployed units",
            f"Relocations of {demonym} army units",
        )
    )
    text = "\n".join([title, "", *(mark.join(x) for x in [head, *rows])])
    return text, [{"actors": {code}, "origin": a, "destination": b} for _, a, b in rows]


def _posts(rng: random.Random) -> tuple[str, Wanted]:
    """Units or ships and where they are."""
    _name, demonym, code = _holder(rng)
    land, (_, towns, site) = pick(rng, _HOSTS)
    if rng.random() < 0.5:
        head, title = (
            ["Unit", rng.choice(("Base", "Location", "Garrison", "Stationed at"))],
            f"{demonym} army units in {land}",
        )
        rows = list(zip(rng.sample(_UNITS, 2), rng.sample((*towns, site), 2), strict=True))
    else:
        head, title = (
            [rng.choice(("Base", "Site", "Location")), rng.choice(("Unit", "Units", "Deployed units"))],
            f"{demonym} garrisons in {land}",
        )
        rows = [(p, u) for u, p in zip(rng.sample(_UNITS, 2), rng.sample((*towns, site), 2), strict=True)]
    places = [r[1] if head[0] == "Unit" else r[0] for r in rows]
    mark = rng.choice((" | ", "\t"))
    return "\n".join([title, "", *(mark.join(x) for x in [head, *rows])]), [
        {"type": "presence", "actors": {code}, "place": p} for p in places
    ]


def _prose(rng: random.Random) -> tuple[str, Wanted]:
    """Entries that are sentences or end in one."""
    name, demonym, code = _holder(rng)
    hosts = rng.sample(list(_HOSTS), 3)
    bullet = rng.choice(_BULLETS[:3])
    lines, wanted = (
        [rng.choice((f"{demonym} troops abroad:", f"Where {demonym} forces are:", f"{demonym} military missions")), ""],
        [],
    )
    for land in hosts:
        words, n = _n(rng)
        town = _HOSTS[land][1][0]
        tail, place, _more = rng.choice(
            (
                (f"{land}: {words} soldiers, engineers among them.", land, None),
                (f"{land}: {words} troops at {town}.", town, None),
                (f"{land}: {words} troops, most of them in {town}.", land, None),
                (f"{land}: {name} has {words} soldiers there.", land, None),
                (f"{land}. {words[0].upper() + words[1:]} soldiers.", land, None),
                (f"In {land}, {words} {demonym} soldiers guard the airport.", land, None),
                (f"{words[0].upper() + words[1:]} soldiers are in {land}, at {town}.", town, None),
            )
        )
        lines.append(bullet + tail)
        wanted.append(_level(code, place, n))
    return "\n".join(lines), wanted


def _planned(rng: random.Random) -> tuple[str, Wanted]:
    """Now and then."""
    _name, demonym, code = _holder(rng)
    hosts = rng.sample(list(_HOSTS), 2)
    rows, wanted = [], []
    for land in hosts:
        (a, _n), (b, _m) = ("300", 300), ("150", 150)
        a, b = rng.sample(("300", "120", "900", "1,500", "640"), 2)
        rows.append((land, a, b))
        wanted += [_level(code, land, (int(a.replace(",", "")),) * 2 + ("exact", "personnel"))]
        wanted += [_level(code, land, (int(b.replace(",", "")),) * 2 + ("exact", "personnel")) | {"status": "planned"}]
    head = (
        "Country",
        rng.choice(("Now", "Current", "Current strength", "Troops now")),
        rng.choice(("Planned", "Planned strength", "Target", "Planned for 2027")),
    )
    mark = rng.choice((" | ", "\t"))
    return "\n".join(
        [f"{demonym} troops abroad, now and as planned", "", *(mark.join(x) for x in [head, *rows])]
    ), wanted


def _twice(rng: random.Random) -> tuple[str, Wanted]:
    """A headline, the lead that tells its fact more fully, and a later sentence with less."""
    name, demonym, code = _holder(rng)
    land, (_, towns, _site) = pick(rng, _HOSTS)
    words, n = _n(rng, is_plain=True)
    options = (
        (f"{name} sends {words} troops to {land}\n\n{name} has sent {words} soldiers to {land}, its defence ministry said on Tuesday.\n\nThe troops will train the host army.",
         [{"type": "deployment", "actors": {code}, "destination": land, "n": n}]),
        (f"{name} closes base in {towns[0]}\n\n{name} closed its military base in {towns[0]} on Monday, the army said. The base had been open since 2013.",
         [{"type": "base_closure", "actors": {code}, "place": towns[0]}]),
        (f"{demonym} jets strike {towns[0]}\n\n{demonym} warplanes struck {towns[0]} in {land} overnight, officials said.\n\nThe strikes damaged a depot.",
         [{"type": "strike", "actors": {code}, "place": towns[0]}]),
        (f"{name} to withdraw {words} soldiers from {land}\n\n{name} will withdraw {words} soldiers from {land} by the end of the year, its prime minister said.",
         [{"type": "withdrawal", "actors": {code}, "origin": land, "n": n, "status": "planned"}]),
    )  # fmt: skip
    return rng.choice(options)


_MAKERS: dict[str, Callable[[random.Random], tuple[str, Wanted]]] = {
    "sections": _sections, "box": _box, "timeline": _timeline, "live": _live, "moves": _moves, "posts": _posts, "prose": _prose,
    "planned": _planned, "twice": _twice,
}  # fmt: skip


def case(rng: random.Random) -> Case:
    """One list."""
    name, maker = pick(rng, _MAKERS)
    text, wanted = maker(rng)
    return Case(
        text,
        wanted,
        {"kind": name, "first": f"{name}: {text.splitlines()[2][:4] if len(text.splitlines()) > 2 else ''}"},
    )
