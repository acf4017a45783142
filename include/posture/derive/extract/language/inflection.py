"""How English verbs and nouns change their form: all forms of a lemma, the plural of a noun."""

from __future__ import annotations

import re

# Verbs whose forms no rule makes: lemma → past, past participle.
_IRREGULAR = {
    "leave": ("left", "left"),
    "up": ("upped", "upped"),
    "lay": ("laid", "laid"),
    "waylay": ("waylaid", "waylaid"),
    "creep": ("crept", "crept"),
    "thrust": ("thrust", "thrust"),
    "burst": ("burst", "burst"),
    "overtake": ("overtook", "overtaken"),
    "do": ("did", "done"),
    "send": ("sent", "sent"),
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "fly": ("flew", "flown"),
    "take": ("took", "taken"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "cut": ("cut", "cut"),
    "hit": ("hit", "hit"),
    "shut": ("shut", "shut"),
    "set": ("set", "set"),
    "put": ("put", "put"),
    "fall": ("fell", "fallen"),
    "rise": ("rose", "risen"),
    "grow": ("grew", "grown"),
    "shrink": ("shrank", "shrunk"),
    "strike": ("struck", "struck"),
    "shoot": ("shot", "shot"),
    "begin": ("began", "begun"),
    "make": ("made", "made"),
    "have": ("had", "had"),
    "run": ("ran", "run"),
    "win": ("won", "won"),
    "throw": ("threw", "thrown"),
    "lend": ("lent", "lent"),
    "come": ("came", "come"),
    "become": ("became", "become"),
    "overrun": ("overran", "overrun"),
    "retake": ("retook", "retaken"),
    "withdraw": ("withdrew", "withdrawn"),
    "split": ("split", "split"),
    "fight": ("fought", "fought"),
    "swell": ("swelled", "swollen"),
    "quit": ("quit", "quit"),
    "tear": ("tore", "torn"),
    "break": ("broke", "broken"),
    "find": ("found", "found"),
    "sail": ("sailed", "sailed"),
    "man": ("manned", "manned"),
    "wind": ("wound", "wound"),
    "seek": ("sought", "sought"),
    "walk": ("walked", "walked"),
    "deal": ("dealt", "dealt"),
    "thin": ("thinned", "thinned"),
    "see": ("saw", "seen"),
    "rebuild": ("rebuilt", "rebuilt"),
    "beset": ("beset", "beset"),
    "freeze": ("froze", "frozen"),
    "foresee": ("foresaw", "foreseen"),
    "be": ("was", "been"),
    "steam": ("steamed", "steamed"),
    "sink": ("sank", "sunk"),
    "slide": ("slid", "slid"),
    "lose": ("lost", "lost"),
    "slay": ("slew", "slain"),
    "sweep": ("swept", "swept"),
    "overfly": ("overflew", "overflown"),
    "undergo": ("underwent", "undergone"),
    "undertake": ("undertook", "undertaken"),
    "withstand": ("withstood", "withstood"),
    "cost": ("cost", "cost"),
    "beat": ("beat", "beaten"),
    "head": ("headed", "headed"),
    "stand": ("stood", "stood"),
    "sit": ("sat", "sat"),
    "sleep": ("slept", "slept"),
    "lie": ("lay", "lain"),
    "die": ("died", "died"),
    "pay": ("paid", "paid"),
    "buy": ("bought", "bought"),
    "sell": ("sold", "sold"),
    "feed": ("fed", "fed"),
    "flee": ("fled", "fled"),
    "swear": ("swore", "sworn"),
    "think": ("thought", "thought"),
    "say": ("said", "said"),
    "know": ("knew", "known"),
    "teach": ("taught", "taught"),
    "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"),
    "dwell": ("dwelt", "dwelt"),
    "dig": ("dug", "dug"),
    "spread": ("spread", "spread"),
    "show": ("showed", "shown"),
    "roll": ("rolled", "rolled"),
    "bind": ("bound", "bound"),
    "steal": ("stole", "stolen"),
    "swing": ("swung", "swung"),
    "get": ("got", "got"),
    "bid": ("bade", "bidden"),
    "tell": ("told", "told"),
    "let": ("let", "let"),
    "blow": ("blew", "blown"),
    "lead": ("led", "led"),
    "oversee": ("oversaw", "overseen"),
    "shed": ("shed", "shed"),
    "stick": ("stuck", "stuck"),
    "cling": ("clung", "clung"),
    "hang": ("hung", "hung"),
    "meet": ("met", "met"),
    "ride": ("rode", "ridden"),
    "speed": ("sped", "sped"),
    "spring": ("sprang", "sprung"),
    "spin": ("spun", "spun"),
    "string": ("strung", "strung"),
    "fling": ("flung", "flung"),
    "bear": ("bore", "borne"),
    "cast": ("cast", "cast"),
    "write": ("wrote", "written"),
    "speak": ("spoke", "spoken"),
    "uphold": ("upheld", "upheld"),
    "withhold": ("withheld", "withheld"),
    "spend": ("spent", "spent"),
    "mean": ("meant", "meant"),
    "hurt": ("hurt", "hurt"),
    "forbid": ("forbade", "forbidden"),
    "forgo": ("forwent", "forgone"),
    "understand": ("understood", "understood"),
    "catch": ("caught", "caught"),
    "feel": ("felt", "felt"),
    "choose": ("chose", "chosen"),
    "undo": ("undid", "undone"),
    "partake": ("partook", "partaken"),
    "forswear": ("forswore", "forsworn"),
    "eat": ("ate", "eaten"),
}
_DOUBLED = frozenset(
    (
        "cut hit shut set put run win man quit begin slash trim ship step scrap wrap plan thin drop transfer "
        "commit permit admit equip deter prop tap spot hem cap sit dig get let bid slip swap airdrop bus drag "
        "reflag embed annul refit overrun rebut allot"
    ).split()
) - {"slash"}

