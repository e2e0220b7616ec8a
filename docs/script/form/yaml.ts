/**
 * A case as the text of its file, byte for byte as `huimin/intake/yaml_text.py` writes it with PyYAML; a test holds the
 * two against each other.
 */
import type { FormData } from "./data.ts";

export type Value = string | number | boolean | Value[] | { [name: string]: Value };
export type Values = { [name: string]: Value };

/** What YAML 1.1 takes for a truth, a number, a day or nothing. */
const NO_TEXT = new RegExp(
  [
    "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
    "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?",
    "[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)",
    "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+",
    "<<|=|~|null|Null|NULL|",
    "[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \\t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?(?:[ \\t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?",
  ].map((one) => `^(?:${one})$`).join("|"),
);
/** What only double quotes can hold. */
const SPECIAL = /[^\n\x20-\x7e\x85\xa0-\ufffd]|\ufeff| [\n\x85\u2028\u2029]/;
const BREAK = /[\n\x85\u2028\u2029]/;

/** The text of a case's file. */
export function caseText(values: Values, data: FormData): string {
  const { head, fields, within, inline } = data.yaml;
  let text = head;

  function write(name: string, value: Value, indent: number, isFirst: boolean): void {
    text += `${isFirst ? "" : " ".repeat(indent)}${name}:`;
    if (Array.isArray(value)) {
      if (inline.includes(name) && value.every((item) => typeof item === "string")) {
        text += ` [${value.map((item) => scalar(String(item), 0, true)).join(", ")}]\n`;
        return;
      }
      text += "\n";
      for (const item of value) {
        text += `${" ".repeat(indent + 2)}- `;
        if (typeof item === "object" && !Array.isArray(item)) mapping(item, indent + 4, true);
        else text += `${scalar(String(item), indent + 4, false)}\n`;
      }
    } else if (typeof value === "object") {
      text += "\n";
      mapping(value, indent + 2, false);
    } else if (typeof value === "string") text += ` ${name === "updated" ? value : scalar(value, indent + 2, false)}\n`;
    else text += ` ${typeof value === "number" ? plainNumber(value) : value}\n`;
  }

  function mapping(value: Values, indent: number, isItem: boolean): void {
    const place = (name: string): number => (within.includes(name) ? within.indexOf(name) : within.length);
    const names = Object.keys(value).sort((a, b) => place(a) - place(b));
    names.forEach((name, at) => write(name, value[name] as Value, indent, isItem && at === 0));
  }

  for (const name of fields) if (values[name] !== undefined) write(name, values[name], 0, false);
  return text;
}

function scalar(text: string, indent: number, isFlow: boolean): string {
  if (text.includes("\n") && !SPECIAL.test(text) && !text.endsWith(" ") && !isFlow) return literal(text, indent);
  return isPlain(text, isFlow) ? text : quoted(text);
}

/** Whether a text may stand without quotes (PyYAML's `analyze_scalar`, and no `#`). */
function isPlain(text: string, isFlow: boolean): boolean {
  if (BREAK.test(text) || SPECIAL.test(text) || /^ | $|^---|^\.\.\.|#/.test(text) || NO_TEXT.test(text)) return false;
  if (/^[,[\]{}&*!|>'"%@`]|^[?:-](?:[ \t]|$)|:(?:[ \t]|$)/.test(text)) return false;
  return !isFlow || !/[,?[\]{}:]/.test(text);
}

function quoted(text: string): string {
  const names: Record<string, string> = { "\n": "n", "\t": "t", '"': '"', "\\": "\\", "\r": "r", "\x85": "N", "\u2028": "L", "\u2029": "P", "\0": "0", "\x07": "a", "\b": "b", "\v": "v", "\f": "f", "\x1b": "e" };
  const escape = (one: string): string => {
    const code = one.codePointAt(0) ?? 0;
    const [mark, length] = code <= 0xff ? ["x", 2] : code <= 0xffff ? ["u", 4] : ["U", 8];
    return `\\${names[one] ?? mark + code.toString(16).toUpperCase().padStart(Number(length), "0")}`;
  };
  return `"${text.replace(/["\\\u2028\u2029\ufeff]|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]/gu, escape)}"`;
}

/** A text of several lines as it stands, behind `|`. */
function literal(text: string, indent: number): string {
  const end = !text.endsWith("\n") ? "-" : /\n\n$|^\n$/.test(text) ? "+" : "";
  const lines = text.replace(/\n$/, "").split("\n");
  return `|${/^[ \n]/.test(text) ? "2" : ""}${end}\n${lines.map((line) => (line ? " ".repeat(indent) + line : "")).join("\n")}`;
}

/** A number without an exponent, in as few digits as say it. */
function plainNumber(value: number): string {
  const [, sign = "", whole = "", part = "", exponent] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (exponent === undefined) return String(value);
  const shift = Number(exponent);
  return shift < 0 ? `${sign}0.${"0".repeat(-shift - 1)}${whole}${part}` : sign + whole + part.padEnd(shift, "0");
}
