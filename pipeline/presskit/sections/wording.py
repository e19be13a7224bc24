"""What the words of a line or paragraph look like: prose, a name, a pair, an entry, an address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from presskit.vocabulary import fold, store, vocabulary

WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*\.?")
ELIDED = re.compile(r"(?:[dlnsjcmt]|qu)[’'](?=[^\W\d_])", re.IGNORECASE)
DIGIT = re.compile(r"\d")
YEAR_LEAD = re.compile(r"^\W{0,3}(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?(?:\s?[-–—:.,|]\s?|\s+)(?=\S)")
YEAR_SIGN = re.compile(r"^\W{0,3}(?:19|20)\d\d\s?[:–—-]\s")
"""A sign behind the year sets off a title, however many small words that has."""
YEAR_ALONE = re.compile(r"^\W{0,3}(?:19|20)\d\d\W{0,2}$")
DATE_LEAD = re.compile(
    r"^\W{0,3}(?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:\d{1,2}\.?\s)?(?P<month>[^\W\d_]{3,10})\.?\s(?:\d{1,2},?\s)?(?:19|20)\d\d)\b"
)
TITLE_YEAR = re.compile(r"^\W{0,3}(?:[^.!?]|\b(?!\d{4}\.)\w{1,4}\.){2,120}?(?:[(,]|(?<!\d)[–-])\s?(?:19|20)\d\d\b")
WRAPPED = re.compile(r"^(?:[a-zß-öø-ÿ(]|(?:19|20)\d\d\W{0,2}$)")
"""Goes on with the line above: in small letters, in brackets, or with nothing but a year."""
PAIR = re.compile(r"^[^:–—\-.!?]{2,60}(?:\s[-–—=]\s|\s?:\s|\s\.{3,}\s?|…)\s{0,3}\S")
PLAYS = re.compile(
    r"\s(?:as|is|als|spielt|plays|est|dans le rôle d[eu’']|dans le rôle|es|como|en el papel de|nel ruolo di|nei panni di|è|é|come"
    r"|no papel de|in der Rolle|joue|interprète|interpreta(?: a)?)\s(?=\S)"
)
BRACKETED = re.compile(r"^[^()]{3,50}\([^()]{2,60}\)$")
PLACE_TAIL = re.compile(r"[(,]\s?([^(),]{2,30})\)?$")
MAIL = re.compile(r"[\w.+-]{1,64}(?:@|\(at\)|\[at\])[\w-]{1,64}\.\w")
WEB = re.compile(r"\b(?:www\.|https?://)\S|\b[\w-]{2,60}\.(?:com|org|net|de|fr|es|it|pt|co\.uk|ie|nl|tv|film|eu|ch|at|be)\b")
PHONE = re.compile(
    r"(?:\+|\b0|\(0|\b[Tt]el)[\d\s().:/-]{7,20}\d"
    r"|(?<![\w.,-])(?:\d{3}[ .-]\d{3}[ .-]\d{3,4}|3\d\d[ .-]\d{6,7}|\(\d{2,3}\)\s?\d{3,5}[ -]\d{4}"
    r"|1[15]\s\d{4}[ -]\d{4}|9\d\s\d{3}\s\d\d\s\d\d)\b"
)
"""Beginning as numbers from abroad do; or in the groups of North America and Spain, Italy's and Argentina's mobiles, Brazil, Portugal."""
INTRODUCED = re.compile(r"^([^()]{5,50})\s\(([^()]{2,50})\)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SPEC = re.compile(
    r"\b\d{1,3}\s?(?:min(?:ut[eoi]?[sn]?)?\b\.?|mins?\b|mn\b|’|')|\b\d\s?h\s?\d\d\b|\b[12][.,:]\d\d?:1\b|\b(?:16:9|4:3)\b|\bDCP\b"
    r"|\b(?:16|35|70)\s?mm\b|\bDolby\b|\b5\.1\b|\bstereo\b|\b(?:2K|4K|HD)\b|\bcolou?r\b|\bcouleur\b|\bFarbe\b|\bb/?w\b|\bs/w\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"^[★*\s\d/]{0,12}[“\"«„‹‘'].{10,}[”\"»“›’'][.,]?(?:\s?[-–—(,]?\s?\S.{0,80})?$", re.DOTALL)
SONG = re.compile(
    r"^(?:\d{1,2}[.)]\s?)?[“\"«„][^“”\"«»„]{1,60}(?<![.…])[”\"»“],?\s(?:[-–—]\s?)?(?:by\s|von\s|par\s|de\s|di\s|por\s)?[A-ZÀ-Þ0-9][^.!?]{1,60}$"
)
"""A line of a list of songs: the title in quotation marks, and who plays it."""
RECORD = re.compile(
    r"^(?:label|format|formato|released|release date|genre|style|country|catalog(?:ue)? no|erschienen|sortie)\b\s?:", re.IGNORECASE
)
"""A line of a record's data (music, not film)."""
RECORDING = re.compile(r"\b(?:vinyl|LP|cassette|45 rpm|33⅓ rpm|33 rpm|CD, album)\b|\b(?:7|12)\"|\b(?:label|style)\s?:", re.IGNORECASE)
EVENT_DATA = re.compile(
    r"^\W{0,3}(?:(?:1?\d|2[0-3])[:.h][0-5]\d\s?(?:[ap]\.?m\b|h\b|uhr\b)?|(?:1?\d)\s?[ap]\.?m\b)|^(?:location|venue|where|ort|lieu|lugar|luogo|local)\s?:",
    re.IGNORECASE,
)
"""A line of an event's data: begins with a time of day, or says where it is."""
LEGAL = re.compile(
    r"written permission|may not (?:be reproduced|distribute|copy)|commercially exploit|non-commercial use|terms (?:of use|and conditions)"
    r"|schriftliche (?:Genehmigung|Zustimmung)|reproduction (?:interdite|totale ou partielle)|sans autorisation|prohibida la reproducción"
    r"|riproduzione (?:vietata|riservata)|proibida a reprodução|retrieval system|intellectual property",
    re.IGNORECASE,
)
SIGNED_QUOTE = re.compile(r"^[“\"«„][^“”\"«»„]{8,300}[”\"»“][.,]?\s?(?:[-–—]\s?|\()[^\W\d_a-zß-öø-ÿ][^.!?]{1,60}$")
"""A quotation, a dash, and whose it is: nothing else stands in the paragraph."""
CITED = re.compile(r"^[“\"«„][^“”\"«»„]{8,300}[”\"»“][.,]?\s?[-–—(]?\s?[^\W\d_a-zß-öø-ÿ][^.!?:]{1,60}$")
"""A quotation and, with or without a mark, whose it is."""
STARS = re.compile(r"^[★☆*]{2,5}\s")
SPEAKER = re.compile(
    r"^(?:[QAPRDFI][.:]|[–—]\s|[A-ZÀ-Þ]\.?\s?[A-ZÀ-Þ]\.?\s?:|[A-ZÀ-Þ][\w’'.\-]{1,20}(?:\s[A-ZÀ-Þ][\w’'.\-]{1,20}){0,3}\s?:)\s?\S"
)
PRESENTS = re.compile(r"\b(?:presents?|présenten?t?|präsentier(?:t|en)|presentan?o?|apresentam?)\b", re.IGNORECASE)
HOUSE_OF = re.compile(
    r"^(?:an?|une?|eine?|una|uma|um)\s(?:[^.:]{1,60}\s)?(?:co-?|ko-?)?(?:production|produktion|producción|produzione|produção)\b",
    re.IGNORECASE,
)
"""«Une production Roe Film», «A Roe Film production», as a cover says it."""
FORM = (
    r"\d\s?(?:min|['’′])|\b(?:short|feature|doc|cm|lm|kurz|spielfilm|dokumentarfilm|corto|largo|court|long|curta|longa|lungo|tv"
    r"|fiction|ficción)"
)
FILM_SHOWN = re.compile(r"^[-–•*\s]{0,3}(?P<title>(?P<film>[^()\d–—][^()–—]{1,79}))\s\((?:19|20)\d\d\)\s?[–—,-]\s(?P<rest>\S.{2,100})$")
"""«Low Tide (2016) – Harrow Film Festival»."""
FILM_DATA = re.compile(
    rf"^(?:(?P<title>[^()]{{2,80}})\((?=[^()]{{0,50}}\b(?:19|20)\d\d\b)(?=[^()]{{0,50}}(?:{FORM}))[^()]{{4,60}}\)"
    rf"|\W{{0,3}}(?:19|20)\d\d\b(?P<film>[^()–—|]{{2,60}})[–—(|]\s?(?:[^,–—()|]{{0,20}}?)(?:{FORM}))",
    re.IGNORECASE,
)
"""«Low Tide (short, 2016, 17 min)»: a film and its data, whatever prize stands behind them."""
OFFERED = re.compile(
    r"\b(?:downloads?|downloaded|téléchargeables?|télécharger|herunterladen|scaricabil[ei]|scaricare|descargables?|descargar|baixar|transferir)\b",
    re.IGNORECASE,
)
"""Where pictures and papers for the press are had."""
RIGHTS = re.compile(r"©|\(c\)\s?(?:19|20)\d\d|all rights reserved|copyright", re.IGNORECASE)
BULLET = re.compile(r"^[•·▪◦□■*\-–—]\s+\S")
BULLET_MARK = re.compile(r"^[•·▪◦□■*\-–—]\s+")


