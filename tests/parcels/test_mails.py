"""Mails and mailboxes: the body, what hangs on it, mails in mails, and mails that are not as they should be."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from mailing import KIT, LETTER, mail, saved
from presskit import extract
from presskit.errors import KitDamaged, KitTooLarge, NoKits, SeveralKits
from presskit.kits import find_kits
from presskit.parcels import contents
from presskit.readers import read
from presskit.settings import Settings, Unpacking

DEFAULT = Settings()


def test_a_letter_with_a_kit_is_the_kit(tmp_path: Path) -> None:
    path = saved(tmp_path, mail(attached={"kit.txt": KIT.encode(), "logo.png": b"x"}), "mail.eml")
    assert contents(path, DEFAULT) == ["kit.txt", "logo.png"]
    record = extract(path)
    assert record.kit.film.title == "THE LATE FERRY"
    assert record.source.name == "kit.txt"
    held = record.source.provenance
    assert held is not None
    assert (held.parcel, held.name, held.sender) == ("mail.eml", "kit.txt", "Ida Moor <ida@pier.example>")
    assert (held.subject, held.date) == ("The Late Ferry – Pressemappe", "2026-03-02T10:15:00+01:00")


def test_a_body_is_a_kit_where_nothing_is_attached_or_where_it_is_long(tmp_path: Path) -> None:
    assert contents(saved(tmp_path, mail(KIT), "bare.eml"), DEFAULT) == ["message.txt"]
    assert extract(tmp_path / "bare.eml").kit.synopses[0].text == "A ferry is late. Nobody waits."
    assert contents(saved(tmp_path, mail(KIT, {"logo.png": b"x"}), "logo.eml"), DEFAULT) == ["message.txt", "logo.png"]
    long = saved(tmp_path, mail(KIT * 10, {"kit.txt": KIT.encode()}), "long.eml")
    assert contents(long, DEFAULT) == ["message.txt", "kit.txt"]
    with pytest.raises(SeveralKits, match="--out"):
        read(long, DEFAULT)
    assert read(long / "kit.txt", DEFAULT).source.name == "kit.txt"


def test_of_two_forms_of_a_text_the_one_with_structure_is_read(tmp_path: Path) -> None:
    path = saved(tmp_path, mail("plain", html="<h1>The Late Ferry</h1><p>Für alle, die warten.</p>"), "mail.eml")
    assert [read(path, DEFAULT).words(line) for line in read(path, DEFAULT).lines] == ["The Late Ferry", "Für alle, die warten."]


def test_lines_that_the_sender_s_program_broke(tmp_path: Path) -> None:
    head = "From: ida@pier.example\nContent-Type: text/plain; format=flowed\n\n"
    path = saved(tmp_path, f"{head}A ferry is late, \nand nobody waits.\n-- \nPier Films\n".encode(), "mail.eml")
    assert [read(path, DEFAULT).words(line) for line in read(path, DEFAULT).lines] == [
        "A ferry is late, and nobody waits.",
        "--",
        "Pier Films",
    ]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "none-such"])
def test_charsets(tmp_path: Path, charset: str) -> None:
    words = "L'été à Sète, où la mer était froide."
    body = words.encode("utf-8" if charset in ("utf-8", "none-such") else charset)
    head = f"From: ida@pier.example\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert read(saved(tmp_path, head.encode() + body, "mail.eml"), DEFAULT).text.strip() == words


def test_mails_in_mails_ten_deep_and_no_deeper(tmp_path: Path) -> None:
    made = mail(attached={"kit.txt": KIT.encode()})
    for _ in range(9):
        outer = mail()
        outer.add_attachment(made)
        made = outer
    path = saved(tmp_path, made, "mail.eml")
    (name,) = contents(path, DEFAULT)
    assert name.count(".eml/") == 9 and name.endswith("/kit.txt")
    assert extract(path).source.provenance is not None
    outer = mail()
    outer.add_attachment(made)
    with pytest.raises(KitTooLarge, match="10 deep"):
        contents(saved(tmp_path, outer, "deeper.eml"), DEFAULT)


def test_names_that_lead_elsewhere_are_only_names(tmp_path: Path) -> None:
    path = saved(tmp_path, mail(attached={"../../etc/kit.txt": KIT.encode(), "a/b\\c.txt": KIT.encode()}), "mail.eml")
    assert contents(path, DEFAULT) == ["_.._etc_kit.txt", "a_b_c.txt"]


def test_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    made = mail(attached={"kit.txt": KIT.encode()})
    made.add_attachment(b"SYNOPSIS\nAnother.\n", maintype="text", subtype="plain", filename="kit.txt")
    assert contents(saved(tmp_path, made, "mail.eml"), DEFAULT) == ["kit.txt", "kit-2.txt"]


def test_a_mailbox(tmp_path: Path) -> None:
    first = mail(KIT).as_bytes().replace(b"SYNOPSIS", b">From the pier\nSYNOPSIS")
    second = mail(attached={"b.txt": b"x"}).as_bytes()
    box = b"From ida Mon Mar  2 10:15:00 2026\n" + first + b"\nFrom ole Tue Mar  3 10:15:00 2026\n" + second
    path = saved(tmp_path, box, "inbox.mbox")
    assert contents(path, DEFAULT) == ["mail-0001.eml/message.txt", "mail-0002.eml/b.txt"]
    assert "\nFrom the pier\n" in read(path / "mail-0001.eml/message.txt", DEFAULT).text
    with pytest.raises(KitTooLarge):
        contents(path, Settings(unpacking=Unpacking(max_parts=1)))


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("mail.eml", b"\x00\xff" * 40, KitDamaged),
        ("box.mbox", b"A ferry.", KitDamaged),
        ("mail.eml", mail(LETTER, {"still.png": b"x", "clip.mp4": b"x"}).as_bytes(), NoKits),
    ],
    ids=["binary", "no mailbox", "no kits"],  # the boundaries of a mail differ from worker to worker
)
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(saved(tmp_path, data, name), DEFAULT)


def test_a_mail_of_endless_bundles_ends(tmp_path: Path) -> None:
    bundles = "".join(f'Content-Type: multipart/mixed; boundary="{at}"\n\n--{at}\n' for at in range(3_000))
    with pytest.raises((KitDamaged, NoKits)):
        read(saved(tmp_path, b"From: ida@pier.example\n" + bundles.encode(), "mail.eml"), DEFAULT)


@pytest.mark.parametrize(
    "header", ["Content-Type: text/plain; ", "Subject: =?utf-8?q?", "From: ", "Date: ", "Content-Disposition: attachment; filename*0="]
)
def test_endless_headers_end(tmp_path: Path, header: str) -> None:
    """In a second, where the library alone takes minutes."""
    started = time.process_time()
    endless = 'a;"=?= <(' * 30_000
    data = f"{header}{endless}\n\n{KIT}".encode()
    find_kits([saved(tmp_path, data, "mail.eml")])
    assert time.process_time() - started < 5
