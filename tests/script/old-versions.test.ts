/** Files of every version of the format that there was open for ever: `tests/data/checklists/` keeps some of each. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { validated } from "../../docs/script/model/validate.ts";

const folder = new URL("../data/checklists/", import.meta.url);

for (const name of readdirSync(folder))
  test(`${name} opens with all that it holds`, () => {
    const read = JSON.parse(readFileSync(new URL(name, folder), "utf-8")) as unknown;
    const { checklist, problems } = validated(read);
    assert.deepEqual(problems, []);
    assert.deepEqual(checklist, read);
  });
