"""Whose posture it is: forces ranked by voice, position and type; short forms resolved; who is on the other side."""

from __future__ import annotations

from .clauses import View
from .memory import Memory
from .mentions import ForceMention
from .reading import Reading

MOVING = frozenset({"deployment", "reinforcement", "relocation", "withdrawal", "detainee_transfer"})
#: A force after one of these is acted upon or where it happens, seldom the one who acts.
#: Nouns that mean the state's own force where no nationality stands before them.
_NATIONAL = frozenset("army military navy police gendarmes infantry artillery".split())
_BESIDE = frozenset("against with targeting to into in near".split())
_AGAINST = frozenset("against on at targeting".split())


def force_groups(view: View) -> list[tuple[list[ForceMention], tuple[str, ...]]]:
    """Forces joined by "and", "," are one group: ("US and Iraqi forces") → USA, IRQ."""
    groups: list[tuple[list[ForceMention], tuple[str, ...]]] = []
    for f in view.spotted.forces:
        if groups:
            prev = groups[-1][0][-1]
            between = [view.key(k) for k in range(prev.last + 1, f.first)]
            joined = (
                between
                and all(
                    w.isdecimal()
                    or w[0].isdecimal()
                    or w in {"around", "about", "some"}
                    or w
                    in {"and", ",", "&", "the", "or", "both", "other", "as", "well", "its", "including", "alongside"}
                    for w in between
                )
                and any(w in {"and", ",", "&", "alongside", "well"} for w in between)
            )
            if joined and "its" not in between and f.form not in {"own"} and len(between) <= 5:
                groups[-1][0].append(f)
                continue
        groups.append(([f], ()))
    return [(fs, tuple(dict.fromkeys(c for f in fs for c in f.codes if c))) for fs, _ in groups]


