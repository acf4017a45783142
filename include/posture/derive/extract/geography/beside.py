"""Words beside a name that show it to be a place, or where it ends: "the town of X", "reached X", "withdrew from X"."""

from __future__ import annotations

from ..language.classes import nouns, words
from ..language.grammar import BE_FORMS, ENDS_COUNT, set_of
from ..language.phrases import COMPASS
from ..language.text import Token
from .placekinds import MANY_PLACES

#: Nouns of military sites behind a name.
SITE_WORDS = frozenset(("base airbase camp garrison outpost airfield airport barracks fort station facility").split())
#: Nouns that make a name behind or before them a place.
GEO_NOUNS = words("geo_noun")
#: "The villages of X and Y", "camps at X": names of several follow.
GEO_MANY = MANY_PLACES | set_of("outskirts mines oases farms centres centers")
_LEAVING = frozenset(
    (
        "leave leaves left leaving depart departs departed departing withdraw withdraws withdrew withdrawn withdrawing "
        "retreat retreats retreated retreating pull pulls pulled pulling quit quits quitting head heads headed heading "
        "dislodge dislodged dislodging expel expelled expelling oust ousted ousting evict evicted eject ejected "
        "bound flee fled fleeing vacated evacuated moved move moves moving travel travels travelled traveled "
        "travelling "
        "traveling fly flies flew flown flying sail sails sailed sailing march marches marched marching drive drives "
        "drove driven driving send sends sent sending order orders ordered ordering bring brings brought bringing "
        "transfer transfers transferred transferring shift shifts shifted shifting redeploy redeploys redeployed "
        "redeploying relocate relocates relocated relocating deploy deploys deployed deploying dispatch dispatched "
        "despatched rush rushed rotate rotated rotating return returns returned returning advance advances advanced "
        "advancing cross crosses crossed crossing airlifted ferried shipped carried transported regrouped regrouping "
        "went go goes going gone come came comes coming steamed rolled promise promises promised "
        "pledge pledges pledged earmarked offered destined"
    ).split()
)
#: Before "the" and a name: a river, a range, a line.
OVER_WATER = frozenset("along across cross crosses crossed crossing bridged bridging forded fording".split())
#: What follows a name that ends there.
ENDS_NAME = frozenset(
    "in on at by for from to with after before early late last this yesterday today aboard and or under when as over "
    "during again without within".split()
)
#: Verbs of which a name right behind them is where: "left Orsha", "reached Kodana".
AT_ONCE = frozenset(
    (
        "left leave leaves leaving quit quits quitting reached reach reaches reaching entered enter enters entering "
        "vacated "
        "vacate vacates vacating abandoned abandon abandons abandoning evacuated evacuate evacuates evacuating exited "
        "exiting departed departing fled recaptured recapture recapturing retook retake retaken retaking "
        "reoccupied reoccupy reoccupying overran overrun overrunning captured capture capturing seized seize "
        "seizing stormed storm storming besieged besiege besieging encircled encircle encircling surrounded "
        "surrounding liberated liberate liberating conquered reconquered invaded invade invading occupied occupy "
        "occupying bombed bombing bomb shelled shelling shell bombarded bombarding bombard pounded pounding pound "
        "strafed strafing strafe rocketed raided raiding struck hit attacked attacking targeted targeting hammered "
        "pummelled patrolled patrol patrolling"
    ).split()
)
_MOVED = frozenset(
    (
        "sent send sends sending deployed deploy deploys deploying dispatched flown flew fly flies transferred "
        "redeployed redeploy relocated relocate shifted brought bring shipped drove driven marched advanced advance "
        "returned return arrived arrive rushed airlifted move moved moves moving travelled traveled sailed"
    ).split()
)


def is_moved(toks: tuple[Token, ...], at: int) -> bool:
    """ "sent from X to Y and Z": a verb of moving stands right before."""
    return any(t.key in _MOVED for t in toks[max(0, at - 14) : at])


def is_left(toks: tuple[Token, ...], at: int, within: int = 4) -> bool:
    """ "withdrew from X and Y", "left W for X": a verb of leaving stands right before."""
    return any(t.key in _LEAVING for t in toks[max(0, at - within) : at])


_BOUND = frozenset(
    (
        "left leave leaves leaving depart departs departed departing head heads headed heading bound sail sails sailed "
        "sailing setting sets fly flew flown flies set embark embarked took takes taken start started "
        "steam steamed steaming flying disembarked dispatched sent slated destined earmarked deploying ordered "
        "embarking embarks taking authorised authorized approved intended promised pledged offered"
    ).split()
)
#: "The mandate for X", "a force of 600 for X".
_MEANT = frozenset("mandate mission force contingent brigade battalion peacekeepers troops soldiers ceiling".split())


