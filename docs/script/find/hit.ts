/** A result as it is seen, in the box and on the page. */
import type { Hit, Piece } from "../search/types.ts";
import { el } from "./dom.ts";
import { assets } from "./load.ts";
import { lang, say, several } from "./say.ts";

export function pieces(list: Piece[]): (Node | string)[] {
  return list.map(([text, marked]) => (marked ? el("mark", {}, text) : text));
}

export function href(hit: Hit): string {
  return new URL(`../${lang}/${hit.address}`, assets).href;
}

/** What stands beside a title: its kind, where it belongs, and that it was found by the other language. */
function beside(hit: Hit): (Node | string | false)[] {
  return [
    el("span", { class: "hm-tag" }, say(`kind-${hit.kind}`)),
    " ",
    !!hit.up && el("span", { class: "hm-hit-up" }, hit.up),
    hit.by === "other" && el("span", { class: "hm-tag hm-tag--guide" }, say("other")),
  ];
}

function below(hit: Hit): (Node | false)[] {
  return [
    hit.excerpt.length > 0 && el("span", { class: "hm-hit-text" }, ...pieces(hit.excerpt)),
    hit.missing.length > 0 && el("span", { class: "hm-hit-lacks" }, say("lacks", { words: several(hit.missing) })),
  ];
}

/** A result on the page. */
export function item(hit: Hit, opened: () => void): HTMLElement {
  const title = el("a", { href: href(hit), click: opened }, ...pieces(hit.title));
  return el("li", { class: "hm-hit", "data-entry": hit.id }, title, " ", ...beside(hit), ...below(hit));
}

/** A result in the box: an option that is a link. */
export function option(hit: Hit, attributes: Record<string, string>): HTMLAnchorElement {
  const title = el("span", { class: "hm-hit-title" }, ...pieces(hit.title));
  return el("a", { ...attributes, href: href(hit), "data-entry": hit.id }, title, " ", ...beside(hit), ...below(hit));
}
