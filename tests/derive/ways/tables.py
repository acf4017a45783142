"""Tables and lists of every layout: pipes, tabs, columns of spaces, commas, bullets, "Name: number", fields below each
other; about one state's forces abroad, the states that make up a mission, and what became of sites."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .making import Case, pick

_HOLDERS = {
    "France": ("French", "FRA"), "Kenya": ("Kenyan", "KEN"), "Turkey": ("Turkish", "TUR"), "Canada": ("Canadian", "CAN"),
    "Italy": ("Italian", "ITA"), "India": ("Indian", "IND"), "Poland": ("Polish", "POL"), "Ghana": ("Ghanaian", "GHA"),
    "Pakistan": ("Pakistani", "PAK"), "Nepal": ("Nepalese", "NPL"), "Spain": ("Spanish", "ESP"), "Chile": ("Chilean", "CHL"),
    "the Netherlands": ("Dutch", "NLD"), "Ethiopia": ("Ethiopian", "ETH"), "Fiji": ("Fijian", "FJI"),
}  # fmt: skip
#: Host, its code; a town or two of it; a made-up or known site there.
_HOSTS = {
    "Mali": ("MLI", ("Gao", "Timbuktu"), "Camp Sahara"), "Niger": ("NER", ("Agadez", "Zinder"), "Camp Tondi"),
    "Chad": ("TCD", ("Abéché", "Faya-Largeau"), "Camp Kossei"), "Gabon": ("GAB", ("Libreville", "Port-Gentil"), "Camp Okala"),
    "Kuwait": ("KWT", ("Kuwait City", "Al Jahra"), "Camp Buehring"), "Jordan": ("JOR", ("Azraq", "Zarqa"), "Camp Titin"),
    "Latvia": ("LVA", ("Riga", "Daugavpils"), "Camp Adazi"), "Iraq": ("IRQ", ("Basra", "Erbil"), "Camp Taji"),
    "Kosovo": ("XKX", ("Prizren", "Mitrovica"), "Camp Toplica"), "Cyprus": ("CYP", ("Larnaca", "Paphos"), "Camp Pergamos"),
    "Somalia": ("SOM", ("Kismayo", "Baidoa"), "Camp Jazeera"), "Djibouti": ("DJI", ("Obock", "Tadjoura"), "Camp Goubet"),
    "Lebanon": ("LBN", ("Tyre", "Naqoura"), "Camp Shamrock"), "South Sudan": ("SSD", ("Juba", "Malakal"), "Camp Jebel"),
}  # fmt: skip
_MISSIONS = ("the UN mission", "the African Union force", "the peacekeeping mission", "the training mission")
_NOUNS = ("Personnel", "Troops", "Soldiers", "Strength", "Number of troops", "No. of personnel", "Military personnel", "Total",
          "Number", "Troop strength", "Forces", "Size")  # fmt: skip
_PLACES = (
    "Country",
    "Host country",
    "Location",
    "Where",
    "Host nation",
    "Theatre",
    "Country of deployment",
    "Host",
    "Area",
)
_SENDERS = ("Country", "Contributing country", "Nation", "Contingent", "Contributor", "Troop contributor", "Sending state",
            "Troop-contributing country", "State", "Member state")  # fmt: skip
_SITES = ("Base", "Site", "Location", "Camp", "Facility", "Installation", "Name", "Garrison", "Post", "Outpost")
_ROLES = (
    "training",
    "logistics",
    "air defence",
    "medical support",
    "quick reaction force",
    "engineers",
    "headquarters",
)
_CLOSED = ("closed in {d}", "closed {d}", "Closed: {d}", "shut down in {d}", "Dismantled, {d}", "closed",
           "Closed down {d}", "evacuated and closed in {d}", "demolished", "Shut ({d})")  # fmt: skip
_GIVEN = (
    "handed over to {h} in {d}",
    "transferred to {h}, {d}",
    "Handed to {h} {d}",
    "returned to {h} in {d}",
    "given to {h}",
)
_NUMBERS: tuple[tuple[str, int | None, int | None, str], ...] = (
    ("300", 300, 300, "exact"), ("1,200", 1200, 1200, "exact"), ("870", 870, 870, "exact"), ("45", 45, 45, "exact"),
    ("about 650", 650, 650, "about"), ("~400", 400, 400, "about"), ("c. 150", 150, 150, "about"), ("up to 900", None, 900, "at_most"),
    ("200-250", 200, 250, "range"), ("2 500", 2500, 2500, "exact"), ("1100", 1100, 1100, "exact"), ("500+", 500, None, "at_least"),
    ("approx. 80", 80, 80, "about"), ("more than 700", 700, None, "at_least"), ("3,000", 3000, 3000, "exact"), ("16", 16, 16, "exact"),
)  # fmt: skip


@dataclass
class Sheet:
    """A table before it is laid out: what stands above it, its head, its rows, what it states."""

    title: str
    head: list[str]
    rows: list[list[str]]
    wanted: list[dict[str, Any]]
    total: list[str] | None = None
    parts: dict[str, str] = field(default_factory=dict)


def _n(rng: random.Random, *, is_plain: bool = False) -> tuple[str, tuple[int | None, int | None, str, str]]:
    words, low, high, qualifier = rng.choice([n for n in _NUMBERS if not is_plain or n[3] == "exact"])
    return words, (low, high, qualifier, "personnel")


def _abroad(rng: random.Random, *, wide: bool) -> Sheet:
    """One state's troops in several countries."""
    holder, (demonym, code) = pick(rng, _HOLDERS)
    hosts = rng.sample(list(_HOSTS), rng.randint(2, 4))
    title = rng.choice(
        (
            f"{demonym} forces abroad, June 2025", f"Where {holder}'s troops are stationed", f"{demonym} troops overseas",
            f"The table shows where {demonym} soldiers serve.", f"{demonym} military deployments", f"{demonym} soldiers on operations abroad:",
            f"{holder[0].upper() + holder[1:]}'s ministry of defence gave these figures for its troops abroad:",
            f"Current {demonym} army missions:",
        )
    )  # fmt: skip
    head, rows, wanted = [rng.choice(_PLACES), rng.choice(_NOUNS)], [], []
    extra = rng.choice(("since", "role", "site", "town", "site+since", "none")) if wide else "none"
    for host in hosts:
        words, n = _n(rng)
        cells, place = [host, words], host
        if "site" in extra or extra == "town":
            place = _HOSTS[host][2] if "site" in extra else rng.choice(_HOSTS[host][1])
            cells = [host, place, words]
        if "since" in extra:
            cells.append(str(rng.randint(2002, 2022)))
        if extra == "role":
            cells.append(rng.choice(_ROLES))
        rows.append(cells)
        wanted.append({"type": "strength", "actors": {code}, "place": place, "n": n})
    if "site" in extra or extra == "town":
        head = [rng.choice(("Country", "Host country", "State")), rng.choice(_SITES[:6]), head[1]]
    head += ["Since"] if "since" in extra else ["Task"] if extra == "role" else []
    return Sheet(
        title,
        head,
        rows,
        wanted,
        _total(head),
        {"theme": "abroad", "extra": extra, "title": title.replace(demonym, "D").replace(holder, "H")},
    )


