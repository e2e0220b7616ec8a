"""Builds beside the site and exchanges at the end; a failed build leaves the last site as it was."""

import base64
import hashlib
import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from huimin.exchange import ForeignFolder, exchange, prepare, remove

log = logging.getLogger("mkdocs.hooks.site_exchange")


class _Build:
    """What one build keeps between events."""

    site: Path
    building: Path | None = None
    warnings: CountHandler


build = _Build()


@event_priority(90)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Turns the build to a folder beside the site, after the knowledge base was found good."""
    build.site = Path(config.site_dir)
    try:
        build.building = prepare(build.site)
    except ForeignFolder:
        raise PluginError(
            f"“{build.site}”里有别的文件，不会覆盖；请另选SITE_DIR / {build.site} holds other files and is left "
            "alone; choose another SITE_DIR"
        ) from None
    except OSError as error:
        raise PluginError(f"{build.site}: {error.strerror}") from None
    config.site_dir = str(build.building)
    build.warnings = CountHandler()
    build.warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(build.warnings)
    return config


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Exchanges, unless MkDocs has warned of something (it would say so only after this event)."""
    logging.getLogger("mkdocs").removeHandler(build.warnings)
    if config.strict and build.warnings.get_counts():
        raise PluginError("MkDocs warned, see above; the site stays as it was")
    assert build.building
    try:
        exchange(build.building, build.site)
    except OSError as error:
        raise PluginError(f"{build.site}: {error.strerror}") from None


def on_build_error(error: Exception, **_: object) -> None:
    """Clears what a failed build leaves, for it may have failed for want of space; says so without a traceback."""
    if build.building:
        remove(build.building)
    if isinstance(error, OSError):
        raise Abort(f"{error.strerror}: {error.filename2 or error.filename or build.site}") from None


def on_serve(server: LiveReloadServer, **_: object) -> LiveReloadServer:
    """Serves under the policy of the built site, and the last good site while there is a fault."""
    inject = server._inject_js_into_html

    def named(content: bytes, epoch: int) -> bytes:
        page: bytes = inject(content, epoch)
        script = page[page.rindex(b"<script>") + 8 : page.rindex(b"</script>")]
        digest = base64.b64encode(hashlib.sha256(script).digest())
        return page.replace(b"script-src 'self'", b"script-src 'self' 'sha256-" + digest + b"'", 1)

    server._inject_js_into_html = named
    rebuild = server.builder

    def kept() -> None:
        """MkDocs would let every reader wait until the fault is mended; they get the last good site instead."""
        try:
            rebuild()
        except (Exception, SystemExit) as error:
            log.error(str(error))

    server.builder = kept
    return server
