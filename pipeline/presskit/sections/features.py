"""Each unit's features, all between 0 and 1: the readable half of the decision; the weights are the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from presskit.model import SectionKind
from presskit.sections import wording
from presskit.sections.patronage import names_companies
from presskit.sections.wording import interviewer_credits, is_name, is_prose, words_of
from presskit.vocabulary import fold, vocabulary

HALF = 0.5
SPOKEN = 0.2
SPECS = 3
"""So many technical data in one line leave no doubt."""
AWARD_WORDS = 80
LIST_LINE = 9
"""Lines of fewer words on average than this, with no sentences in them, are a list."""
LONG_LINE = 30
BLOCK_LINES = 9
SHORT_ADDRESS, WHOLE_ADDRESS = 12, 32
FILM_BY_WORDS = 12
HEAD = 40
"""How many words of a paragraph tell what it is about."""


def features(texts: Sequence[str], names: Mapping[str, int]) -> Mapping[str, float]:
    """`texts` are the unit's lines; `names` says how often each run of capitalised words occurs in the kit, in lower case."""
    bullets = sum(1 for text in texts if wording.BULLET.match(text)) / max(1, len(texts))
    texts = [wording.BULLET_MARK.sub("", text) for text in texts]
    whole = " ".join(texts)
    found = {"bullet": bullets, **_of_whole(whole), **_of_lines(texts, whole)}
    if found["presents"] or found["house_of"]:
        found["credit_label"] = 0.0
    if found["web"] and wording.OFFERED.search(whole) and len(words_of(whole)) <= LONG_LINE:
        found |= {"prose": 0.0, "credit_label": 0.0, "fact_label": 0.0, "offer": 1.0}
    if found["film_data"] >= HALF:
        found |= {"spec": 0.0, "festival": 0.0, "award": 0.0, "company": 0.0, "pair": 0.0, "short_prose": 0.0, "bracketed": 0.0}
    if _lists_films(whole):
        found |= {"spec": 0.0, "pair": 0.0, "award": 0.0, "festival": 0.0, "fact_label": 0.0, "credit_label": 0.0, "films_run_in": 1.0}
    if found["plays"] >= HALF:
        found["short_prose"] = 0.0
    if len(texts) > 1 and max(found["entry"], found["title_year"]) >= HALF and not wording.goes_on_in_sentences(whole):
        found["prose"] = 0.0
    if len(texts) > 1 and not found["song"] and all(map(wording.CITED.match, texts)):
        found["signed_quote"] = 1.0
    found["on_known_name"] = float(found["prose"] > 0 and _begins_with_known(whole, names))
    found["list"] = float(not found["prose"] and len(texts) > 1 and len(words_of(whole)) < LIST_LINE * len(texts))
    return {name: value for name, value in found.items() if value}


def _of_whole(whole: str) -> dict[str, float]:
    words = words_of(whole)
    head = {fold(word) for word in words[:HEAD]}
    prose = is_prose(whole)
    lexicon = vocabulary().words
    return {
        "prose": float(prose),
        "short_prose": float(not prose and len(words) >= 5 and wording.function_share(whole) >= 0.2),
        "first_person": prose * min(1.0, 10 * max(0.0, _share(words, lexicon("first_person")) - 1.5 / max(1, len(words)))),
        "biographic": float(prose and (_introduced(whole) or _tells_a_life(whole, head))),
        "company_story": float(prose and len(head & lexicon("company_words")) >= 3),
        "quoted": float(bool(wording.QUOTED.match(whole)) and len(words) >= 4),
        "signed_quote": float(bool(wording.SIGNED_QUOTE.match(whole))),
        "stars": float(bool(wording.STARS.match(whole))),
        "question": float(whole.rstrip('”"» ').endswith("?") and len(words) >= 3),
        "speaker": float(_speaks(whole)),
        "legal": float(len(wording.LEGAL.findall(whole)) >= 1),
        "rights": float(bool(wording.RIGHTS.search(whole))),
        "presents": float(len(words) <= 16 and bool(wording.PRESENTS.search(whole))),
        "house_of": float(len(words) <= LIST_LINE and not prose and bool(wording.HOUSE_OF.match(whole))),
        "byline": float(len(words) <= 20 and _credits_interviewer(whole)),
        "film_by": float(_film_by(whole)),
        "of_companies": float(prose and names_companies(whole)),
    }


def _begins_with_known(whole: str, names: Mapping[str, int]) -> bool:
    """A paragraph that begins with a name which the kit has elsewhere too."""
    words = whole.split()
    leads = (" ".join(words[:length]) for length in (2, 3, 4) if len(words) > length + 4)
    return any(names.get(lead.casefold(), 0) > 1 and is_name(lead) for lead in leads)


def _speaks(whole: str) -> bool:
    """A mark or a name with a colon, and then a sentence: "AB: We did." is nobody's credit."""
    if not wording.SPEAKER.match(whole):
        return False
    return is_prose(whole) or "?" in whole or (wording.ends_sentence(whole) and wording.function_share(whole) >= SPOKEN)


