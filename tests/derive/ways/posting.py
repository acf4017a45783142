"""Words that sentences about bases and garrisons are filled with: hosts and their towns, times, who says so; verbs in all
their forms. No cases of its own."""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Host:
    """A country that others have bases in: its name, adjective, code; what its towns, provinces and islands are called."""

    name: str
    adjective: str
    code: str
    towns: tuple[str, ...]


HOSTS = (
    Host("Mali", "Malian", "MLI", ("Gao", "Timbuktu", "Kidal")),
    Host("Lithuania", "Lithuanian", "LTU", ("Rukla", "Siauliai", "Pabrade")),
    Host("Iraq", "Iraqi", "IRQ", ("Erbil", "Mosul", "Anbar province", "Kirkuk")),
    Host("Somalia", "Somali", "SOM", ("Kismayo", "Baidoa", "Lower Shabelle", "Dhobley")),
    Host("Niger", "Nigerien", "NER", ("Agadez", "Arlit")),
    Host("Chad", "Chadian", "TCD", ("Abeche", "Faya-Largeau")),
    Host("the Philippines", "Philippine", "PHL", ("Palawan", "Zamboanga", "Subic Bay")),
    Host("Afghanistan", "Afghan", "AFG", ("Kandahar", "Helmand province", "Kunduz")),
    Host("Haiti", "Haitian", "HTI", ("Gonaives", "Les Cayes", "Jacmel")),
    Host("the Solomon Islands", "Solomon Islands", "SLB", ("Honiara",)),
    Host("the Central African Republic", "Central African", "CAF", ("Bangui", "Bria", "Bambari")),
    Host("Congo", "Congolese", "COD", ("Goma", "Bunia", "North Kivu")),
    Host("Syria", "Syrian", "SYR", ("Latakia", "Deir ez-Zor", "Manbij")),
    Host("Mozambique", "Mozambican", "MOZ", ("Palma", "Cabo Delgado", "Nacala")),
    Host("Colombia", "Colombian", "COL", ("Tumaco", "Leticia")),
    Host("Kosovo", "Kosovo", "XKX", ("Prizren", "Mitrovica")),
    Host("Georgia", "Georgian", "GEO", ("Batumi", "Akhalkalaki")),
    Host("Yemen", "Yemeni", "YEM", ("Aden", "Socotra", "Mukalla")),
    Host("Cambodia", "Cambodian", "KHM", ("Ream", "Sihanoukville")),
    Host("Papua New Guinea", "Papua New Guinean", "PNG", ("Manus Island", "Port Moresby")),
)

#: When something was done, with the days that it means to a reader of 12 June 2025 (None: a scorer is not asked).
PAST: tuple[tuple[str, tuple[str, str] | None], ...] = (
    ("last month", ("2025-05-01", "2025-05-31")),
    ("in March", ("2025-03-01", "2025-03-31")),
    ("on 3 May", ("2025-05-03", "2025-05-03")),
    ("on April 14, 2024", ("2024-04-14", "2024-04-14")),
    ("in 2019", ("2019-01-01", "2019-12-31")),
    ("in October 2016", ("2016-10-01", "2016-10-31")),
    ("on Tuesday", ("2025-06-10", "2025-06-10")),
    ("last year", ("2024-01-01", "2024-12-31")),
    ("two years ago", None),
    ("earlier this month", None),
)
AHEAD: tuple[tuple[str, tuple[str, str] | None], ...] = (
    ("by the end of the year", ("", "2025-12-31")),
    ("next month", ("2025-07-01", "2025-07-31")),
    ("in September", ("2025-09-01", "2025-09-30")),
    ("by 2027", None),
    ("next year", ("2026-01-01", "2026-12-31")),
    ("on 1 August", ("2025-08-01", "2025-08-01")),
    ("within weeks", None),
)
SINCE: tuple[tuple[str, tuple[str, str] | None], ...] = (
    ("since 2019", ("2019-01-01", "")),
    ("since March", ("2025-03-01", "")),
    ("for six years", None),
    ("since last year", None),
    ("for months", None),
)

