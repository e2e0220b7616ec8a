"""A document that is open in LibreOffice, and what a person does with it; each step is a method of ``Open``.

For the Python that can import ``uno``, which is not ours.
"""

from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.ValidationType import LIST
from com.sun.star.table import TableSortField

FILTERS = {
    "sheet": {
        ".xlsx": "Calc MS Excel 2007 XML",
        ".ods": "calc8",
        ".csv": "Text - txt - csv (StarCalc)",
        ".pdf": "calc_pdf_Export",
    },
    "text": {
        ".docx": "MS Word 2007 XML",
        ".odt": "writer8",
        ".pdf": "writer_pdf_Export",
        ".txt": "Text (encoded)",
    },
}
LAST_ROW = 1_048_575


class Failed(Exception):
    """What could not be done, in words."""


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def url(path):
    return uno.systemPathToFileUrl(str(Path(path).absolute()))


class Open:
    """An open document, seen: view settings such as frozen panes are saved only where there is a view."""

    def __init__(self, context, desktop, path):
        self.document = desktop.loadComponentFromURL(url(path), "_blank", 0, properties(MacroExecutionMode=0))
        if self.document is None:
            raise Failed(f"{path} could not be opened")
        self.view = self.document.CurrentController
        self._dispatcher = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )

    def _sheet(self):
        return self.view.ActiveSheet

    def _command(self, name, **arguments):
        self._dispatcher.executeDispatch(self.view.Frame, f".uno:{name}", "", 0, properties(**arguments))

    def _type(self, place, text):
        self._command("GoToCell", ToPoint=place)
        self._command("EnterString", StringName=text)

    def sheet(self, name):
        if not self.document.Sheets.hasByName(name):
            raise Failed(f"there is no sheet {name}")
        self.view.setActiveSheet(self.document.Sheets.getByName(name))

    def enter(self, cells):
        for place, text in cells.items():
            self._type(place, text)

    def choose(self, cells):
        for place, text in cells.items():
            offered = self._offered(place)
            if text not in offered:
                raise Failed(f"the list of {place} does not offer {text!r}, but {offered}")
            self._type(place, text)

    def _offered(self, place):
        rule = self._sheet().getCellRangeByName(place).Validation
        if rule.Type != LIST or not rule.ShowList:
            raise Failed(f"{place} has no drop-down list")
        name, _, area = rule.getFormula1().rpartition(".")
        listed = self.document.Sheets.getByName(name.strip("$'").replace("''", "'"))
        return [
            value for row in listed.getCellRangeByName(area).getDataArray() for value in row if value != ""
        ]

    def sort_rows(self, area, by, descending):
        cells = self._sheet().getCellRangeByName(area)
        field = TableSortField()
        field.Field = self._column(by) - cells.RangeAddress.StartColumn
        field.IsAscending = not descending
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        cells.sort(properties(SortFields=fields, ContainsHeader=False, IsSortColumns=False))

    def insert_columns(self, before, count):
        self._sheet().Columns.insertByIndex(self._column(before), count)

    def move_columns(self, first, last, before):
        sheet = self._sheet()
        start, target = self._column(first), self._column(before)
        count = self._column(last) - start + 1
        sheet.Columns.insertByIndex(target, count)
        start += count * (target <= start)
        moved = sheet.getCellRangeByPosition(start, 0, start + count - 1, LAST_ROW).RangeAddress
        to = sheet.getCellByPosition(target, 0).CellAddress
        sheet.moveRange(to, moved)
        sheet.Columns.removeByIndex(start, count)

    def insert_rows(self, before, count):
        self._sheet().Rows.insertByIndex(before - 1, count)

    def delete_rows(self, first, count):
        self._sheet().Rows.removeByIndex(first - 1, count)

    def read(self, area):
        """What the cells show."""
        cells = self._sheet().getCellRangeByName(area)
        size = cells.RangeAddress
        return [
            [
                cells.getCellByPosition(column, row).String
                for column in range(size.EndColumn - size.StartColumn + 1)
            ]
            for row in range(size.EndRow - size.StartRow + 1)
        ]

    def save(self, path, options):
        kind = "sheet" if self.document.supportsService("com.sun.star.sheet.SpreadsheetDocument") else "text"
        suffix = Path(path).suffix
        if suffix not in FILTERS[kind]:
            raise Failed(f"no way to save a {kind} as {suffix}")
        chosen = properties(FilterName=FILTERS[kind][suffix], FilterOptions=options)
        self.document.storeToURL(url(path), chosen)

    def _column(self, letters):
        return self._sheet().getCellRangeByName(f"{letters}1").CellAddress.Column
