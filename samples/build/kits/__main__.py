"""`python -m samples.build.kits --seed 1 --kits 100 --out FOLDER` writes kits and their gold, ready for `presskit evaluate FOLDER`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from samples.build.kits.facts import LANGUAGES
from samples.build.kits.kit import Kit, make_kit


def save(kit: Kit, folder: Path) -> Path:
    """The kit and its gold, in a folder of their own."""
    place = folder / f"{kit.language}-{kit.form}-{kit.seed:06}"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"kit.{kit.form}").write_bytes(kit.data)
    gold = json.dumps(kit.gold.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
    (place / "layouts.json").write_text(json.dumps(dict(kit.layouts), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (place / "gold.json").write_text(gold, encoding="utf-8")
    return place


def main() -> None:
    parser = argparse.ArgumentParser(prog="samples.build.kits", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="number of the first kit")
    parser.add_argument("--kits", type=int, default=100)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--form", choices=("txt", "md", "pdf"))
    options = parser.parse_args()
    for seed in range(options.seed, options.seed + options.kits):
        save(make_kit(seed, options.language, options.form), options.out)


if __name__ == "__main__":
    main()
