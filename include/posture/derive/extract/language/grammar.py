"""Closed classes of words that the shallow grammar rests on. Open ones (verbs, nouns, names) are in the lexicon."""

from __future__ import annotations

from .classes import verbs, words


def set_of(words: str) -> frozenset[str]:
    """A class of words from one string."""
    return frozenset(words.split())


#: Qualifiers of a number in a list.
ABOUT = frozenset("about around some approximately ~ over more than nearly up to circa".split())
AFTER_SAYING = words("grammar.after_saying")
SPEAKERS = words("grammar.speakers")
#: Words between a preposition and its place.
BEFORE_PLACE = frozenset(
    (
        "a an - neighbouring neighboring nearby entire whole mainly former city town village province region war "
        "torn key strategic strategically located occupied held government rebel kurdish port border area capital "
        "gulf oil rich restive 's ’s camp fort base two three four"
    ).split()
)
#: A four-digit number after one of these is a year.
BEFORE_YEAR = frozenset(
    ("in since by of until from during late early mid end before after year to , and between - (").split()
)
#: Words that may stand between two places of one list.
BETWEEN_PLACES = frozenset(
    (
        "and , or as well both the in at from to near neighbouring neighboring also around nearby then & base "
        "bases site military air of on area airport including other january february march april may june july "
        "august september october november december last year month early late mid"
    ).split()
)
CIVIL_HEADS = words("grammar.civil_heads")
DETAINEES = words("grammar.detainees")
#: Such as are meant by nothing else.
PRISONERS = DETAINEES - {"jihadists", "suspects", "captured", "detained"}
#: No counted noun is looked for beyond these.
ENDS_COUNT = frozenset(
    (
        "after before since until while when where which as if than during under between against among plus "
        "in at from to and by for on aboard were was have has are is will who with killed that which said say says "
        "told reported had would could it they he countries states nations governments sides parties neighbours "
        "neighbors"
    ).split()
)
GLUE_NOUNS = words("grammar.glue_nouns")
IRREGULARS_OF = words("grammar.irregulars_of")
#: Prepositions after which a name is a place.
LOCATIVES = frozenset("in at near outside around into towards toward across from over to".split())
#: Prepositions after which a name is where something is.
AT_PLACES = set_of("in at on near across inside within throughout along around outside over off aboard")
#: … is where something goes; those of purpose beside them.
TOWARDS = set_of("to into onto toward towards")
BOUND_FOR = TOWARDS | {"for"}
#: What follows them is another event, beside which this one is told.
BESIDE_EVENTS = set_of("after ahead amid because before despite following since until")
COMPASS_POINTS = set_of("north south east west northeast northwest southeast southwest")
BE_FORMS = set_of("is are was were been be")
HAS = set_of("has have had")
HAVE = HAS | {"having", "'ve"}
MODALS = set_of("will would shall should can could may might must 'll 'd")
#: Tags of a verb that can be a sentence's.
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
EACH = set_of("each every per")
DASHES = frozenset({"-", "–", "—"})
LONG_MONTHS = set_of("january february march april may june july august september october november december")
#: Months, long and short.
MONTH_NAMES = LONG_MONTHS | set_of("jan feb mar apr jun jul aug sep sept oct nov dec")
#: Names of months and of days of the week.
CALENDAR = MONTH_NAMES | set_of("monday tuesday wednesday thursday friday saturday sunday")
PART_NOUNS = words("grammar.part_nouns")
#: The same with what joins them.
PART_NOUNS_AND = PART_NOUNS | set_of("and the far")

#: "The opposition speaks of 3,000": another number of those spoken of.
SPEAKS = frozenset("speak speaks spoke speaking talk talks talked talking".split())
#: Prepositions that place.
PLACING = frozenset("in to from at near into across on inside within".split())
PLAN_NOUNS = words("grammar.plan_nouns")
REGION_HEADS = words("grammar.region_heads")
#: Frames whose noun yields to the verb that governs it ("ended its presence").
SHORT_NOUNS = frozenset(
    (
        "presence_noun deploy withdraw reinforce deal_noun departure relocate transfer_noun hand_over open_base "
        "intervene join"
    ).split()
)
SOFT_COUNTS = words("grammar.soft_counts")
SOFT_HEADS = words("grammar.soft_heads")
#: Words before a speaker noun ("senior official").
SPEAKER_MODIFIERS = frozenset(
    (
        "senior top interim vice deputy de facto acting leading then prime foreign defence defense 's ’s official "
        "opposition high ranking ruling new former"
    ).split()
)
#: "Iran-backed": armed by a state, not its own.
SPONSORED = frozenset("backed aligned allied supported linked sponsored trained funded".split())
#: A country after one of these is a place.
WHERE_MARKS = frozenset("in from across inside into northern southern eastern western of leave left".split())
TAKING = verbs("grammar.taking")
#: What follows them is the background of an act, with sides and places of its own.
BACKGROUND = frozenset("after before amid despite following since because unlike without over".split())
#: Words that open a relative clause.
RELATIVE = frozenset("that which who whom whose where".split())
#: Labels of a subject.
SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
#: Passives of which even a bare number behind "by" does it: "joined by another 200", but "cut by 200".
JOINED = frozenset("joined followed replaced relieved reinforced augmented backed".split())
#: "The day they left": these say when.
MOMENTS = frozenset("year month week day night morning evening afternoon hour moment minute time".split())
#: After "by" these say when: nobody does a thing "by the end of May".
BY_WHEN = MOMENTS | set_of(
    "end start beginning middle close turn eve then now spring summer autumn fall winter midnight noon dawn dusk "
    "nightfall daybreak sunset sunrise midday today tomorrow tonight christmas easter ramadan deadline weekend "
    "decade january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday"
)
