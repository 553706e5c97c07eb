"""Files made on the spot, honest and otherwise."""

import io
import zipfile

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def an_upload(content, name="tep.bin") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def a_picture(*, size=(640, 480), form="JPEG", **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "seagreen").save(out, form, **options)
    return out.getvalue()


def a_photo_with_its_place() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Máy của ông Tư"
    exif.get_ifd(0x8825)[1] = "N"
    return a_picture(exif=exif)


def a_word_document(words="Biên bản họp thôn") -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(words)
    document.save(out)
    return out.getvalue()


def an_archive(members, *, base=b"") -> bytes:
    out = io.BytesIO(base)
    with zipfile.ZipFile(out, "a" if base else "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def a_bomb() -> bytes:
    """A Word document with a member that unpacks a thousand times."""
    return an_archive({"word/media/image1.bmp": b"\0" * 40_000_000}, base=a_word_document())


def with_macros() -> bytes:
    return an_archive({"word/vbaProject.bin": b"Sub AutoOpen()"}, base=a_word_document())


def that_leads_out() -> bytes:
    return an_archive({"../../etc/cron.d/evil": b"*"}, base=a_word_document())