#: One syllable, one vowel, one consonant: "fan", "top", "lob" double it.
_SHORT = re.compile(r"[^aeiou]+[aeiou][bdgmnprt]$")

#: Final l, doubled by the British, sometimes single with the Americans.
_DOUBLED_L = frozenset(
    "expel repel patrol control total travel cancel propel compel marshal dial funnel channel pummel signal level "
    "initial parcel".split()
)


def forms(lemma: str) -> dict[str, str]:
    """Every form of a verb: base, s, past, pp, ing → the form's name (the last wins: `cut` is past)."""
    if lemma == "be":
        return {"is": "s", "are": "s", "was": "past", "were": "past", "been": "pp", "being": "ing", "be": "base"}
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        s, past, ing = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    elif lemma in _DOUBLED or _SHORT.fullmatch(lemma):
        s, past, ing = lemma + "s", lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    else:
        s = lemma + ("es" if re.search(r"(s|x|z|ch|sh)$", lemma) else "s")
        past, ing = (lemma + "d" if lemma.endswith("e") else lemma + "ed"), stem + "ing"
        if lemma.endswith("ie"):
            ing = lemma[:-2] + "ying"
    if lemma == "have":
        s = "has"
    if lemma in {"go", "do"}:
        s = lemma + "es"
    pp = past
    if lemma in _IRREGULAR:
        past, pp = _IRREGULAR[lemma]
    made = {lemma: "base", s: "s", ing: "ing", pp: "pp", past: "past"}
    if lemma == "bus":
        made |= {"bused": "past", "busing": "ing", "buses": "s"}
    if lemma in _DOUBLED_L:
        made |= {lemma + "led": "past", lemma + "ling": "ing", lemma + "ed": "past", lemma + "ing": "ing"}
    if past == pp:
        made[past] = "past"  # "past" may also be a participle: the auxiliary decides
    if lemma == past:
        made[lemma] = "base"
    return made


def inflected(lemmas: str) -> frozenset[str]:
    """Every form of the verbs."""
    return frozenset(form for lemma in lemmas.split() for form in forms(lemma))


def plural(noun: str) -> str:
    """Regular plural of a noun's last word."""
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(s|x|z|ch|sh)$", noun) else "s")