@lru_cache(maxsize=200_000)
def words_of(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text))


def function_share(text: str) -> float:
    """Share of articles, pronouns, prepositions: about 0.4 in prose of our languages, near 0 in lists of names."""
    words = words_of(text)
    known = vocabulary().words("function_words")
    return sum(1 for word in words if word.casefold() in known) / len(words) if words else 0.0


KNOWN_TONGUE = 0.18
"""Texts with fewer small words than this are lists, or in a language whose small words we do not know."""
RUNNING = 0.7
"""Share of words in lower case that such a text must have to be sentences: names and titles are capitalised everywhere."""
FEWEST_WORDS = 12
FILM_WORDS = 24
"""Words of a film in a list at most, its second title and its data with it."""
SENTENCE_END = re.compile(r"(?<=[^\W\d_]{5})[.!?]$|[!?]$")
"""Not the stop of "12 min."."""
DENSE = 0.35
"""So many small words and a full stop make a sentence of a line full of capitals (German nouns, names of schools)."""
SECOND = re.compile(r"(?<=[^\W\d_]{2})\)?[.!?]\s[A-ZÀ-Þ]|\d\)?\.\s[A-ZÀ-Þ]")
"""Where one sentence ends and another begins."""
BEGINS = re.compile(r"(?<=[^\W_]{4})[.!?]\s([A-ZÀ-Þ]\w{0,9})\b")
"""The first word of a sentence inside a line: a small one («It won …», «Elle vit …») tells that the line is of running text."""
SAID = 0.25
"""Share of words in lower case in two sentences full of names and titles."""
CONTENT = 10
"""One word in so many at least is a verb or noun of its sentence."""


