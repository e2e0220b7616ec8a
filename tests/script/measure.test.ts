import { strict as assert } from "node:assert";
import { test } from "node:test";
import { ganttOf } from "../../docs/script/model/gantt.ts";
import { fittingIndicators, latest, standing, targetFor } from "../../docs/script/model/measure.ts";
import { parseNumber } from "../../docs/script/model/number.ts";
import { plotOf } from "../../docs/script/model/plot.ts";
import { guide } from "./small-guide.ts";

test("numbers as people type them", () => {
  const good: [string, number][] = [
    ["12", 12],
    ["１２．５", 12.5],
    ["1,234.5", 1234.5],
    [" -3 ", -3],
    ["−3", -3],
    ["45%", 45],
    ["1 234", 1234],
  ];
  for (const [text, number] of good) assert.equal(parseNumber(text), number, text);
  for (const text of ["", "约12", "1,5", "1.2.3", "12万", "1e5", "=1", "Infinity", "1,23,456"])
    assert.equal(parseNumber(text), undefined, text);
});

test("the latest value stands against baseline and the year's target", () => {
  const measured = {
    baseline: { value: 0.1, date: "2014-01-01" },
    targets: { "2015": 0.2, "2016": 0.6 },
    actual: [
      { value: 0.3, date: "2015-12-01" },
      { value: 0.2, date: "2015-06-01" },
    ],
  };
  assert.equal(latest(measured)!.value, 0.3);
  assert.deepEqual(standing(measured, "up"), {
    latest: { value: 0.3, date: "2015-12-01" },
    change: 0.2,
    relative: 2,
    better: true,
    target: { year: "2015", value: 0.2 },
    gap: 0.1,
    reached: true,
  });
  assert.equal(standing(measured, "down")!.reached, false);
  assert.equal(standing(measured, "down")!.better, false);
  assert.equal("reached" in standing(measured, "range")!, false);
});

test("no baseline, a baseline of nothing, a year after all targets", () => {
  const actual = [{ value: 5, date: "2018-01-01" }];
  assert.deepEqual(standing({ actual, targets: { "2015": 1, "2014": 0 } }, "up"), {
    latest: actual[0],
    target: { year: "2015", value: 1 },
    gap: 4,
    reached: true,
  });
  assert.deepEqual(standing({ actual }, "up"), { latest: actual[0] });
  assert.equal("relative" in standing({ actual, baseline: { value: 0 } }, "up")!, false);
  assert.equal(targetFor({ targets: { "2015": 1, "2020": 2 } }, "2018")!.year, "2020");
  assert.equal(standing({}, "up"), undefined);
});

test("an indicator fits by area, or because it holds something", () => {
  const one = (id: string, areas: string[]) => ({ ...({} as any), id, areas });
  const of = { ...guide, indicators: [one("any", []), one("grid", ["grid"]), one("held", ["grid"])] };
  assert.deepEqual(fittingIndicators(of, ["services"], { held: {} }).map((i) => i.id), ["any", "held"]);
  assert.deepEqual(fittingIndicators(of, ["grid"]).map((i) => i.id), ["any", "grid", "held"]);
});

test("a chart begins at zero, in the order of days", () => {
  const plot = plotOf(
    { baseline: { value: 50, date: "2014-01-01" }, actual: [{ value: 100, date: "2014-12-31" }], targets: { "2015": 75 } },
    100,
    100,
  )!;
  assert.equal(plot.baseline!.y, 50);
  assert.equal(plot.actual[0]!.y, 0);
  assert.equal(plot.targets[0]!.x, 100);
  assert.deepEqual(plot.years.map((y) => y.year), ["2014", "2015"]);
  assert.equal(plotOf({ actual: [{ value: 1, date: "2014-01-01" }] }, 100, 100), undefined);
  assert.equal(plotOf({ actual: [{ value: 1 }, { value: 2 }] }, 100, 100), undefined);
});

test("due days stand along the months, the earliest group first", () => {
  const dated = (id: string, due: string) => ({ id, title: id, due, status: "open" as const, overdue: false });
  const gantt = ganttOf(
    [
      { key: "b", title: "b", dated: [dated("2", "2014-03-10")] },
      { key: "a", title: "a", dated: [dated("1", "2014-02-20"), dated("0", "2014-01-05")] },
      { key: "none", title: "none", dated: [] },
    ],
    "2014-02-01",
    [{ title: "报送截止", day: "2014-04-01" }],
  )!;
  assert.deepEqual(gantt.rows.map((row) => row.key), ["a", "b"]);
  assert.deepEqual(gantt.rows[0]!.marks.map((mark) => mark.id), ["0", "1"]);
  assert.deepEqual(gantt.months.map((m) => m.month), ["01", "02", "03", "04"]);
  assert.equal(gantt.months[1]!.x, gantt.today);
  assert.equal("today" in ganttOf([{ key: "a", title: "a", dated: [dated("1", "2014-01-05")] }], "2020-01-01")!, false);
  assert.equal(ganttOf([], "2014-01-01"), undefined);
});
