/** Everything that is to be said of what a form holds, in the words of spreadsheets and of the rules. */
import check, { type SchemaError } from "huimin-case-check";
import { filled } from "../model/filled.ts";
import { columnsAt, columnsOf, twinOf, withSteps, type Columns, type Path } from "./columns.ts";
import type { Cells, Column, Finding, FormData, Sentence } from "./data.ts";
import { nearSlug, read, type Reading } from "./read.ts";
import { checkText } from "./rules.ts";
import { strip, Texts } from "./texts.ts";
import type { Values } from "./yaml.ts";

export interface Checked {
  /** The case as far as it can be read. */
  values: Values;
  findings: Finding[];
  /** Whether nothing forbids that it is handed in. */
  isGood: boolean;
}

/** The check of a form; made once for a page. */
export class Checker {
  readonly data: FormData;
  readonly columns: Columns;
  readonly #tools: Texts;

  constructor(data: FormData) {
    this.data = withSteps(data);
    this.columns = columnsOf(data);
    this.#tools = new Texts(this.data);
  }

  /** Checks what is filled in; `today` (YYYY-MM-DD) becomes the case's date. */
  check(cells: Cells, today: string): Checked {
    const findings: Finding[] = [];
    const bad = new Set<string>();
    const add = (code: string, column: string, sentence: Sentence, words: Record<string, string>): void => {
      const severity = sentence.severity === "note" || sentence.severity === "warning" ? "note" : "error";
      const help = words.near && sentence.near ? sentence.near : sentence.help;
      const short = shortened(words);
      findings.push({ code, column, severity, message: filled(sentence.message, short), help: filled(help, short) });
      if (severity === "error") bad.add(column);
    };
    const say = (code: string, column: string, words: Record<string, string> = {}): void => {
      const sentence = this.data.findings[code];
      if (sentence) add(code, column, sentence, words);
    };
    const reading = read(cells, this.columns, this.#tools, today, say);
    check(reading.values);
    const before = new Set(bad);
    for (const error of check.errors ?? []) {
      for (const column of this.#columnsOf(error, reading)) {
        if (before.has(column.id) || bad.has(column.id)) continue;
        const said = this.#said(error, column, cells, reading);
        if (said?.code.startsWith("KB")) add(said.code, column.id, this.data.rules[said.code] as Sentence, said.words);
        else if (said) say(said.code, column.id, said.words);
      }
    }
    for (const [step, requirement] of strangers(reading.values)) {
      if (!bad.has("requirements")) add("KB222", "steps", this.data.rules.KB222 as Sentence, { step, requirement });
    }
    for (const [id, text] of reading.texts) {
      const column = this.columns.byId.get(id);
      if (!column || bad.has(id)) continue;
      for (const line of column.kind === "prose" ? [text] : text.split("\n")) {
        checkText(line, id.slice(-2), column.kind, this.#tools, (rule, words) => add(rule, id, this.data.rules[rule] as Sentence, words));
      }
    }
    const order = new Map(this.columns.all.map((column, at) => [column.id, at]));
    findings.sort((a, b) => (order.get(a.column) ?? 0) - (order.get(b.column) ?? 0));
    return { values: reading.values, findings, isGood: !bad.size };
  }

  /** The columns that an error of the schema is about. */
  #columnsOf(error: SchemaError, reading: Reading): Column[] {
    const path: Path = error.instancePath
      .split("/")
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const missing = error.params.missingProperty;
    if (error.schemaPath.endsWith("/flows/const")) return columnsAt(["sharing", "basis"], this.columns, reading.numbers);
    return columnsAt(missing === undefined ? path : [...path, missing], this.columns, reading.numbers);
  }

  /** Which sentence an error of the schema is said by; null where another says it. */
  #said(error: SchemaError, column: Column, cells: Cells, reading: Reading): { code: string; words: Record<string, string> } | null {
    const isLines = column.kind === "lines" || column.kind === "names";
    const value = isLines ? (reading.texts.get(column.id) ?? "") : strip(cells[column.id] ?? "");
    const basis = column.need === "basis" ? this.#basisOf(column, cells) : "";
    switch (error.keyword) {
      case "required":
      case "minItems":
        // Clauses follow from requirements.
        if (column.id === "id") return value ? null : { code: "id-missing", words: { near: nearSlug(cells, this.data) } };
        return value || basis === "not-stated" || column.id === "clauses" ? null : this.#empty(column, cells, basis);
      case "maxItems":
      case "type":
        if (basis === "not-stated") return value ? { code: "basis-none", words: {} } : null;
        return error.keyword === "type" && !value && basis ? this.#empty(column, cells, basis) : null;
      case "const":
        return column.id === "sharing.basis" ? { code: "basis-flows", words: {} } : null;
      case "minimum":
        return { code: "years", words: this.#years(reading) };
      case "pattern":
        return column.kind === "url" ? { code: "KB301", words: { link: value.replace(/\s/g, "").slice(0, 80) } } : null;
      default:
        return null;
    }
  }

  #empty(column: Column, cells: Cells, basis: string): { code: string; words: Record<string, string> } {
    const twin = this.columns.byId.get(twinOf(column.id));
    if (twin && strip(cells[twin.id] ?? "")) return { code: "empty-twin", words: { other: twin.heading } };
    const unitIsFilled = this.columns.all.some((other) => other.unit === column.unit && strip(cells[other.id] ?? ""));
    if (column.need === "unit" && unitIsFilled) return { code: "empty-unit", words: { group: column.heading.split(/[：:]/)[0] ?? "" } };
    if (column.need === "basis") return { code: "basis-text", words: { basis: this.data.choices.basis?.find(([id]) => id === basis)?.[1] ?? "" } };
    return { code: "empty", words: { explain: column.explain } };
  }

  #basisOf(column: Column, cells: Cells): string {
    const written = strip(cells[`${column.id.replace(/\.(?:text\.(?:zh|en)|sources)$/, "")}.basis`] ?? "");
    return this.data.choices.basis?.find(([id, label]) => id === written || label === written)?.[0] ?? "";
  }

  #years(reading: Reading): Record<string, string> {
    const years = reading.values.years as Values;
    return { start: String(years.start), end: String(years.end) };
  }
}

/** Steps of requirements that the case does not name, each with its requirement. */
function strangers(values: Values): [string, string][] {
  const named = Array.isArray(values.requirements) ? values.requirements : [];
  const steps = Array.isArray(values.steps) ? values.steps.map(String) : [];
  return steps.map((step): [string, string] => [step, step.slice(0, step.lastIndexOf("."))]).filter(([, owner]) => !named.includes(owner));
}

/** Words to be put into a sentence: what people typed is shortened, and stays in one line. */
function shortened(words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => {
      const short = word.replace(/\s/g, " ");
      const isWhole = name === "explain" || name === "some" || name === "kind" || short.length <= 60;
      return [name, isWhole ? short : `${short.slice(0, 60)}…`];
    }),
  );
}