def is_bound(toks: tuple[Token, ...], at: int) -> bool:
    """ "left the port for X", "bound for X": where they go, not for whose good."""
    at -= 1
    while at > 0 and (toks[at].key in COMPASS | {"the"} or toks[at].text == "-"):
        at -= 1  # "left for northern Iraq", "for the Gambia"
    if toks[at].key != "for":
        return False
    near = {t.key for t in toks[max(0, at - 3) : at]}
    return bool(near & _MEANT) or any(t.key in _BOUND for t in toks[max(0, at - 8) : at])


def is_where(toks: tuple[Token, ...], first: int) -> bool:
    """ "In Entebbe", "moved from Northwood": the town, whose name stands for a government elsewhere."""
    before = toks[first - 1].key if first else ""
    return before in {"in", "at", "near", "outside"} or before in {"from", "to"} and is_left(toks, first, 8)


def is_fired_at(toks: tuple[Token, ...], first: int) -> bool:
    """ "Fired missiles against Chad": arms fall on the land; a war is fought against the state."""
    is_against = first > 1 and toks[first - 1].key == "against"
    return is_against and any(t.key in nouns("falls_on_land") for t in toks[max(0, first - 6) : first])


#: "The suburbs of Damascus": the town.
_PARTS_OF_TOWNS = words("part_of_town")


def names_town(toks: tuple[Token, ...], first: int) -> bool:
    """ "The outskirts of Cairo", "most streets of West Beirut": a capital's name that means the town."""
    of = first - 1
    while of > 0 and toks[of].key in COMPASS:
        of -= 1
    return of > 0 and toks[of].key == "of" and toks[of - 1].key in COMPASS | _PARTS_OF_TOWNS


def is_scene(toks: tuple[Token, ...], last: int) -> bool:
    """ "Bamako hosts 900 soldiers", "Bamako is home to …", "Bamako, where …": the town, not its government."""
    after = tuple(t.key for t in toks[last + 1 : last + 4])
    if after[:1] and after[0] in _OF_TOWNS or after[1:2] == ("where",) and after[0] == "is":
        return True
    if after[:1] and after[0] in _IS and {t.key for t in toks[last + 2 : last + 8]} & _HELD:
        return True
    return after[:1] in {("hosts",), ("hosted",), ("houses",), ("housed",), ("accommodates",)} or (
        after[:2] == (",", "where") or after[1:2] in {("home",), ("host",), ("hosted",), ("house",)}
    )


def is_of_town(toks: tuple[Token, ...], at: int) -> bool:
    """ "At Bangui's airport", "in Kabul's suburbs": what towns have, and states not, stands at a token."""
    return at < len(toks) and toks[at].key in _OF_TOWNS | _QUARTERS


#: What only a town has.
_OF_TOWNS = frozenset("airport harbour harbor garrison aerodrome".split())
_QUARTERS = frozenset("suburb suburbs outskirts streets port gates districts".split())
_IS = frozenset("is has was remains remained".split())
#: "Is the headquarters of", "has been held by", "is in the hands of", "remains under the control of".
_HELD = frozenset(
    "headquarters seat stronghold bastion held run occupied controlled ruled hands besieged surrounded encircled "
    "garrisoned".split()
)


def describes(toks: tuple[Token, ...], first: int, last: int) -> bool:
    """ "Died in a US air strike on X", "in UK raids": short for a nation's adjective, no place where it happened."""
    if toks[last].text.replace(".", "") not in _ADJECTIVES or last + 1 >= len(toks):
        return False
    nxt = toks[last + 1]
    if not nxt.text.isalpha() or not nxt.text.islower() or nxt.key in ENDS_COUNT | BE_FORMS | _NO_NOUNS:
        return False
    return not first or toks[first - 1].key != "the" or nxt.key in _ACTS


#: Names of states that are adjectives, too.
_ADJECTIVES = frozenset({"US", "UK"})
_ACTS = frozenset(
    (
        "strike strikes raid raids attack attacks airstrike airstrikes bombing bombings bombardment operation "
        "operations invasion offensive occupation air drone missile withdrawal"
    ).split()
)
#: What may follow a state's name that is a place.
_NO_NOUNS = frozenset(
    (
        "as have has had will would may might can could must should said says where when while which that who than "
        "then because if so too also ever once again since until under over early late now alone itself anyway next "
        "last this not no without within between among along there here"
    ).split()
)
