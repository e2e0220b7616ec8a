/** Checks the forms that stand as JSON on the input, for tests in Python: `{data, today, forms}` to a list of results. */
import { readFileSync } from "node:fs";
import { Checker } from "../../../docs/script/form/check.ts";
import type { Cells, FormData } from "../../../docs/script/form/data.ts";
import { caseText } from "../../../docs/script/form/yaml.ts";

const { data, today, forms } = JSON.parse(readFileSync(0, "utf8")) as { data: FormData; today: string; forms: Cells[] };
const checker = new Checker(data);
const results = forms.map((cells) => {
  const { values, findings, isGood } = checker.check(cells, today);
  return { findings, isGood, text: isGood ? caseText(values, data) : "" };
});
process.stdout.write(JSON.stringify(results));
