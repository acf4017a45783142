"""Who it is where several forces and states stand together: hosts, foes, backers, speakers, and those told of before."""

from __future__ import annotations

import random

from ..reading import Fact
from .making import Case
from .parties import GROUPS, STATES, Group, State

#: Places below a country: words, what must be found, country, its name, its adjective, its capital.
_SPOTS = (
    ("Gao", "Gao", "MLI", "Mali", "Malian", "Bamako"),
    ("Timbuktu", "Timbuktu", "MLI", "Mali", "Malian", "Bamako"),
    ("Kandahar", "Kandahar", "AFG", "Afghanistan", "Afghan", "Kabul"),
    ("Benghazi", "Benghazi", "LBY", "Libya", "Libyan", "Tripoli"),
    ("Pemba", "Pemba", "MOZ", "Mozambique", "Mozambican", "Maputo"),
    ("Mosul", "Mosul", "IRQ", "Iraq", "Iraqi", "Baghdad"),
    ("Juba", "Juba", "SSD", "South Sudan", "South Sudanese", "Juba"),
    ("Goma", "Goma", "COD", "Congo", "Congolese", "Kinshasa"),
    ("Aleppo", "Aleppo", "SYR", "Syria", "Syrian", "Damascus"),
    ("Agadez", "Agadez", "NER", "Niger", "Nigerien", "Niamey"),
    ("Bambari", "Bambari", "CAF", "the Central African Republic", "Central African", "Bangui"),
    ("Marawi", "Marawi", "PHL", "the Philippines", "Philippine", "Manila"),
)
#: Of the lands in which groups fight: name, adjective, capital.
_LANDS = {
    "COD": ("Congo", "Congolese", "Kinshasa"), "SOM": ("Somalia", "Somali", "Mogadishu"),
    "NGA": ("Nigeria", "Nigerian", "Abuja"), "SDN": ("Sudan", "Sudanese", "Khartoum"),
    "MLI": ("Mali", "Malian", "Bamako"), "MMR": ("Myanmar", "Burmese", "Naypyidaw"),
    "PHL": ("the Philippines", "Philippine", "Manila"), "COL": ("Colombia", "Colombian", "Bogotá"),
    "LBN": ("Lebanon", "Lebanese", "Beirut"), "YEM": ("Yemen", "Yemeni", "Sanaa"),
    "AFG": ("Afghanistan", "Afghan", "Kabul"), "LKA": ("Sri Lanka", "Sri Lankan", "Colombo"),
    "CAF": ("the Central African Republic", "Central African", "Bangui"), "SYR": ("Syria", "Syrian", "Damascus"),
}  # fmt: skip
_MONDAY = ("2025-06-09", "2025-06-09")
#: Text; facts as (type, whose, status, where, further): whose of "a" the state, "o", "x" others, "h" the host, "g" the
#: group. Where no slot but the place is named, it is the type's own.
_Told = tuple[str, str, str, str]
_TEXTS: dict[str, tuple[str, tuple[_Told, ...]]] = {
    "they led": ("{n} {adj} soldiers landed in {p} on Monday, {hadj} officials said. They will be led by {an_adj} general.",
                 (("deployment", "a", "completed", "monday n"),)),
    "title": ("{Adj} troops land in {p}\n\n{n} {adj} soldiers landed in {p} on Monday, {hadj} officials said.",
              (("deployment", "a", "completed", "monday n"),)),
    "its army": ("{State} has lost patience with {h}. On Monday its army withdrew from {p}.",
                 (("withdrawal", "a", "completed", "monday"),)),
    "complained": ("{H} had complained to {state} in May. {An_adj} battalion arrived in {p} on Monday.",
                   (("deployment", "a", "completed", "monday"),)),
    "we": ("\"We have withdrawn all our soldiers from {p},\" {state}'s defence minister, {name}, told reporters in {hcap}.",
           (("withdrawal", "a", "completed", ""),)),
    "our": ("\"Our soldiers have left {p},\" said Colonel {name}, a spokesman of the {adj} army.",
            (("withdrawal", "a", "completed", ""),)),
    "he had": ("{name}, the {adj} president, said on Monday that he had ordered the army to withdraw from {p}.",
               (("withdrawal", "a", "planned", ""),)),
    "surname": ("{Adj} President {name} met his {hadj} counterpart on Monday. {name} said {state} would close its base in "
                "{p} next year.", (("base_closure", "a", "planned", ""),)),
    "joint raid": ("The {hadj} army and {adj} troops attacked {g} positions near {p} on Monday.",
                   (("ground_operation", "ah", "completed", "monday g"),)),
    "jets": ("{Adj} jets bombed {g} positions in {p} on Monday at the request of the {hadj} government.",
             (("strike", "a", "completed", "monday g"),)),
    "air force": ("Planes of the {adj} air force struck {g} camps near {p} on Monday.",
                  (("strike", "a", "completed", "monday g"),)),
    "attacked": ("{Men} attacked {adj} troops near {p} on Monday, killing two soldiers.",
                 (("attack_on_force", "a", "completed", "monday g"),)),
    "when": ("Two {adj} soldiers were killed on Monday when {men} attacked their convoy near {p}.",
             (("attack_on_force", "a", "completed", "monday g"),)),
    "demanded": ("{H} demanded on Monday that {state} withdraw its soldiers from {p}.",
                 (("withdrawal", "a", "considered", ""),)),
    "called on": ("{O} called on {state} to withdraw its troops from {p}.", (("withdrawal", "a", "considered", ""),)),
    "backed": ("{G}, backed by {state}, seized {p} on Monday.", (("ground_operation", "g", "completed", "monday"),)),
    "backed men": ("{Adj}-backed {men} seized {p} on Monday, the {hadj} army said.",
                   (("ground_operation", "g", "completed", "monday"),)),
    "three": ("Soldiers from {state}, {o} and {x} arrived in {p} on Monday.",
              (("deployment", "aox", "completed", "monday"),)),
    "three states": ("{State}, {o} and {x} have sent troops to {p}.", (("deployment", "aox", "completed", ""),)),
    "their armies": ("{State} and {o} settled their quarrel in May. Their armies held a joint exercise in {p} on Monday.",
                     (("exercise", "ao", "completed", "monday"),)),
    "two armies": ("{State} and {o} settled their quarrel in May. The two armies held an exercise in {p} on Monday.",
                   (("exercise", "ao", "completed", "monday"),)),
    "contingent": ("{State} keeps 300 soldiers in {p}. The contingent will be withdrawn next year.",
                   (("strength", "a", "in_effect", ""), ("withdrawal", "a", "planned", ""))),
    "seat": ("A spokesman in {cap} said the last {adj} soldiers had left {p} on Monday.",
             (("withdrawal", "a", "completed", "monday"),)),
    "ministry": ("The defence ministry in {cap} said its soldiers had left {p} on Monday.",
                 (("withdrawal", "a", "completed", "monday"),)),
    "embassy": ("The {adj} embassy in {hcap} said that the {adj} contingent had left {p} on Monday.",
                (("withdrawal", "a", "completed", "monday"),)),
    "thanked": ("The {hadj} president thanked {state} for sending two battalions to {p} last month.",
                (("deployment", "a", "completed", ""),)),
    "watched": ("Villagers watched as a convoy of {adj} troops left {p} on Monday.",
                (("withdrawal", "a", "completed", "monday"),)),
    "kept": ("Unlike its neighbours, {state} has kept its soldiers in {p}.", (("presence", "a", "in_effect", ""),)),
    "remain": ("Although {o} protested, {adj} troops remain in {p}.", (("presence", "a", "in_effect", ""),)),
    "whose": ("{Adj} soldiers, whose government is at odds with {o}, left {p} on Monday.",
              (("withdrawal", "a", "completed", "monday"),)),
    "said of": ("{State} said on Wednesday that {o} had sent 300 soldiers to {p}.",
                (("deployment", "o", "completed", ""),)),
    "believes": ("{Adj} intelligence believes that {o} has 300 soldiers in {p}.", (("strength", "o", "in_effect", ""),)),
    "according": ("According to {state}, {oadj} jets bombed {p} on Monday.", (("strike", "o", "completed", "monday"),)),
    "handed": ("{State} handed its base in {p} over to the {hadj} army on Monday.",
               (("base_handover", "a", "completed", "monday h"),)),
    "took over": ("The {hadj} army took over the base in {p} from {adj} troops on Monday.",
                  (("base_handover", "a", "completed", "monday h"),)),
    "group left": ("{G} withdrew {its} fighters from {p} on Monday, the {hadj} army said.",
                   (("withdrawal", "g", "completed", "monday"),)),
    "government": ("The {hadj} government has vowed revenge. Government troops retook {p} from {gname} on Monday.",
                   (("ground_operation", "h", "completed", "monday"),)),
    "its base": ("The {hadj} army said that {men} had attacked its base in {p} on Monday.",
                 (("attack_on_force", "h", "completed", "monday g"),)),
    "deal": ("{State} and {h} signed an agreement on Monday that lets {adj} troops use the airfield in {p}.",
             (("agreement", "ah", "completed", "monday noplace"),)),
    "gapped": ("{State} has 300 soldiers in {p}, {o} 200.",
               (("strength", "a", "in_effect", "300"), ("strength", "o", "in_effect", "200"))),
    "wire": ("{State} to send 300 soldiers to {p}\n\n{cap}, June 11 (Reuters) - The {adj} government said on Wednesday it "
             "would send 300 soldiers to {p} next month.", (("deployment", "a", "planned", ""),)),
    "staff": ("In {cap}, the general staff announced that 300 soldiers had been sent to {p} on Monday.",
              (("deployment", "a", "completed", "monday"),)),
    "parliament": ("The {adj} parliament voted on Monday to send 300 soldiers to {p}.",
                   (("deployment", "a", "planned", ""),)),
    "cabinet": ("The {adj} cabinet approved the deployment of 300 soldiers to {p} on Monday.",
                (("deployment", "a", "planned", ""),)),
    "his government": ("{Adj} Prime Minister {name} took office in May. {name}'s government has withdrawn its soldiers from "
                       "{p}.", (("withdrawal", "a", "completed", ""),)),
    "brigade": ("Soldiers of the 3rd {adj} Infantry Brigade entered {p} on Monday.",
                (("deployment", "a", "completed", "monday"),)),
    "helicopters": ("Two {adj} helicopters were sent to {p} on Monday.", (("deployment", "a", "completed", "monday"),)),
    "engineers": ("{Adj} military engineers are building a base in {p}.", (("base_opening", "a", "ongoing", ""),)),
    "two facts": ("{Adj} troops left {p} on Monday, and {oadj} soldiers moved in.",
                  (("withdrawal", "a", "completed", "monday"), ("deployment", "o", "completed", ""))),
    "fought": ("{Adj} soldiers clashed with {men} in {p} on Monday.",
               (("ground_operation", "a", "completed", "monday g"),)),
    "on behalf": ("On behalf of {h}, {adj} warplanes struck {g} targets in {p} on Monday.",
                  (("strike", "a", "completed", "monday g"),)),
    "no comment": ("The {oadj} army had no comment. {Adj} soldiers had arrived in {p} on Monday.",
                   (("deployment", "a", "completed", "monday"),)),
    "ally's": ("{O}'s ally {state} sent 300 soldiers to {p} on Monday.", (("deployment", "a", "completed", "monday"),)),
    "who said": ("{Adj} General {name}, who commands the battalion, said that his men had left {p} on Monday.",
                 (("withdrawal", "a", "completed", "monday"),)),
    "he pair": ("{name} is the {adj} defence minister. He said on Wednesday that 300 soldiers would be sent to {p}.",
                (("deployment", "a", "planned", ""),)),
    "country": ("{State}'s president said that the country had sent 300 soldiers to {p} on Monday.",
                (("deployment", "a", "completed", "monday"),)),
    "former": ("The {adj} army, once the ally of {gname}, bombed the group's camps near {p} on Monday.",
               (("strike", "a", "completed", "monday"),)),
    "host troops": ("{Adj} officers told the {hadj} government that their last soldiers had left {p} on Monday.",
                    (("withdrawal", "a", "completed", "monday"),)),
    "dash": ("{State} - long a critic of {o} - sent 300 soldiers to {p} on Monday.",
             (("deployment", "a", "completed", "monday"),)),
    "in brackets": ("{State} (population 5m) sent 300 soldiers to {p} on Monday.",
                    (("deployment", "a", "completed", "monday"),)),
    "not they": ("The {hadj} army denied that its soldiers had left {p}.", (("withdrawal", "h", "denied", ""),)),
    "agreed to": ("{State} has agreed to a request by {h} to send 300 soldiers to {p}.",
                  (("deployment", "a", "planned", ""),)),
    "joined": ("{State} joined {o} in bombing {g} camps near {p} on Monday.",
               (("strike", "ao", "completed", "monday"),)),
    "followed": ("{State} followed {o} in withdrawing its troops from {p}.", (("withdrawal", "ao", "completed", ""),)),
    "last of": ("The last of the {adj} soldiers left {p} on Monday, the {hadj} defence ministry said.",
                (("withdrawal", "a", "completed", "monday"),)),
    "among": ("Among those who left {p} on Monday were 300 {adj} soldiers.",
              (("withdrawal", "a", "completed", "monday n"),)),
    "made up": ("A force of 300 soldiers, all of them {adj}, landed in {p} on Monday.",
                (("deployment", "a", "completed", "monday n"),)),
    "nationality": ("Soldiers of the {adj} and {oadj} armies patrolled {p} on Monday.",
                    (("patrol", "ao", "completed", "monday"),)),
    "their own": ("{State} blamed {o} for the crisis and sent its own soldiers to {p} on Monday.",
                  (("deployment", "a", "completed", "monday"),)),
    "on orders": ("On the orders of President {name}, {adj} troops left {p} on Monday.",
                  (("withdrawal", "a", "completed", "monday"),)),
    "asked by": ("Asked by {h} for help, {state} sent 300 soldiers to {p} on Monday.",
                 (("deployment", "a", "completed", "monday"),)),
    "statement": ("In a statement the {adj} embassy in {hcap} denied that {adj} troops had entered {p}.",
                  (("deployment", "a", "denied", ""),)),
    "quoted army": ("\"Our troops have retaken {p},\" the {hadj} army said in a statement.",
                    (("ground_operation", "h", "completed", ""),)),
    "rebels said": ("A spokesman for {gname} said {its} fighters had seized {p} on Monday.",
                    (("ground_operation", "g", "completed", "monday"),)),
    "former power": ("{State}, the former colonial power, has 300 soldiers in {p}.",
                     (("strength", "a", "in_effect", "300"),)),
    "police": ("{Adj} policemen arrested a thief in {p} on Monday.", ()),
    "civil": ("{Adj} aid workers left {p} on Monday, the {hadj} government said.", ()),
    "talks": ("{State} and {h} held talks about trade in {p} on Monday.", ()),
}  # fmt: skip