def _total(head: Sequence[str]) -> list[str]:
    return ["Total", *["" for _ in head[2:]], "4,900"]


def _contributors(rng: random.Random, *, wide: bool) -> Sheet:
    """The states that make up a mission."""
    host, (_, towns, _) = pick(rng, _HOSTS)
    senders = rng.sample([h for h in _HOLDERS if not h.startswith("the")], rng.randint(2, 4))
    mission = rng.choice(_MISSIONS)
    title = rng.choice(
        (
            f"Troop contributors to {mission} in {host}", f"{mission[0].upper() + mission[1:]} in {host}: contributing countries",
            f"Who sends soldiers to {mission} in {host}", f"Strength of {mission} in {host} by country",
            f"The largest contingents of {mission} in {host} are:", f"Contributions to {mission} in {host} as of May 2025:",
        )
    )  # fmt: skip
    head, rows, wanted = [rng.choice(_SENDERS), rng.choice(_NOUNS)], [], []
    is_placed = wide and rng.random() < 0.5
    for sender in senders:
        words, n = _n(rng)
        town = rng.choice(towns)
        rows.append([sender, words, town] if is_placed else [sender, words])
        wanted.append(
            {"type": "strength", "actors": {_HOLDERS[sender][1]}, "place": town if is_placed else host, "n": n}
        )
    head += [rng.choice(("Location", "Base", "Area", "Deployed to", "Headquarters"))] if is_placed else []
    return Sheet(
        title, head, rows, wanted, ["Total", "4,900"], {"theme": "contributors", "title": title.split(host)[0]}
    )


