"""What tests build upon: formats, refusals in words, and nothing that goes on running."""

import subprocess

import pytest

from tests.office import libreoffice
from tests.office.libreoffice import OfficeError, choose, delete_rows, enter, insert_rows, read, save


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "table.csv"
    file.write_text("a,1\nb,2\nc,3\n", encoding="utf-8")
    return file


def running():
    return subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout


def test_a_text_becomes_a_document_and_a_document_paper(office, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("一条河一张表\n", encoding="utf-8")
    document = office.convert(text, tmp_path / "text.docx")
    paper = office.convert(document, tmp_path / "text.pdf")
    back = office.convert(document, tmp_path / "back.txt")
    assert paper.read_bytes().startswith(b"%PDF-")
    assert back.read_text(encoding="utf-8-sig") == "一条河一张表\n"


def test_rows_come_and_go(office, table):
    steps = delete_rows(1), insert_rows(2, 2), enter({"A3": "2019年6月1日", "B3": "1,234"}), read("A1:B4")
    assert office.edit(table, *steps)[-1] == [["b", "2"], ["", ""], ["19年6月1日", "1234"], ["c", "3"]]


def test_what_cannot_be_done_is_said_and_nothing_goes_on_running(office, tmp_path, table):
    for steps, said in (
        ([choose({"A1": "b"})], "A1 has no drop-down list"),
        ([save(tmp_path / "table.docx")], "no way to save a sheet as .docx"),
    ):
        with pytest.raises(OfficeError, match=said):
            office.edit(table, *steps)
    with pytest.raises(OfficeError, match="type detection failed"):
        office.edit(tmp_path / "none.xlsx")
    assert str(tmp_path.parent) not in running()


def test_a_program_that_hangs_is_ended(office, table, monkeypatch):
    monkeypatch.setattr(libreoffice, "SECONDS", 0)
    with pytest.raises(OfficeError, match="took longer than 0 seconds"):
        office.edit(table)
    assert "huimin-" not in running()
