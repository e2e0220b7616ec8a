"""Writes requirements.lock: exact versions with hashes for Python 3.11 to 3.13, and no registry's address."""

import subprocess
import sys

subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)
subprocess.run(
    [
        *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--group", "dev"),
        *("--universal", "--python-version", "3.11", "--generate-hashes"),
        *("--no-emit-index-url", "--no-header", "--quiet", "--output-file", "requirements.lock"),
    ],
    check=True,
)
