import { test } from "node:test";
import { strict as assert } from "node:assert";
import { FORMAT, VERSION } from "../../docs/script/model/checklist.ts";

test("the format names itself", () => {
  assert.equal(`${FORMAT} ${VERSION}`, "huimin-checklist 1");
});
