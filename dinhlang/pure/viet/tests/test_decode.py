import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dinhlang.pure.viet import CannotDecode, DecodeTrouble, Encoding, decode

TEXT = "Ủy ban nhân dân xã Tân Trung\nKế hoạch số 31/KH-UBND ngày 05/9/2024 – “dân chủ ở cơ sở”, Đồng Nai"


def windows_1258(text):
    """Encode as Windows does: hats and horns in the letter, tones behind it."""
    encoded = []
    for character in text:
        parts = unicodedata.normalize("NFD", character)
        tones = [part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323"]
        letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        encoded.append((letter + "".join(tones)).encode("cp1258"))
    return b"".join(encoded)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        windows_1258(TEXT),
    ],
    ids=["utf8", "bom", "crlf", "nfd", "utf16", "utf16le", "utf16be", "1258"],
)
def test_a_text_is_read_from_its_encoding(data):
    assert decode(data) == TEXT


@pytest.mark.parametrize("data", [b"", b"plain\n"])
def test_plain_and_empty_files_are_read(data):
    assert decode(data) == data.decode()


def test_a_chosen_encoding_is_followed():
    assert decode(windows_1258("hòa"), Encoding.WINDOWS_1258) == "hòa"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04\x14\x00", DecodeTrouble.BINARY),
        (b"%PDF-1.7 \xe2\xe3", DecodeTrouble.BINARY),
        (bytes(range(256)) * 3, DecodeTrouble.BINARY),
        (b"\x01\x02\x03\x04\xff" * 9, DecodeTrouble.BINARY),
        (b"abcdefghi\x00jk", DecodeTrouble.BINARY),
        (b"\xff\xfea", DecodeTrouble.DAMAGED),
        (b"\xef\xbb\xbf\xff", DecodeTrouble.DAMAGED),
        (b"x\xb7 \xae\xb6m", DecodeTrouble.TCVN3),
        ("xaõ ñaûm".encode("latin-1"), DecodeTrouble.VNI),
        ("Привет всем".encode("cp1251"), DecodeTrouble.UNKNOWN),
        ("日本語テキスト".encode("shift_jis"), DecodeTrouble.UNKNOWN),
    ],
)
def test_what_is_not_readable_is_refused_with_a_reason(data, reason):
    with pytest.raises(CannotDecode) as refused:
        decode(data)

    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "data",
    [b"\xf1y ban nh\xa9n d\xa9n x\xb7 \xae\xb6m b\xb6o", "uûy ban nhaân daân xaõ ñaûm baûo".encode("latin-1")],
    ids=["tcvn3", "vni"],
)
def test_old_encodings_are_converted_where_that_makes_vietnamese(data):
    assert decode(data) == "ủy ban nhân dân xã đảm bảo"


def test_a_wrong_choice_of_encoding_is_refused():
    with pytest.raises(CannotDecode):
        decode(b"\xff\xff", Encoding.UTF_8)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(CannotDecode):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfb\x90\x00" + bytes((n * 37) % 251 for n in range(4000)),
        b"\xff\xfe" + b"\x00\xe0\x7f\xd9" * 900,
        b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"a" * 400,
        b"OggS\x00\x02" + b"\x00a" * 300,
        b"\x01\x02\x03abc\x0f" * 300,
    ],
    ids=["mp3", "pairs of the private area", "id3", "ogg", "control letters"],
)
def test_sound_and_other_bytes_are_no_text(data):
    with pytest.raises(CannotDecode):
        decode(data)
