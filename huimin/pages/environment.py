"""The templates' environment: Jinja, but what it does for each value and each call costs half.

Both ways to say so are Jinja's own: the classes of a context and of the code that templates become.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from huimin.pages.compiled_templates import CompiledTemplates
from huimin.pages.words import words


def escaped(value: object) -> str:
    """``value`` as HTML; what is HTML already is not looked through and wrapped anew, as ``escape`` would."""
    return value if type(value) is Markup else escape(value)


class _Context(Context):
    """Calls straight away: Jinja asks at each call whether it wants the context, and here only macros do."""

    def call(
        self,
        obj: Callable[..., Any],
        /,
        *args: Any,  # noqa: ANN401
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        return obj(self.eval_ctx, *args, **kwargs) if type(obj) is Macro else obj(*args, **kwargs)


class _Code(CodeGenerator):
    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.escaped(")


class _Environment(jinja2.Environment):
    context_class = _Context
    code_generator_class = _Code
    escaped = staticmethod(escaped)


@cache
def environment(lang: str) -> jinja2.Environment:
    """The templates of one language, with its words folded in; ``pages`` clears them at the start of a build."""
    folder = str(resources.files("huimin.pages").joinpath("templates"))
    made_with = [
        Path(__file__).read_text(encoding="utf-8"),
        {key: word[lang] for key, word in words().items()},
    ]
    return _Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # asking the disk for each page costs more than the page
        bytecode_cache=CompiledTemplates(lang, repr(made_with)),
    )
