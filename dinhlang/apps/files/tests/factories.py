"""Real files, made on the spot."""

import io
import zipfile
from datetime import UTC, datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import Workbook
from PIL import Image

from dinhlang.apps.files import public as files

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def an_upload(content=PDF, name="Kế hoạch.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/x-what-the-browser-says")


def a_stored_file(content=PDF, name="Kế hoạch.pdf", *, by=None) -> files.StoredFile:
    return files.store(an_upload(content, name), by=by, now=NOW)


def a_picture(form="JPEG", *, size=(64, 48), mode="RGB", exif=None) -> bytes:
    written = io.BytesIO()
    extra = {"exif": exif} if exif else {}
    Image.new(mode, size, 120).save(written, form, **extra)
    return written.getvalue()


def a_docx() -> bytes:
    written, document = io.BytesIO(), Document()
    document.add_paragraph("Biên bản họp thôn")
    document.save(written)
    return written.getvalue()


def an_xlsx() -> bytes:
    written, book = io.BytesIO(), Workbook()
    book.active.append(["Họ và tên", "Thôn"])
    book.save(written)
    return written.getvalue()


def a_zip(members, *, packing=zipfile.ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def an_odt(**more) -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    return a_zip({"mimetype": kind, "content.xml": "<office/>", "META-INF/manifest.xml": "<manifest/>"} | more)
