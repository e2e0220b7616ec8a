"""Sees to a Firefox for `make test-firefox`: one on the machine, else installed. Prints nothing where it is there."""

import os
import shutil
import sys

from scripts.debian import install

NAMES = ("firefox", "firefox-esr")
PLACES = ("/Applications/Firefox.app/Contents/MacOS/firefox",)
PACKAGES = ("firefox-esr", "fonts-noto-cjk")
ABSENT = (
    "没有Firefox（129或更高版本）。Debian：apt-get install firefox-esr；装在别处的，用FIREFOX指定程序的路径。\n"
    "There is no Firefox (129 or later). Debian: apt-get install firefox-esr; where it is elsewhere, name the program "
    "with FIREFOX."
)


def find() -> str | None:
    """The Firefox to use: ``FIREFOX``, on the path, or in the usual place."""
    named = os.environ.get("FIREFOX")
    for name in (named,) if named else (*NAMES, *PLACES):
        if program := shutil.which(name):
            return program
    return None


def main() -> None:
    """Finds or installs, else ends with clear words."""
    if find():
        return
    why = ""
    if not os.environ.get("FIREFOX"):
        print("正在安装Firefox / installing Firefox …", flush=True)
        why = install(*PACKAGES)
    if not find():
        sys.exit(f"{why}\n{ABSENT}".strip())


if __name__ == "__main__":
    main()
