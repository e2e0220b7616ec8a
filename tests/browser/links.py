"""Links of built pages, followed without a browser."""

import re
from functools import cache

_LINK = re.compile(r'\b(?:href|src)="([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')
_ELSEWHERE = re.compile(r"[a-z]+:")


def dead_links(root, pages):
    """The links of ``pages`` (paths below ``root``) inside the folder that lead nowhere, or to a place that is not there."""
    root = root.resolve()

    @cache
    def ids(file):
        return set(_ID.findall(file.read_text(encoding="utf-8")))

    dead = []
    for page in pages:
        file = root / page
        for href in set(_LINK.findall(file.read_text(encoding="utf-8"))):
            if _ELSEWHERE.match(href):
                continue
            path, _, fragment = href.partition("#")
            path = path.partition("?")[0]
            target = (file.parent / path).resolve() if path else file
            leads = target.is_relative_to(root) and target.is_file()
            if not leads or (fragment and target.suffix == ".html" and fragment not in ids(target)):
                dead.append(f"{page} → {href}")
    return dead
