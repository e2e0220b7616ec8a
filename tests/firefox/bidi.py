"""A real Firefox, driven by WebDriver BiDi as it speaks it itself: `--remote-debugging-port` opens a WebSocket.

Selenium would need geckodriver, which Debian does not have; Playwright's own way asks for commands that Firefox ESR lacks.
What is used here is what every Firefox since 129 takes. https://www.w3.org/TR/webdriver-bidi/
"""

import json
import re
import subprocess
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from websockets.sync.client import connect

from tests.firefox.tab import FirefoxError, Tab

SECONDS = 60
"""After this without a word Firefox is given up."""
_LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_EVENTS = (
    *("log.entryAdded", "script.message", "browsingContext.load", "browsingContext.downloadEnd"),
    *("network.fetchError", "network.beforeRequestSent"),
)
_WATCH = """(tell) => {
  addEventListener("error", (e) => tell("failed: " + (e.target.src || e.target.href || e.message)), true);
  addEventListener("securitypolicyviolation", (e) => tell("refused: " + e.violatedDirective + " " + e.blockedURI));
}"""
"""From a disc nothing tells of files that are not there but the elements that asked for them."""


class Firefox:
    """A Firefox with its profile in ``profile``, which may be used again after ``close``; ``settings`` are its preferences."""

    def __init__(self, program: str, profile: Path, **settings: object) -> None:
        profile.mkdir(exist_ok=True)
        self.downloads = profile / "downloads"
        preferences = {
            "browser.download.folderList": 2,
            "browser.download.dir": str(self.downloads),
            "browser.download.always_ask_before_handling_new_types": False,
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "app.update.enabled": False,
            "intl.accept_languages": "zh-CN",
            **settings,
        }
        lines = (
            f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()
        )
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        self._process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self._opened, self._drain = ExitStack(), None
        try:
            self._begin()
        except BaseException:
            self.end()
            raise

    def _begin(self) -> None:
        self._socket = self._opened.enter_context(
            connect(f"{self._address()}/session", max_size=None, proxy=None)
        )
        self._number = 0
        self.events: list[dict[str, Any]] = []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=_EVENTS)
        told = {"type": "channel", "value": {"channel": "faults"}}
        self.call("script.addPreloadScript", functionDeclaration=_WATCH, arguments=[told])

    def _address(self) -> str:
        printed = ""
        assert self._process.stdout
        for line in self._process.stdout:
            printed += line
            if found := _LISTENS.search(line):
                # What it prints later has to go somewhere, or it would wait.
                self._drain = threading.Thread(target=self._process.stdout.read, daemon=True)
                self._drain.start()
                return found[1]
        raise FirefoxError(f"Firefox ended: {printed}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def call(self, method: str, **parameters: Any) -> Any:
        """The result of a command; events that come meanwhile are kept.

        Raises:
            FirefoxError: with what Firefox says.
        """
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while (message := self._next()).get("id") != self._number:
            pass
        if message["type"] == "error":
            raise FirefoxError(f"{method}: {message['error']}: {message['message']}")
        return message["result"]

    def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self._socket.recv(timeout=SECONDS))
        if message.get("type") == "event":
            self.events.append(message)
        return message

    def wait(self, method: str, context: str, since: int) -> None:
        """Returns as soon as an event of a tab has come that is not among the first ``since``."""
        while not any(
            e["method"] == method and e["params"]["context"] == context for e in self.events[since:]
        ):
            self._next()

    def tab(self) -> Tab:
        """A new tab."""
        return Tab(self, self.call("browsingContext.create", type="tab")["context"])

    def faults(self) -> list[str]:
        """What pages should not have done: errors on the console, requests that failed or went elsewhere than to disc."""
        found = []
        for event in self.events:
            method, said = event["method"], event["params"]
            if method == "log.entryAdded" and said["level"] in ("error", "warn"):
                if said["source"].get("context"):  # else it is Firefox itself that grumbles
                    found.append(said["text"])
            elif method == "script.message":
                found.append(said["data"]["value"])
            elif method == "network.fetchError":
                found.append(f"failed: {said['request']['url']}")
            elif method == "network.beforeRequestSent":
                url = said["request"]["url"]
                if not url.startswith(("file:", "data:", "blob:")):
                    found.append(url)
        return found

    def close(self) -> None:
        """Ends Firefox as a reader does, so that all is written."""
        self.call("browser.close")
        self._process.wait(timeout=SECONDS)
        self.end()

    def end(self) -> None:
        """Takes away what is left, as where a test failed; what has ended already is no matter."""
        self._process.kill()
        self._process.wait()
        if self._drain:
            self._drain.join()
        if self._process.stdout:
            self._process.stdout.close()
        self._opened.close()
