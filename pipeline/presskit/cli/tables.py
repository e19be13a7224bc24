"""Scores as tables, and the mistakes behind them as lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from presskit.evaluate.match import Item, Outcome
from presskit.evaluate.run import Result
from presskit.evaluate.score import Score, compare_family, macro
from presskit.evaluate.strings import bag, overlap

SHORT = 200
LIKE = 0.3
"""Overlap from which a false text is shown as the nearest to a missed one."""
ABBREVIATED = {
    "biographies": "bios",
    "filmographies": "films",
    "press_quotes": "press",
    "statements": "stmts",
    "synopses": "synop",
    "companies": "comp",
    "contacts": "cont",
    "entities": "ents",
    "footnotes": "notes",
    "interviews": "intv",
    "sections": "sect",
}


def family_table(score: Score, kits: int) -> Table:
    """Pooled precision, recall and F1, one family a row; families with no item anywhere are dashes."""
    table = plain_table("family", "precision", "recall", "F1", "right", "false", "missed")
    for family, tally in score.items():
        ratios = [f"{value:.3f}" if tally else "–" for value in (tally.precision, tally.recall, tally.f1)]
        table.add_row(family, *ratios, str(tally.tp), str(tally.fp), str(tally.fn))
    table.add_section()
    table.add_row(f"macro, {kits} kit{'s' * (kits != 1)}", "", "", f"{macro(score):.3f}", "", "", "", style="bold")
    return table


def kit_table(results: Sequence[Result]) -> Table:
    """F1 of every kit and family, in hundredths."""
    families = list(results[0].score) if results else []
    table = plain_table("kit", "macro", *(ABBREVIATED.get(family, family) for family in families))
    for result in results:
        cells = (_points(tally.f1) if tally else "–" for tally in result.score.values())
        table.add_row(result.name, _points(macro(result.score)), *cells)
    return table


def _points(ratio: float) -> str:
    """Hundredths without the leading nought: seventeen columns must fit a terminal."""
    return f"{ratio:.2f}".lstrip("0") if ratio < 1 else "1"


def plain_table(*columns: str) -> Table:
    """Columns without rules: the first to the left, figures to the right."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    for at, column in enumerate(columns):
        table.add_column(column, justify="left" if at == 0 else "right", no_wrap=at > 0, min_width=12 if at == 0 else None, overflow="fold")
    return table


def errors_of(family: str, results: Sequence[Result]) -> Text:
    """What each kit misses (-) and what is false in it (+)."""
    text = Text()
    for result in results:
        outcome = compare_family(family, result.gold, result.output)
        if outcome.missed or outcome.spurious:
            text.append(f"{result.name}\n", style="bold")
            for line, style in _words_astray(outcome) if family == "sections" else _mistakes(outcome):
                text.append(f"  {line}\n", style=style)
    return text if text else Text(f"{family}: no errors\n")


def _mistakes(outcome: Outcome) -> Iterator[tuple[str, str]]:
    for item in outcome.missed:
        yield f"- {_shown(item)}", "red"
        near = max(outcome.spurious, key=lambda other: _likeness(item, other), default=None)
        if near is not None and item.texts and _likeness(item, near) >= LIKE:
            yield f"    nearest {_likeness(item, near):.2f}: {_apart(item, near)}", "dim"
    for item in outcome.spurious:
        yield f"+ {_shown(item)}", "green"


def _likeness(one: Item, other: Item) -> float:
    return min((overlap(a, b) for a, b in zip(one.texts, other.texts, strict=True)), default=0.0)


def _apart(one: Item, other: Item) -> str:
    """The words only one of the two has, where that is what keeps them apart."""
    lost = sum((bag(a) - bag(b) for a, b in zip(one.texts, other.texts, strict=True)), Counter[str]())
    extra = sum((bag(b) - bag(a) for a, b in zip(one.texts, other.texts, strict=True)), Counter[str]())
    keys = f"{' | '.join(one.key)} / {' | '.join(other.key)}  " if one.key != other.key else ""
    return f"{keys}lacks [{_sample(lost)}] has besides [{_sample(extra)}]"


def _sample(words: Counter[str]) -> str:
    shown = " ".join(list(words.elements())[:12])
    return f"{shown} … {words.total()}" if words.total() > 12 else shown


def _shown(item: Item) -> str:
    text = str(item)
    return text if len(text) <= SHORT else f"{text[: SHORT // 2]} … {text[-SHORT // 2 :]} ({len(text.split())} words)"


def _words_astray(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Words missed in one kind and found in another went astray; the rest is lost or came from nowhere."""
    missed, spurious = _by_word(outcome.missed), _by_word(outcome.spurious)
    routes: dict[tuple[str, str], Counter[str]] = {}
    for word, kinds in missed.items():
        for kind, goal in zip(kinds, [*spurious.pop(word, [])[: len(kinds)], *["(nowhere)"] * len(kinds)], strict=False):
            routes.setdefault((kind, goal), Counter())[word] += 1
    for word, kinds in spurious.items():
        for kind in kinds:
            routes.setdefault(("(nowhere)", kind), Counter())[word] += 1
    for (kind, goal), words in sorted(routes.items(), key=lambda route: -route[1].total()):
        yield f"{words.total():5} words of {kind} in {goal}: {_sample(words)}", "red"


def _by_word(items: Sequence[Item]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in items:
        found.setdefault(item.key[1], []).append(item.key[0])
    return found
