/** The list of steps: grouped, filtered, searched, ticked. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { FILTERS, GROUPINGS, filtered, grouped } from "../model/arrange.ts";
import type { Group } from "../model/arrange.ts";
import { changesOfStep } from "../model/change.ts";
import { countsOf, items } from "../model/progress.ts";
import type { Item } from "../model/progress.ts";
import { useApp, useChecklist } from "./context.ts";
import { Meter } from "./meter.tsx";
import { Own } from "./own.tsx";
import { Row } from "./row.tsx";
import { Select } from "./select.tsx";
import "./steps.css";

const STATUSES = ["open", "in-hand", "done", "not-applicable"] as const;

export function Steps() {
  const { say, guide, store, route, go, today, change, stamp } = useApp();
  const checklist = useChecklist();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState(route.search);
  const waiting = useRef(0);
  // The list follows when one pauses: Safari also allows an address only so many changes.
  const search = (text: string) => {
    setWords(text);
    clearTimeout(waiting.current);
    waiting.current = window.setTimeout(() => go({ search: text }), 150);
  };
  useEffect(() => setWords(route.search), [route.search]);
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(() => items(checklist, guide, today), [checklist, guide, today]);
  const me = store.settings().me ?? "";
  const shown = filtered(all, { ...route, me });
  const groups = grouped(shown, route.by, checklist, guide);
  const isNarrowed = !!(route.status || route.only || route.search);

  const fold = (key: string) =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const tick = (item: Item) => {
    const status = item.status === "done" ? undefined : "done";
    change(checklist.id, changesOfStep(checklist, item.step.id, { status, reason: undefined }, stamp()), say("steps.ticked"));
  };

  return (
    <section aria-label={say("app.view-steps")}>
      <form class="wb-filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <Select
          label={say("steps.by")}
          value={route.by}
          onValue={(by) => go({ by })}
          choices={GROUPINGS.map((by) => [by, say(`steps.by-${by}`)])}
        />
        <Select
          label={say("steps.status")}
          value={route.status}
          onValue={(status) => go({ status })}
          choices={[["", say("steps.all")], ...STATUSES.map((s) => [s, say(`steps.${s}`)] as [string, string])]}
        />
        <Select
          label={say("steps.only")}
          value={route.only}
          onValue={(only) => go({ only })}
          choices={[["", say("steps.all")], ...FILTERS.map((f) => [f, say(`steps.only-${f}`)] as [string, string])]}
        />
        <label>
          {say("steps.search")}
          <input type="search" value={words} onInput={(event) => search(event.currentTarget.value)} />
        </label>
        <p class="wb-tools">
          <span role="status">{say(isNarrowed ? "steps.shown" : "steps.all-shown", { shown: shown.length, of: all.length })}</span>
          {isNarrowed ? (
            <button type="button" onClick={() => go({ status: "", only: "", search: "" })}>
              {say("steps.clear")}
            </button>
          ) : null}
          <button type="button" onClick={() => setFolded(folded.size ? new Set() : new Set(groups.map((g) => g.key)))}>
            {say(folded.size ? "steps.unfold" : "steps.fold")}
          </button>
        </p>
      </form>
      {route.only === "mine" && !me ? <p class="hm-notice">{say("steps.who-am-i")}</p> : null}
      <div ref={list} onKeyDown={(event) => walk(event, list.current)}>
        {groups.map((group) => (
          <Section key={group.key} group={group} isFolded={folded.has(group.key)} fold={fold} tick={tick} />
        ))}
      </div>
      {shown.length ? null : <p class="hm-notice">{say("steps.none")}</p>}
      <Own />
    </section>
  );
}

function Section(props: { group: Group; isFolded: boolean; fold(key: string): void; tick(item: Item): void }) {
  const { group, isFolded, fold, tick } = props;
  const { say, route, go } = useApp();
  const counts = countsOf(group.items);
  return (
    <section class="wb-group">
      <h3>
        <button type="button" aria-expanded={!isFolded} onClick={() => fold(group.key)}>
          {group.title || say(`steps.no-${route.by}`)}
        </button>
        <Meter counts={counts} />
      </h3>
      {isFolded ? null : (
        <ul class="wb-steps">
          {group.items.map((item) => (
            <Row
              key={item.step.id}
              item={item}
              isOpen={route.step === item.step.id}
              open={() => go({ step: route.step === item.step.id ? "" : item.step.id })}
              tick={() => tick(item)}
              say={say}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Arrows lead from step to step; what one can do with a step is done by its own controls. */
function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  const from = event.target as HTMLElement;
  if (!list || !from.matches(".wb-tick, .wb-step > .wb-line .wb-title")) return;
  const kind = from.matches(".wb-tick") ? ".wb-tick" : ".wb-title";
  const all = [...list.querySelectorAll<HTMLElement>(`.wb-step > .wb-line ${kind}`)];
  const at = all.indexOf(from);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || !all[to]) return;
  event.preventDefault();
  all[to].focus();
}
