/** A checklist as plain text, to be copied where a browser blocks downloads, as that of WeChat does. */
import type { Checklist } from "../model/checklist.ts";
import { filled } from "../model/filled.ts";
import type { Guide } from "../model/guide.ts";
import { items } from "../model/progress.ts";
import type { Item } from "../model/progress.ts";
import { evidenceLine } from "./evidence.ts";
import { labelOf } from "./names.ts";

/** The steps by phase with what was filled in; `today` is a local day. */
export function textOf(checklist: Checklist, guide: Guide, today: string): string {
  const say = (key: string, values: Record<string, string>) => filled(guide.words[`files.${key}`] ?? key, values);
  const all = items(checklist, guide, today);
  const known = new Set(guide.phases.map((phase) => phase.id));
  const others = new Set(all.map((item) => item.phase).filter((id) => !known.has(id)));
  const phases = [...guide.phases, ...[...others].map((id) => ({ id, title: id }))];
  let number = 0;
  const lines = phases.flatMap((phase) => {
    const here = all.filter((item) => item.phase === phase.id);
    return here.length ? ["", phase.title, ...here.flatMap((item) => ofItem(item, (number += 1)))] : [];
  });
  const head = [
    (checklist.example ? say("example", {}) : "") + checklist.name,
    say("edition-line", { edition: checklist.edition }),
    guide.columns.warning[guide.lang],
  ];
  return [...head, ...lines, ""].join("\n");

  function ofItem(item: Item, at: number): string[] {
    const { step } = item;
    const status = labelOf(guide.columns.lists["status"] ?? [], item.status, guide.lang);
    const told: [string, string | undefined][] = [
      ["text-lead", item.lead],
      ["text-helpers", item.helpers.join(guide.lang === "zh" ? "、" : ", ")],
      ["text-due", item.due],
      ["text-reason", step.reason],
      ...(step.evidence ?? []).map((one): [string, string] => ["text-evidence", evidenceLine(one, guide.columns, guide.lang)]),
      ["text-note", step.note],
    ];
    return [
      say("text-step", { number: String(at), status, title: item.title }),
      ...told.flatMap(([key, value]) => (value ? [`   ${say(key, { value: value.replace(/\n/g, "\n   ") })}`] : [])),
    ];
  }
}