def _credits_interviewer(text: str) -> bool:
    """ "Interview by …", "Propos recueillis par …": the last or first line of an interview, no film credit."""
    folded = fold(text)
    return any(folded.startswith(phrase + " ") for phrase in interviewer_credits())


def _share(words: Sequence[str], known: frozenset[str]) -> float:
    return sum(1 for word in words if word.casefold() in known) / len(words) if words else 0.0


def _introduced(whole: str) -> bool:
    """ "Jane Doe (Paris, 1975) studied …", "Jane Doe (camera) has …" """
    found = wording.INTRODUCED.match(whole)
    if not found or not is_name(found.group(1)):
        return False
    return bool(wording.YEAR.search(found.group(2)) or vocabulary().roles(found.group(2)))


def _tells_a_life(whole: str, head: set[str]) -> bool:
    return len(head & vocabulary().words("biographic_words")) >= 2 and _on_a_person(whole, head)


def _on_a_person(whole: str, head: set[str]) -> bool:
    """A text about somebody begins with the name, or says early that somebody was born."""
    words = whole.split()
    named = any(is_name(" ".join(words[:n])) for n in (2, 3, 4) if len(words) > n + 4)
    return named or bool(head & vocabulary().words("birth_words"))


def _film_by(whole: str) -> bool:
    words = whole.split()
    if len(words) > 2 * FILM_BY_WORDS or len(words_of(whole)) > FILM_BY_WORDS:
        return False
    starts = [0, *(at for at in range(2, len(words) - 1) if vocabulary().form(" ".join(words[:at])))]
    return any(_by_director(" ".join(words[at:])) for at in starts)


def _by_director(text: str) -> bool:
    label = vocabulary().leading_label(text)
    return bool(label and label.roles == ("director",) and " " in text[: label.end].strip())


def _of_lines(texts: Sequence[str], whole: str) -> dict[str, float]:
    lexicon = vocabulary().words
    words = max(1, len(words_of(whole)))
    listed = not is_prose(whole) or len(texts) > 2
    return {
        "credit_label": _part(texts, _credit_line) * listed,
        "fact_label": _part(texts, _fact_line),
        "spec": _part(texts, lambda text: len(words_of(text)) <= 25 and len(wording.SPEC.findall(text)) >= 1 and not is_prose(text)),
        "names": _part(texts, is_name),
        "bracketed": _part(texts, lambda text: bool(wording.BRACKETED.match(text)) and len(words_of(text)) <= 9),
        "pair": _part(texts, lambda text: bool(wording.PAIR.match(text)) and len(words_of(text)) <= 14),
        "plays": _part(texts, _plays),
        "record": float(bool(wording.RECORDING.search(whole))) * _part(texts, lambda text: bool(wording.RECORD.match(text))),
        "event": _part(texts, lambda text: len(words_of(text)) <= LIST_LINE + 2 and bool(wording.EVENT_DATA.match(text))),
        "dateline": _dateline(texts),
        "song": float(len(texts) > 1) * _part(texts, lambda text: bool(wording.SONG.match(text))),
        "participant": _part(texts, _participant),
        "entry": _part(texts, _entry_line),
        "title_year": _part(_joined(texts), wording.is_film_line),
        "film_data": _part(texts, _film_data),
        "placed": _part(texts, _placed),
        "dated": _part(texts, _dated_line),
        "spec_line": _part(texts, lambda text: len(words_of(text)) <= 25 and len(wording.SPEC.findall(text)) >= SPECS),
        "year_alone": _part(texts, lambda text: bool(wording.YEAR_ALONE.match(text))),
        "address": _part(texts, _address_line),
        "address_block": float(_address_block(texts)),
        "web": _part(texts, lambda text: len(words_of(text)) <= LONG_LINE and bool(wording.WEB.search(text))),
        "festival": _part(texts, lambda text: _named_in(text, lexicon("festival_words"))),
        "award_lead": float(words < AWARD_WORDS and any(fold(word) in lexicon("award_words") for word in whole.split()[:2])),
        "award": _part(texts, lambda text: _named_in(text, lexicon("award_words"))),
        "company": _part(
            texts, lambda text: len(words_of(text)) <= 8 and bool({fold(w) for w in text.split()} & lexicon("company_suffixes"))
        ),
        "capitals": float(whole.isupper()),
        "brief": float(words <= 4 and not whole.endswith(".")),
    }


def _dateline(texts: Sequence[str]) -> float:
    """A paper's name over the day, alone in their paragraph: what was in that paper follows."""
    named = len(texts) == 2 and len(words_of(texts[0])) <= LIST_LINE // 2 and texts[0][:1].isupper() and not _dated_line(texts[0])
    return float(named and _dated_line(texts[-1]) and wording.is_day(texts[-1]))


def _plays(text: str) -> bool:
    """ "Jane Doe as Mabel", "Jane Doe dans le rôle de Mabel"."""
    played = wording.PLAYS.search(text)
    if not played or len(words_of(text)) > LIST_LINE + 2 or text.endswith("."):
        return False
    return is_name(text[: played.start()]) and not text[played.end() :].islower()


