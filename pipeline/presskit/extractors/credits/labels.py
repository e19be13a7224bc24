"""What a printed label announces: functions of people, the part of a company, the cast, a fact, or nothing we know."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from presskit.extractors.credits.wordlists import word_list
from presskit.model import SectionKind
from presskit.vocabulary import Label, fold, vocabulary

BRACKET = re.compile(r"\s*[(\[][^()\[\]]{0,60}[)\]]\s*")
WORD = re.compile(r"\S+")
NAME = re.compile(r"(?:^|[-–—=…] )[^\W\d_a-zà-ÿ]\S* [^\W\d_a-zà-ÿ]")
HEADS = frozenset(
    {
        "director", "co_director", "screenwriter", "producer", "executive_producer", "co_producer", "line_producer", "cinematographer",
        "editor", "production_designer", "costume_designer", "composer", "sound", "sound_designer", "casting_director",
    }
)  # fmt: skip
"""Functions that end a cast list; others («Driver», «Singer», «Nurse») are as likely the name of a part once it has begun."""
LONGEST = 110
MOST_WORDS = 12
SUPPORT_TOPICS = {"support": "support", "thanks": "thanks", "partners": "support"}


@dataclass(frozen=True, slots=True)
class Sense:
    """`exact` is False where only part of the label is known; `topic` is the heading's (cast, crew, thanks, support)."""

    roles: tuple[str, ...] = ()
    company: str | None = None
    cast: bool = False
    fact: str | None = None
    topic: str = ""
    exact: bool = True

    @property
    def credit(self) -> bool:
        """Whether people or companies are expected behind it."""
        return bool(self.roles or self.company or self.cast)

    @property
    def known(self) -> bool:
        return self.credit or bool(self.fact or self.topic)

    @property
    def thanks(self) -> bool:
        return "thanks" in self.roles or self.topic == "thanks"


NOTHING = Sense(exact=False)


@lru_cache(maxsize=16_384)
def sense(label: str, language: str = "") -> Sense:
    """The sense of a whole label."""
    if not label.strip() or len(label) > LONGEST or len(label.split()) > MOST_WORDS:
        return _sentence(label)
    found = _whole(label, language)
    if found.known:
        return found
    bare = BRACKET.sub(" ", label).strip()
    if bare and bare != label.strip():
        found = _whole(bare, language)
    if not found.known and (elsewhere := _unplaced(bare or label)):
        found = _whole(elsewhere, language)
    return found if found.known else _partly(bare or label, language)


def _unplaced(label: str) -> str:
    """«Dutch distributor», «una coproduzione Italia-Svizzera» without the countries; "" where none is named."""
    words = label.split()
    if not 1 < len(words) <= MOST_WORDS:
        return ""
    kept = [word for word in words if not all(_of_country(part) for part in re.split(r"[-–/]", word))]
    return " ".join(kept) if 0 < len(kept) < len(words) else ""


def _of_country(word: str) -> bool:
    return bool(word) and bool(vocabulary().country(word) or vocabulary().nationality(word))


def _whole(label: str, language: str) -> Sense:
    words = vocabulary()
    roles, company, cast = words.roles(label, language), words.company_role(label), words.is_cast_label(label)
    if "/" in label and not roles and not company:
        return _first_known(label, language)
    topic = ""
    if roles in ((), ("technical",)) and not company:
        topic = next((s.topic for s in words.headings(label) if s.kind is SectionKind.CREDITS and not s.rest), "")
    fact = None if roles or company or cast else words.facts(label)
    if topic == "support" and not company:
        company = "support"
    if company and roles == ("other",):
        roles = ()
    if roles and roles != ("actor",):
        cast = False
    return Sense(roles, company, cast or topic == "cast" or roles == ("actor",), fact, topic)


def _first_known(label: str, language: str) -> Sense:
    """«Compañías productoras / Production companies»: one label in two languages."""
    parts = [part.strip() for part in label.split("/", MOST_WORDS) if part.strip()]
    found = [_whole(part, language) for part in parts]
    chosen = next((one for one in found if one.credit), next((one for one in found if one.known), NOTHING))
    named = any(not one.known and NAME.search(part) for part, one in zip(parts, found, strict=True))
    return replace(chosen, exact=chosen.exact and not named)


def _partly(label: str, language: str) -> Sense:
    """«Harbour Set Decoration», «Producer Channel X»: the longest known end, else the longest known beginning."""
    if any(fold(word) in word_list("fact_words") for word in label.split()):
        return Sense(fact="other", exact=False)
    found = [match.start() for match in WORD.finditer(label)]
    for start in found[1:]:
        roles = vocabulary().roles(label[start:], language)
        if roles and not _outranked(label[:start]):
            return Sense(roles, exact=False)
    front = leading(label, language)
    if front is not None and front[1].roles and len(label[front[0] :].split()) <= 2:
        return Sense(front[1].roles, exact=False)
    return _sentence(label)


def _outranked(front: str) -> bool:
    """A head of something is not that something, nor is a donor of it."""
    words = {fold(word) for word in front.split()}
    return bool(words & word_list("rank_words"))


def _sentence(label: str) -> Sense:
    """A whole sentence before a list: «This film could not have been made without the generous help of»."""
    words = {fold(word) for word in label.split()}
    if len(words) > 3 and words & word_list("gratitude_words"):
        return Sense(("thanks",), exact=False)
    if len(words) > 3 and words & word_list("patronage_words"):
        return Sense((), "support", exact=False)
    return NOTHING


def is_chapter(text: str) -> bool:
    """«PRODUCTION NOTES» under the names on a cover; «KEY CREDITS», which says neither cast nor crew."""
    senses = [sense for sense in vocabulary().headings(text) if not sense.rest]
    credits_of = [sense.topic for sense in senses if sense.kind is SectionKind.CREDITS]
    return bool(senses) and (not credits_of or "" in credits_of)


def leading(text: str, language: str = "") -> tuple[int, Sense] | None:
    """The longest label that `text` begins with, and where it ends."""
    found = vocabulary().leading_label(text, language)
    first = text.partition(" ")[0]
    if fold(first) in word_list("conjunctions") and (behind := vocabulary().leading_label(text[len(first) + 1 :], language)):
        # «e con la partecipazione di»: more than «e con».
        end = len(first) + 1 + behind.end
        found = Label(end, behind.roles, behind.company, behind.cast) if found is None or end > found.end else found
    if found is None:
        return _contracted(text)
    if fold(text[: found.end]) in word_list("with_words") and (longer := _contracted(text)):
        return longer
    if found.company and not found.roles and not text[found.end :].strip():
        return _contracted(text) or (found.end, Sense((), found.company, found.cast))
    roles = () if found.company and found.roles == ("other",) else found.roles
    if roles == ("actor",):
        return found.end, Sense((), found.company, cast=True)
    return found.end, Sense(roles, found.company, found.cast)


def _contracted(text: str) -> tuple[int, Sense] | None:
    """«Eine Produktion der», «avec le soutien du»: the phrase is known with the bare preposition."""
    for found in list(WORD.finditer(text[:LONGEST]))[:MOST_WORDS]:
        if found[0].islower() and found.start() and fold(found[0]) in word_list("contractions"):
            phrase = text[: found.start()].rstrip()
            known = (vocabulary().company_role(f"{phrase}{word}") for word in ("", " von", " de", " di", " of"))
            company = next((role for role in known if role), None)
            if company and " " in phrase and text[found.end() :].strip():
                return found.end(), Sense((), company)
    return None