FULL_WIDTH_STOP = re.compile("[。！？]")
SENTENCE_OF_SIGNS = 20
"""Signs of Chinese or Japanese with a full stop: no blanks part them into words that could be counted."""


def is_prose(text: str) -> bool:
    """Sentences rather than a list: enough words, many of them small ones, most in lower case."""
    if FULL_WIDTH_STOP.search(text):
        return len(text) >= SENTENCE_OF_SIGNS
    words = words_of(text)
    share = function_share(text)
    if len(words) < 9:
        return False
    said = _names_once(words) if ends_sentence(text) and SECOND.search(text) and _says_something(words) else len(words)
    lower = sum(1 for word in words if word[0].islower()) / said
    if ends_sentence(text):
        share += sum(1 for word in words if ELIDED.match(word)) / len(words)
    if share < KNOWN_TONGUE:
        return len(words) >= FEWEST_WORDS and ends_sentence(text) and lower >= RUNNING
    if len(words) >= 40 and ends_sentence(text):
        return lower >= 0.4
    if len(words) > FEWEST_WORDS + 3 and share >= DENSE and ends_sentence(text) and lower >= 0.4:
        return True
    if share >= 0.22 and ends_sentence(text) and lower >= SAID and (goes_on_in_sentences(text) or _is_told(words)):
        return True
    return share >= 0.22 and lower >= (0.5 if len(words) >= 25 or ends_sentence(text) else 0.62)


def _is_told(words: Sequence[str]) -> bool:
    """One sentence full of names that says what they did: «Composer Ada Brook recorded the score with the Roe Orchestra.»."""
    small = sum(1 for word in words if word[0].islower())
    return _says_something(words) and small * 3 >= _names_once(words) * 2


