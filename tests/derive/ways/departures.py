"""What `leaving` is made of: verbs in all their forms, ways of leaving, moving and reducing, who and how many, when."""

from __future__ import annotations

from dataclasses import dataclass

#: base, past, participle, -ing, third person; others are regular.
_IRREGULAR = {
    "withdraw": "withdrew withdrawn withdrawing withdraws", "bring": "brought brought bringing brings",
    "take": "took taken taking takes", "fly": "flew flown flying flies", "send": "sent sent sending sends",
    "get": "got got getting gets", "leave": "left left leaving leaves", "quit": "quit quit quitting quits",
    "come": "came come coming comes", "drive": "drove driven driving drives", "cut": "cut cut cutting cuts",
    "fall": "fell fallen falling falls", "shrink": "shrank shrunk shrinking shrinks", "begin": "began begun beginning begins",
    "draw": "drew drawn drawing draws", "hand": "handed handed handing hands", "go": "went gone going goes",
    "ship": "shipped shipped shipping ships", "trim": "trimmed trimmed trimming trims", "drop": "dropped dropped dropping drops",
    "transfer": "transferred transferred transferring transfers", "repatriate": "repatriated repatriated repatriating repatriates",
    "thin": "thinned thinned thinning thins", "give": "gave given giving gives", "exit": "exited exited exiting exits",
    "bus": "bussed bussed bussing busses", "wind": "wound wound winding winds",
    "ferry": "ferried ferried ferrying ferries", "travel": "travelled travelled travelling travels",
    "march": "marched marched marching marches", "make": "made made making makes", "slip": "slipped slipped slipping slips",
}  # fmt: skip


def forms(verb: str) -> dict[str, str]:
    """All forms of a verb."""
    if verb in _IRREGULAR:
        past, pp, ing, pres = _IRREGULAR[verb].split()
    else:
        stem = verb[:-1] if verb.endswith("e") else verb
        past = pp = ("carri" if verb == "carry" else stem) + "ed"
        ing = (verb if verb == "carry" else stem) + "ing"
        pres = "carries" if verb == "carry" else verb + ("es" if verb.endswith(("ch", "sh")) else "s")
    return {"base": verb, "past": past, "pp": pp, "ing": ing, "pres": pres}


