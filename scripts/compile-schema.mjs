// From a JSON Schema on the input to a module on the output that checks by it, without eval when it runs (ajv's
// standalone code). `$data` lets one value bound another; the errors carry no sentences, the pages have their own.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";

const schema = JSON.parse(readFileSync(0, "utf8"));
const ajv = new Ajv.default({
  $data: true,
  allErrors: true,
  messages: false,
  strict: false,
  inlineRefs: false,
  validateFormats: false,
  code: { source: true, esm: true, lines: false },
});
process.stdout.write(standalone.default(ajv, ajv.compile(schema)));