def _participant(text: str) -> bool:
    """ "Jane Doe, fisherwoman, Hull": somebody who appears, and who that is; no title and its form or year."""
    name, comma, rest = text.partition(",")
    rest = rest.strip()
    if not comma or len(words_of(text)) > LIST_LINE + 2 or not rest[:1].islower() or text.endswith((".", ",", ":")):
        return False
    return is_name(name.rstrip("*† ")) and not wording.YEAR.search(rest) and not vocabulary().form(rest.split(",")[0])


def _part(texts: Sequence[str], test: object) -> float:
    assert callable(test)
    return sum(1 for text in texts if test(text)) / len(texts) if texts else 0.0


def _named_in(text: str, known: frozenset[str]) -> bool:
    """A line, not a sentence, with one of the words."""
    words = [fold(word) for word in words_of(text)]
    return len(words) <= LONG_LINE and not is_prose(text) and any(word in known for word in words)


def _credit_line(text: str) -> bool:
    label = vocabulary().leading_label(text)
    if not label or is_prose(text) or _speaks(text) or _film_by(text) or _credits_interviewer(text) or wording.MAIL.search(text):
        return False
    if wording.small_words_only(text[label.end :]) or (wording.YEAR.search(text) and _named_in(text, vocabulary().words("festival_words"))):
        return False
    return bool(label.roles or label.company or label.cast) and len(words_of(text)) <= 30


def _fact_line(text: str) -> bool:
    head = text.split(":")[0] if ":" in text else " ".join(text.split()[:3])
    if is_prose(text) or wording.RIGHTS.match(text):
        return False
    return vocabulary().facts(head) is not None or any(vocabulary().facts(" ".join(text.split()[:n])) is not None for n in (1, 2))


def _dated_line(text: str) -> bool:
    """Begins with a date, as the lines of screening lists and news do."""
    found = wording.DATE_LEAD.match(text)
    if not found or is_prose(text):
        return False
    return found.group("month") is None or fold(found.group("month")) in vocabulary().months


def _entry_line(text: str) -> bool:
    found = wording.YEAR_LEAD.match(text) and not wording.RIGHTS.search(text)
    told = is_prose(text) and (wording.ends_sentence(text) or not wording.YEAR_SIGN.match(text))
    return bool(found) and len(words_of(text)) <= 22 and not told


def _lists_films(whole: str) -> bool:
    """«Films: Low Tide (2021), Lamp Black (2018, 75 min)»: a heading of films, and their years in the same line."""
    label, colon, rest = whole.partition(":")
    if not colon or len(label) > LONG_LINE or len(wording.YEAR.findall(rest)) < 1 + (len(label.split()) < 2):
        return False
    senses = vocabulary().headings(label)
    return bool(senses) and senses[0].kind is SectionKind.FILMOGRAPHY


def _film_data(text: str) -> bool:
    """A film with its form or length, by year or in brackets, or with the festival that showed it; not a festival's short programme."""
    shown = wording.FILM_SHOWN.match(text)
    found = wording.FILM_DATA.match(text) or (shown if shown and _names_event(shown["rest"]) else None)
    return found is not None and not is_prose(text) and not _names_event(found["title"] or found["film"])


def _names_event(text: str) -> bool:
    return any(_named_in(text, vocabulary().words(name)) for name in ("festival_words", "award_words"))


def _joined(texts: Sequence[str]) -> list[str]:
    """Lines, with what the margin broke off put back."""
    made: list[str] = []
    for text in texts:
        if made and wording.WRAPPED.match(text):
            made[-1] += f" {text}"
        else:
            made.append(text)
    return made


def _placed(text: str) -> bool:
    """Ends in a country, bracketed or behind a comma, as the lines of festival lists do."""
    place = wording.PLACE_TAIL.search(text)
    return bool(place and not text.endswith(".") and len(words_of(text)) <= 20 and vocabulary().country(place.group(1)))


def _address_block(texts: Sequence[str]) -> bool:
    """A few short lines, two of them addresses: whose they are stands in the others."""
    if not 2 <= len(texts) <= BLOCK_LINES or any(_other_than_address(text) for text in texts):
        return False
    found = sum(1 for text in texts if _address_line(text) or wording.WEB.search(text))
    return found >= 1 + (len(texts) > BLOCK_LINES // 2)


def _other_than_address(text: str) -> bool:
    return _dated_line(text) or _entry_line(text) or (_credit_line(text) and not wording.PHONE.search(text))


def _address_line(text: str) -> bool:
    """A mail address or phone in a short line, or a whole address in one row."""
    words = len(words_of(text))
    if words <= SHORT_ADDRESS:
        return bool(wording.MAIL.search(text) or wording.PHONE.search(text))
    return words <= WHOLE_ADDRESS and bool(wording.MAIL.search(text)) and text.count(",") > 1 and not is_prose(text)
