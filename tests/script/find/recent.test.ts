/** Recent searches: the newest first, each once, cleared on request, and no harm where the browser keeps nothing. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { clearRecent, recent, remember } from "../../../docs/script/find/recent.ts";

const kept = new Map<string, string>();
let closed = false;

function refuse(): void {
  if (closed) throw new Error("closed");
}

Object.defineProperty(globalThis, "localStorage", {
  configurable: true,
  value: {
    getItem: (key: string) => (refuse(), kept.get(key) ?? null),
    setItem: (key: string, value: string) => (refuse(), kept.set(key, value)),
    removeItem: (key: string) => (refuse(), kept.delete(key)),
  },
});

beforeEach(() => {
  kept.clear();
  closed = false;
});

test("the newest stands first, each once, eight at most", () => {
  for (const text of ["a", "b", " a ", "", "c"]) remember(text);
  assert.deepEqual(recent(), ["c", "a", "b"]);
  for (const text of "defghij") remember(text);
  assert.deepEqual(recent(), [..."jihgfedc"]);
});

test("cleared means that nothing is left in the browser", () => {
  remember("a");
  clearRecent();
  assert.deepEqual(recent(), []);
  assert.equal(kept.size, 0);
});

test("a browser that keeps nothing is no fault", () => {
  closed = true;
  remember("a");
  clearRecent();
  assert.deepEqual(recent(), []);
});

test("what others left under the name is not trusted", () => {
  for (const text of ["{", "null", '{"a":1}', "[1,null,\"a\"]"]) {
    kept.set("huimin-searches", text);
    assert.deepEqual(recent(), text.startsWith("[") ? ["a"] : []);
  }
});
