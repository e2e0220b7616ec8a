/** A page with nothing but the store: what is typed into its fields is kept. For tests/browser/test_store.py. */
import { changesOfStep } from "../../docs/script/model/change.ts";
import type { Checklist } from "../../docs/script/model/checklist.ts";
import { makeChecklist } from "../../docs/script/model/make.ts";
import { openStore } from "../../docs/script/store/store.ts";
import type { Store, StoreOptions } from "../../docs/script/store/types.ts";
import { guide } from "./small-guide.ts";

declare global {
  interface Window {
    store: Store;
    add(id: string, more?: Partial<Checklist>): void;
    type(id: string, step: string, note: string): void;
    noteOf(id: string, step: string): string | undefined;
  }
}

const given = new URLSearchParams(location.search);
const options: StoreOptions = {
  ...(given.has("updated") ? { updated: given.get("updated")! } : {}),
  ...(given.has("version") ? { version: Number(given.get("version")) } : {}),
  ...(given.has("patience") ? { patience: Number(given.get("patience")) } : {}),
};
const LIST = "one";
const now = () => new Date().toISOString();
const field = (step: string) => document.querySelector<HTMLTextAreaElement>(`[data-step="${step}"]`)!;
const text = (id: string, words: string) => (document.getElementById(id)!.textContent = words);

function show(store: Store): void {
  text("saved", store.saved());
  text("loaded", store.loaded() ? "loaded" : "not loaded");
  text("faults", store.faults().map((fault) => fault.code).join(" "));
  text("names", store.list().map((checklist) => checklist.name).join(" "));
  for (const step of ["lead.name", "lead.meet"]) {
    const note = window.noteOf(LIST, step) ?? "";
    if (field(step).value !== note) field(step).value = note;
  }
}

void openStore(options).then((store) => {
  window.store = store;
  window.add = (id, more) =>
    store.create({
      ...makeChecklist(guide, { name: `清单${id}`, role: "city", areas: ["services"], themes: [] }, id, now()),
      ...more,
    });
  window.type = (id, step, note) =>
    store.apply(id, changesOfStep(store.get(id)!, step, { note }, { at: now(), by: "办公室" }));
  window.noteOf = (id, step) => store.get(id)?.steps.find((s) => s.id === step)?.note;
  for (const step of ["lead.name", "lead.meet"])
    field(step).addEventListener("input", () => window.type(LIST, step, field(step).value));
  store.subscribe(() => show(store));
  if (given.has("make") && !store.get(LIST)) window.add(LIST);
  show(store);
  document.documentElement.dataset["ready"] = "true";
});
