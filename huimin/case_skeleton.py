"""The file of a new case: every field explained in both languages, every gap marked."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path
from string import Template

from huimin.case_refusals import Refused, today
from huimin.check.rules import Words
from huimin.check.structure import nearest
from huimin.load import Loaded
from huimin.model.fields import is_id
from huimin.model.focus_area import FocusArea
from huimin.model.jurisdiction import Jurisdictions


def skeleton(root: Path, loaded: Loaded, province: str, slug: str) -> dict[str, bytes]:
    """The file of a new case with nothing filled in but its id, state and day; its gaps are marked.

    Raises:
        Refused: where the province is unknown, the name is no id, or the file exists.
    """
    units = loaded.entries["jurisdictions"].get("jurisdictions")
    if not isinstance(units, Jurisdictions):
        raise Refused(
            Words(
                zh="读不到省市名单jurisdictions.yaml。请先运行kb check。",
                en="jurisdictions.yaml is missing or has errors; run kb check first",
            )
        )
    reasons = []
    names = {unit.id: unit.name.zh for unit in units.provinces}
    if province not in names:
        near = nearest(province, list(names))
        reasons.append(
            Words(
                zh=f"没有编号为“{province}”的省级行政区。"
                + (f"是不是“{near}”？" if near else "编号见jurisdictions.yaml。"),
                en=f'there is no provincial-level unit "{province}"; '
                + (f'did you mean "{near}"?' if near else "the ids are in jurisdictions.yaml"),
            )
        )
    if not is_id(slug):
        reasons.append(
            Words(
                zh=f"“{slug}”不能作案例编号。请用小写字母、数字和连字符，不超过48个字符，如one-window。",
                en=f'"{slug}" cannot be a case\'s name; use lower-case letters, digits and hyphens, 48 at most, as in one-window',
            )
        )
    if reasons:
        raise Refused(*reasons)
    stem = f"cases/{province}/{slug}"
    for file in (f"{stem}.yaml", f"{stem}.approved.yaml"):
        if os.path.lexists(root / file):
            raise Refused(
                Words(
                    zh=f"“{file}”已经存在，没有改动。请换一个名称，或直接修改这个文件。",
                    en=f"{file} exists and is left alone; choose another name, or edit that file",
                )
            )
    if any((root / folder).is_symlink() for folder in ("cases", f"cases/{province}")):
        raise Refused(
            Words(
                zh=f"cases/{province}是符号链接，不会写入。请换成文件夹。",
                en=f"cases/{province} is a symbolic link and is not written to; make it a folder",
            )
        )
    cities = [f"{city.id} {city.name.zh}" for city in units.cities if city.province == province]
    areas = [
        f"{a.id} {a.short.zh}" for a in loaded.entries["focus-area"].values() if isinstance(a, FocusArea)
    ]
    template = resources.files("huimin").joinpath("case_skeleton.yaml").read_text(encoding="utf-8")
    text = Template(template).substitute(
        id=f"{province}/{slug}",
        updated=today().isoformat(),
        places="，".join([f"{province} {names[province]}", *cities]),
        areas="，".join(areas),
    )
    return {f"{stem}.yaml": text.encode()}