class Actors:
    """Resolves the forces of one sentence, with what was said before it."""

    view: View
    memory: Memory
    groups: list[tuple[list[ForceMention], tuple[str, ...]]]

    def _codes(self, f: ForceMention) -> tuple[str, ...]:
        for fs, codes in self.groups:
            if f in fs and codes:
                if f.form in {"generic"} and not f.codes:
                    return codes
                return codes
        if f.codes:
            return f.codes
        return self._resolve(f)

    def _resolve(self, f: ForceMention) -> tuple[str, ...]:
        """A short form: "its troops" is the force before it in the sentence; "the troops" the last one named."""
        before = [g for g in self.view.spotted.forces if g.last < f.first and g.codes]
        if f.form == "own":
            strong = [g for g in before if not g.is_weak or g.form in {"name", "capital", "metonym"}]
            # "Israel keeps striking Lebanon, and its troops …": what a verb acts upon is not whose they are
            strong = [g for g in strong if g.first - 1 not in self.view.verbs] or strong
            if strong:
                return self._codes_plain(strong[-1])
            return self.memory.force or self.memory.military
        words = self.view.words_in(f.first, f.last + 1)
        if words & {"government", "regime"} and self.memory.home:
            return (self.memory.home,)
        if f.noun in _NATIONAL and (state := self._state()):
            return state
        if f.noun in {"peacekeepers", "helmets", "peacekeeper"}:
            return self.memory.mission or ("UN",)
        if f.noun in {"militants", "rebels", "gunmen", "insurgents", "fighters", "militia", "militias", "jihadists"}:
            return self.memory.enemy
        if f.noun in {"mission", "coalition"}:
            return self.memory.mission or self.memory.military
        close = [g for g in before if g.is_military or not g.is_weak]
        if close and self.view.cost(close[-1].last, f.first) < 1.2:
            return self._codes_plain(close[-1])
        return self.memory.military or self.memory.force

    def _state(self) -> tuple[str, ...]:
        """Whose "the army" is: the state last spoken of as a force, if the text is about it; else that one."""
        m = self.memory
        last = m.military if len(m.military) == 1 and len(m.military[0]) == 3 else ()
        if last or not m.about or m.weights.get(m.about, 0.0) < 0.3:
            return last
        return (m.about,)

    def _codes_plain(self, f: ForceMention) -> tuple[str, ...]:
        for fs, codes in self.groups:
            if f in fs:
                return codes
        return f.codes

    def actors(self, r: Reading) -> tuple[tuple[str, ...], ForceMention | None]:
        """Whose posture it is, and the mention that says so (None: said before)."""
        view, kind = self.view, r.type_code
        ranked: list[tuple[float, int, ForceMention]] = []
        for f in view.spotted.forces:
            if f.form == "proxy":
                continue
            if f.form == "generic" and not f.codes and self._named_agent(r, f):
                continue
            cost = view.cost(f.last, r.first) if f.last < r.first else view.cost(r.last, f.first)
            ranked.append((cost + self._bias(r, f), f.first, f))
        ranked.sort(key=lambda x: (x[0], x[1]))
        for cost, _, f in ranked:
            if cost > 4.6:
                break
            codes = self._codes(f)
            if codes:
                if kind == "attack_on_force" and f in self._attackers(r):
                    continue
                return self._joined(r, codes, f), f
        if (
            kind in {"mission_end", "mission_continuation", "mission_transition", "mission_start"}
            and self.memory.mission
        ):
            return self.memory.mission, None
        return self.memory.military or (self.memory.force if kind == "agreement" else ()), None

    def _named_agent(self, r: Reading, f: ForceMention) -> bool:
        """ "Turkey sent troops": the short form in the object is the subject's own."""
        span = r.subject if not r.passive else (0, 0)
        pronoun = (
            not r.passive and self.view.key(r.subject[1] - 1) in {"it", "they"} and r.subject[1] - r.subject[0] <= 3
        )
        if (
            pronoun
            and f.first > r.last
            and any(g.codes and not g.is_weak and g.last < r.subject[0] for g in self.view.spotted.forces)
        ):
            return True  # "Romania announced that it will add 100 personnel"
        return (
            not (span[0] <= f.first < span[1])
            and any(g.codes and not g.is_weak for g in self.view.forces_in(*span))
            and r.type_code not in {"attack_on_force"}
        )

    def _joined(self, r: Reading, codes: tuple[str, ...], actor: ForceMention) -> tuple[str, ...]:
        """Who acts together with the actor: "in coordination with", "alongside", for exercises and patrols "with"."""
        if r.type_code not in {"exercise", "patrol", "ground_operation", "strike", "agreement", "presence"}:
            return codes
        v = self.view
        made = list(codes)
        for f in v.spotted.forces:
            if f is actor or not f.codes or f.is_weak and r.type_code != "agreement":
                continue
            before = v.words_in(max(0, f.first - 4), f.first)
            together = (
                f.prep == "alongside"
                or f.prep == "with"
                and before
                & {"coordination", "together", "jointly", "along", "cooperation", "partnership", "conjunction"}
            )
            if (
                together
                or f.prep == "with"
                and r.type_code in {"exercise", "patrol", "agreement"}
                and v.cost(r.last, f.first) < 2.0
                and f.first > r.last
            ):
                made += [c for c in self._codes(f) if c not in made]
            elif r.type_code == "agreement" and f.prep == "between" and v.cost(r.last, f.first) < 2.0:
                made += [c for c in self._codes(f) if c not in made]
        partners = self.memory.military or self.memory.force
        if (
            r.type_code == "agreement"
            and len(made) == 1
            and len(made[0]) == 3
            and len(partners) == 1
            and len(partners[0]) == 3
        ):
            made += [c for c in partners if c not in made]  # "an agreement with Kuwait": whose is known from before
        return tuple(made)

    def _bias(self, r: Reading, f: ForceMention) -> float:
        """Lower is likelier to be the actor, by type, voice and position."""
        left = f.last < r.first
        bias = (1.4 if f.form != "demonym" else 2.2) if f.is_weak else 0.0
        if not f.is_military and f.form == "capital":
            bias += 0.3
        if f.prep in _BESIDE:
            bias += 0.4 if f.prep == "with" and r.type_code in {"exercise", "patrol", "agreement"} else 1.2
        if r.type_code == "attack_on_force":
            return bias + self._as_victim(r, f, left)
        if r.type_code in MOVING | {"presence", "strength", "strength_change"}:
            return bias + self._as_mover(r, f, left)
        return bias + self._as_agent(r, f, left)

    def _as_victim(self, r: Reading, f: ForceMention, left: bool) -> float:
        in_subject = r.subject[0] <= f.last and f.first < r.subject[1] and left
        in_object = r.object[0] <= f.last and f.first < r.object[1]
        hit = (
            in_object
            and not r.passive
            or r.passive
            and in_subject
            or f.prep in {"on", "against", "at", "of"}
            and not left
        )
        return (0.0 if hit else 2.0) + (3.0 if f.prep == "by" else 0.0) - (1.2 if f.prep == "against" else 0.0)

    def _as_mover(self, r: Reading, f: ForceMention, left: bool) -> float:
        in_subject = r.subject[0] <= f.last and f.first < r.subject[1] and left
        in_object = r.object[0] <= f.last and f.first < r.object[1]
        if r.trigger.kind == "noun":
            return -0.8 if in_object or f.prep in {"of", "by"} and not left else 0.0 if left else 1.0
        if not r.passive and in_object and not f.is_military and f.form in {"name", "capital"}:
            return 4.0  # "leave Niger": where, not who
        if in_object and f.is_military and not r.passive:
            return -0.9 if f.codes else -0.1
        if in_subject:
            return -0.6
        if left:
            return 0.2
        return -0.2 if f.prep == "by" else 0.9

    def _as_agent(self, r: Reading, f: ForceMention, left: bool) -> float:
        in_subject = r.subject[0] <= f.last and f.first < r.subject[1] and left
        if r.type_code == "base_handover" and f.prep == "to":
            return 4.0  # to whom
        against = 2.0 if f.prep in _AGAINST and not left else 0.0
        if r.trigger.kind == "verb":
            if r.passive:
                return -1.0 if f.prep == "by" else 0.4 if left else 0.9 + against
            return -0.6 if in_subject else 0.1 if left else 1.3 + against
        if r.object[0] <= f.last and f.first < r.object[1]:
            return -0.8
        if not left and f.prep in {"by", "of", "between", "with", "from"}:
            return -0.7 if f.prep == "by" else -0.3
        return 0.0 if left else 1.8 + against

    def _attackers(self, r: Reading) -> list[ForceMention]:
        v = self.view
        if r.trigger.kind == "verb" and not r.passive:
            return v.forces_in(*r.subject)
        return [f for p, s, e in r.phrases if p == "by" for f in v.forces_in(s, e)]

    def counterparties(self, r: Reading, actors: tuple[str, ...], actor: ForceMention | None) -> tuple[str, ...]:
        """Acted upon, dealt with, handed to; for attacks: who attacks."""
        v, kind = self.view, r.type_code
        found: list[str] = []

        def take(fs: list[ForceMention]) -> None:
            for f in fs:
                if f is not actor:
                    found.extend(c for c in self._codes(f) if c not in actors and c not in found)

        if kind == "attack_on_force":
            take([f for f in self._attackers(r) if f is not actor])
            if not found and r.trigger.kind == "noun":
                take(v.forces_in(*r.object))
        elif kind in {"strike", "ground_operation"}:
            take(
                [
                    f
                    for f in v.spotted.forces
                    if f.first > r.last
                    and (f.prep in _AGAINST or r.object[0] <= f.first < r.object[1])
                    and v.cost(r.last, f.first) < 2.5
                ]
            )
            if r.passive:
                take(v.forces_in(*r.subject))
        elif kind in {"base_handover", "detainee_transfer"}:
            take(
                [f for f in v.spotted.forces if f.first > r.last and f.prep in {"to"} and v.cost(r.last, f.first) < 2.5]
            )
        elif kind in {"exercise", "patrol"}:
            pass
        elif kind == "agreement":
            take([f for f in v.spotted.forces if f.prep in {"with"} and v.cost(r.last, f.first) < 2.2])
        return tuple(found[:3])
