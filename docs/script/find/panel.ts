/** The box in the header: a combobox (ARIA APG) whose list holds what was asked lately, suggestions and results. */
import type { Answer } from "../search/types.ts";
import type { Box } from "./box.ts";
import { button, el } from "./dom.ts";
import { anew, complete, search } from "./finder.ts";
import { option } from "./hit.ts";
import { clearRecent, recent, remember } from "./recent.ts";
import { learn, say } from "./say.ts";

const COUNT = 7;

export function startPanel(box: Box): void {
  const { input, list, status, more } = box;
  let options: HTMLElement[] = [];
  let active = -1;
  let asked = 0;
  let waiting: number | undefined;

  const whole = () => `${box.page}?q=${encodeURIComponent(input.value.trim())}`;

  function choose(at: number): void {
    options[active]?.setAttribute("aria-selected", "false");
    active = options.length ? (at + options.length) % options.length : -1;
    const now = options[active];
    if (!now) return input.removeAttribute("aria-activedescendant");
    now.setAttribute("aria-selected", "true");
    now.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", now.id);
  }

  const given = (): Record<string, string> => ({
    id: `hm-option-${options.length}`, role: "option", "aria-selected": "false", tabindex: "-1",
  });

  function add(made: HTMLElement): HTMLElement {
    options.push(made);
    return made;
  }

  /** Options that put words into the box. */
  function words(label: string, texts: string[]): void {
    if (!texts.length) return;
    const group = el("div", { role: "group", "aria-label": label }, el("div", { class: "hm-search-label", "aria-hidden": "true" }, label));
    for (const text of texts) {
      group.append(add(el("div", { ...given(), class: "hm-search-words", click: () => ((input.value = text), input.focus(), ask()) }, text)));
    }
    list.append(group);
  }

  function clean(): void {
    options = [];
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren();
    more.replaceChildren();
  }

  function expanded(): void {
    input.setAttribute("aria-expanded", String(options.length > 0));
  }

  function idle(): void {
    clean();
    status.textContent = "";
    words(say("recent"), recent());
    if (options.length) {
      more.append(button(say("clear-recent"), () => (clearRecent(), idle(), (status.textContent = say("cleared")), input.focus())));
    }
    words(say("try"), say("examples").split("|"));
    expanded();
  }

  function show(answer: Answer, completions: string[]): void {
    clean();
    const text = input.value.trim();
    status.textContent = answer.instead
      ? say("instead", { q: text, meant: answer.meant ?? "" })
      : answer.total ? say("found", { n: answer.total }) : say("found-none", { q: text });
    if (answer.meant && !answer.instead) words(say("meant"), [answer.meant]);
    words(say("complete"), completions.filter((word) => word !== text).slice(0, 3));
    if (answer.hits.length) {
      const group = el("div", { role: "group", "aria-label": say("results") });
      for (const hit of answer.hits) {
        const made = option(hit, given());
        made.addEventListener("click", () => (remember(text), setTimeout(box.end)));
        group.append(add(made));
      }
      list.append(group);
    }
    const label = answer.total > answer.hits.length ? say("see-all", { n: answer.total }) : say("see-page");
    list.append(add(el("a", { ...given(), class: "hm-search-all", href: whole(), click: () => remember(text) }, label)));
    expanded();
  }

  function failed(): void {
    clean();
    expanded();
    status.textContent = say("failed");
    more.append(button(say("retry"), async () => {
      status.textContent = say("searching");
      // Another edition needs its own scripts too: the search page brings them.
      if (await anew().catch(() => false)) location.href = whole();
      else ask();
      input.focus();
    }));
  }

  async function ask(): Promise<void> {
    const mine = ++asked;
    const text = input.value.trim();
    if (!text) return idle();
    const late = setTimeout(() => mine === asked && (status.textContent = say("searching")), 300);
    try {
      const question = { text, facets: {}, count: COUNT };
      const [quick, completions] = await Promise.all([search({ ...question, typing: true }), complete(text)]);
      // What is found by the other language or after mending takes longer, and is asked for where there is nothing else.
      const answer = quick.total || mine !== asked ? quick : await search(question);
      if (mine === asked) show(answer, completions);
    } catch {
      if (mine === asked) failed();
    } finally {
      clearTimeout(late);
    }
  }

  function soon(): void {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 80) as unknown as number;
  }

  function start(): void {
    learn().then(ask, () => box.failed(start));
  }

  input.addEventListener("input", (event) => {
    // What an input method composes is no question yet.
    if (!(event as InputEvent).isComposing) soon();
  });
  input.addEventListener("compositionend", soon);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const down = event.key === "ArrowDown";
      choose(active < 0 ? (down ? 0 : -1) : active + (down ? 1 : -1));
    } else if (event.key === "Enter") {
      const now = options[active];
      if (now) now.click();
      else if (input.value.trim()) remember(input.value), (location.href = whole());
    } else return;
    event.preventDefault();
  });
  // Focus stays in the box, or a press would close it before it counts.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  box.opened = () => input.value.trim() || idle();
  start();
}
