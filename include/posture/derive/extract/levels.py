"""Words of levels: what a number of troops is said of, and the verbs that say it."""

from __future__ import annotations

from .inflection import forms

#: What a level is said of besides troops themselves.
LEVELS = frozenset(
    (
        "strength number numbers ranks presence level levels figure figures size total ceiling cap limit maximum "
        "headcount establishment manpower manning "
        "complement footprint garrison deployment mission operation rotation estimates estimate "
        "staff party detachment company unit battalion regiment brigade squadron platoon crew corps column"
    ).split()
)
#: Nouns of bodies of troops: "a brigade of 3,500", "an advance party of 20".
GROUPS = frozenset(
    (
        "group party batch team brigade battalion company contingent detachment battlegroup regiment squadron platoon "
        "squad wave column crew division corps unit cell staff rotation vanguard convoy patrol complement cohort"
        " companies battalions groups parties teams contingents detachments platoons squads columns brigades units"
    ).split()
)
#: Verbs whose object is how many their subject is.
NUMBERS = frozenset(
    form
    for lemma in "number total exceed surpass reach approach equal top count comprise average outnumber".split()
    for form in forms(lemma)
) | frozenset("totalling totaling totalled totaled".split())
#: "Britain's share is 6,000": of the troops spoken of.
SHARES = frozenset("share contribution third quarter half most majority bulk rest remainder all fifth total".split())
#: Their object, a bare number, are troops spoken of; so are those whom one of the next words asks for.
GIVES = frozenset(
    form
    for verb in (
        "send deploy dispatch despatch add offer pledge promise contribute provide put post station announce commit "
        "earmark request want propose authorise authorize approve withdraw"
    ).split()
    for form in forms(verb)
)
ASKS = frozenset(
    (
        "request requests requested demand demands call calls called calling appeal appeals ask asks asked asking plea "
        "thinking thought offer offers pledge pledges"
    ).split()
)
