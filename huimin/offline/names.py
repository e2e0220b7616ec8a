"""Names of files that every system takes: Windows is the strictest, and the oldest of its tools unpack."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 180
"""Characters of a path inside the edition. Windows takes 260 together with the folder that it is unpacked into."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names of devices, with any extension (Microsoft, "Naming Files, Paths, and Namespaces")."""
_REFUSED = re.compile(r'[^ -~]|[<>:"|?*\\]')
"""Beyond ASCII nothing is sure: old tools read names in the code page of their country."""


def refused_names(paths: Iterable[str]) -> list[str]:
    """Those of ``paths`` (with ``/``) that Windows would refuse or take for another, sorted."""
    refused, seen = [], dict[str, str]()
    for path in sorted(paths):
        parts = path.split("/")
        taken = seen.setdefault(path.lower(), path) != path
        if taken or len(path) > LONGEST or any(_is_refused(part) for part in parts):
            refused.append(path)
    return refused


def _is_refused(name: str) -> bool:
    return (
        not name
        or name[-1] in ". "
        or name.lower() == "autorun.inf"  # starts programs by itself, and is what viruses bring along
        or bool(_RESERVED.fullmatch(name) or _REFUSED.search(name))
    )
