"""Which of a sentence's places it is: named beside vague ground, across a border, joined by other prepositions, beside
places that say something else."""

from __future__ import annotations

import random

from ..reading import Fact
from .making import Case, Either, So, pick
from .parties import STATES, State

#: A town, another town, the country, its code, its adjective, its capital, a province of it, a neighbour.
_SCENES = (
    ("Gao", "Kidal", "Mali", "MLI", "Malian", "Bamako", "Ségou", "Niger"),
    ("Kandahar", "Herat", "Afghanistan", "AFG", "Afghan", "Kabul", "Helmand", "Tajikistan"),
    ("Benghazi", "Sirte", "Libya", "LBY", "Libyan", "Tripoli", "Cyrenaica", "Tunisia"),
    ("Pemba", "Nampula", "Mozambique", "MOZ", "Mozambican", "Maputo", "Cabo Delgado", "Malawi"),
    ("Basra", "Mosul", "Iraq", "IRQ", "Iraqi", "Baghdad", "Anbar", "Jordan"),
    ("Zamboanga", "Cotabato", "the Philippines", "PHL", "Philippine", "Manila", "Sulu", "Malaysia"),
    ("Kismayo", "Baidoa", "Somalia", "SOM", "Somali", "Mogadishu", "Jubaland", "Djibouti"),
    ("Goma", "Bukavu", "Congo", "COD", "Congolese", "Kinshasa", "Ituri", "Zambia"),
    ("Aleppo", "Raqqa", "Syria", "SYR", "Syrian", "Damascus", "Hasakah", "Lebanon"),
    ("Kharkiv", "Poltava", "Ukraine", "UKR", "Ukrainian", "Kyiv", "Donetsk", "Moldova"),
)
#: Sentence; its facts as (type, where, number, status); where: t, u towns, p the province, c the country, or words.
_SHAPES: dict[str, tuple[str, tuple[tuple[str, str, int | None, str], ...]]] = {
    # vague ground, then a name
    "districts patrol": ("In the western districts, {adj} troops patrolled around {t} on Monday.", (("patrol", "t", None, "completed"),)),
    "last base": ("The last {adj} base in the north, at {t}, was closed in March.", (("base_closure", "t", None, "completed"),)),
    "further south": ("A {adj} battalion is based further south, at {t}.", (("presence", "t", None, "in_effect"),)),
    "in the east": ("In the east, at {t}, {s} has 320 soldiers.", (("strength", "t", 320, "in_effect"),)),
    "north of": ("Further north, in {t}, {adj} troops opened a base in March.", (("base_opening", "t", None, "completed"),)),
    "hills": ("From the hills around it {adj} guns shelled {t} on Monday.", (("strike", "t", None, "completed"),)),
    "other side": ("On the other side of the river, {s} moved tanks to {t}.", (("deployment/relocation/reinforcement", "t", None, "completed"),)),
    "across": ("In {t}, across the border, {s} has 320 soldiers.", (("strength", "t", 320, "in_effect"),)),
    "across 2": ("Across the border, in {t}, {s} has 320 soldiers.", (("strength", "t", 320, "in_effect"),)),
    "out east": ("{Adj} soldiers are digging in out in the east, near {t}.", (("reinforcement/presence/deployment", "t", None, "*"),)),
    "a town": ("{S} has 320 soldiers in a town in the south, {t}.", (("strength", "t", 320, "in_effect"),)),
    # other prepositions
    "around and in": ("{Adj} jets hit targets around {t} and in {p} province on Monday.", (("strike", "t", None, "completed"), ("strike", "p", None, "completed"))),
    "in and near": ("{S} has bases in {t} and near {u}.", (("presence", "t", None, "in_effect"), ("presence", "u", None, "in_effect"))),
    "at and outside": ("{Adj} troops are stationed at {t} and outside {u}.", (("presence", "t", None, "in_effect"), ("presence", "u", None, "in_effect"))),
    "from and from": ("{S} withdrew its troops from {t} and from {u} in March.", (("withdrawal", "t", None, "completed"), ("withdrawal", "u", None, "completed"))),
    "to and then": ("{Adj} soldiers were sent to {t} and, in May, to {u}.", (("deployment", "t", None, "completed"), ("deployment", "u", None, "completed"))),
    "both": ("{Adj} soldiers patrolled both in {t} and along the road to {u} on Monday.", (("patrol", "t", None, "completed"),)),
    "time between": ("{Adj} troops stand at {t} and, since 2021, at {u}.", (("presence", "t", None, "in_effect"), ("presence", "u", None, "in_effect"))),
    # whence, not where
    "flew from": ("{Adj} jets that took off from {u} bombed {t} on Monday.", (("strike", "t", None, "completed"),)),
    "based elsewhere": ("A {adj} brigade based in {u} has moved to {t}.", (("relocation/deployment", "t", None, "completed"),)),
    "set out": ("A {adj} convoy set out from {u} on Monday and reached {t} two days later.", (("deployment/relocation/withdrawal", "t", None, "completed"),)),
    "via": ("320 {adj} soldiers were flown to {t} via {u}.", (("deployment", "t", 320, "completed"),)),
    "by way": ("By way of {u}, 320 {adj} soldiers reached {t} on Monday.", (("deployment", "t", 320, "completed"),)),
    "back from": ("Back from {u}, the {adj} battalion was sent to {t} in March.", (("deployment/relocation", "t", None, "completed"),)),
    # beside
    "km from": ("At {t}, 90 km from {u}, {s} has 320 soldiers.", (("strength", "t", 320, "in_effect"),)),
    "between": ("{Adj} troops opened a base at {t}, halfway between {u} and {cap}.", (("base_opening", "t", None, "completed"),)),
    "near border": ("{S} has opened a base at {t}, near the border with {n}.", (("base_opening", "t", None, "completed"),)),
    "road": ("{Adj} soldiers closed the base at {t}, on the road to {u}.", (("base_closure", "t", None, "completed"),)),
    "officials in": ("Officials in {cap} say that 320 {adj} soldiers are in {t}.", (("strength", "t", 320, "in_effect"),)),
    "governor of": ("The governor of {u} said that {adj} troops had left {t} on Monday.", (("withdrawal", "t", None, "completed"),)),
    "capital said": ("In {cap}, the defence ministry said that {adj} troops had left {t} on Monday.", (("withdrawal", "t", None, "completed"),)),
    "after fall": ("After the fall of {u}, {s} sent 320 soldiers to {t}.", (("deployment", "t", 320, "completed"),)),
    "while talks": ("While talks went on in {u}, {adj} troops left {t} on Monday.", (("withdrawal", "t", None, "completed"),)),
    "refugees": ("{Adj} soldiers in {t} guard a camp for refugees from {u}.", (("presence", "t", None, "in_effect"),)),
    "unlike": ("Unlike {u}, {t} still has a {adj} garrison.", (("presence", "t", None, "in_effect"),)),
    "of whom": ("{S} has 320 soldiers in {c}, 80 of them in {t}.", (("strength", "c", 320, "in_effect"), ("strength", "t", 80, "in_effect"))),
    "once": ("Once a resort, {t} now houses 320 {adj} soldiers.", (("strength", "t", 320, "in_effect"),)),
    "home to": ("{T} is home to 320 {adj} soldiers.", (("strength", "t", 320, "in_effect"),)),
    "with in": ("With 320 soldiers in {t}, {s} is the largest contributor to the mission in {c}.", (("strength", "t", 320, "in_effect"),)),
    "largest abroad": ("{S}'s 3rd Brigade, the largest unit outside its borders, exercised near {t} in March.", (("exercise", "t", None, "completed"),)),
    "exercise km": ("{Adj} troops exercised in March at {t}, twenty kilometres from the frontier.", (("exercise", "t", None, "completed"),)),
    "attack on way": ("Two {adj} soldiers on their way from {u} were killed near {t} on Monday when a mine exploded.", (("attack_on_force", "t", 2, "completed"),)),
    "province": ("In {p}, {adj} soldiers left the base at {t} on Monday.", (("withdrawal", "t", None, "completed"),)),
    "in brackets": ("{Adj} troops left {t} ({p}) on Monday.", (("withdrawal", "t", None, "completed"),)),
    "comma province": ("{Adj} troops left {t}, {p} province, on Monday.", (("withdrawal", "t", None, "completed"),)),
    "followed": ("{Adj} troops left {u} in March and {t} in May.", (("withdrawal", "u", None, "completed"), ("withdrawal", "t", None, "completed"))),
    "over border": ("From {n}, 320 {adj} soldiers crossed the border into {c} on Monday.", (("deployment", "c", 320, "completed"),)),
    "none": ("{Adj} engineers from {u} repaired a bridge in {t} for the {cadj} government.", ()),
    "none visit": ("The {adj} defence minister visited {t} and {u} on Monday.", ()),
}  # fmt: skip
_SLOT = {
    "withdrawal": "origin",
    "deployment": "destination",
    "reinforcement": "destination",
    "relocation": "destination",
}


