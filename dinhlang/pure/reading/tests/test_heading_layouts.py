import pytest

from dinhlang.pure.reading.heading import read_heading
from dinhlang.pure.reading.tests.layouts import BODY, FEET, HEAD, HEADS
from dinhlang.pure.viet import fold

FIELDS = ("kind", "number", "date", "place", "issuer", "superior", "title")
RECIPIENTS = "UBND tỉnh (b/c) / Các thôn / Lưu: VT"


@pytest.mark.parametrize("layout", HEADS)
def test_the_head_is_read_in_every_layout(layout):
    read = read_heading(HEADS[layout].text + BODY)
    found = {name: fold(getattr(read, name).value or "") for name in FIELDS}
    assert found == {name: fold(HEADS[layout].says.get(name, "")) for name in FIELDS}


@pytest.mark.parametrize("layout", HEADS)
def test_what_is_read_stands_where_it_says(layout):
    text = HEADS[layout].text + BODY
    read = read_heading(text)
    for found in (read.place, read.title):
        for start, end in found.spans:
            assert fold(found.value or "") in fold(text[start:end])
    for base in read.bases:
        assert fold(base.text) == fold(text[base.span[0] : base.span[1]])


@pytest.mark.parametrize("layout", FEET)
def test_the_foot_is_read_in_every_layout(layout):
    foot = FEET[layout]
    text = HEAD + BODY + "\n" + foot.text
    read = read_heading(text)
    signer = {"authority": read.signer.authority, "title": read.signer.title, "name": read.signer.name}
    found = {name: value.replace("\n", " / ") for name, value in signer.items() if value}
    recipients = " / ".join(one.value or "" for one in read.recipients)
    assert {"recipients": RECIPIENTS} | foot.says == {"recipients": recipients} | found
    assert text[: read.body[1]].endswith("15/12/2026./.")
    assert text[read.body[0] :].startswith("I. MỤC ĐÍCH")
    assert len(read.appendices) == ("PHỤ LỤC" in foot.text)
