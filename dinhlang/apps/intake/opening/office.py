"""Older formats (.doc, .odt, .rtf): LibreOffice turns them into a Word file, which is then read as any other."""

import shutil
import subprocess
from pathlib import Path

from dinhlang.apps.intake.opening.opened import Limits, Note, Opened, Trouble, Unreadable
from dinhlang.apps.intake.opening.tesseract import widen
from dinhlang.apps.intake.opening.word import read_word

OFFICE = ("soffice", "libreoffice")
_LARGEST_MADE = 200 * 1024 * 1024
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetNoProxy" oor:op="fuse"><value></value></prop></item>
</oor:items>
"""  # noqa: E501 - one item a line
"""No macros, no updates of links, and a proxy that is nowhere: what a file names elsewhere stays there."""


def read_through_office(content: bytes, kind: str, limits: Limits, folder: Path) -> Opened:
    """The text of an older file; raises Unreadable."""
    office = next((path for name in OFFICE if (path := shutil.which(name))), None)
    if office is None:
        raise Unreadable(Trouble.NO_OFFICE)
    macros = _has_macros(content, kind)
    opened = read_word(_converted(office, content, kind, limits, folder))
    notes = opened.notes | {Note.CONVERTED} | ({Note.MACROS} if macros else set())
    return Opened(opened.text, opened.pages, frozenset(notes), kind)


def _converted(office: str, content: bytes, kind: str, limits: Limits, folder: Path) -> bytes:
    """A Word file made of an older one, with a fresh profile that is thrown away with the folder."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    old, made = folder / f"old.{kind}", folder / "made"
    old.write_bytes(content)
    command = [office, f"-env:UserInstallation=file://{profile.parent}", "--headless", "--norestore", "--nolockcheck"]
    try:
        subprocess.run(  # noqa: S603 - our own words; the file is named by us
            [*command, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made), str(old)],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            preexec_fn=widen,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(Trouble.TOO_SLOW) from None
    word = made / "old.docx"
    if not word.is_file():
        raise Unreadable(Trouble.DAMAGED)
    if word.stat().st_size > _LARGEST_MADE:
        raise Unreadable(Trouble.BOMB)
    return word.read_bytes()


def _has_macros(content: bytes, kind: str) -> bool:
    """Macros in an old Word file have a part named in UTF-16, in an OpenDocument a folder named Basic."""
    if kind == "doc":
        return "_VBA_PROJECT\0".encode("utf-16-le") in content
    return kind == "odt" and b"Basic/" in content