def _cap(text: str) -> str:
    return text[0].upper() + text[1:]


def case(rng: random.Random) -> Case:
    """One sentence with several places."""
    town, other, land, code, adjective, capital, province, neighbour = rng.choice(_SCENES)
    state = rng.choice([s for s in STATES if s.code != code])
    if rng.random() < 0.5:
        town, other = other, town
    shape, (frame, told) = pick(rng, _SHAPES)
    text = frame.format(
        t=town, T=town, u=other, c=land, p=province, n=neighbour, cap=capital, cadj=adjective, s=state.name,
        S=_cap(state.name), adj=state.demonym, Adj=_cap(state.demonym),
    )  # fmt: skip
    for vowel in "AEIO":
        text = text.replace(f" a {vowel}", f" an {vowel}").replace(f"A {vowel}", f"An {vowel}")
    names = {"t": town, "u": other, "c": land.removeprefix("the "), "p": province}
    wanted = [_fact(kind, state, n, status, names.get(where, where)) for kind, where, n, status in told]
    return Case(text, wanted, {"shape": shape, "town": town, "state": state.code})


def _fact(types: str, state: State, number: int | None, status: str, where: str) -> Fact:
    made: Fact = {"type": Either(types.split("/")), "actors": {state.code}}
    if status != "*":
        made["status"] = status
    made[_SLOT.get(types.split("/", maxsplit=1)[0], "place")] = where
    if number is not None:
        made["n"] = So(number)
    return made
