/** The search page: results as one types, filters, and an address that says it all. */
import { read, turned, write, type Query } from "./address.ts";
import { button, el } from "./dom.ts";
import { dimensions, kinds } from "./filters.ts";
import { anew, search } from "./finder.ts";
import { clearRecent, recent, remember } from "./recent.ts";
import { helping, notices } from "./results.ts";
import { learn, say } from "./say.ts";

const COUNT = 20;

export function startPage(root: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string) => root.querySelector<T>(name)!;
  const input = part<HTMLInputElement>("input");
  const [status, chips, filters, results, none] = ["status", "chips", "filters", "results", "none"].map((name) =>
    part(`.hm-find-${name}`),
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const more = el("details", { toggle: () => more.open && !narrowed() && run() }, el("summary", {}, say("filters")));
  let query: Query = { text: "", facets: {} };
  let asked = 0;
  let waiting: number | undefined;

  const narrowed = () => more.childElementCount > 1;
  const opened = () => remember(query.text);

  /** Another question or other filters: shown, and in the address as a step that one can go back from, or not. */
  function go(next: Partial<Query>, step = true): void {
    query = { ...query, ...next };
    if (step) remember(query.text);
    if (input.value.trim() !== query.text) input.value = query.text;
    try {
      history[step ? "pushState" : "replaceState"](null, "", location.pathname + write(query));
    } catch {
      // Some browsers forbid it from a disc: the search works, the address stays.
    }
    run();
  }

  const turn = (dimension: string, value: string) => go({ facets: turned(query.facets, dimension, value) });

  function clean(): void {
    for (const place of [chips, filters, results]) place.replaceChildren();
    none.hidden = true;
  }

  function idle(): void {
    clean();
    status.textContent = "";
    const offer = (label: string, texts: string[], ...after: HTMLElement[]) =>
      texts.length > 0 &&
      results.append(el("h2", {}, label), el("p", { class: "hm-find-words" }, ...texts.map((text) =>
        button(text, () => (go({ text }), input.focus()), { class: "hm-chip" }),
      ), ...after));
    offer(say("recent"), recent(), button(say("clear-recent"), () => {
      clearRecent();
      idle();
      status.textContent = say("cleared");
      input.focus();
    }, { class: "hm-link" }));
    offer(say("try"), say("examples").split("|"));
  }

  async function run(from = 0): Promise<void> {
    const mine = ++asked;
    const { text, facets } = query;
    const filtered = Object.keys(facets).length > 0;
    if (!text && !filtered) return idle();
    const late = setTimeout(() => mine === asked && (status.textContent = say("searching")), 300);
    try {
      const answer = await search({ text, facets, from, count: COUNT, filters: more.open || filtered });
      if (mine !== asked) return;
      const shown = from + answer.hits.length;
      const next = answer.total > shown && answer.hits.length > 0
        ? el("p", {}, button(say("more", { n: Math.min(COUNT, answer.total - shown) }), () => run(shown), { class: "hm-more-button" }))
        : "";
      const found = helping(answer.hits, from, query, opened);
      if (from) {
        results.lastElementChild!.replaceWith(...found, next);
        found.map((one) => one.querySelector("a")).find(Boolean)?.focus();
        status.textContent = say("more-shown", { n: shown, all: answer.total });
        return;
      }
      clean();
      status.textContent = answer.total ? say("found", { n: answer.total }) : say("found-none", { q: text });
      chips.append(...kinds(answer, query, turn));
      if (filtered) chips.append(button(say("unfilter"), () => (go({ facets: {} }), input.focus()), { class: "hm-link" }));
      if (answer.total || filtered) {
        more.replaceChildren(more.firstElementChild!, ...dimensions(answer, query, turn));
        if (Object.keys(facets).some((dimension) => dimension !== "kind")) more.open = true;
        filters.append(more);
      }
      results.append(...notices(answer, (text) => go({ text })), ...found, next);
      none.hidden = answer.total > 0;
    } catch {
      if (mine !== asked) return;
      clean();
      status.textContent = say("failed");
      results.append(button(say("retry"), async () => {
        status.textContent = say("searching");
        if (await anew().catch(() => false)) location.reload();
        else run();
      }, { class: "hm-more-button" }));
    } finally {
      clearTimeout(late);
    }
  }

  function typed(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (input.value.trim() !== query.text) go({ text: input.value.trim() }, false);
    }, 120) as unknown as number;
  }

  function arrive(): void {
    query = read(location.search);
    input.value = query.text;
    run();
  }

  input.addEventListener("input", (event) => {
    if (!(event as InputEvent).isComposing) typed();
  });
  input.addEventListener("compositionend", typed);
  input.form!.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    go({ text: input.value.trim() });
    // The keyboard of a phone would hide what was found.
    if (matchMedia("(pointer: coarse)").matches) input.blur();
  });
  root.addEventListener("keydown", (event) => {
    if (event.isComposing || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    const stops: HTMLElement[] = [input, ...results.querySelectorAll<HTMLElement>("li > a")];
    const at = stops.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    stops[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  });
  addEventListener("popstate", arrive);
  root.hidden = false;
  if (!location.search) input.focus();
  arrive();
}

/** Starts once the words are there; says so in the few words at hand where they do not come. */
export function whenReady(root: HTMLElement): void {
  const [, , , failed = "", retry = ""] = (document.querySelector<HTMLElement>("a.hm-search-link")?.dataset["say"] ?? "").split("|");
  learn().then(() => startPage(root), () => {
    const note = el("p", { class: "hm-notice" }, failed, " ", button(retry, () => (note.remove(), whenReady(root)), { class: "hm-link" }));
    root.before(note);
  });
}
