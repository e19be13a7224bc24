"""What a whole line means as a heading: its senses, best first, and the name it carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from presskit.model import SectionKind
from presskit.vocabulary import heading_shapes as shapes
from presskit.vocabulary import store
from presskit.vocabulary.folding import fold
from presskit.vocabulary.roles import Roles

LONGEST = 120
MOST_WORDS = 14
BARE = "~bare"
"""A function's name alone: «Darsteller», «Elenco» head a list first, a person's text only where nothing else fits."""
KINDS = frozenset(kind.value for kind in SectionKind)
NAMED = frozenset({SectionKind.BIOGRAPHY, SectionKind.STATEMENT, SectionKind.INTERVIEW, SectionKind.FILMOGRAPHY})
"""Kinds whose heading may carry a name behind or before it without a preposition: «Biography – Jane Doe»."""


@dataclass(frozen=True, slots=True)
class HeadingSense:
    """One sense of a heading. `topic` is finer than the kind ("logline", "director", "sales"); `rest` holds the words that are
    no heading words, as printed: a name, a character."""

    kind: SectionKind
    topic: str
    language: str
    rest: str = ""


Senses = tuple[HeadingSense, ...]
Table = Mapping[str, Senses]


@dataclass(frozen=True, slots=True)
class Headings:
    """`whole` phrases are headings as they stand; `before` phrases need a name behind them, `after` phrases one in front."""

    whole: Table
    before: Table
    after: Table
    owners: Mapping[str, str]
    roles: Roles
    names: shapes.NameWords
    tails: tuple[str, ...]

    def senses(self, phrase: str) -> Senses:
        if len(phrase) > LONGEST or len(phrase.split()) > MOST_WORDS * 2:
            return ()
        line = shapes.cleaned(phrase)
        if not line or len(line.split()) > MOST_WORDS:
            return ()
        return (
            self._exact(line)
            or self._joined(line)
            or self._bracketed(line)
            or self._opened(line)
            or self._with_name(line)
            or self._function(line)
        )

    def _exact(self, line: str) -> Senses:
        folded = fold(line)
        for key in shapes.without_article(folded, self.names.articles):
            found = self.whole.get(key)
            if found:
                return found
        tail = next((tail for tail in self.tails if folded.endswith(tail)), "")
        return self._exact(folded[: -len(tail)]) if tail and len(folded) > len(tail) else ()

    def _joined(self, line: str) -> Senses:
        """Two headings in one line: the same in two languages, or two subjects."""
        for parts in shapes.halves(line):
            each = [self._exact(part) for part in parts]
            if all(each):
                return _merged(each)
        return ()

    def _bracketed(self, line: str) -> Senses:
        """«Synopsis (150 words)» is a synopsis; «Actress (Ilana)» carries a character."""
        head, inside = shapes.bracket_tail(line)
        if not head:
            return ()
        if shapes.is_remark(inside) or not self.names.is_name(inside):
            return self._exact(head) or self._opened(head) or self._with_name(head)
        exact = self._exact(head)
        if exact:
            return _carrying(exact, inside)
        return self._of_role(head, inside)

    def _opened(self, line: str) -> Senses:
        words = line.split()
        for at in range(len(words) - 1, 0, -1):
            senses = self.before.get(fold(" ".join(words[:at])))
            rest = " ".join(words[at:])
            if senses and self._named(rest):
                return self._owned(senses, rest)
        for at in range(1, len(words)):
            senses = self.after.get(fold(" ".join(words[at:])))
            rest = shapes.without_possessive(" ".join(words[:at]))
            if senses and self._named(rest):
                return self._owned(senses, rest)
        return ()

    def _with_name(self, line: str) -> Senses:
        """«Biography: Jane Doe», «Jane Doe – selected filmography», «Director Jane Doe»."""
        for head, tail in shapes.cuts(line):
            for phrase, rest in ((head, tail), (tail, head)):
                senses = tuple(sense for sense in self._exact(phrase) if self._goes_with_name(sense, phrase, line))
                rest = shapes.without_possessive(rest)
                if senses and self._named(rest):
                    return self._owned(senses, rest)
        return ()

    def _goes_with_name(self, sense: HeadingSense, phrase: str, line: str) -> bool:
        """A filmography's parts are headings by themselves only: «Harbour Lights – film» and «Teatro Lumen» are none; «Gannet
        Films» may be the company that the text below is about."""
        if sense.kind is not SectionKind.FILMOGRAPHY or not sense.topic:
            return sense.kind in NAMED
        behind = line.removesuffix(phrase)
        return fold(phrase) in self.names.companies and behind != line and behind.rstrip()[-1:].isalnum()

    def _function(self, line: str) -> Senses:
        """«Producer: Jane Doe», «JANE DOE, director of photography»: a person's text may follow."""
        for head, tail in shapes.apart(line):
            for label, rest in ((head, tail), (tail, head)):
                found = self._of_role(label, rest) if " " in rest else ()  # «Sound: Dolby», «Format: DCP»
                if found:
                    return found
        return ()

    def _of_role(self, label: str, rest: str) -> Senses:
        roles = self.roles.of(label)
        if not roles or not self._named(rest):
            return ()
        topic = self.owners.get(fold(label)) or shapes.owner_of(roles)
        return (HeadingSense(SectionKind.BIOGRAPHY, topic, "", rest),)

    def _named(self, rest: str) -> bool:
        return self.names.is_name(self._without_function(rest)[1])

    def _owned(self, senses: Senses, rest: str) -> Senses:
        topic, name = self._without_function(rest)
        return tuple(replace(sense, rest=name, topic=topic or sense.topic) for sense in senses)

    def _without_function(self, rest: str) -> tuple[str, str]:
        """A function in front of or behind the name: «director JANE DOE», «Jane Doe, producer»."""
        for head, tail in shapes.cuts(rest):
            for label, name in ((head, tail), (tail, head)):
                keys = shapes.without_article(fold(label), self.names.articles)
                topic = next((self.owners[key] for key in keys if key in self.owners), "")
                if topic and self.names.is_name(name):
                    return topic, name
        words = rest.split()
        stripped = words[1:] if len(words) > 1 and fold(words[0]) in self.names.articles else words
        return "", " ".join(stripped)


