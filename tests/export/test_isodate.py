"""EDTF to the dates of AV-EFI: widened by rule, never narrowed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.export.isodate import IsoDate, iso_date

POINT = r"-?([1-9][0-9]{3,}|0[0-9]{3})(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[?~]?"
AVEFI = re.compile(rf"^{POINT}(/{POINT})?$")


@pytest.mark.parametrize("edtf", ["1991", "1991-07", "1991-07-28", "2011~", "2011?", "1957/1964", "2011-09-30?/2012~", "-0044-03-15"])
def test_what_both_can_say_stays(edtf: str) -> None:
    assert iso_date(edtf) == IsoDate(edtf)


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("199X", "1990/1999"),
        ("19XX", "1900/1999"),
        ("199X~", "1990~/1999~"),
        ("2011-XX", "2011"),
        ("2011-09-XX", "2011-09"),
        ("2011-XX-XX", "2011"),
        ("2011-21", "2011-03~/2011-05~"),
        ("2011-22", "2011-06~/2011-08~"),
        ("2011-23", "2011-09~/2011-11~"),
        ("2011-24", "2011-01~/2012-02~"),
        ("195X/1964", "1950/1964"),
        ("1957/196X", "1957/1969"),
        ("2011-23/2012-21", "2011-09~/2012-05~"),
    ],
)
def test_what_says_less_is_widened(edtf: str, said: str) -> None:
    assert iso_date(edtf) == IsoDate(said, widened=True)


def test_uncertain_and_approximate_is_approximate() -> None:
    assert iso_date("2011%") == IsoDate("2011~")


@pytest.mark.parametrize(
    "edtf", ["1825/..", "../1825", "XXXX-11-10", "XXXX", "1X99", "2011-13", "2011-07-32", "[1957,1958]", "Y170002", "", "/"]
)
def test_what_has_no_place_is_none(edtf: str) -> None:
    assert iso_date(edtf) is None


@given(st.text(alphabet="0129X-/~?%.", max_size=24))
def test_whatever_comes_out_fits_the_pattern(edtf: str) -> None:
    date = iso_date(edtf)
    assert date is None or AVEFI.match(date.text)
