"""Any number of kits out of the samples, each a little different: the same seed always gives the same bytes.

`python samples/build/vary.py FOLDER --kits 1000 --bad 0.05 --seed 7`. Texts get other names and figures; PDFs get another trailing comment,
which makes them another file with the same pages. A share is spoilt the ways kits are: empty, cut off, behind a password, no kit at all.
"""

from __future__ import annotations

import argparse
import io
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

SAMPLES = Path(__file__).parents[1]
SYLLABLES = ("ba", "do", "fen", "gri", "ha", "jo", "kel", "lu", "mar", "ni", "or", "pe", "ras", "sol", "tu", "ven", "wil", "za")
NAME = re.compile(r"\b[A-ZÀ-Ý][a-zà-ÿ]{3,}\b")
FIGURE = re.compile(r"\b(19|20)(\d\d)\b")
RENAMED = 0.15
"""Share of a text's capitalised words that get another name, the same one wherever they stand."""
PDFS = 0.1
"""Share of kits that are PDFs: they take ten times as long."""
FOLDERS = 10


def vary(folder: Path, kits: int, bad: float = 0.0, seed: int = 7, pdfs: float = PDFS) -> list[Path]:
    """Write the kits into subfolders of `folder`; their paths in the order they were made."""
    dice = Random(seed)
    return [_kit(dice, folder, number, bad, pdfs) for number in range(kits)]


def _kit(dice: Random, folder: Path, number: int, bad: float, pdfs: float) -> Path:
    spoilt, printed = dice.random() < bad, dice.random() < pdfs
    name, data = _printed(dice, number) if printed else _written(dice, number)
    if spoilt:
        name, data = dice.choice(SPOILERS)(name, data, number)
    path = folder / f"{number % FOLDERS:02}" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _written(dice: Random, number: int) -> tuple[str, bytes]:
    source = dice.choice(sorted([*SAMPLES.glob("*/kit.txt"), *SAMPLES.glob("*/kit.md")]))
    try:
        text = source.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        text = source.read_text(encoding="cp1252")
    words = sorted(set(NAME.findall(text)))
    others = {word: _word(dice) for word in words if dice.random() < RENAMED}
    text = NAME.sub(lambda found: others.get(found.group(), found.group()), text)
    text = FIGURE.sub(lambda found: f"{found.group(1)}{(int(found.group(2)) + number) % 20:02}", text)
    return f"{source.parent.name}-{number:05}{source.suffix}", f"{text.rstrip()}\n\nKit {number}\n".encode()


def _word(dice: Random) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.choice((2, 3)))).capitalize()


def _printed(dice: Random, number: int) -> tuple[str, bytes]:
    source = dice.choice(sorted(SAMPLES.glob("*/kit.pdf")))
    return f"{source.parent.name}-{number:05}.pdf", source.read_bytes() + f"\n% {number} {dice.getrandbits(64):x}\n".encode()


def _cut_off(name: str, data: bytes, number: int) -> tuple[str, bytes]:
    return f"{Path(name).stem}.pdf", b"%PDF-1.7\n" + data[: 100 + number % 200]


def _locked(name: str, _: bytes, number: int) -> tuple[str, bytes]:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(f"secret {number}", ownerPassword="owner"), invariant=True)
    canvas.drawString(50, 700, name)
    canvas.save()
    return f"{Path(name).stem}.pdf", buffer.getvalue()


def _picture(name: str, _: bytes, number: int) -> tuple[str, bytes]:
    return f"{Path(name).stem}.txt", b"GIF89a\x01\x00\x01\x00" + number.to_bytes(4, "big") * 200


def _blank(name: str, _: bytes, number: int) -> tuple[str, bytes]:
    return f"{Path(name).stem}.txt", b"\n" * (number + 1)


SPOILERS: tuple[Callable[[str, bytes, int], tuple[str, bytes]], ...] = (_cut_off, _locked, _picture, _blank)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kits", type=int, default=100)
    parser.add_argument("--bad", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--pdfs", type=float, default=PDFS)
    options = parser.parse_args()
    vary(options.folder, options.kits, options.bad, options.seed, options.pdfs)


if __name__ == "__main__":
    main()
