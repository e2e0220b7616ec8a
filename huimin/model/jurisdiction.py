"""Jurisdictions: the provincial-level units and the cities that the guide names (GB/T 2260)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from huimin.model.entry import Entry
from huimin.model.fields import Id, Part, ProvinceRef, RoundRef, Text, WebPage

Code = Annotated[str, Field(pattern=r"^[1-9][0-9]{5}$", description="GB/T 2260 六位代码 / six digits")]


class Pilot(Part):
    """That a city was approved as a pilot city, and the page that shows it; only where verified."""

    round: RoundRef
    source: WebPage
    note: Text | None = None


class Province(Part):
    """A provincial-level unit and its place in the schematic."""

    id: Id
    code: Code
    code_verified: bool = True
    name: Text
    full_name: Text
    short: Annotated[str, Field(min_length=1, max_length=1)] = Field(description="单字简称 / one character")
    iso: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] = Field(description="ISO 3166-2:CN")
    kind: Literal["province", "municipality", "autonomous-region", "special-administrative-region"]
    row: Annotated[int, Field(ge=1, le=20)] = Field(description="示意图中的行 / row in the schematic")
    column: Annotated[int, Field(ge=1, le=20)] = Field(description="示意图中的列 / column in the schematic")
    pilot: Pilot | None = None


class City(Part):
    """A city that the guide names."""

    id: Id
    province: ProvinceRef
    code: Code
    code_verified: bool
    name: Text
    pilot: Pilot | None = None


class Jurisdictions(Entry):
    """All provincial-level units, and the cities that the guide names."""

    note: Text
    provinces: Annotated[tuple[Province, ...], Field(min_length=1)]
    cities: tuple[City, ...] = ()
