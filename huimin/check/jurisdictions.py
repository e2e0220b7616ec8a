"""Codes of jurisdictions by GB/T 2260, and their cells in the schematic."""

from __future__ import annotations

from huimin.check.rules import Report
from huimin.model.jurisdiction import Jurisdictions
from huimin.read.document import Path


def check_units(units: Jurisdictions, report: Report) -> None:
    """Codes have the form of their level and stand once; no two units share a cell; cities name their province.

    GB/T 2260: digits 1 and 2 are the provincial level, 3 and 4 the city, 5 and 6 the county; a
    provincial-level unit ends in 0000. Counties run directly by their province (9 in the third digit) count as cities.
    """
    seen: dict[str, str] = {}

    def code(path: Path, code: str, id_: str, *, right: bool) -> None:
        other = seen.setdefault(code, id_)
        if not right or other != id_:
            report.add("KB212", units.file, units.place((*path, "code")), code=code, id=id_)

    cells: dict[tuple[int, int], str] = {}
    codes = {}
    for index, province in enumerate(units.provinces):
        code(("provinces", index), province.code, province.id, right=province.code.endswith("0000"))
        codes[province.id] = province.code
        other = cells.setdefault((province.row, province.column), province.id)
        if other != province.id:
            place = units.place(("provinces", index, "row"))
            report.add("KB213", units.file, place, id=province.id, other=other)
    for index, city in enumerate(units.cities):
        of_province = city.code.startswith(codes.get(city.province, city.code)[:2])
        right = of_province and not city.code.endswith("0000") and city.id.startswith(f"{city.province}-")
        code(("cities", index), city.code, city.id, right=right)