#: A state or army takes them out: verb, what follows, the noun (or "").
TAKING_OUT = (
    ("withdraw", "{f} from {p}", "withdrawal of {f} from {p}"),
    ("pull", "{f} out of {p}", "pull-out of {f} from {p}"),
    ("pull", "out {f} from {p}", "pullout of {f} from {p}"),
    ("pull", "{f} back from {p}", "pullback of {f} from {p}"),
    ("pull", "{f} from {p}", ""),
    ("bring", "{f} home from {p}", "return of {f} from {p}"),
    ("bring", "home {f} from {p}", "homecoming of {f} from {p}"),
    ("bring", "back {f} from {p}", "return home of {f} from {p}"),
    ("take", "{f} out of {p}", "departure of {f} from {p}"),
    ("remove", "{f} from {p}", "removal of {f} from {p}"),
    ("recall", "{f} from {p}", "recall of {f} from {p}"),
    ("evacuate", "{f} from {p}", "evacuation of {f} from {p}"),
    ("extract", "{f} from {p}", "extraction of {f} from {p}"),
    ("repatriate", "{f} from {p}", "repatriation of {f} from {p}"),
    ("fly", "{f} home from {p}", "exit of {f} from {p}"),
    ("fly", "{f} out of {p}", ""),
    ("airlift", "{f} out of {p}", ""),
    ("ship", "{f} home from {p}", ""),
    ("call", "{f} home from {p}", ""),
    ("call", "back {f} from {p}", ""),
    ("move", "{f} out of {p}", "removal of {f} from {p}"),
    ("send", "{f} home from {p}", ""),
    ("get", "{f} out of {p}", ""),
    ("redeploy", "{f} out of {p}", "redeployment of {f} out of {p}"),
    ("withdraw", "{f} stationed in {p}", "withdrawal of {f} stationed in {p}"),
    ("pull", "out {f} deployed in {p}", "pullout of {f} deployed in {p}"),
    ("bring", "home {f} serving in {p}", ""),
    ("recall", "{f} based in {p}", "recall of {f} based in {p}"),
    ("lift", "{f} out of {p}", ""),
    ("take", "{f} home from {p}", ""),
    ("take", "away {f} from {p}", ""),
    ("ferry", "{f} out of {p}", ""),
    ("airlift", "{f} home from {p}", ""),
    ("pull", "{f} back out of {p}", ""),
    ("fly", "{f} back from {p}", ""),
    ("evacuate", "{f} by air from {p}", "air evacuation of {f} from {p}"),
    ("bring", "{f} back home from {p}", "journey home of {f} from {p}"),
    ("move", "{f} home from {p}", ""),
    ("rotate", "{f} out of {p}", "rotation of {f} out of {p}"),
    ("pull", "its military out of {p}", ""),
    ("withdraw", "its contingent from {p}", ""),
    ("bring", "its military presence in {p} to an end", ""),
    ("wind", "up its deployment in {p}", ""),
)
#: They go themselves.
GOING_AWAY = (
    ("leave", "{p}", "departure of {f} from {p}"),
    ("depart", "{p}", "departure from {p} of {f}"),
    ("depart", "from {p}", "departure of {f} from {p}"),
    ("pull", "out of {p}", "pullout by {f} from {p}"),
    ("withdraw", "from {p}", "withdrawal by {f} from {p}"),
    ("exit", "{p}", "exit of {f} from {p}"),
    ("quit", "{p}", ""),
    ("move", "out of {p}", ""),
    ("come", "home from {p}", "homecoming of {f} from {p}"),
    ("return", "home from {p}", "return home of {f} from {p}"),
    ("return", "from {p}", "return of {f} from {p}"),
    ("fly", "home from {p}", "flight home of {f} from {p}"),
    ("fly", "out of {p}", ""),
    ("evacuate", "{p}", "evacuation of {p} by {f}"),
    ("retreat", "from {p}", "retreat of {f} from {p}"),
    ("pull", "back from {p}", "pullback of {f} from {p}"),
    ("march", "out of {p}", ""),
    ("drive", "out of {p}", ""),
    ("clear", "out of {p}", ""),
    ("ship", "out of {p}", ""),
    ("head", "home from {p}", ""),
    ("get", "out of {p}", ""),
    ("go", "home from {p}", ""),
    ("slip", "out of {p}", ""),
    ("abandon", "{p}", ""),
    ("ship", "home from {p}", ""),
    ("make", "their exit from {p}", ""),
    ("roll", "out of {p}", ""),
    ("redeploy", "out of {p}", "redeployment of {f} from {p}"),
    ("disengage", "from {p}", "disengagement of {f} from {p}"),
    ("leave", "{p} for good", ""),
    ("leave", "{p} for home", ""),
    ("leave", "their positions in {p}", ""),
    ("vacate", "their base in {p}", ""),
    ("fly", "back from {p}", ""),
    ("make", "their way home from {p}", ""),
    ("withdraw", "completely from {p}", ""),
    ("get", "back from {p}", ""),
    ("come", "back from {p}", ""),
    ("travel", "home from {p}", ""),
    ("move", "away from {p}", ""),
    ("pull", "back out of {p}", ""),
    ("draw", "back from {p}", ""),
    ("desert", "their posts in {p}", ""),
    ("leave", "{p} by road", ""),
    ("depart", "{p} by air", ""),
    ("give", "up their positions in {p}", ""),
    ("rotate", "out of {p}", "rotation of {f} out of {p}"),
    ("board", "flights home from {p}", ""),
)
#: From one place to another, taken and by themselves.
MOVING = (
    ("move", "{f} from {p} to {q}", "movement of {f} from {p} to {q}"),
    ("relocate", "{f} from {p} to {q}", "relocation of {f} from {p} to {q}"),
    ("transfer", "{f} from {p} to {q}", "transfer of {f} from {p} to {q}"),
    ("shift", "{f} from {p} to {q}", "shift of {f} from {p} to {q}"),
    ("redeploy", "{f} from {p} to {q}", "redeployment of {f} from {p} to {q}"),
    ("reposition", "{f} from {p} to {q}", "repositioning of {f} from {p} to {q}"),
    ("fly", "{f} from {p} to {q}", ""),
    ("bring", "{f} from {p} to {q}", ""),
    ("send", "{f} from {p} to {q}", ""),
    ("pull", "{f} back from {p} to {q}", "withdrawal of {f} from {p} to {q}"),
    ("withdraw", "{f} from {p} to {q}", "withdrawal of {f} from {p} to {q}"),
    ("transport", "{f} from {p} to {q}", ""),
)
MOVING_ON = (
    ("move", "from {p} to {q}", "move of {f} from {p} to {q}"),
    ("relocate", "from {p} to {q}", "relocation of {f} from {p} to {q}"),
    ("redeploy", "from {p} to {q}", "redeployment of {f} from {p} to {q}"),
    ("shift", "from {p} to {q}", ""),
    ("fall", "back from {p} to {q}", ""),
    ("withdraw", "from {p} to {q}", "withdrawal of {f} from {p} to {q}"),
    ("retreat", "from {p} to {q}", "retreat of {f} from {p} to {q}"),
    ("pull", "back from {p} to {q}", "pullback of {f} from {p} to {q}"),
    ("leave", "{p} for {q}", "departure of {f} from {p} for {q}"),
    ("transfer", "from {p} to {q}", ""),
)
#: Prisoners: {d}.
PRISONERS = (
    ("transfer", "{d} from {p} to {q}", "transfer of {d} from {p} to {q}"),
    ("move", "{d} from {p} to {q}", "transfer of {d} from {p} to {q}"),
    ("fly", "{d} from {p} to {q}", "transfer by air of {d} from {p} to {q}"),
    ("transport", "{d} from {p} to {q}", "transport of {d} from {p} to {q}"),
    ("relocate", "{d} from {p} to {q}", "relocation of {d} from {p} to {q}"),
    ("send", "{d} from {p} to {q}", ""),
    ("take", "{d} from {p} to {q}", ""),
    ("bring", "{d} from {p} to {q}", ""),
    ("hand", "over {d} to the authorities in {q}", ""),
    ("hand", "{d} over to {q}", "handover of {d} to {q}"),
    ("repatriate", "{d} to {q}", "repatriation of {d} to {q}"),
    ("return", "{d} to {q}", "return of {d} to {q}"),
    ("deliver", "{d} to prisons in {q}", "delivery of {d} to prisons in {q}"),
    ("escort", "{d} from {p} to {q}", ""),
    ("drive", "{d} from {p} to {q}", ""),
    ("extradite", "{d} to {q}", "extradition of {d} to {q}"),
    ("turn", "{d} over to the police in {q}", ""),
    ("give", "up {d} to {q}", ""),
    ("carry", "{d} from {p} to {q}", ""),
    ("airlift", "{d} from {p} to {q}", "airlift of {d} from {p} to {q}"),
    ("ship", "{d} from {p} to {q}", ""),
    ("bus", "{d} from {p} to {q}", ""),
    ("send", "{d} back to {q}", ""),
    ("evacuate", "{d} from {p} to {q}", "evacuation of {d} from {p} to {q}"),
)
#: From one number to another; a state does it, or it happens to the force: words, new, old, change.
CUTTING = (
    ("cut", "its troop contingent in {p} from 900 to 600 troops", 600, 900, None),
    ("reduce", "its contingent in {p} from 900 to 600", 600, 900, None),
    ("reduce", "its presence in {p} to 600 soldiers", 600, None, None),
    ("trim", "its contingent in {p} by 300 soldiers", None, None, -300),
    ("cut", "the number of its soldiers in {p} by 300", None, None, -300),
    ("lower", "the number of its troops in {p} from 900 to 600", 600, 900, None),
    ("scale", "back its forces in {p} to 600", 600, None, None),
    ("scale", "down its garrison in {p} from 900 soldiers to 600", 600, 900, None),
    ("draw", "down its forces in {p} to 600", 600, None, None),
    ("shrink", "its deployment in {p} from 900 troops to 600", 600, 900, None),
    ("cut", "back its presence in {p} from 900 troops to 600", 600, 900, None),
    ("bring", "down its troop numbers in {p} from 900 to 600", 600, 900, None),
    ("slash", "its troop strength in {p} from 900 to 600", 600, 900, None),
    ("thin", "out its garrison in {p} to 600 soldiers", 600, None, None),
    ("reduce", "the size of its contingent in {p} by 300 soldiers", None, None, -300),
    ("pare", "its deployment in {p} down to 600 soldiers", 600, None, None),
    ("take", "its troop levels in {p} down to 600", 600, None, None),
)
#: A reduction without a number is a withdrawal.
REDUCING = (
    ("reduce", "its troops in {p}"),
    ("cut", "back its forces in {p}"),
    ("scale", "back its military presence in {p}"),
    ("draw", "down its forces in {p}"),
    ("trim", "its contingent in {p}"),
    ("shrink", "its garrison in {p}"),
    ("scale", "down its deployment in {p}"),
    ("cut", "the number of its troops in {p}"),
    ("thin", "out its garrison in {p}"),
    ("reduce", "the number of its soldiers in {p}"),
    ("end", "its military presence in {p}"),
)


