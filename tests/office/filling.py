"""Cases typed into the template by LibreOffice, as a person would: choices taken from the lists, the rest typed."""

from collections.abc import Iterable, Mapping

from openpyxl.utils import get_column_letter

from huimin.intake.columns import Column, every_column, template_columns
from huimin.intake.template import HEADING_ROW
from tests.conftest import SMALL
from tests.intake.conftest import values_of
from tests.intake.fill import cells_of, headings_for
from tests.office.libreoffice import Step, choose, enter


def places(rows: Iterable[Mapping[str, str]] = (), lang: str = "zh") -> dict[str, str]:
    """The letters of the template's columns by id, then those of the columns that the rows need besides."""
    known = [column.id for column in template_columns()]
    more = [id_ for id_ in headings_for(rows, lang) if id_ not in known]
    return {id_: get_column_letter(place) for place, id_ in enumerate([*known, *more], start=1)}


def fill(rows: list[Mapping[str, str]], lang: str = "zh") -> list[Step]:
    """The steps that fill in the rows from the first below the headings on."""
    letters = places(rows, lang)
    more = list(letters)[len(template_columns()) :]
    steps = [enter({f"{letters[id_]}{HEADING_ROW}": every_column()[id_].heading[lang] for id_ in more})]
    for number, row in enumerate(rows, start=HEADING_ROW + 1):
        cells = {id_: f"{letters[id_]}{number}" for id_ in row}
        listed = {
            id_ for id_ in row if id_ not in more and _is_taken_from_list(every_column()[id_], row[id_])
        }
        steps.append(choose({cells[id_]: row[id_] for id_ in listed}))
        steps.append(enter({cells[id_]: row[id_] for id_ in row if id_ not in listed}))
    return steps


def _is_taken_from_list(column: Column, text: str) -> bool:
    return column.kind == "choice" or (
        column.kind == "choices" and column.choices != "clause" and "\n" not in text
    )


def several(lang: str) -> list[Mapping[str, str]]:
    """Rows of many kinds that are not in the small knowledge base, as people write them, out of order."""
    plain = cells_of(values_of(SMALL / "cases/east/river-names.yaml"), lang)
    item = {
        id_.removeprefix("results.1."): text for id_, text in plain.items() if id_.startswith("results.1.")
    }
    source = {
        id_.removeprefix("sources.1."): text for id_, text in plain.items() if id_.startswith("sources.1.")
    }
    written = {
        "99.93": "2015年6月",
        "-3": "２０１５．６",
        "1,234": "2015/6/1",
        "5790000": "2015.10",
        "0.5": "20150601",
    }
    numbers = {
        f"results.{number}.{name}": text
        for number, (value, when) in enumerate(written.items(), start=3)
        for name, text in (item | {"value": value, "date": when}).items()
        if number < 7 or name != "date"
    }
    more = {f"sources.{n}.{name}": text for n in (2, 4) for name, text in (source | {"id": f"s{n}"}).items()}
    texts = {
        "title.zh": "15%",
        "title.en": "1-2",
        "summary.zh": "“引号”,逗号;分号，𠮷野家、café、1/2",
        "summary.en": 'Quotes "within" quotes, and; commas',
        "approach.text.en": "First:\n- a page a village\n- a line a matter\n\nThen the rest.",
        "partners.zh": "上湾村\n下湾村",
        "partners.en": "Upper Bend\nLower Bend",
        "years.start": "２０１８",
        "years.end": "2019年",
        "approach.sources": "1、2",
        "problem.sources": "4",
        "results.2.note.zh": "0010",
        "results.2.note.en": "0010",
        "approach.text.zh": "先合表：\n- 一村一页\n- 一事一行\n再分工。" + "很长。" * 900,
    }
    return [
        {**plain, "id": "river-m"},
        {**plain, "id": "river-z", **numbers},
        {**plain, "id": "river-a", **more, **texts},
    ]
