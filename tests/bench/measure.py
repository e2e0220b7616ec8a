"""One build measured in a process of its own, and plain MkDocs with Material on the same bodies."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
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
    """What a build took and wrote; memory is the peak of its largest process, in kB. CPU time tells more where the machine is busy."""

    seconds: float
    cpu: float
    written: int
    memory: int
    pages: int
    html: int

    def row(self, name: str) -> str:
        numbers = f"{self.seconds:>8.2f} s{self.cpu:>8.2f} s{self.written / 1e6:>9.1f} MB{self.memory / 1e3:>8.0f} MB"
        return f"{name:<44}{numbers}{self.html / self.pages / 1e3:>9.1f} kB"

    def ratios(self, other: "Measured") -> str:
        times = f"{self.seconds / other.seconds:>8.2f}{self.cpu / other.cpu:>10.2f}"
        numbers = f"{times}{self.written / other.written:>12.2f}"
        per_page = self.html / self.pages / (other.html / other.pages)
        return f"{'  ours / MkDocs':<44}{numbers}{self.memory / other.memory:>11.2f}{per_page:>12.2f}"

    def at(self, pages: int, less: "Measured") -> "Measured":
        """In a straight line from ``less`` by way of this one to what so many pages would take."""

        def line(name: str) -> float:
            few, many = getattr(less, name), getattr(self, name)
            return many + (many - few) / (self.pages - less.pages) * (pages - self.pages)

        numbers = (line("written"), line("memory"), pages, line("html"))
        return Measured(line("seconds"), line("cpu"), *map(int, numbers))


HEAD = f"{'':<44}{'time':>10}{'CPU':>10}{'written':>12}{'memory':>11}{'HTML a page':>12}"


def ours(kb: Path, site: Path) -> Measured:
    """A cold build of our site from ``kb``."""
    return _measure(MKDOCS, site, KB_DIR=str(kb), SITE_DIR=str(site))


def plain(kb: Path, scratch: Path) -> Measured:
    """The same bodies as Markdown files, built by MkDocs with Material and nothing else."""
    bodies, docs, site = scratch / "bodies", scratch / "docs", scratch / "plain"
    export = [sys.executable, "-m", "huimin", "export", str(bodies), "--kb", str(kb)]
    subprocess.run(export, cwd=ROOT, check=True, capture_output=True)
    for body in bodies.rglob("*.html"):
        target = docs / body.relative_to(bodies).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body.read_text(encoding="utf-8"), encoding="utf-8")
    (docs / "index.md").write_text("# plain\n", encoding="utf-8")
    config = scratch / "plain.yml"
    config.write_text(PLAIN.format(docs=docs, site=site), encoding="utf-8")
    return _measure([*MKDOCS, "--config-file", str(config)], site)


def _measure(command: list[str], site: Path, **settings: str) -> Measured:
    program = "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode\n"
    program += "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
    program += "print(used.ru_utime + used.ru_stime, used.ru_maxrss); sys.exit(code)"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, *command], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    seconds = time.perf_counter() - began
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    sizes = [(p.suffix, p.stat().st_size) for p in site.rglob("*") if p.is_file()]
    pages = [size for suffix, size in sizes if suffix == ".html"]
    cpu, memory = done.stdout.split()[-2:]
    return Measured(seconds, float(cpu), sum(size for _, size in sizes), int(memory), len(pages), sum(pages))