@dataclass(frozen=True)
class When:
    """Words for a time, and its first and last day (None: not compared)."""

    words: str
    days: tuple[str, str] | None


PAST = (
    When("last month", ("2025-05-01", "2025-05-31")),
    When("in March", ("2025-03-01", "2025-03-31")),
    When("on 3 May", ("2025-05-03", "2025-05-03")),
    When("on May 3, 2023,", ("2023-05-03", "2023-05-03")),
    When("in 2019", ("2019-01-01", "2019-12-31")),
    When("last year", ("2024-01-01", "2024-12-31")),
    When("on Tuesday", ("2025-06-10", "2025-06-10")),
    When("in August 2021", ("2021-08-01", "2021-08-31")),
    When("overnight", None),
    When("over the weekend", None),
    When("earlier this week", None),
)
AHEAD = (
    When("by September", ("", "2025-09-30")),
    When("by the end of the year", ("", "2025-12-31")),
    When("next month", ("2025-07-01", "2025-07-31")),
    When("in October", ("2025-10-01", "2025-10-31")),
    When("in 2027", ("2027-01-01", "2027-12-31")),
    When("within six months", None),
    When("later this year", None),
    When("before Christmas", None),
)
#: What a state takes out: words ({n} a number of the cast), low, high, qualifier, unit. "#" takes those of {n}.
OWN = (
    ("{n} troops", "#"), ("{n} of its soldiers", "#"), ("its {e} soldiers", "="), ("all of its troops", None),
    ("its troops", None), ("its last 40 soldiers", (40, 40, "exact", "personnel")), ("the last of its forces", None),
    ("two infantry battalions", (2, 2, "exact", "units")), ("a tank battalion", None), ("the bulk of its troops", None),
    ("six F-16 fighter jets", (6, 6, "exact", "aircraft")), ("its remaining {e} peacekeepers", "="),
    ("its entire contingent of {e} troops", "="), ("{n} military advisers", "#"), ("its combat troops", None),
    ("a {e}-strong contingent", "="), ("three attack helicopters", (3, 3, "exact", "aircraft")), ("its special forces", None),
    ("another {e} soldiers", "="), ("hundreds of soldiers", (100, None, "at_least", "personnel")), ("most of its troops", None),
)  # fmt: skip
#: The same with their nation; whether plural; {t} the troops of the cast, {d} the demonym.
THEIRS = (
    ("{n} {t}", True, "#"), ("the last {t}", True, None), ("all {t}", True, None), ("the {d} contingent", False, None),
    ("a {d} battalion", False, None), ("two {d} infantry battalions", True, (2, 2, "exact", "units")),
    ("the last 40 {t}", True, (40, 40, "exact", "personnel")), ("the remaining {e} {t}", True, "="),
    ("hundreds of {t}", True, (100, None, "at_least", "personnel")), ("{t}", True, None), ("most {t}", True, None),
    ("{n} {d} peacekeepers", True, "#"), ("a {d} special forces unit", False, None), ("the {d} army", False, None),
    ("a contingent of {n} {t}", False, "#"), ("a group of {e} {t}", False, "="), ("several hundred {t}", True, None),
)  # fmt: skip
EXACT = (("300", 300), ("1,200", 1200), ("forty", 40), ("75", 75), ("850", 850))
DETAINED = (
    ("40 detainees", (40, 40, "exact", "detainees")), ("six prisoners of war", (6, 6, "exact", "detainees")),
    ("about 150 prisoners", (150, 150, "about", "detainees")), ("dozens of detainees", (12, None, "at_least", "detainees")),
    ("75 captured fighters", (75, 75, "exact", "detainees")), ("more than 200 inmates", (200, None, "at_least", "detainees")),
    ("three captured rebel commanders", None), ("a group of detainees", None),
    ("12 captured soldiers", (12, 12, "exact", "detainees")),
)  # fmt: skip
#: Two places: words, key, country, twice.
JOURNEYS = (
    ("Gao", "Timbuktu"), ("Kandahar", "Herat"), ("Bangui", "Bambari"), ("Benghazi", "Derna"), ("Erbil", "Baghdad"),
    ("Goma", "Bukavu"), ("Kidal", "Gao"), ("Hodeidah", "Mokha"), ("Kismayo", "Baidoa"), ("Marawi", "Zamboanga"),
    ("Juba", "Malakal"), ("Camp Taji", "Baghdad"), ("Qatar", "Oman"), ("Lithuania", "Poland"),
)  # fmt: skip
