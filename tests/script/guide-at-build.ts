/**
 * Reads a data script as the page does, and says what the workbench makes of it: for tests/workbench/test_data.py.
 * The example of the Python side has to be what the model itself would make.
 */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import type { Guide } from "../../docs/script/model/guide.ts";
import { fitting, taken } from "../../docs/script/model/make.ts";
import { validated } from "../../docs/script/model/validate.ts";

const window: { huiminGuide?: Guide } = {};
runInNewContext(readFileSync(process.argv[2]!, "utf-8"), { window });
// Through JSON, for objects of another context are of other classes.
const guide = JSON.parse(JSON.stringify(window.huiminGuide)) as Guide;
const example = guide.example;
const { checklist, problems } = validated(example);
console.log(
  JSON.stringify({
    guide,
    problems,
    same: JSON.stringify(checklist) === JSON.stringify(example),
    made: example?.steps.filter((step) => !step.own).map(({ id, made }) => ({ id, made })),
    wanted: example && fitting(guide, example).map((step) => taken(step, guide)),
  }),
);
