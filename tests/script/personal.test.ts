import { test } from "node:test";
import { strict as assert } from "node:assert";
import { findPersonal } from "../../docs/script/model/personal.ts";

/** As `huimin/check/personal.yaml` has them; the parity with Python is tested in tests/check/test_personal.py. */
const rules = {
  kinds: [
    { id: "citizen-number" as const, pattern: "(?:^|[^0-9A-Za-z])((?:[0-9][ -]?){17}[0-9Xx])(?![0-9A-Za-z])", check: "gb-11643" as const },
    { id: "mobile-number" as const, pattern: "(?:^|[^0-9A-Za-z.])(1[3-9][0-9]{9})(?![0-9A-Za-z])" },
  ],
};

test("a number is found with its kind, other long numbers are not", () => {
  assert.deepEqual(findPersonal("号码：11010519491231002X。", rules), { kind: "citizen-number", text: "11010519491231002X" });
  assert.deepEqual(findPersonal("１３８００１３８０００", rules), { kind: "mobile-number", text: "13800138000" });
  assert.equal(findPersonal("编号110105194912310021", rules), null);
  assert.equal(findPersonal("", rules), null);
});
