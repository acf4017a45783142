"""Where it is when the sentence itself does not say: set by an opener, kept over asides, pointed to or left unsaid."""

from __future__ import annotations

import random

from ..reading import Fact
from .making import Case, Either, So, pick
from .parties import STATES, State

#: Where texts play: a town, another town, the country, its code, its adjective, its capital.
_SCENES = (
    ("Gao", "Kidal", "Mali", "MLI", "Malian", "Bamako"),
    ("Bouar", "Bria", "the Central African Republic", "CAF", "Central African", "Bangui"),
    ("Kandahar", "Herat", "Afghanistan", "AFG", "Afghan", "Kabul"),
    ("Maliana", "Baucau", "East Timor", "TLS", "Timorese", "Dili"),
    ("Benghazi", "Sirte", "Libya", "LBY", "Libyan", "Tripoli"),
    ("Cap-Haïtien", "Gonaïves", "Haiti", "HTI", "Haitian", "Port-au-Prince"),
    ("Pemba", "Palma", "Mozambique", "MOZ", "Mozambican", "Maputo"),
    ("Basra", "Mosul", "Iraq", "IRQ", "Iraqi", "Baghdad"),
    ("Tyre", "Nabatieh", "Lebanon", "LBN", "Lebanese", "Beirut"),
    ("Battambang", "Pailin", "Cambodia", "KHM", "Cambodian", "Phnom Penh"),
    ("Mitrovica", "Prizren", "Kosovo", "XKX", "Kosovar", "Pristina"),
    ("Bouaké", "Korhogo", "Ivory Coast", "CIV", "Ivorian", "Abidjan"),
    ("Zamboanga", "Cotabato", "the Philippines", "PHL", "Philippine", "Manila"),
    ("Kismayo", "Baidoa", "Somalia", "SOM", "Somali", "Mogadishu"),
    ("Gori", "Zugdidi", "Georgia", "GEO", "Georgian", "Tbilisi"),
    ("Makeni", "Kenema", "Sierra Leone", "SLE", "Sierra Leonean", "Freetown"),
)
#: What opens a text about a town {t}; {u} another one, {c} the country, {cap} its capital, {adj} its adjective.
_TOWNS = {
    "quiet": "{t} was quiet on Monday.",
    "market": "{t}, a market town on the river, has seen hard times.",
    "road": "The road to {t} is open again.",
    "lights": "At {t} the lights went out shortly after midnight.",
    "shops": "In {t}, shops reopened on Monday.",
    "life": "Life in {t} is returning to normal.",
    "lies": "{t} lies 90 km from {u}.",
    "nobody": "Nobody in {t} has forgotten the war.",
    "protest": "Hundreds of people marched through {t} on Sunday.",
    "refugees": "More than 4,000 refugees have reached {t} since May.",
    "school": "The children of {t} went back to school this week.",
    "mayor": "The mayor of {t} has asked for calm.",
    "two years": "Two years ago {t} was a ghost town.",
    "shelled": "{t} has been spared by the war so far.",
    "river": "The river that divides {t} is high at this time of the year.",
    "known": "{t} is best known for its market.",
    "dateline": "{T}, June 11 (Reuters) - Shops were open again on Wednesday.",
    "heading": "{t}\n\nThe town has 40,000 inhabitants.",
    "aid": "The World Food Programme has resumed its flights to {t}.",
    "in the land": "Floods have cut {t}, in the north of {c}, off from the rest of the country.",
}
_LANDS = {
    "elections": "{C} will hold elections in October.",
    "poor": "{C} is one of the poorest countries in the world.",
    "drought": "A drought has struck {c} for the third year.",
    "president": "{C}'s president was sworn in on Monday.",
    "crisis": "The crisis in {c} has entered its second year.",
    "peace": "Peace has not come to {c}.",
    "cap": "{cap} was calm on Monday. So was the rest of {c}.",
    "aid": "Aid workers in {c} say that 2 million people are hungry.",
    "fronted": "In {c}, elections will be held in October.",
    "bishops": "The bishops of {c} called for dialogue at Easter.",
}
#: What stands between and says nothing of forces: {s} the state that acts, {scap} its capital, {o} a third one.
_BETWEEN = {
    "none": "", "none too": "", "prices": "Prices have doubled since then.", "minister": "The foreign minister was in {ocap} on Sunday.",
    "home": "In {scap}, newspapers ask what comes next.",
    "governor": "The governor declined to comment.", "people": "People are tired, a teacher said.",
    "number": "About 300 families have lost their homes.", "past": "It was not always so.",
    "ngo": "\"We need medicines,\" said a doctor who was trained in {o}.",
}  # fmt: skip
#: What is then stated: sentence; type, number, status; where it stands: "t" after a town, "c" after a country, "" both.
_FACTS: dict[str, tuple[str, str, int | None, str, str]] = {
    "has there": ("{S} has 320 soldiers there.", "strength", 320, "in_effect", ""),
    "there are": ("There are 320 {sadj} soldiers in the town.", "strength", 320, "in_effect", "t"),
    "in the country": ("{S} has 320 soldiers in the country.", "strength", 320, "in_effect", "c"),
    "keeps in country": ("{S} keeps a battalion in the country.", "presence", None, "in_effect", "c"),
    "numbers": ("The {sadj} contingent numbers 320 soldiers.", "strength", 320, "in_effect", ""),
    "garrison": ("The {sadj} garrison is 320 strong.", "strength", 320, "in_effect", ""),
    "with": ("With 320 soldiers the {sadj} contingent is the largest.", "strength", 320, "in_effect", ""),
    "first": ("The first 120 {sadj} soldiers arrived last week.", "deployment", 120, "completed", ""),
    "sent": ("{S} sent 320 soldiers in March.", "deployment", 320, "completed", ""),
    "sends there": ("{S} sent 320 soldiers there in March.", "deployment", 320, "completed", ""),
    "will send": ("{S} will send 320 soldiers next month.", "deployment", 320, "planned", ""),
    "expected": ("Some 320 {sadj} soldiers are expected next month.", "deployment", 320, "considered/planned", ""),
    "due": ("Another 320 {sadj} soldiers are due by the end of June.", "deployment/reinforcement", 320, "planned/considered", ""),
    "left": ("The last {sadj} soldiers left on Monday.", "withdrawal", None, "completed", ""),
    "left town": ("{Sadj} troops left the town on Monday.", "withdrawal", None, "completed", "t"),
    "gone": ("The {sadj} soldiers are gone since Monday.", "withdrawal", None, "completed", ""),
    "flew home": ("Sixty-five {sadj} soldiers flew home on Monday.", "withdrawal", 65, "completed", ""),
    "pulls out": ("{S} is pulling out its 320 soldiers.", "withdrawal", 320, "ongoing", ""),
    "is to leave": ("The {sadj} contingent is to leave by the end of the year.", "withdrawal", None, "planned", ""),
    "patrols": ("{Sadj} soldiers patrol the streets at night.", "patrol", None, "ongoing", "t"),
    "based": ("A {sadj} battalion is based at the airfield.", "presence", None, "in_effect", "t"),
    "guards": ("{Sadj} paratroopers guard the town.", "presence", None, "in_effect", "t"),
    "attacked": ("Two {sadj} soldiers were killed on Monday when gunmen attacked their convoy.", "attack_on_force", 2, "completed", "t"),
    "mine": ("On Monday a {sadj} patrol hit a mine, and two soldiers were wounded.", "attack_on_force", 2, "completed", "t"),
    "bomb": ("{Sadj} jets bombed the town on Monday.", "strike", None, "completed", "t"),
    "base": ("{S} opened a base there in 2019.", "base_opening", None, "completed", ""),
    "base town": ("In 2019 {s} built a base outside the town.", "base_opening", None, "completed", "t"),
    "closed": ("{S} closed its base there in 2019.", "base_closure", None, "completed", ""),
    "troops remain": ("{Sadj} troops remain in the town.", "presence", None, "in_effect", "t"),
    "still there": ("The {sadj} troops are still there.", "presence", None, "in_effect", ""),
    "exercise": ("{Sadj} soldiers held an exercise there in March.", "exercise", None, "completed", ""),
    "raise": ("{S} wants to raise its contingent from 320 to 500 soldiers.", "strength_change", 500, "considered/planned", ""),
    "reinforced": ("{S} has reinforced its contingent by 120 soldiers.", "reinforcement", 120, "completed", ""),
}  # fmt: skip
#: Openers after which the text is no longer where it was before: "{S} has 900 soldiers in {o}. …".
_MOVING_ON = frozenset({"shops", "lights", "fronted"})
#: After these "there" may mean the place that they name.
_SHIFTING = frozenset({"minister", "home"})
_SLOT = {"withdrawal": "origin", "deployment": "destination", "reinforcement": "destination"}


