"""Office files as bytes that are the same wherever and whenever they are made."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter


def packed(book: Workbook, time: datetime.datetime) -> bytes:
    """``book`` as an XLSX file whose parts all carry ``time``.

    openpyxl's own way of saving writes the time of the clock; its writer alone does not.
    """
    made = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(made, "w")).save()
    return packed_anew(made, time)


def packed_anew(
    made: io.BytesIO, time: datetime.datetime, instead: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    """An archive whose parts all carry ``time``, in the order in which they are in ``made``.

    ``instead`` has, by name, what parts are to hold instead. Parts are stored as they are: the output of a compressor differs from one version of zlib to the next.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(
                name, (time.year, time.month, time.day, time.hour, time.minute, time.second)
            )
            info.create_system = 3  # as on every machine, whatever made it
            info.external_attr = 0o644 << 16
            target.writestr(info, instead.get(name) or source.read(name))
    return result.getvalue()
