/** The search on every page: a link becomes a button that opens a box; all else is loaded when the reader asks.
 * On the search page, which has its own box, it leads there. */
import type { Box } from "./find/box.ts";

const own = document.currentScript as HTMLScriptElement;
const link = document.querySelector<HTMLAnchorElement>("a.hm-search-link");
const page = document.getElementById("hm-find-input");

function make(tag: string, name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(tag);
  made.className = name;
  for (const key in attributes) made.setAttribute(key, attributes[key]!);
  return made;
}

function load(): void {
  const script = document.createElement("script");
  script.src = new URL("search-panel.js", own.src).href;
  script.onerror = () => {
    script.remove();
    if (box) box.failed(load);
  };
  document.head.append(script);
}

let box: Box | undefined;

function open(link: HTMLAnchorElement): void {
  if (!box) {
    const [label = "", hint = "", close = "", failed = "", retry = ""] = (link.dataset.say ?? "").split("|");
    const panel = make("div", "hm-search", { role: "dialog", "aria-label": label });
    const input = make("input", "", {
      type: "search", role: "combobox", "aria-label": label, placeholder: hint, autocomplete: "off", spellcheck: "false",
      autocapitalize: "off", enterkeyhint: "search", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": "hm-search-list",
    }) as HTMLInputElement;
    const shut = make("button", "hm-search-close", { type: "button", "aria-label": close, title: close });
    shut.textContent = "×";
    const list = make("div", "hm-search-list", { id: "hm-search-list", role: "listbox", "aria-label": label });
    const status = make("p", "hm-search-status", { role: "status" });
    const more = make("div", "hm-search-more", {});
    const top = make("div", "hm-search-top", {});
    top.append(input, shut);
    panel.append(top, status, list, more);
    const end = () => {
      panel.hidden = true;
      link.setAttribute("aria-expanded", "false");
    };
    shut.onclick = () => (end(), link.focus());
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) end(), link.focus(), event.stopPropagation();
    });
    panel.addEventListener("focusout", (event) => {
      const to = event.relatedTarget as Node | null;
      if (to && !panel.contains(to)) end();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!panel.contains(event.target as Node)) end();
    });
    link.after(panel);
    box = {
      panel, input, list, status, more, page: link.href, end,
      failed(again) {
        const button = make("button", "", { type: "button" });
        button.textContent = retry;
        button.onclick = () => ((more.textContent = status.textContent = ""), again(), input.focus());
        status.textContent = failed;
        more.replaceChildren(button);
      },
    };
    window.huiminBox = box;
    load();
  }
  box.panel.hidden = false;
  link.setAttribute("aria-expanded", "true");
  box.input.focus();
  box.input.select();
  box.opened?.();
}

function ask(): void {
  if (page) page.focus();
  else if (link) open(link);
}

if (link) {
  link.setAttribute("role", "button");
  if (!page) link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-keyshortcuts", "/ Control+K");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    ask();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") event.preventDefault(), ask();
  });
}
document.addEventListener("keydown", (event) => {
  // The workbench has a "/" of its own, for its steps.
  const writing = (event.target as Element).closest("input, textarea, select, [contenteditable]") ?? document.querySelector(".wb [type=search]");
  const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  if (!slash && !control) return;
  event.preventDefault();
  ask();
});