def goes_on_in_sentences(text: str) -> bool:
    """A second sentence begins inside with a small word: "… in 2004. His credits include …"."""
    return any(fold(begun.group(1)) in vocabulary().words("function_words") for begun in BEGINS.finditer(text))


def is_day(text: str) -> bool:
    """A date and nothing else, as it stands under the name of a paper."""
    return bool(DATE_LEAD.match(text)) and len(words_of(text)) <= 2


def is_film_line(text: str) -> bool:
    """ "Low Tide (2014), short, 12 min", "Low Tide, short, 2014": a title, its year, and no sentence."""
    if not TITLE_YEAR.match(text) or len(words_of(text)) > FILM_WORDS or SENTENCE_END.search(text):
        return False
    return not goes_on_in_sentences(text)


def _names_once(words: Sequence[str]) -> int:
    """How many words a sentence has if a name or title counts as one: "She produced Low Tide and Our Street for Harbour Films."."""
    return len(words) - sum(1 for before, word in pairwise(words) if before[0].isupper() and word[0].isupper())


def _says_something(words: Sequence[str]) -> bool:
    """Words in lower case that are no small ones: what names do, not what joins them."""
    known = vocabulary().words("function_words")
    return sum(1 for word in words if word[0].islower() and word not in known) * CONTENT >= len(words)


def is_name(text: str) -> bool:
    """Two to five words, each capitalised or a particle, nothing else."""
    text = text.strip(' ,.:*“”"')
    words = text.split()
    if not 2 <= len(words) <= 5 or any(sign.isdigit() for sign in text):
        return False
    if not (words[0][:1].isupper() and words[-1][:1].isupper() and _letters(text)):
        return False
    return all(_name_word(word, strict=text.isupper()) for word in words)


def may_be_names(text: str) -> bool:
    """«AMORANTE», «Jane Doe, Max Roe & Co.»: short, and hardly a word in small letters."""
    words = words_of(text)
    capital = sum(1 for word in words if word[0].isupper())
    return 1 <= len(words) <= 10 and text[:1].isupper() and not text.endswith(("?", "!", ":")) and capital * 3 >= len(words) * 2


def _name_word(word: str, *, strict: bool) -> bool:
    """In capitals any small word is one; in mixed case a longer one may be somebody's name (German "Kann")."""
    folded = fold(word)
    if folded in vocabulary().words("name_particles"):
        return True
    if not word[:1].isupper():
        return False
    return folded not in vocabulary().words("function_words") or not (strict or len(folded) <= 3)


def _letters(text: str) -> bool:
    return all(sign.isalpha() or sign in " .’'-–" for sign in text)


@cache
def interviewer_credits() -> frozenset[str]:
    """Phrases before the name of whoever asked, folded; not those that credit a director too ("réalisé par")."""
    phrases = (phrase for _, phrase in store.by_language(store.read("interviews")["interviewer_credits"]))
    return frozenset(fold(phrase) for phrase in phrases if not {*vocabulary().roles(phrase)} - {"interviewer"})


def small_words_only(text: str) -> bool:
    """Goes on in lower case with an article or preposition: no name."""
    words = words_of(text)
    return bool(words) and all(word.islower() for word in words) and words[0] in vocabulary().words("function_words")


def ends_sentence(text: str) -> bool:
    return text.rstrip("”\"»’') ").endswith((".", "!", "?", "…", ":"))


CLEAR = 1.5
"""How many times as many small words of its own language as of the other's a text must have to differ from a text in that one."""


def in_another_language(text: str, other: str) -> bool:
    """Two texts of clearly different languages; related ones share half of their small words, so each is asked about both."""
    ours, theirs = _small_words(text), _small_words(other)
    if not ours or not theirs:
        return False
    mine, yours = max(ours, key=lambda language: ours[language]), max(theirs, key=lambda language: theirs[language])
    return mine != yours and ours[mine] >= CLEAR * ours[yours] and theirs[yours] >= CLEAR * theirs[mine]


@lru_cache(maxsize=2_000)
def _small_words(text: str) -> dict[str, int]:
    """How many of a text's words are small words of each language; empty for a text too short to tell."""
    words = [word.casefold() for word in words_of(text)]
    if len(words) < FEWEST_WORDS:
        return {}
    known = vocabulary().words_by_language("function_words")
    return {language: sum(1 for word in words if word in lexicon) for language, lexicon in sorted(known.items())}
