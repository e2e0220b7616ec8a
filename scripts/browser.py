"""Sees to a Chromium for the browser tests: one on the machine, else installed. Prints where it is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find() -> str | None:
    """The Chromium to use: ``CHROMIUM``, one on the path or in its usual place, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if shutil.which(named) else None
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    found = found or next((place for place in PLACES if Path(place).exists()), None)
    return found or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Tries the system's package, then Playwright's download."""
    print("正在安装Chromium / installing Chromium …", flush=True)
    if shutil.which("apt-get") and hasattr(os, "geteuid"):
        prefix = [] if os.geteuid() == 0 else ["sudo", "-n"] if shutil.which("sudo") else None
        if prefix is not None:
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"]):
                subprocess.run(
                    [*prefix, "apt-get", *command], env=environment, capture_output=True, check=False
                )
    if not find():
        subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True, check=False
        )


def main() -> None:
    """Finds or installs, else ends with clear words."""
    if not find() and not os.environ.get("CHROMIUM"):
        install()
    if not find():
        sys.exit(
            "没有Chromium，也未能安装；请安装后重试，或用CHROMIUM指定路径。\n"
            "There is no Chromium and it could not be installed; install it, or name it with CHROMIUM."
        )


if __name__ == "__main__":
    main()
