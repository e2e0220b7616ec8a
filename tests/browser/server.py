"""A web server that can go away and come back."""

import contextlib
import functools
import http.server
import socket
import threading

from tests.browser.conftest import Quiet


class _Remembering(http.server.ThreadingHTTPServer):
    """Browsers open connections before they need them, and threads would go on to answer there."""

    def server_bind(self):
        self.connections = []
        super().server_bind()

    def get_request(self):
        connection, address = super().get_request()
        self.connections.append(connection)
        return connection, address

    def handle_error(self, request, client_address):
        """Says nothing of browsers that hang up."""


class Server:
    """A server that can be cut off and come back at the same address, with another folder or ill."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.running = None

    def start(self, folder, handler=Quiet):
        self.cut()
        self.running = _Remembering(
            ("127.0.0.1", self.port), functools.partial(handler, directory=str(folder))
        )
        threading.Thread(target=self.running.serve_forever, daemon=True).start()

    def cut(self):
        if self.running:
            self.running.shutdown()
            for connection in self.running.connections:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
            self.running.server_close()
            self.running = None
