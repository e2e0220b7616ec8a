"""A folder served on this machine, which keeps what was asked of it."""

import contextlib
import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class Served:
    """A folder and its address; ``asked`` has the path of every file sent since it was last cleared."""

    folder: Path
    address: str = ""
    asked: list[str] = field(default_factory=list)

    def sizes(self, prefixes: tuple[str, ...]) -> tuple[int, int, int]:
        """Files sent below the prefixes: their number, their bytes, and their bytes as gzip would send them."""
        files = [self.folder / path for path in dict.fromkeys(self.asked) if path.startswith(prefixes)]
        contents = [file.read_bytes() for file in files]
        return len(files), sum(map(len, contents)), sum(map(_sent, contents))


def _sent(content: bytes) -> int:
    """What goes over the line where the server compresses; what is compressed already goes as it is."""
    return min(len(content), len(gzip.compress(content, 6, mtime=0)))


@contextlib.contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serves a folder while it is used."""
    kept = Served(folder)

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or a file would wait for the acknowledgement of its own header

        def log_message(self, format, *args):
            pass

        def do_GET(self):
            kept.asked.append(unquote(urlsplit(self.path).path).lstrip("/"))
            super().do_GET()

    handler = functools.partial(Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    kept.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
