"""What a file is, by its content."""

from typing import IO

from dinhlang.apps.files.checks.archives import kind_of_archive
from dinhlang.apps.files.checks.old_office import kind_of_old_office
from dinhlang.apps.files.checks.pictures import kind_of_picture
from dinhlang.apps.files.checks.unfit import Reason, Unfit
from dinhlang.apps.files.rules import Kind, known_by_its_beginning
from dinhlang.apps.files.rules.kinds import PAGE, PDF, TEXT
from dinhlang.pure.viet import CannotDecode, DecodeTrouble, decode

_BEGINNING = 4096
_PICTURE_STARTS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, .xls, .ppt, and any office file locked with a password
_HEIC = (b"heic", b"heix", b"heim", b"hevc", b"mif1", b"msf1", b"avif")
_MARKUP = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<?php", b"#!")
_PAGE = (b"<!doctype html", b"<html")
_FOREIGN = (b"MZ", b"\x7fELF", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")


def kind_of(file: IO[bytes], *, takes_pages: bool = False) -> Kind:
    """Look into the file and say what it is; the position in it is lost. Pages of the web only where asked for."""
    file.seek(0)
    beginning = file.read(_BEGINNING)
    if beginning.startswith(_PICTURE_STARTS) or (beginning.startswith(b"RIFF") and beginning[8:12] == b"WEBP"):
        return kind_of_picture(file)
    if beginning.startswith(b"PK"):
        return kind_of_archive(file)
    if beginning.startswith(_OLE):
        return kind_of_old_office(file)
    if beginning[4:8] == b"ftyp" and beginning[8:12] in _HEIC:
        raise Unfit(Reason.HEIC)
    kind = known_by_its_beginning(beginning)
    if kind is PDF:
        _check_pdf(file)
    if kind is None and takes_pages and _bare(beginning).startswith(_PAGE):
        return PAGE
    return kind or _text(file, beginning)


def _bare(beginning: bytes) -> bytes:
    return beginning.removeprefix(b"\xef\xbb\xbf").lstrip().lower()


def _check_pdf(file: IO[bytes]) -> None:
    """A PDF ends with its sign; one cut off in transit does not. Scanners leave some bytes after it."""
    file.seek(0, 2)
    file.seek(max(0, file.tell() - 4096))
    if b"%%EOF" not in file.read():
        raise Unfit(Reason.BROKEN_DOCUMENT)


def _text(file: IO[bytes], beginning: bytes) -> Kind:
    """Plain text that can be read; a page or a program is text too, and not welcome."""
    if beginning.startswith(_FOREIGN) or _bare(beginning).startswith(_MARKUP):
        raise Unfit(Reason.UNKNOWN)
    file.seek(0)
    try:
        decode(file.read())
    except CannotDecode as trouble:
        strange = trouble.reason in (DecodeTrouble.TCVN3, DecodeTrouble.VNI)
        raise Unfit(Reason.TCVN3_OR_VNI if strange else Reason.UNKNOWN) from None
    return TEXT
