"""``make bench``: our build beside plain MkDocs with Material on the same entries, in one run.

Prints seconds, bytes written, peak memory and their ratios, and what one page more costs. Nothing here
passes or fails: machines differ, ratios tell.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, SMALL

SIZES = (100, 1000, 3000)
PLAIN = """site_name: plain
use_directory_urls: false
theme: {{name: material, font: false}}
plugins: []
docs_dir: {docs}
site_dir: {site}
nav: [index.md]
validation: {{nav: {{omitted_files: ignore}}}}
"""


@dataclass
class Measured:
    seconds: float
    written: int
    memory: int

    def row(self, name: str) -> str:
        return f"{name:<34}{self.seconds:>8.2f} s{self.written / 1e6:>9.1f} MB{self.memory / 1e3:>8.0f} MB"


def measure(command: list[str], site: Path, **settings: str) -> Measured:
    """Runs a command in a process of its own that reports its peak memory."""
    program = "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode\n"
    program += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, *command], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    seconds = time.perf_counter() - began
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    written = sum(p.stat().st_size for p in site.rglob("*") if p.is_file())
    return Measured(seconds, written, int(done.stdout.split()[-1]))


def knowledge_base(folder: Path, entries: int) -> None:
    """The small knowledge base with its requirement many times over, each under a name of its own."""
    shutil.copytree(SMALL, folder)
    text = (folder / "requirements/keep-list.yaml").read_text(encoding="utf-8")
    for number in range(entries):
        name = f"keep-list-{number}"
        changed = text.replace("id: keep-list", f"id: {name}").replace(
            "建立一览表", f"建立第{number}张一览表"
        )
        (folder / f"requirements/{name}.yaml").write_text(changed, encoding="utf-8")


def plain_documents(folder: Path, bodies: Path) -> None:
    """The same pages as Markdown files that hold our bodies, so that both write the same content."""
    for body in bodies.rglob("*.html"):
        target = folder / body.relative_to(bodies).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "index.md").write_text("# plain\n", encoding="utf-8")


def main() -> None:
    """Builds each size both ways and prints the table."""
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    ours: dict[int, tuple[int, Measured]] = {}
    print(f"{'':<34}{'time':>10}{'written':>12}{'memory':>11}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as scratch:
            base = Path(scratch)
            knowledge_base(base / "kb", size)
            site = base / "site"
            measured = measure(mkdocs, site, KB_DIR=str(base / "kb"), SITE_DIR=str(site))
            pages = sum(1 for _ in site.rglob("*.html"))
            ours[size] = (pages, measured)
            print(measured.row(f"ours, {size} entries, {pages} pages"), flush=True)
            kb = [sys.executable, "-m", "huimin", "export", str(base / "bodies"), "--kb", str(base / "kb")]
            subprocess.run(kb, cwd=ROOT, check=True, capture_output=True)
            plain_documents(base / "docs", base / "bodies")
            config = base / "plain.yml"
            config.write_text(PLAIN.format(docs=base / "docs", site=base / "plain"), encoding="utf-8")
            plain = measure([*mkdocs, "--config-file", str(config)], base / "plain")
            print(plain.row("MkDocs + Material, same bodies"), flush=True)
            print(f"{'  ours / MkDocs':<34}{measured.seconds / plain.seconds:>8.3f}", end="")
            print(
                f"{measured.written / plain.written:>11.2f}{measured.memory / plain.memory:>11.2f}",
                flush=True,
            )
    (few, small), (many, large) = ours[SIZES[0]], ours[SIZES[-1]]
    print(f"one page more: {(large.seconds - small.seconds) / (many - few) * 1000:.2f} ms, ", end="")
    print(f"{(large.memory - small.memory) / (many - few):.1f} kB of memory")


if __name__ == "__main__":
    main()
