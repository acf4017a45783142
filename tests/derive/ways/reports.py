"""Reports that hold a table or list: a title, a lead, rows with the odd cells that real tables have, and sentences that
tell some of the rows again, or another fact."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from .making import Case, pick
from .tables import _HOLDERS, _HOSTS, _MISSIONS

Wanted = list[dict[str, Any]]
Bounds = tuple[int | None, int | None, str, str]
_LEADS = (
    "The defence ministry published new figures on Tuesday.", "Parliament will debate the missions next month.",
    "The figures were given in answer to a question in parliament.", "The list was drawn up by researchers of an institute in Geneva.",
    "It is the first such list in five years.", "Numbers vary with rotations, the ministry said.",
)  # fmt: skip
_NOUN = ("soldiers", "troops", "personnel")


def _cell(rng: random.Random) -> tuple[str, int, Bounds]:
    """A number as a cell has it."""
    n = rng.choice((60, 85, 120, 240, 310, 450, 700, 950))
    kind = rng.randrange(9)
    words = (str(n), str(n), f"{n}*", f"{n} (2025)", f"~{n}", f"approx. {n}", f"{n} [3]", f"<{n}", f"{n} soldiers")[
        kind
    ]
    q = "about" if kind in {4, 5} else "at_most" if kind == 7 else "exact"
    return words, n, (None if q == "at_most" else n, n, q, "personnel")


def _spot(rng: random.Random, land: str) -> tuple[str, str]:
    """A place as a cell names it, and what its name must hold."""
    _, towns, site = _HOSTS[land]
    town = towns[0]
    return rng.choice(
        (
            (land, land),
            (f"{land} ({town})", town),
            (f"{town}, {land}", town),
            (f"{site}, {land}", site),
            (f"{site} ({land})", site),
            (f"{land}: {town}", town),
            (land.upper(), land),
        )
    )


def _rows(rng: random.Random, head: list[str], rows: list[list[str]]) -> str:
    """In some layout."""
    kind = rng.randrange(7)
    if kind == 0:
        return "\n".join(" | ".join(r) for r in [head, *rows])
    if kind == 1:
        return "\n".join(f"| {' | '.join(r)} |" for r in [head, ["---"] * len(head), *rows])
    if kind == 2:
        return "\n".join("\t".join(r) for r in [head, *rows])
    if kind == 3:
        widths = [max(len(r[k]) for r in [head, *rows]) + 3 for k in range(len(head))]
        return "\n".join("".join(c.ljust(w) for c, w in zip(r, widths, strict=True)).rstrip() for r in [head, *rows])
    bullet, sep = rng.choice(("- ", "• ", "", "* ")), rng.choice((" – ", ": ", " - "))
    sep = " – " if any(":" in r[0] for r in rows) else sep
    return "\n".join(f"{bullet}{r[0]}{sep}{r[1]}" for r in rows)


def _own(rng: random.Random) -> tuple[str, Wanted]:
    """One state's troops by place, and what is told of them again."""
    name, (demonym, code) = pick(rng, {k: v for k, v in _HOLDERS.items() if not k.startswith("the")})
    lands = rng.sample(list(_HOSTS), rng.randint(2, 4))
    rows, wanted, numbers = [], [], []
    for land in lands:
        (words, n, bounds), (place, key) = _cell(rng), _spot(rng, land)
        rows.append([place, words])
        numbers.append((n, bounds, key))
        wanted.append({"type": "strength", "actors": {code}, "place": key, "n": bounds})
    head = [
        rng.choice(("Location", "Country", "Where", "Place")),
        rng.choice(("Personnel", "Troops deployed", "Deployed personnel", "Troops (2025)", "Soldiers")),
    ]
    title = rng.choice(
        (
            f"{demonym} troops abroad",
            f"{name}'s military missions",
            f"Where {name}'s soldiers are",
            f"The {demonym} army abroad: a survey",
        )
    )
    n, bounds, key = numbers[0]
    noun, land = rng.choice(_NOUN), lands[0]
    again = rng.choice(
        (
            "",
            f" One of the contingents, {n} {noun}, is in {key}.",
            f" {name} has {n} {noun} in {key}.",
            f" The {n} {noun} in {key} train local forces.",
        )
    )
    again = again if bounds[2] == "exact" else ""
    other, more = rng.choice(
        (
            ("", []),
            (f" In March {name} closed its camp at Odum, in Chad.", [{"type": "base_closure", "actors": {code}}]),
            (
                f" {name} withdrew its last soldiers from Haiti in 2017.",
                [{"type": "withdrawal", "actors": {code}, "origin": "Haiti"}],
            ),
            (
                f" A further 40 soldiers will be sent to {lands[1]} in July.",
                [{"actors": {code}, "destination": lands[1], "status": "planned"}],
            ),
        )
    )
    text = f"{title}\n\n{rng.choice(_LEADS)}\n\n{_rows(rng, head, rows)}\n\n{rng.choice(_LEADS)}{again}{other}"
    return text, wanted + more


