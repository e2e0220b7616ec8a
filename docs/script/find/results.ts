/** The results of the page: the best first, the others by kind; each further helping below the last. */
import type { Answer, Hit } from "../search/types.ts";
import type { Query } from "./address.ts";
import { button, el } from "./dom.ts";
import { item } from "./hit.ts";
import { say, several } from "./say.ts";

/** How many stand before all others, whatever their kind. */
const BEST = 5;

function list(hits: Hit[], opened: () => void): HTMLElement {
  return el("ol", { class: "hm-hits" }, ...hits.map((hit) => item(hit, opened)));
}

function groups(hits: Hit[], opened: () => void): HTMLElement[] {
  const found = new Map<string, Hit[]>();
  for (const hit of hits) found.set(hit.kind, [...(found.get(hit.kind) ?? []), hit]);
  return [...found].map(([kind, hits]) => el("section", {}, el("h2", {}, say(`kind-${kind}`)), list(hits, opened)));
}

/** One helping of results, beginning with the one after `from`; a single kind needs no groups. */
export function helping(hits: Hit[], from: number, query: Query, opened: () => void): HTMLElement[] {
  if (query.facets["kind"]?.length === 1) return [list(hits, opened)];
  if (from) return [el("p", { class: "hm-small" }, say("from-to", { n: from + 1 })), ...groups(hits, opened)];
  if (hits.length <= BEST) return groups(hits, opened);
  const best = el("section", {}, el("h2", {}, say("best")), list(hits.slice(0, BEST), opened));
  return [best, ...groups(hits.slice(BEST), opened)];
}

/** What is to be said before the results. */
export function notices(answer: Answer, ask: (text: string) => void): HTMLElement[] {
  const { meant, missing, phrases, excluded, other, total } = answer;
  const quoted = (words: string[]) => several(words.map((word) => `“${word}”`));
  const said: (HTMLElement | false)[] = [
    answer.shortened && el("p", { class: "hm-notice" }, say("cut")),
    !!meant && !answer.instead && el("p", {}, say("meant"), button(meant, () => ask(meant), { class: "hm-link" })),
    !!meant && !!answer.instead && el("p", { class: "hm-notice" }, say("instead", { q: answer.asked, meant })),
    missing.length > 0 && total > 0 && el("p", { class: "hm-notice" }, say("missing", { words: quoted(missing) })),
    phrases.length > 0 && el("p", { class: "hm-small" }, say("phrases", { words: quoted(phrases) })),
    excluded.length > 0 && el("p", { class: "hm-small" }, say("excluded", { words: quoted(excluded) })),
    other > 0 && other < total && el("p", { class: "hm-small" }, say("other-count", { n: other })),
  ];
  return said.filter((one): one is HTMLElement => !!one);
}