_IRREGULAR = {
    "set": "set set setting", "build": "built built building", "put": "put put putting", "stand": "stood stood standing",
    "break": "broke broken breaking", "begin": "began begun beginning", "shut": "shut shut shutting", "be": "was been being",
    "give": "gave given giving", "take": "took taken taking", "keep": "kept kept keeping", "hold": "held held holding",
    "have": "had had having", "run": "ran run running", "get": "got got getting", "cut": "cut cut cutting",
    "tear": "tore torn tearing", "pull": "pulled pulled pulling", "lie": "lay lain lying", "sit": "sat sat sitting",
    "hand": "handed handed handing", "wind": "wound wound winding", "regain": "regained regained regaining",
    "find": "found found finding", "win": "won won winning", "pay": "paid paid paying", "leave": "left left leaving",
    "dig": "dug dug digging", "become": "became become becoming", "come": "came come coming", "go": "went gone going",
    "occupy": "occupied occupied occupying", "retake": "retook retaken retaking", "man": "manned manned manning",
    "rebuild": "rebuilt rebuilt rebuilding", "throw": "threw thrown throwing", "carry": "carried carried carrying", "transfer": "transferred transferred transferring",
}  # fmt: skip


def verb(words: str) -> dict[str, str]:
    """Of "hand {s} over": past, pp, ing, inf, s3 (present), each of the whole phrase."""
    first, _, rest = words.partition(" ")
    rest = f" {rest}" if rest else ""
    if first in _IRREGULAR:
        past, pp, ing = _IRREGULAR[first].split()
    else:
        stem = first[:-1] if first.endswith("e") else first
        past = pp = f"{stem}ed"
        ing = f"{stem}ing"
    s3 = {"have": "has", "be": "is"}.get(first) or first + ("es" if first.endswith(("sh", "ch", "s", "go")) else "s")
    s3 = s3[:-2] + "ies" if first.endswith(("py", "ry")) else s3
    forms = {"past": past, "pp": pp, "ing": ing, "inf": first, "s3": s3}
    return {k: v + rest for k, v in forms.items()}


def cap(words: str) -> str:
    return words[:1].upper() + words[1:]


def town(rng: random.Random, host: Host) -> str:
    """A phrase for where in the country: in, at or near a town, in the country itself, in a town and its country."""
    name = rng.choice(host.towns)
    short = host.name
    how = rng.randrange(8)
    if how == 0:
        return f"in {short}"
    if how == 1 and name not in {"Socotra", "Manus Island", "Palawan"}:
        return f"in {name}, {short.removeprefix('the ')},"
    if how == 2:
        return f"near {name}"
    if how == 3 and " " not in name:
        return f"outside {name}"
    return f"on {name}" if name in {"Socotra", "Manus Island", "Palawan"} else f"in {name}"


def tidy(text: str) -> str:
    """No comma before a stop or before another comma."""
    for a, b in ((",,", ","), (",.", "."), ("  ", " "), (" .", "."), (" ,", ","), (",\n", "\n"), (", -", " -")):
        text = text.replace(a, b)
    return text


def fix(words: str) -> str:
    """The article that fits: "an American base"."""
    for v in "AEIO":
        words = words.replace(f" a {v}", f" an {v}").replace(f" A {v}", f" An {v}")
        if words.startswith(f"a {v}"):
            words = "an" + words[1:]
        if words.startswith(f"A {v}"):
            words = "An" + words[1:]
    return words


def key_of(where: str, host: Host) -> str:
    """What the place's words must hold."""
    name = next((t for t in host.towns if t in where), None)
    return name or host.name.removeprefix("the ")


#: What an article goes on with: it is about armed forces, and this states nothing.
TRAILERS = (
    "The army gave no further details.", "The soldiers' families were told by letter.", "The troops' pay is in arrears.",
    "Parliament will debate the army budget in the autumn.", "An army spokesman would not say what it had cost.",
    "The troops are paid by the defence ministry.", "Army engineers were thanked.",
)  # fmt: skip
