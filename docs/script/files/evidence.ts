/**
 * Pieces of evidence as lines of a cell: `文号：…；网址：…；文件名：…；日期：…`, or with the English labels.
 *
 * A semicolon parts two parts only where a label follows, or at the end of the line. There, and only there, a semicolon
 * that belongs to the text is written twice. A line, or its beginning, without a label is a link where it begins with
 * http, and a number otherwise.
 */
import type { Columns, Option } from "../model/columns.ts";
import type { Evidence } from "../model/checklist.ts";
import { trimmed } from "../model/limits.ts";
import { dayWritten } from "./dates.ts";

const PARTS = ["number", "link", "file", "date"] as const;
type Part = (typeof PARTS)[number];

/** A piece of evidence as one line; empty where none of the parts is there. */
export function evidenceLine(item: Evidence, columns: Columns, lang: "zh" | "en"): string {
  const [colon, semicolon] = lang === "zh" ? ["：", "；"] : [": ", "; "];
  const run = runs(columns.evidence);
  return columns.evidence
    .flatMap((label) => {
      const value = item[label.id as Part];
      // Each semicolon of a run before a label or the end stands twice.
      return value === undefined ? [] : [label[lang] + colon + value.replace(run, (marks) => marks.replace(/[；;]/g, "$&$&"))];
    })
    .join(semicolon);
}

export interface EvidenceRead {
  item: Evidence;
  /** What could not be read: a date that is none, or a part that stands twice. */
  left: string[];
}

/** What a line says; undefined where it is empty. */
export function evidenceRead(line: string, columns: Columns): EvidenceRead | undefined {
  const item: Evidence = {};
  const left: string[] = [];
  for (const text of partsOf(line, columns.evidence)) {
    const { part, value } = labelled(text, columns.evidence);
    if (value === "") continue;
    const read = part === "date" ? dayWritten(value) : value;
    if (read === undefined || item[part] !== undefined) left.push(text);
    else item[part] = read;
  }
  return Object.keys(item).length || left.length ? { item, left } : undefined;
}

/** Runs of semicolons that a label or the end follows. */
function runs(labels: readonly Option[]): RegExp {
  return new RegExp(`[；;]+(?=\\s*(?:${namesOf(labels)})\\s*[：:]|\\s*$)`, "giu");
}

function namesOf(labels: readonly Option[]): string {
  return labels
    .flatMap((label) => [label.zh, label.en, ...(label.also ?? [])])
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}

function partsOf(line: string, labels: readonly Option[]): string[] {
  const parts: string[] = [];
  let part = "";
  let from = 0;
  for (const found of line.matchAll(runs(labels))) {
    part += line.slice(from, found.index);
    for (let at = 0; at < found[0].length; at++) {
      if (found[0][at] === found[0][at + 1]) part += found[0][at++];
      else {
        parts.push(part);
        part = "";
      }
    }
    from = found.index + found[0].length;
  }
  return [...parts, part + line.slice(from)];
}

function labelled(text: string, labels: readonly Option[]): { part: Part; value: string } {
  const [whole, name] = new RegExp(`^\\s*(${namesOf(labels)})\\s*[：:]`, "iu").exec(text) ?? [];
  if (whole === undefined || name === undefined) {
    const value = trimmed(text);
    return { part: /^https?:\/\//i.test(value) ? "link" : "number", value };
  }
  const names = (one: Option) => [one.zh, one.en, ...(one.also ?? [])].map((other) => other.toLowerCase());
  const label = labels.find((one) => names(one).includes(name.toLowerCase()));
  return { part: (label?.id ?? "number") as Part, value: trimmed(text.slice(whole.length)) };
}
