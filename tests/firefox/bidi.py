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


class FirefoxError(Exception):
    """What Firefox refused or did not do."""


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

    def tab(self) -> "Tab":
        """A new tab."""
        return Tab(self, self.call("browsingContext.create", type="tab")["context"])

    def faults(self) -> list[str]:
        """What pages should not have done: errors on the console, requests that failed or went elsewhere than to disc."""
        found = []
        for event in self.events:
            method, said = event["method"], event["params"]
            if method == "log.entryAdded" and said["level"] in ("error", "warn"):
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


class Tab:
    """A tab; ``find`` is everywhere a JavaScript function that gives an element."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        self.firefox, self.context = firefox, context

    def open(self, address: str) -> None:
        """Goes to an address and waits until all of the page is there."""
        self.firefox.call("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def close(self) -> None:
        """Closes the tab."""
        self.firefox.call("browsingContext.close", context=self.context)

    def run(self, function: str, *values: object) -> Any:
        """What a JavaScript function gives, awaited, as JSON has it."""
        wrapped = f"async (values) => JSON.stringify(await ({function})(...JSON.parse(values)))"
        given = self._call(wrapped, {"type": "string", "value": json.dumps(values)})
        return json.loads(given["value"]) if "value" in given else None

    def _call(self, function: str, *values: dict[str, Any]) -> dict[str, Any]:
        done = self.firefox.call(
            "script.callFunction",
            functionDeclaration=function,
            awaitPromise=True,
            target={"context": self.context},
            arguments=values,
        )
        if done["type"] == "exception":
            raise FirefoxError(done["exceptionDetails"]["text"])
        result: dict[str, Any] = done["result"]
        return result

    def until(self, function: str, *values: object) -> Any:
        """What a function gives as soon as that is true.

        Raises:
            FirefoxError: where it never is.
        """
        looked = f"""async (...values) => {{
          for (const end = performance.now() + 15000; performance.now() < end; await new Promise(requestAnimationFrame)) {{
            const found = await ({function})(...values);
            if (found) return found;
          }}
          throw new Error("never true: " + document.body.innerText.slice(0, 1500));
        }}"""
        return self.run(looked, *values)

    def text(self, words: str) -> None:
        """Waits until the page shows ``words``."""
        self.until("(words) => document.body.innerText.includes(words)", words)

    def click(self, find: str, *values: object) -> None:
        """Clicks with the mouse in the middle of an element that is there and seen."""
        self.until(f"(...values) => ({find})(...values)?.checkVisibility()", *values)
        element = self._call(
            f"""(values) => {{ const found = ({find})(...JSON.parse(values));
              found.scrollIntoView({{ block: "center", behavior: "instant" }}); return found; }}""",
            {"type": "string", "value": json.dumps(values)},
        )
        origin = {"type": "element", "element": {"sharedId": element["sharedId"]}}
        self._act("pointer", {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
                  {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})  # fmt: skip

    def follow(self, find: str, *values: object) -> None:
        """Clicks on what leads to another page, and waits until that is there."""
        since = len(self.firefox.events)
        self.click(find, *values)
        self.firefox.wait("browsingContext.load", self.context, since)

    def type(self, text: str) -> None:
        """Types where the cursor is."""
        self._act("key", *({"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")))

    def _act(self, kind: str, *steps: dict[str, Any]) -> None:
        self.firefox.call(
            "input.performActions",
            context=self.context,
            actions=[{"type": kind, "id": kind, "actions": steps}],
        )
