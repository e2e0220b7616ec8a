"""A tab of Firefox: what a reader does in it, and what the page then is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.firefox.bidi import Firefox


class FirefoxError(Exception):
    """What Firefox refused or did not do."""


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
