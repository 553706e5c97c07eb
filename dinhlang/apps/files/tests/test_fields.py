import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict

from dinhlang.apps.files import public as files
from dinhlang.apps.files.fields import MOST_AT_ONCE
from dinhlang.apps.files.tests.factories import NOW, PDF, a_picture, an_upload

pytestmark = pytest.mark.django_db


class One(forms.Form):
    proof = files.UploadField()


class Several(forms.Form):
    proofs = files.UploadField(multiple=True)


class Perhaps(forms.Form):
    proofs = files.UploadField(multiple=True, required=False)


def sent(form, *uploads):
    (name,) = form.base_fields
    return form({}, MultiValueDict({name: list(uploads)}))


def test_one_file_is_given_to_store_without_being_looked_into_twice(monkeypatch):
    form = sent(One, an_upload())
    assert form.is_valid(), form.errors
    monkeypatch.setattr("dinhlang.apps.files.actions.kind_of", None)

    assert files.store(form.cleaned_data["proof"], by=None, now=NOW).size == len(PDF)


def test_several_files_come_as_a_list():
    form = sent(Several, an_upload(), an_upload(a_picture(), "ảnh.jpg"))

    assert form.is_valid(), form.errors
    assert [upload.name for upload in form.cleaned_data["proofs"]] == ["Kế hoạch.pdf", "ảnh.jpg"]


class Page(forms.Form):
    page = files.UploadField(takes_pages=True)


def test_a_page_of_the_web_comes_in_only_where_it_is_asked_for_and_is_kept_as_plain_text():
    page = b"<!DOCTYPE html><html><script>alert(1)</script><p>Xin</p></html>"
    assert not sent(One, an_upload(page, "a.html")).is_valid()

    form = sent(Page, an_upload(page, "a.txt"))

    assert form.is_valid(), form.errors
    stored = files.store(form.cleaned_data["page"], by=None, now=NOW)
    assert (stored.name, stored.content_type) == ("a.html", "text/plain")


def test_every_wrong_file_is_named():
    form = sent(Several, an_upload(), an_upload(b"", "trống.pdf"), an_upload(b"MZ" + b"\x00" * 40, "lạ.pdf"))

    assert not form.is_valid()
    assert [sentence.split("”")[0].split("“")[1] for sentence in form.errors["proofs"]] == ["trống.pdf", "lạ.pdf"]


def test_nothing_sent_is_asked_for_or_is_an_empty_list():
    assert sent(One).errors["proof"] == ["Hãy chọn một tệp."]
    assert sent(Several).errors["proofs"] == ["Hãy chọn một tệp."]
    perhaps = sent(Perhaps)
    assert perhaps.is_valid()
    assert perhaps.cleaned_data["proofs"] == []


def test_too_many_at_once_are_refused():
    form = sent(Several, *[an_upload() for _ in range(MOST_AT_ONCE + 1)])

    assert form.errors["proofs"] == ["Mỗi lần gửi nhiều nhất 20 tệp. Hãy gửi làm nhiều lần."]


def test_what_is_no_file_is_refused():
    form = One({"proof": "x"}, {"proof": "x"})

    assert form.errors["proof"] == ["Tệp chưa gửi được. Hãy tải lại trang và chọn lại tệp."]


def test_the_browser_offers_what_is_welcome():
    assert ".docx" in str(One()["proof"])
    assert " multiple" not in str(One()["proof"])
    assert " multiple" in str(Several()["proofs"])


def test_a_form_sent_over_the_wire_arrives_whole():
    request = RequestFactory().post(
        "/", {"proofs": [an_upload(), SimpleUploadedFile("../../etc/ảnh.png", a_picture("PNG"))]}
    )

    form = Several(request.POST, request.FILES)

    assert form.is_valid(), form.errors
    kept = [files.store(upload, by=None, now=NOW).name for upload in form.cleaned_data["proofs"]]
    assert kept == ["Kế hoạch.pdf", "ảnh.png"]


def test_a_file_comes_back_at_its_beginning():
    form = sent(One, an_upload())

    assert form.is_valid()
    assert form.cleaned_data["proof"].read() == PDF
