"""Sees to a LibreOffice for `make test-office`: one on the machine, else installed. Prints nothing where all is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.debian import install

NAMES = ("soffice", "libreoffice")
PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)
PACKAGES = ("libreoffice-calc", "libreoffice-writer", "python3-uno")
"""Those with ``-nogui`` end as soon as a document has a view, and without a view frozen panes are not saved."""
ABSENT = (
    "没有LibreOffice（Calc、Writer，带界面，以及Python的UNO接口）。\n"
    f"Debian、Ubuntu：apt-get install {' '.join(PACKAGES)}；装在别处的，用SOFFICE指定soffice的路径。\n"
    "There is no LibreOffice (Calc and Writer with their interface, and the UNO bridge for Python).\n"
    f"Debian, Ubuntu: apt-get install {' '.join(PACKAGES)}; where it is elsewhere, name soffice with SOFFICE."
)


def find() -> tuple[str, str] | None:
    """The program and a Python that can import ``uno``: ``SOFFICE``, on the path, or in the usual place."""
    named = os.environ.get("SOFFICE")
    for name in (named,) if named else (*NAMES, *PLACES):
        if (program := shutil.which(name)) and _has_interface(program) and (python := _python(program)):
            return program, python
    return None


def _has_interface(program: str) -> bool:
    configuration = Path(program).resolve().parent.parent / "share/config"
    menus = configuration / "soffice.cfg/modules/scalc/menubar"
    return menus.is_dir() or not configuration.is_dir()


def _python(program: str) -> str | None:
    """LibreOffice's own Python where it brings one, else the system's: UNO is built for that, not for ours."""
    folder = Path(program).resolve().parent
    for python in (folder / "python", folder.parent / "Resources/python", "/usr/bin/python3", "python3"):
        try:
            done = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
        except OSError:
            continue
        if done.returncode == 0:
            return str(python)
    return None


def main() -> None:
    """Finds or installs, else ends with clear words."""
    if find():
        return
    why = ""
    if not os.environ.get("SOFFICE"):
        print("正在安装LibreOffice / installing LibreOffice …", flush=True)
        why = install(*PACKAGES)
    if not find():
        sys.exit(f"{why}\n{ABSENT}".strip())


if __name__ == "__main__":
    main()