def _sites(rng: random.Random, *, wide: bool) -> Sheet:
    """What became of a state's sites in a country."""
    _, (demonym, code) = pick(rng, _HOLDERS)
    host, (_, towns, site) = pick(rng, _HOSTS)
    title = rng.choice(
        (
            f"{demonym} bases in {host}",
            f"{demonym} army camps in {host} and what became of them",
            f"Status of {demonym} military sites in {host}",
        )
    )
    names = rng.sample(
        (site, f"Camp {rng.choice(('Odum', 'Castor', 'Lindqvist', 'Marrow'))}", *towns), rng.randint(2, 3)
    )
    rows, wanted = [], []
    for name in names:
        day = rng.choice(("2014", "May 2013", "August 2012", "late 2015"))
        to = rng.choice((f"the army of {host}", "the host government", "the host nation's army"))
        is_given = rng.random() < 0.4
        words = rng.choice(_GIVEN if is_given else _CLOSED).format(h=to, d=day)
        rows.append([name, str(rng.randint(1998, 2010)), words] if wide else [name, words])
        made = {
            "type": "base_handover" if is_given else "base_closure",
            "actors": {code},
            "place": name,
            "status": "completed",
        }
        wanted.append(made)
    head = [
        rng.choice(_SITES),
        *(["In use since"] if wide else []),
        rng.choice(("Status", "Fate", "Remarks", "Current status", "Notes")),
    ]
    return Sheet(title, head, rows, wanted, None, {"theme": "sites"})


def _years(rng: random.Random, *, wide: bool) -> Sheet:
    """How strong a state was in several countries, by year."""
    _, (demonym, code) = pick(rng, _HOLDERS)
    hosts, years = (
        rng.sample(list(_HOSTS), rng.randint(2, 3)),
        ("2012", "2015") if not wide else ("2010", "2014", "2018"),
    )
    rows, wanted = [], []
    for host in hosts:
        row = [host]
        for year, (words, n) in zip(
            years, rng.sample([_n(random.Random(k), is_plain=True) for k in range(40)], 3), strict=False
        ):
            if any(w["n"] == n and w["place"] == host for w in wanted):
                row.append("–")
                continue
            row.append(words)
            wanted.append(
                {
                    "type": "strength",
                    "actors": {code},
                    "place": host,
                    "n": n,
                    "dates": (f"{year}-01-01", f"{year}-12-31"),
                }
            )
        rows.append(row)
    return Sheet(f"{demonym} troops abroad by year", ["Country", *years], rows, wanted, None, {"theme": "years"})


def _title(rng: random.Random, sheet: Sheet) -> str:
    return sheet.title + rng.choice(("\n\n", "\n"))


def _pipes(rng: random.Random, s: Sheet, *, head: bool = True, edges: bool = False, ruled: bool = False) -> str:
    lines = [s.head] if head else []
    lines += [*s.rows, *([s.total] if s.total and rng.random() < 0.5 else [])]
    width = max(len(x) for x in lines)
    made = [" | ".join([*x, *([""] * (width - len(x)))]) for x in lines]
    made = [f"| {x} |" for x in made] if edges else made
    if ruled and head:
        made.insert(1, ("|---" * width + "|") if edges else " | ".join(["---"] * width))
    return "\n".join(made)


def _joined(s: Sheet, mark: str) -> str:
    return "\n".join(mark.join(x) for x in [s.head, *s.rows, *([s.total] if s.total else [])])


def _spaces(s: Sheet) -> str:
    lines = [s.head, *s.rows]
    widths = [max(len(x[k]) for x in lines) + 3 for k in range(len(s.head))]
    return "\n".join("".join(c.ljust(w) for c, w in zip(x, widths, strict=False)).rstrip() for x in lines)


def _fields(s: Sheet) -> str:
    return "\n\n".join("\n".join(f"{h}: {c}" for h, c in zip(s.head, row, strict=False)) for row in s.rows)


def _lines(s: Sheet, frame: str) -> str:
    return "\n".join(frame.format(*row, i=i) for i, row in enumerate(s.rows, 1))


