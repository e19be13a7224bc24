"""Archives, and files inside files: listed and read by their paths, bombs and ways out of the folder refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from mailing import KIT, mail, saved, zipped
from presskit import extract
from presskit.errors import KitDamaged, KitEncrypted, KitNotFound, KitTooLarge, KitUnsafe, NoKits, PresskitError, SeveralKits
from presskit.kits import find_kits
from presskit.parcels import contents
from presskit.readers import read
from presskit.settings import Settings, Unpacking
from wordfile import paragraph, word

DEFAULT = Settings()


def test_one_kit_and_its_pictures(tmp_path: Path) -> None:
    files = {"ferry/kit.txt": KIT.encode(), "ferry/stills/1.jpg": b"x", "__MACOSX/ferry/._kit.txt": b"x"}
    path = saved(tmp_path, zipped(files), "ferry.zip")
    assert contents(path, DEFAULT) == ["ferry/kit.txt", "ferry/stills/1.jpg"]
    record = extract(path)
    assert record.kit.film.title == "THE LATE FERRY"
    assert record.source.provenance is not None and record.source.provenance.name == "ferry/kit.txt"
    assert record.source.provenance.sender is None


def test_several_kits_have_paths_of_their_own(tmp_path: Path) -> None:
    inner = zipped({"c.txt": KIT.encode()})
    path = saved(tmp_path, zipped({"a/kit.txt": KIT.encode(), "b\\kit.docx": word(paragraph("A ferry.")), "more.zip": inner}), "kits.zip")
    with pytest.raises(SeveralKits, match="3 kits"):
        read(path, DEFAULT)
    found = find_kits([tmp_path])
    assert [str(kit.relative_to(tmp_path)) for kit in found] == ["kits.zip/a/kit.txt", "kits.zip/b/kit.docx", "kits.zip/more.zip/c.txt"]
    assert [read(kit, DEFAULT).source.name for kit in found] == ["kit.txt", "kit.docx", "c.txt"]


def test_a_mail_in_an_archive_tells_its_sender(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped({"mail.eml": mail(attached={"kit.txt": KIT.encode()}).as_bytes()}), "mails.zip")
    held = read(path, DEFAULT).source.provenance
    assert held is not None and (held.parcel, held.name) == ("mails.zip", "mail.eml/kit.txt")
    assert held.sender == "Ida Moor <ida@pier.example>"


def test_files_that_are_not_there(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped({"kit.txt": KIT.encode()}), "kits.zip")
    for name in ("none.txt", "kit.txt/none.txt", "kit.txt/../../kit.txt"):
        with pytest.raises(KitNotFound):
            read(path / name, DEFAULT)


def test_a_changed_archive_is_read_anew(tmp_path: Path) -> None:
    path = saved(tmp_path, zipped({"kit.txt": b"SYNOPSIS\nOne.\n"}), "kits.zip")
    assert "One" in read(path / "kit.txt", DEFAULT).text
    saved(tmp_path, zipped({"kit.txt": b"SYNOPSIS\nAnother.\n"}), "kits.zip")
    assert "Another" in read(path / "kit.txt", DEFAULT).text


@pytest.mark.parametrize("name", ["../kit.txt", "/etc/kit.txt", "a/../../kit.txt", "..\\kit.txt", "C:\\kit.txt"])
def test_ways_out_of_the_folder_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(KitUnsafe):
        read(saved(tmp_path, zipped({"kit.txt": KIT.encode(), name: KIT.encode()}), "kits.zip"), DEFAULT)


def test_a_broken_archive_in_an_archive_does_not_stop_the_others(tmp_path: Path) -> None:
    files = {"kit.txt": KIT.encode(), "bad.zip": b"PK\x03\x04nothing", "out.zip": zipped({"../a.txt": b"x"})}
    path = saved(tmp_path, zipped(files), "kits.zip")
    assert contents(path, DEFAULT) == ["kit.txt", "bad.zip", "out.zip"]
    with pytest.raises(KitDamaged):
        read(path / "bad.zip", DEFAULT)
    with pytest.raises(KitUnsafe):
        read(path / "out.zip", DEFAULT)


def quine(depth: int) -> bytes:
    data = KIT.encode()
    for _ in range(depth):
        data = zipped({"again.zip" if data[:2] == b"PK" else "kit.txt": data}, zipfile.ZIP_STORED)
    return data


@pytest.mark.parametrize(
    ("data", "limits", "error"),
    [
        (zipped({"kit.txt": b" " * 30_000_000}), Unpacking(), KitUnsafe),
        (zipped({f"{at}.txt": b"x" for at in range(20)}), Unpacking(max_parts=10), KitTooLarge),
        (zipped({f"{at}.zip": zipped({"kit.txt": b"x"}) for at in range(8)}), Unpacking(max_parts=10), KitTooLarge),
        (zipped({f"{at}.zip": zipped({"kit.txt": b"x" * 900}, 0) for at in range(8)}), Unpacking(max_bytes=4_000), KitTooLarge),
        (quine(12), Unpacking(), KitTooLarge),
        (b"PK\x03\x04" + bytes(90), Unpacking(), KitDamaged),
        (zipped({"still.jpg": b"x"}), Unpacking(), NoKits),
    ],
    ids=["bomb", "many", "many inside", "much inside", "deep", "damaged", "no kit"],
)
def test_limits(tmp_path: Path, data: bytes, limits: Unpacking, error: type[PresskitError]) -> None:
    with pytest.raises(error) as raised:
        read(saved(tmp_path, data, "kits.zip"), Settings(unpacking=limits))
    assert raised.value.advice


def test_protected_by_a_password(tmp_path: Path) -> None:
    data = bytearray(zipped({"kit.txt": KIT.encode()}, zipfile.ZIP_STORED))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(KitEncrypted):
        read(saved(tmp_path, bytes(data), "kits.zip"), DEFAULT)
