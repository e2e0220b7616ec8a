"""Checks the knowledge base before MkDocs touches anything."""

import gc
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority

from huimin.commands.settings import reader_language
from huimin.findings import InvalidKnowledgeBase
from huimin.load import load


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leaves the knowledge base in ``config.extra["kb"]``; a broken one ends the build with all findings."""
    root = Path(config.config_file_path).parent
    folder = root / (os.environ.get("KB_DIR") or "kb")
    if not folder.is_dir():
        raise PluginError(f"没有找到知识库文件夹 / no knowledge base at {folder}")
    gc.unfreeze()  # of the last build, while serving
    loaded = load(folder)
    gc.freeze()  # what stands now stays to the end of the build; walking it again and again costs a tenth
    try:
        config.extra["kb"] = loaded.knowledge_base(preview=os.environ.get("PREVIEW") == "1")
    except InvalidKnowledgeBase as broken:
        lines = [finding.line_of_text(reader_language()) for finding in broken.findings]
        raise PluginError("\n".join([str(broken), *lines])) from None
    config.watch.append(str(folder))
    return config


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Rebuilds where the package or a script changes, too."""
    for folder in ("huimin", "docs/script"):
        server.watch(str(Path(config.config_file_path).parent / folder))
    return server