def _carrying(senses: Iterable[HeadingSense], rest: str) -> Senses:
    return tuple(replace(sense, rest=rest) for sense in senses)


def _merged(each: Sequence[Senses]) -> Senses:
    """Of two headings the kinds that both may have; if none, the senses of one after the other."""
    shared = {sense.kind for sense in each[0]}.intersection(*({sense.kind for sense in senses} for senses in each[1:]))
    if not shared:
        return tuple(dict.fromkeys(sense for senses in each for sense in senses))
    return tuple(replace(sense, topic=_one_topic(each, sense.kind)) for sense in _first_of_kind(each[0]) if sense.kind in shared)


def _one_topic(each: Sequence[Senses], kind: SectionKind) -> str:
    topics = {next(sense.topic for sense in senses if sense.kind == kind) for senses in each} - {""}
    return topics.pop() if len(topics) == 1 else ""


def _first_of_kind(senses: Senses) -> Iterator[HeadingSense]:
    seen: set[SectionKind] = set()
    for sense in senses:
        if sense.kind not in seen:
            seen.add(sense.kind)
            yield sense


def load(roles: Roles, words: Mapping[str, frozenset[str]]) -> Headings:
    names = shapes.NameWords(
        words["name_particles"], words["conjunctions"], words["function_words"], words["articles"], words["company_suffixes"]
    )
    tables: dict[str, dict[str, list[HeadingSense]]] = {"whole": {}, "before": {}, "after": {}}
    owners: dict[str, str] = {}
    bare: list[tuple[Mapping[str, shapes.Forms], HeadingSense]] = []
    for language in store.LANGUAGES:
        content = store.read(f"headings/{language}")
        forms = {
            owner: {slot: tuple(store.phrases(line)) for slot, line in lines.items()} for owner, lines in content.pop("owners").items()
        }
        owners |= {fold(phrase): owner for owner, slots in forms.items() for listed in slots.values() for phrase in listed}
        for kind, topics in content.items():
            if kind not in KINDS:
                raise store.WordListError(f"headings/{language}", f"no such kind of section: {kind}")
            for topic, line in topics.items():
                sense = HeadingSense(SectionKind(kind), topic, language)
                _enter(tables, (pattern for pattern in store.phrases(line) if pattern != BARE), forms, sense)
                bare.extend((forms, sense) for pattern in store.phrases(line) if pattern == BARE)
    for owned, sense in bare:
        _enter(tables, (BARE,), owned, sense)
    tails = tuple(sorted((" " + tail for tail in words["heading_tails"]), key=lambda tail: (-len(tail), tail)))
    whole, before, after = ({key: tuple(found) for key, found in tables[place].items()} for place in ("whole", "before", "after"))
    return Headings(whole, before, after, owners, roles, names, tails)


def _enter(
    tables: Mapping[str, dict[str, list[HeadingSense]]], patterns: Iterable[str], forms: Mapping[str, shapes.Forms], meant: HeadingSense
) -> None:
    """One line of the word lists; a sense that a phrase has already, in whatever language, is not entered again."""
    owned = {owner: replace(meant, topic=owner) if meant.topic == "OWNER" else meant for owner in ("", *forms)}
    for pattern in patterns:
        for owner, text in shapes.expanded(pattern, forms):
            place, key = shapes.placed(text)
            known = tables[place].setdefault(key, [])
            sense = owned[owner]
            if all(sense.kind is not other.kind or sense.topic != other.topic for other in known):
                known.append(sense)
