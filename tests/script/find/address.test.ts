/** The address of the search page carries query and filters there and back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { DIMENSIONS, read, turned, write } from "../../../docs/script/find/address.ts";

const values = fc.uniqueArray(fc.string({ minLength: 1, unit: "grapheme" }), { minLength: 1, maxLength: 5 });
const facets = fc.dictionary(fc.constantFrom(...DIMENSIONS), values, { noNullPrototype: true });
const text = fc.string({ unit: "grapheme" });

test("what is written is read again", () => {
  fc.assert(
    fc.property(text, facets, (text, facets) => {
      assert.deepEqual(read(write({ text, facets })), { text, facets });
    }),
  );
});

test("any address is read, and only known dimensions count", () => {
  fc.assert(
    fc.property(fc.string(), (search) => {
      const found = read(search);
      assert.equal(typeof found.text, "string");
      assert.ok(Object.keys(found.facets).every((name) => DIMENSIONS.includes(name)));
    }),
  );
  assert.deepEqual(read("?q=a&colour=red&kind=case&kind=term&__proto__=x"), { text: "a", facets: { kind: ["case", "term"] } });
});

test("a value turned on and off again leaves the filters as they were", () => {
  const before = { kind: ["case"], year: ["2014"] };
  const on = turned(before, "kind", "term");
  assert.deepEqual(on, { kind: ["case", "term"], year: ["2014"] });
  assert.deepEqual(turned(on, "kind", "term"), before);
  assert.deepEqual(turned(before, "year", "2014"), { kind: ["case"] });
});
