/** The head of an open checklist: its name and progress, whether it is saved, undo, and the ways to its views. */
import { countsOf, items } from "../model/progress.ts";
import type { Checklist } from "../model/checklist.ts";
import { useApp } from "./context.ts";
import { Meter } from "./meter.tsx";
import type { View } from "./route.ts";

const TABS: View[] = ["steps", "indicators", "dashboard", "timeline", "history", "choice", "files", "print"];

export function Bar(props: {
  checklist: Checklist;
  view: View;
  counts: { back: number; again: number };
  turn(back: boolean): void;
}) {
  const { checklist, view, counts, turn } = props;
  const { say, store, go, guide, today } = useApp();
  const of = countsOf(items(checklist, guide, today));
  const saved = store.saved();
  return (
    <header class="wb-bar">
      <p class="wb-path">
        <button type="button" class="wb-link" onClick={() => go({ view: "shelf", id: "" })}>
          {say("app.shelf")}
        </button>
        {checklist.example ? <span class="hm-tag hm-tag--must">{say("app.example")}</span> : null}
      </p>
      <h2>{checklist.name}</h2>
      <Meter counts={of} />
      <p class="wb-tools">
        <span class={`wb-saved wb-saved--${saved}`} role="status">
          {say(`app.${saved}`)}
        </span>
        <button type="button" disabled={!counts.back} onClick={() => turn(true)} title="Ctrl+Z">
          {say("app.undo")}
        </button>
        <button type="button" disabled={!counts.again} onClick={() => turn(false)} title="Ctrl+Y">
          {say("app.redo")}
        </button>
      </p>
      <nav aria-label={say("app.views")}>
        <ul class="wb-tabs">
          {TABS.map((tab) => (
            <li key={tab}>
              <button type="button" aria-current={tab === view || (tab === "print" && view === "brief") ? "page" : undefined} onClick={() => go({ view: tab, step: "" })}>
                {say(`app.view-${tab}`)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
