"""Programs from the packages of Debian and Ubuntu."""

import os
import shutil
import subprocess


def install(*packages: str) -> str:
    """Tries the system's packages; returns what went wrong, or an empty string."""
    if not shutil.which("apt-get"):
        return "apt-get: ?"
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        try:
            done = subprocess.run(
                [*as_root, "apt-get", *command],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
        except OSError as error:
            return str(error)
    return done.stdout[-1500:] if done.returncode else ""
