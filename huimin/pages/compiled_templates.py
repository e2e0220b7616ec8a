"""Jinja templates compiled once, as Python keeps its modules: as long as what they were made from does not change.

What was compiled stands beside the compiled check of a case (``compiled.py``); a checkout that cannot be written, or
has no such folder, compiles at each build.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

_MODULES = Path(__file__).parents[2] / "node_modules"


class CompiledTemplates(FileSystemBytecodeCache):
    """The cache of one environment, called ``name``.

    ``made_with`` is all that compiling folds into a template besides its source: words, versions.
    """

    def __init__(self, name: str, made_with: str) -> None:
        super().__init__(str(_MODULES / ".cache/huimin"), f"{name}-%s.jinja")
        self._made_with = f"{jinja2.__version__}\0{made_with}\0"

    def get_source_checksum(self, source: str) -> str:
        """A digest of the source and of what is folded into it; where it is another, the template is compiled anew."""
        return super().get_source_checksum(self._made_with + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills ``bucket``; what is damaged counts as not there."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # bytes that nobody wrote raise whatever they like
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what is in ``bucket``, where that can be."""
        if _MODULES.is_dir():
            with contextlib.suppress(OSError):
                Path(self.directory).mkdir(parents=True, exist_ok=True)
                super().dump_bytecode(bucket)
