"""`dinhlang read` gives a reading of every file, whatever happens to its neighbours."""

import json

import pytest

from dinhlang.config.cli import main
from dinhlang.pure.reading.tests import test_reading

PLAN = (
    test_reading.HEAD
    + "II. TỔ CHỨC THỰC HIỆN\n1. Giao Công an xã tuần tra xong trước ngày 20/4/2026.\n"
    + test_reading.FOOT
)


@pytest.fixture(autouse=True)
def _no_house(tmp_path, monkeypatch):
    """Whatever lies on this machine: there is no house here, so the kept list counts."""
    monkeypatch.setenv("DINHLANG_HOME", str(tmp_path / "none"))
    monkeypatch.delenv("DINHLANG_DATABASE", raising=False)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "kế hoạch 12.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "trống.txt").write_text("", encoding="utf-8")
    (tmp_path / "ghi chú.xyz").write_text("không phải văn bản", encoding="utf-8")
    return tmp_path


def test_a_folder_becomes_one_reading_a_document_under_its_name_and_what_cannot_be_read_is_named(folder, capsys):
    out = folder / "đọc"

    assert main(["read", str(folder), "--out", str(out)]) == 1

    assert [file.name for file in out.iterdir()] == ["kế hoạch 12.json"]
    reading = json.loads((out / "kế hoạch 12.json").read_text(encoding="utf-8"))
    assert reading["number"] == "12/KH-UBND"
    assert [(duty["leads"], duty["timing"]["due"]) for duty in reading["tasks"]] == [(["Công an xã"], ["2026-04-19"])]
    assert "trống.txt" in capsys.readouterr().err


def test_for_people_the_reading_is_a_table_and_for_programs_json(folder, capsys):
    file = str(folder / "kế hoạch 12.txt")

    assert main(["read", file]) == 0
    said = capsys.readouterr().out
    assert "12/KH-UBND" in said and "loại         KH" in said
    assert "chủ trì: Công an xã" in said
    assert "19/04/2026" in said

    assert main(["read", file, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tasks"][0]["path"] == "II.1"


@pytest.mark.parametrize("name", ["không có.txt", "."])
def test_a_file_that_is_not_there_is_said_so(tmp_path, monkeypatch, name, capsys):
    monkeypatch.chdir(tmp_path)

    assert main(["read", name]) in {1, 2}
    assert "không" in capsys.readouterr().err.lower()


def test_what_is_passed_over_is_named_folders_too(folder, capsys):
    (folder / "năm 2025").mkdir()

    main(["read", str(folder), "--out", str(folder.parent / "out")])

    assert "passed over: ghi chú.xyz, năm 2025/" in capsys.readouterr().err


def test_two_documents_of_one_name_keep_both_readings(tmp_path, capsys):
    for ending in (".txt", ".md"):
        (tmp_path / f"ke-hoach{ending}").write_text(PLAN, encoding="utf-8")
    (tmp_path / "nguon.docm").write_bytes(b"x")
    out = tmp_path / "doc"

    assert main(["read", str(tmp_path), "--out", str(out)]) == 0

    assert sorted(file.name for file in out.iterdir()) == ["ke-hoach.json", "ke-hoach.txt.json"]
    assert "nguon.docm" in capsys.readouterr().err