def _cap(text: str) -> str:
    return text[0].upper() + text[1:]


def case(rng: random.Random) -> Case:
    """A text that names its place at first and states its fact later."""
    scene = rng.choice(_SCENES)
    town, other, land, code, adjective, capital = scene
    state, third = rng.sample([s for s in STATES if s.code != code], 2)
    fact, (told, types, number, status, level) = pick(rng, _FACTS)
    is_town = level == "t" or not level and rng.random() < 0.6
    opener, frame = pick(rng, _TOWNS if is_town else _LANDS)
    between, aside = pick(rng, _BETWEEN)
    if " there" in told and between in _SHIFTING:
        between, aside = "none", ""
    is_later = opener in _MOVING_ON and not aside and rng.random() < 0.5
    before = "{S} has 900 soldiers in {o}." if is_later else ""
    text = " ".join(x for x in (before, frame, aside, told) if x).format(
        t=town, T=town.upper(), u=other, c=land, C=_cap(land), adj=adjective, cap=capital, s=state.name,
        S=_cap(state.name), sadj=state.demonym, Sadj=_cap(state.demonym), scap=state.capital, o=third.name,
        ocap=third.capital,
    )  # fmt: skip
    wanted = [_fact(types, state, number, status, town if is_town else land.removeprefix("the "))]
    if is_later:
        wanted.append(_fact("strength", state, 900, "in_effect", third.name.removeprefix("the ")))
    return Case(
        _articles(text), wanted,
        {"fact": fact, "before": "told elsewhere" if is_later else "nothing", "opener": opener, "between": between, "scene": town, "state": state.code, "level": level or "any"},
    )  # fmt: skip


def _articles(text: str) -> str:
    for vowel in "AEIO":
        text = text.replace(f" a {vowel}", f" an {vowel}").replace(f"A {vowel}", f"An {vowel}")
    return text


def _fact(types: str, state: State, number: int | None, status: str, where: str) -> Fact:
    made: Fact = {"type": Either(types.split("/")), "actors": {state.code}, "status": Either(status.split("/"))}
    made[_SLOT.get(types.split("/", maxsplit=1)[0], "place")] = where
    if number is not None:
        made["n"] = So(number)
    return made
