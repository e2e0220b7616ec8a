/** What narrows results: kinds with their counts at once, the other dimensions when they are opened. */
import type { Answer, Facet } from "../search/types.ts";
import type { Query } from "./address.ts";
import { button, el } from "./dom.ts";
import { say } from "./say.ts";

/** Values of a dimension that show at once. */
const SHOWN = 10;

type Turn = (dimension: string, value: string) => void;

function chip(label: string, count: number | undefined, on: boolean, act: () => void): HTMLElement {
  const made = button(label, act, { class: "hm-chip", "aria-pressed": String(on) });
  if (count !== undefined) made.append(el("span", {}, ` ${count}`));
  return made;
}

/** Kinds that were found, and those chosen, as chips. */
export function kinds(answer: Answer, query: Query, turn: Turn): HTMLElement[] {
  const chosen = query.facets["kind"] ?? [];
  const found = new Map(answer.kinds);
  for (const kind of chosen) if (!found.has(kind)) found.set(kind, 0);
  if (found.size < 2 && !chosen.length) return [];
  return [...found].map(([kind, count]) =>
    chip(say(`kind-${kind}`), count, chosen.includes(kind), () => turn("kind", kind)),
  );
}

function values(facet: Facet, chosen: string[], turn: Turn): HTMLElement {
  const chips = facet.values.map(([value, label, count]) =>
    chip(label, count, chosen.includes(value), () => turn(facet.dimension, value)),
  );
  const rest = chips.slice(SHOWN);
  const open = rest.some((made) => made.getAttribute("aria-pressed") === "true");
  return el(
    "fieldset", {},
    el("legend", {}, say(`by-${facet.dimension}`)),
    ...chips.slice(0, SHOWN),
    rest.length > 0 && el("details", open ? { open: "" } : {}, el("summary", {}, `${say("all")} ${chips.length}`), ...rest),
  );
}

/** The other dimensions by which results differ, with the values that there are, and all that is chosen. */
export function dimensions(answer: Answer, query: Query, turn: Turn): HTMLElement[] {
  return (answer.facets ?? []).flatMap((facet) => {
    const chosen = query.facets[facet.dimension] ?? [];
    const there = facet.values.filter(([value, , count]) => count > 0 || chosen.includes(value));
    if (facet.dimension === "kind" || (there.length < 2 && !chosen.length)) return [];
    return [values({ ...facet, values: there }, chosen, turn)];
  });
}
