"""`make bench-matching`: how well kits of one film find each other, set by set, over seeds that were tuned on and others."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from fiction.scores import SETS, TUNED, UNSEEN, Score, scored

COLUMNS = ("set of films", "seeds", "pairs of one film", "precision", "recall", "worst seed", "asked", "lost")


def main() -> None:
    """`asked`: pairs of one film that a person is asked about; `lost`: neither merged nor asked."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in COLUMNS:
        table.add_column(column, justify="left" if column == COLUMNS[0] else "right")
    for name, kits in SETS.items():
        for seeds in (TUNED, UNSEEN):
            table.add_row(name, f"{seeds[0]}–{seeds[-1]}", *_cells([scored(kits(seed)) for seed in seeds]))
    console = Console(highlight=False, width=None if Console().is_terminal else 120)
    console.print("Kits of fictional films: pairs merged by the machine alone (aim: precision 0.995, recall 0.9)")
    console.print(table)


def _cells(scores: list[Score]) -> tuple[str, ...]:
    all_seeds = sum(scores, Score(0, 0, 0, 0))
    worst = f"{min(each.precision for each in scores):.3f} {min(each.recall for each in scores):.3f}"
    shares = (f"{all_seeds.precision:.3f}", f"{all_seeds.recall:.3f}", worst)
    return str(all_seeds.true), *shares, str(all_seeds.asked), str(all_seeds.lost)


if __name__ == "__main__":
    main()