#: Any number of columns; text of title and rows.
_WIDE: dict[str, Callable[[random.Random, Sheet], str]] = {
    "pipes": _pipes,
    "pipes, edges": lambda r, s: _pipes(r, s, edges=True),
    "pipes, ruled": lambda r, s: _pipes(r, s, ruled=True),
    "pipes, edges, ruled": lambda r, s: _pipes(r, s, edges=True, ruled=True),
    "tabs": lambda r, s: _joined(s, "\t"),
    "spaces": lambda r, s: _spaces(s),
    "semicolons": lambda r, s: _joined(s, "; "),
    "fields": lambda r, s: _fields(s),
}
#: Two columns.
_NARROW: dict[str, Callable[[random.Random, Sheet], str]] = {
    **{k: _WIDE[k] for k in ("pipes", "pipes, edges, ruled", "tabs", "spaces")},
    "pipes, no head": lambda r, s: _pipes(r, s, head=False),
    "commas": lambda r, s: _joined(s, ", "),
    "bullet colon": lambda r, s: _lines(s, "- {0}: {1}"),
    "bullet dash": lambda r, s: _lines(s, "• {0} – {1}"),
    "star": lambda r, s: _lines(s, "* {0}: {1}"),
    "numbered": lambda r, s: _lines(s, "{i}. {0}: {1}"),
    "numbered paren": lambda r, s: _lines(s, "{i}) {0} ({1})"),
    "bullet paren": lambda r, s: _lines(s, "• {0} ({1})"),
    "lines": lambda r, s: _lines(s, "{0}: {1}"),
    "lines dash": lambda r, s: _lines(s, "{0} - {1}"),
    "lines apart": lambda r, s: "\n\n".join(_lines(s, "{0}: {1}").splitlines()),
    "dots": lambda r, s: _lines(s, "{0} ........ {1}"),
    "two spaces, no head": lambda r, s: "\n".join(_spaces(s).splitlines()[1:]),
    "tabs, no head": lambda r, s: "\n".join(_joined(s, "\t").splitlines()[1 : 1 + len(s.rows)]),
}
#: Two columns, the second a bare number of people.
_COUNTED: dict[str, Callable[[random.Random, Sheet], str]] = {
    "bullet troops": lambda r, s: _lines(s, "- {0}: {1} troops"),
    "bullet in": lambda r, s: _lines(s, "• {1} in {0}"),
    "bullet troops in": lambda r, s: _lines(s, "- {1} soldiers in {0}"),
    "number first": lambda r, s: _lines(s, "- {1} – {0}"),
    "paren soldiers": lambda r, s: _lines(s, "• {0} ({1} soldiers)"),
    "lines soldiers": lambda r, s: _lines(s, "{0}: {1} soldiers"),
    "lines comma": lambda r, s: _lines(s, "{0}, {1} personnel"),
    "one line": lambda r, s: "; ".join(f"{x[0]}: {x[1]}" for x in s.rows) + ".",
    "one line, parens": lambda r, s: ", ".join(f"{x[0]} ({x[1]})" for x in s.rows) + ".",
    "head, number below": lambda r, s: "\n\n".join(f"{x[0]}\n{x[1]} soldiers" for x in s.rows),
}
#: Tables without posture in texts on war: head, one row's frame, title.
_NOTHING = (
    ("Killed in the war, by army", ("Army", "Killed"), lambda r, p: (_state(r), str(r.randint(20, 900)))),
    ("Refugees from the fighting", ("Country", "Refugees"), lambda r, p: (p, str(r.randint(2000, 90000)))),
    ("Military spending in billion dollars", ("Country", "Budget"), lambda r, p: (_state(r), str(r.randint(2, 90)))),
    ("Arms deliveries to the army of {p}", ("Item", "Number"), lambda r, p: (r.choice(("Howitzers", "Patrol boats", "Rifles")), str(r.randint(2, 900)))),
    ("Votes on the troops' mandate", ("Party", "Votes"), lambda r, p: (r.choice(("Liberals", "Greens", "Union")), str(r.randint(20, 300)))),
    ("Army cup, final standings", ("Team", "Points"), lambda r, p: (_state(r), str(r.randint(2, 30)))),
    ("Distances from the base in {p}", ("Town", "Kilometres"), lambda r, p: (r.choice(_HOSTS[p][1]), str(r.randint(20, 300)))),
)  # fmt: skip


def _state(rng: random.Random) -> str:
    """Some state."""
    return rng.choice([h for h in _HOLDERS if not h.startswith("the")])


def _nothing(rng: random.Random, *, wide: bool) -> Sheet:
    """Figures of war that are no posture."""
    title, head, frame = rng.choice(_NOTHING)
    host = rng.choice(list(_HOSTS))
    rows = [list(frame(rng, rng.choice(list(_HOSTS)))) for _ in range(3)]
    rows = [*{row[0]: row for row in rows}.values()]
    if len(rows) < 2:
        rows.append([*rows[0][:1], "17"])
    return Sheet(title.format(p=host), list(head), rows, [], None, {"theme": "nothing", "title": title})


_FOOT = ("", "", "\n\nNote: figures are rounded.", "\n\nSource: Ministry of Defence", "\n\nFigures as of June 2025.")


def case(rng: random.Random) -> Case:
    """A title and a table or list."""
    wide = rng.random() < 0.5
    name, maker = pick(
        rng, {"abroad": _abroad, "contributors": _contributors, "sites": _sites, "years": _years, "nothing": _nothing}
    )
    sheet = maker(rng, wide=wide)
    if wide and name != "nothing" or name == "years":
        layouts = _WIDE
    else:
        layouts = _NARROW if name in {"sites", "nothing"} else {**_NARROW, **_COUNTED}
    if name == "contributors":
        layouts = {k: v for k, v in layouts.items() if " in" not in k}
    if name == "sites":
        layouts = {k: v for k, v in layouts.items() if k != "commas"}
    layout, lay = pick(rng, layouts)
    text = _title(rng, sheet) + lay(rng, sheet) + rng.choice(_FOOT)
    made = {"layout": layout, "columns": "wide" if wide else "narrow", **sheet.parts}
    return Case(text, sheet.wanted, {**made, "theme×layout": f"{name}×{layout}"})