def _mission(rng: random.Random) -> tuple[str, Wanted]:
    """The states of a mission, and who they are again."""
    land, (_, _towns, _) = pick(rng, _HOSTS)
    senders = rng.sample([h for h in _HOLDERS if not h.startswith("the")], rng.randint(3, 4))
    mission = rng.choice(_MISSIONS)
    rows, wanted = [], []
    for s in senders:
        words, _n, bounds = _cell(rng)
        rows.append([rng.choice((s, s, f"{s}*", s.upper())), words])
        wanted.append({"type": "strength", "actors": {_HOLDERS[s][1]}, "place": land, "n": bounds})
    head = [
        rng.choice(("Country", "Contributor", "Nation")),
        rng.choice(("Troops", "Deployed", "Military personnel", "Soldiers")),
    ]
    title = rng.choice(
        (
            f"Who is in {mission} in {land}?",
            f"{mission[0].upper() + mission[1:]} in {land}: contributors",
            f"Soldiers in {mission} in {land}, by country",
        )
    )
    again = rng.choice(("", f" {senders[0]} is the biggest contributor.", " The mission's mandate ends in December."))
    more = [{"type": "mission_end"}] if "mandate ends" in again else []
    text = f"{title}\n\n{rng.choice(_LEADS)}\n\n{_rows(rng, head, rows)}\n\n{rng.choice(_LEADS)}{again if not more else ''}"
    return text, wanted


def _fleet(rng: random.Random) -> tuple[str, Wanted]:
    """Aircraft or ships by place."""
    _, (demonym, code) = pick(rng, _HOLDERS)
    lands = rng.sample(list(_HOSTS), 3)
    unit, noun = rng.choice(
        (
            ("aircraft", "Aircraft"),
            ("aircraft", "Helicopters"),
            ("ships", "Ships"),
            ("vehicles", "Tanks"),
            ("units", "Battalions"),
        )
    )
    rows, wanted = [], []
    for land, n in zip(lands, rng.sample(range(2, 30), 3), strict=True):
        rows.append([_HOSTS[land][1][0] + ", " + land, str(n)])
        wanted.append({"type": "strength", "actors": {code}, "place": _HOSTS[land][1][0], "n": (n, n, "exact", unit)})
    mark = rng.choice((" | ", "\t"))
    text = f"{demonym} forces abroad: {noun.lower()} by base\n\n" + "\n".join(
        mark.join(r) for r in [[rng.choice(("Base", "Location")), noun], *rows]
    )
    return text, wanted


_MAKERS: dict[str, Callable[[random.Random], tuple[str, Wanted]]] = {"own": _own, "mission": _mission, "fleet": _fleet}


def case(rng: random.Random) -> Case:
    """A report."""
    name, maker = pick(rng, _MAKERS)
    text, wanted = maker(rng)
    lines = text.split("\n\n")
    return Case(
        text,
        wanted,
        {"kind": name, "layout": name + lines[min(2, len(lines) - 1)].split("\n")[-1][:2], "last": lines[-1][-20:]},
    )
