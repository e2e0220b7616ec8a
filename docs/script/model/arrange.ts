/** Steps in groups, filtered and searched: what the list of steps shows. */
import type { Checklist } from "./checklist.ts";
import type { Guide } from "./guide.ts";
import type { Item } from "./progress.ts";

export const GROUPINGS = ["phase", "requirement", "area", "lead", "due"] as const;
export const FILTERS = ["mine", "overdue", "no-evidence", "no-lead", "must"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Asked {
  by: string;
  /** A status, or empty for all. */
  status: string;
  /** One of `FILTERS`, or empty for all. */
  only: string;
  search: string;
  me: string;
}

export interface Group {
  key: string;
  /** Empty where the view has a word of its own for it: no lead, no date. */
  title: string;
  items: Item[];
}

/** The items that are asked for. */
export function filtered(items: readonly Item[], asked: Asked): Item[] {
  const words = folded(asked.search).split(/\s+/).filter(Boolean);
  return items.filter(
    (item) =>
      (!asked.status || item.status === asked.status) &&
      isAsked(item, asked.only, asked.me) &&
      (!words.length || words.every((word) => textOf(item).includes(word))),
  );
}

function isAsked(item: Item, only: string, me: string): boolean {
  switch (only) {
    case "mine":
      return me !== "" && [item.lead, ...item.helpers, item.step.changed?.by].includes(me);
    case "overdue":
      return item.overdue;
    case "no-evidence":
      return !item.hasEvidence && (item.status === "done" || item.status === "in-hand");
    case "no-lead":
      return !item.lead;
    case "must":
      return item.isMust;
    default:
      return true;
  }
}

/** All words of a step that a search looks through. */
function textOf(item: Item): string {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const text = wordsOf(item);
  texts.set(item, text);
  return text;
}

/** Made once for each item, for a search asks at every letter. */
const texts = new WeakMap<Item, string>();

function wordsOf(item: Item): string {
  const { step, guide } = item;
  const evidence = step.evidence?.flatMap((piece) => Object.values(piece)) ?? [];
  return folded(
    [item.title, guide?.detail, guide?.output, guide?.evidence, item.lead, ...item.helpers, step.note, step.reason, ...evidence].join("\n"),
  );
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** The items in groups, in the guide's order; leads by their names, dates by month. */
export function grouped(items: readonly Item[], by: string, checklist: Checklist, guide: Guide): Group[] {
  const titles = new Map<string, string>();
  const add = (all: readonly { id: string; title: string }[]) => {
    for (const { id, title } of all) titles.set(id, title);
  };
  if (by === "requirement") {
    add(guide.requirements);
    for (const area of guide.areas) add(area.themes);
    add(checklist.projects ?? []);
  } else if (by === "area") add(guide.areas);
  else if (by !== "lead" && by !== "due") add(guide.phases);
  const groups = new Map<string, Item[]>();
  for (const key of titles.keys()) groups.set(key, []);
  for (const item of items)
    for (const key of keysOf(item, by)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  // Within a requirement steps follow each other as the guide has them, elsewhere by their days.
  const sorted = (of: Item[]) =>
    by === "requirement" ? of : [...of].sort((a, b) => (a.due ?? "9").localeCompare(b.due ?? "9"));
  const found = [...groups]
    .filter(([, of]) => of.length)
    .map(([key, of]) => ({ key, title: titles.get(key) ?? key, items: sorted(of) }));
  if (by === "due" || by === "lead")
    found.sort((a, b) => Number(!a.key) - Number(!b.key) || a.key.localeCompare(b.key, guide.lang));
  return found;
}

function keysOf(item: Item, by: string): string[] {
  switch (by) {
    case "requirement":
      return [item.requirement ?? item.guide?.theme ?? item.step.own?.project ?? ""];
    case "area":
      return item.areas.length ? item.areas : [""];
    case "lead":
      return [item.lead];
    case "due":
      return [item.due?.slice(0, 7) ?? ""];
    default:
      return [item.phase];
  }
}
