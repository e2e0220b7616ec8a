import { strict as assert } from "node:assert";
import { test } from "node:test";
import fc from "fast-check";
import { LIMITS, cleaned, isDay, isSafeLink, trimmed } from "../../docs/script/model/limits.ts";
import { makeChecklist } from "../../docs/script/model/make.ts";
import { validated } from "../../docs/script/model/validate.ts";
import { guide } from "./small-guide.ts";

const made = (): any =>
  JSON.parse(
    JSON.stringify(
      makeChecklist(guide, { name: "一", role: "city", areas: ["services"], themes: [] }, "id", "2026-01-01T00:00:00Z"),
    ),
  );
const codes = (value: unknown) => validated(value).problems.map((p) => `${p.code} ${p.path.join(".")}`);

test("what was made is taken as it is", () => {
  const before = made();
  assert.deepEqual(validated(before), { checklist: before, problems: [] });
});

test("fields that are not known are kept, save names that reach into objects", () => {
  const before = { ...made(), later: { a: [1, { b: "二" }] } };
  before.steps[0].later = "三";
  before.indicators = { i: { later: true } };
  assert.deepEqual(validated(before).checklist, before);
  const hostile = JSON.parse(
    JSON.stringify(before).replace('"later":{', '"__proto__":{"polluted":1},"later":{"constructor":1,'),
  );
  assert.deepEqual(validated(hostile).checklist, before);
  assert.equal(({} as any).polluted, undefined);
});

test("what is no checklist is refused", () => {
  for (const value of [null, 1, "x", [], {}, { format: "other" }, { format: "huimin-checklist" }])
    assert.equal(validated(value).checklist, undefined);
  assert.deepEqual(codes({ ...made(), version: 2 }), ["newer version"]);
  assert.deepEqual(codes({}), ["not-ours "]);
  let nested: any = "x";
  for (let n = 0; n < 40; n++) nested = { nested };
  assert.deepEqual(codes({ ...made(), nested }), ["deep "]);
});

test("each wrong value is named by its place, and all others are taken", () => {
  const before = made();
  before.start = "2014-02-30";
  before.steps[0].status = "finished";
  before.steps[1].evidence = [{ number: "1号" }, { date: "2014" }];
  before.steps[2].note = "一\u0000二";
  before.steps.push({ id: before.steps[0].id });
  before.projects = [{ id: "p" }];
  const found = validated(before);
  assert.deepEqual(codes(before).sort(), [
    "kind start",
    "kind steps.0.status",
    "kind steps.1.evidence.1.date",
    "missing projects.0.title",
    "text steps.2.note",
    `twice steps.${before.steps.length - 1}`,
  ]);
  assert.equal(found.checklist!.steps[2]!.note, "一二");
  assert.deepEqual(found.checklist!.steps[1]!.evidence, [{ number: "1号" }]);
  assert.equal("start" in found.checklist!, false);
});

test("a checklist without a name is not lost", () => {
  const before = made();
  before.name = " ";
  assert.equal(validated(before).checklist!.name, "—");
});

test("no input whatever throws", () => {
  fc.assert(fc.property(fc.anything(), (value) => void validated(value)));
  const part = fc.jsonValue();
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(made()), "history", "indicators", "retired"), part, (key, value) => {
      validated({ ...made(), [key]: value });
    }),
  );
});

test("a cleaned text fits, and cleaning it again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), fc.constantFrom("name", "line", "note"), (text, kind) => {
      const once = cleaned(text, kind);
      assert.equal(cleaned(once.text, kind).text, once.text);
      assert.equal(once.text.length <= LIMITS[kind], true);
      assert.equal(/\p{Surrogate}/u.test(once.text), false);
      if (kind !== "note") assert.equal(/[\n\r]/.test(once.text), false);
    }),
  );
});

test("a text that is cut, mended or joined says so", () => {
  assert.deepEqual(cleaned("一".repeat(501), "line"), { text: "一".repeat(500), problem: "too-long" });
  assert.deepEqual(cleaned("一\r\n二", "line"), { text: "一 二", problem: "line-breaks" });
  assert.deepEqual(cleaned("一\r\n二", "note"), { text: "一\n二" });
  assert.deepEqual(cleaned("一\u202e二\ud83d", "line"), { text: "一二", problem: "characters" });
  assert.deepEqual(cleaned("😀", "line"), { text: "😀" });
  assert.equal(trimmed("\u3000 一 \n"), "一");
});

test("days and links", () => {
  assert.equal(isDay("2016-02-29"), true);
  for (const text of ["2015-02-29", "2015-2-1", "", "1899-01-01", "2015-01-01 "]) assert.equal(isDay(text), false, text);
  assert.equal(isSafeLink("https://example.org/一?x=1"), true);
  for (const text of ["javascript:alert(1)", "//example.org", "https://a b", "data:text/html,x", 'http://"'])
    assert.equal(isSafeLink(text), false, text);
});
