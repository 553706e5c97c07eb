import pytest
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from dinhlang.apps.files import public as files
from dinhlang.apps.files.tests.factories import NOW, PDF, a_docx, a_picture, a_stored_file, an_upload
from dinhlang.base.packing import PackedPages

pytestmark = pytest.mark.django_db


def asked(**headers):
    return RequestFactory().get("/", headers=headers)


def body(response):
    return b"".join(response.streaming_content)


@pytest.fixture(autouse=True)
def _responses_are_closed(monkeypatch):
    """As a server does once it has sent them."""
    made = []

    def noting(answer):
        def noted(*args, **kwargs):
            made.append(answer(*args, **kwargs))
            return made[-1]

        return noted

    monkeypatch.setattr(files, "serve", noting(files.serve))
    monkeypatch.setattr(files, "thumbnail_response", noting(files.thumbnail_response))
    yield
    for response in made:
        response.close()


def test_a_pdf_is_shown_under_its_vietnamese_name():
    response = files.serve(a_stored_file(name="Biên bản họp.pdf"), request=asked())

    assert body(response) == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "inline; filename*=utf-8''Bi%C3%AAn%20b%E1%BA%A3n%20h%E1%BB%8Dp.pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-cache"
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("content", "name", "shown", "content_type"),
    [
        (a_picture(), "ảnh.jpg", "inline", "image/jpeg"),
        (a_docx(), "a.docx", "attachment", None),
        (b"<b>xin ch\xc3\xa0o</b>, v\xc3\xa0 h\xe1\xba\xbft", "a.txt", "attachment", "application/octet-stream"),
        (b"OggS\x00" + b"\x00" * 90, "a.ogg", "attachment", "audio/ogg"),
    ],
)
def test_only_pictures_and_pdf_are_shown_all_else_is_saved(content, name, shown, content_type):
    response = files.serve(a_stored_file(content, name), request=asked())

    assert response["Content-Disposition"].startswith(f"{shown};")
    assert response["Content-Security-Policy"].endswith("sandbox")
    assert content_type in (None, response["Content-Type"])


@pytest.mark.parametrize(("content", "name"), [(PDF[:30], "đứt.pdf"), (a_picture()[:-90], "đứt.jpg")])
def test_what_is_kept_aside_is_only_ever_saved(content, name):
    stored = files.store(an_upload(content, name), by=None, now=NOW, quarantines=True)
    stored.content_type = "application/pdf"  # even if somebody should call it so

    response = files.serve(stored, request=asked())

    assert response["Content-Disposition"].startswith("attachment;")
    assert (body(response), response["X-Content-Type-Options"]) == (content, "nosniff")
    with pytest.raises(Http404):
        files.thumbnail_response(stored, request=asked())


def test_anything_is_saved_when_asked():
    response = files.serve(a_stored_file(), request=asked(), as_attachment=True)

    assert response["Content-Disposition"].startswith("attachment;")


def test_what_the_browser_has_is_not_sent_again():
    stored = a_stored_file()
    etag = files.serve(stored, request=asked())["ETag"]

    again = files.serve(stored, request=asked(**{"if-none-match": etag}))

    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == "private, no-cache"


def test_a_small_picture_is_webp_and_a_document_has_none():
    picture = a_stored_file(a_picture(size=(2000, 1000)), "ảnh.jpg")

    small = files.thumbnail_response(picture, request=asked())

    assert small["Content-Type"] == "image/webp"
    assert small["ETag"] != files.serve(picture, request=asked())["ETag"]
    assert body(small)[8:12] == b"WEBP"
    with pytest.raises(Http404):
        files.thumbnail_response(a_stored_file(), request=asked())


def test_bytes_that_are_gone_are_told_of():
    stored = a_stored_file()
    default_storage.delete(stored.blob)

    with pytest.raises(files.CannotServe, match=r"“Kế hoạch.pdf” không còn trong kho"):
        files.serve(stored, request=asked())


def test_a_part_of_a_file_is_sent_alone():
    stored = a_stored_file()

    part = files.serve(stored, request=asked(range="bytes=5-9"))

    assert (part.status_code, body(part)) == (206, PDF[5:10])
    assert part["Content-Range"] == f"bytes 5-9/{len(PDF)}"
    assert part["Content-Length"] == "5"


def test_a_part_after_the_end_is_refused_with_the_size():
    refused = files.serve(a_stored_file(), request=asked(range="bytes=5000-"))

    assert (refused.status_code, refused["Content-Range"]) == (416, f"bytes */{len(PDF)}")


def test_a_part_of_what_is_another_file_meanwhile_is_the_whole_file():
    whole = files.serve(a_stored_file(), request=asked(**{"range": "bytes=5-9", "if-range": '"another"'}))

    assert (whole.status_code, body(whole)) == (200, PDF)


def test_a_file_travels_as_it_lies_and_a_page_packed():
    request = asked(**{"accept-encoding": "gzip"})
    page = PackedPages(lambda _: HttpResponse("Xin chào. " * 100))(request)
    file = PackedPages(lambda asked_: files.serve(a_stored_file(), request=asked_))(request)

    assert page["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in file
    assert body(file) == PDF
