/** A checklist as JSON: everything that it holds, in a fixed order, with the warning in it. */
import { FORMAT, VERSION } from "../model/checklist.ts";
import type { Checklist } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";
import { validated } from "../model/validate.ts";
import type { Problem } from "../model/validate.ts";
import { Refused, finding } from "./findings.ts";
import type { Code, Finding } from "./findings.ts";
import { STEP } from "./rows.ts";
import { MAX_FILE } from "./zip.ts";

const ORDER = [
  ...["format", "version", "notice", "id", "name", "example", "archived", "role", "province", "city", "areas", "themes", "start"],
  ...["targets", "anchors", "edition", "created", "revision", "requirements", "steps", "projects", "indicators", "retired"],
];
/** Stands last, for it is long and says the least. */
const LAST = ["history"];
const MAX_DEPTH = 100;

/** Turns a checklist of one version into one of the next. */
export type Upgrade = (old: Record<string, unknown>) => Record<string, unknown>;

/** From version 1 to 2, from 2 to 3, and so on. There is only one version yet. */
const UPGRADES: readonly Upgrade[] = [];

/** The text of the file. The same checklist gives the same bytes. */
export function saveJson(checklist: Checklist, guide: Guide): string {
  const { warning } = guide.columns;
  const whole: Record<string, unknown> = { ...checklist, notice: `${warning.zh} ${warning.en}` };
  const sorted = inOrder(whole, ORDER, LAST);
  sorted["steps"] = checklist.steps.map((step) => inOrder(step as unknown as Record<string, unknown>, STEP, []));
  return `${JSON.stringify(sorted, undefined, 1)}\n`;
}

function inOrder(of: Record<string, unknown>, first: readonly string[], last: readonly string[]): Record<string, unknown> {
  const known = new Set([...first, ...last]);
  const others = Object.keys(of).filter((key) => !known.has(key)).sort();
  return Object.fromEntries([...first, ...others, ...last].filter((key) => of[key] !== undefined).map((key) => [key, of[key]]));
}

/** What a file holds. Throws `Refused`: too large, no JSON, nested too deep, no checklist, of a newer version. */
export function openJson(
  data: Uint8Array,
  upgrades: readonly Upgrade[] = UPGRADES,
): { checklist: Checklist; findings: Finding[] } {
  if (data.length > MAX_FILE) throw new Refused("too-large", { limit: "20" });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    throw new Refused("encoding");
  }
  refuseDepth(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refused("damaged");
  }
  if (!isPlain(value) || value["format"] !== FORMAT) throw new Refused("not-ours");
  const { notice: _, ...raw } = upgraded(value, upgrades);
  const { checklist, problems } = validated(raw);
  if (!checklist) throw new Refused(refusal(problems), { value: problems.map((one) => one.path.join(".")).join(", ") });
  return { checklist, findings: problems.map((problem) => said(problem)) };
}

function upgraded(value: Record<string, unknown>, upgrades: readonly Upgrade[]): Record<string, unknown> {
  let result = value;
  const version = value["version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) throw new Refused("damaged");
  if (version > Math.max(VERSION, upgrades.length + 1)) throw new Refused("newer");
  for (const upgrade of upgrades.slice(version - 1)) result = upgrade(result);
  return result;
}

function refusal(problems: readonly Problem[]): "deep" | "newer" | "damaged" {
  if (problems.some((one) => one.code === "deep")) return "deep";
  return problems.some((one) => one.code === "newer") ? "newer" : "damaged";
}

function said(problem: Problem): Finding {
  const codes: Partial<Record<Problem["code"], Code>> = { text: "text", "too-many": "too-many", twice: "twice-item" };
  const value = problem.path.join(".");
  return finding(codes[problem.code] ?? "value", { values: { value, taken: value, other: value } });
}

/** Brackets are counted before parsing, for some parsers call themselves for each. */
function refuseDepth(text: string): void {
  let depth = 0;
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (mark === "[" || mark === "{") depth += 1;
    else if (mark === "]" || mark === "}") depth -= 1;
    if (depth > MAX_DEPTH) throw new Refused("deep");
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