def _cap(text: str) -> str:
    return text[0].upper() + text[1:]


def case(rng: random.Random) -> Case:
    """One text about the acts of one force among others."""
    name = rng.choice(list(_TEXTS))
    frame, told = _TEXTS[name]
    group: Group = rng.choice(GROUPS)
    spot = rng.choice(_SPOTS)
    if any(x in frame for x in ("{G}", "{men}", "{Men}", "{g}", "{gname}")):
        spot = (*group.place, *_LANDS[group.place[2]])
    state, other, third = rng.sample([s for s in STATES if s.code != spot[2]], 3)
    text = _text(frame, state, other, third, group, spot, rng)
    ids = {"a": state.code, "o": other.code, "x": third.code, "h": spot[2], "g": group.code}
    wanted = [_fact(t, ids, spot[1]) for t in told]
    parts = {
        "text": name,
        "actor": state.code,
        "group": group.code if spot[:3] == group.place else "",
        "place": spot[0],
    }
    return Case(text, wanted, parts)


def _text(
    frame: str, state: State, other: State, third: State, group: Group, spot: tuple[str, ...], rng: random.Random
) -> str:
    agent, is_plural = rng.choice(group.agents)
    men = rng.choice(group.men)
    words, _, _, host, host_adjective, capital = spot
    text = frame.format(
        n=_N, p=words, h=host, H=_cap(host), hadj=host_adjective, hcap=capital, state=state.name, State=_cap(state.name),
        adj=state.demonym, Adj=state.demonym, an_adj=f"a {state.demonym}", An_adj=f"A {state.demonym}", cap=state.capital,
        name=state.surname, o=other.name, O=_cap(other.name), oadj=other.demonym, x=third.name, G=_cap(agent),
        gname=agent, its="their" if is_plural else "its", g=_bare(agent), men=men, Men=_cap(men),
    )  # fmt: skip
    for vowel in "AEIO":
        text = text.replace(f" a {vowel}", f" an {vowel}").replace(f"A {vowel}", f"An {vowel}")
    return text


_N = "300"


def _bare(agent: str) -> str:
    """ "the ELN guerrillas" → "ELN": the name before a noun."""
    words = agent.split()
    kept = [w for w in words if w[0].isupper() or "-" in w or w[0].isdigit()]
    name = " ".join(w for w in kept if w not in {"Shiite", "Kurdish-led", "al-Qaeda-linked"})
    return name.removesuffix("s") if name == "Houthis" else name


_SLOTS = {"deployment": "destination", "withdrawal": "origin"}


def _fact(told: _Told, ids: dict[str, str], where: str) -> Fact:
    type_code, whose, status, more = told
    made: Fact = {"type": type_code, "actors": {ids[c] for c in whose}, "status": status}
    words = more.split()
    if "noplace" not in words:
        made[_SLOTS.get(type_code, "place")] = where
    if "monday" in words:
        made["dates"] = _MONDAY
    if "n" in words:
        made["n"] = (300, 300, "exact", "personnel")
    number = next((int(w) for w in words if w.isdigit()), None)
    if number is not None:
        made["n"] = (number, number, "exact", "personnel")
    for side in ("g", "h"):
        if side in words:
            made["against"] = {ids[side]}
    return made
