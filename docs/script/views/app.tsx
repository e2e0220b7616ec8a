/** The frame of the workbench: which view is shown, what is said at its foot, and every change's way to the store. */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { inverse } from "../model/change.ts";
import type { Change, Stamp } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";
import { isNewEdition, isOldGuide } from "../model/edition.ts";
import type { Store } from "../store/types.ts";
import "./app.css";
import { Bar } from "./bar.tsx";
import { AppProvider } from "./context.ts";
import type { App, Say } from "./context.ts";
import { Faults } from "./faults.tsx";
import { blocksDownloads } from "./load.ts";
import { Keys } from "./keys.tsx";
import { Reminder } from "./reminder.tsx";
import { hashOf, routeOf } from "./route.ts";
import type { Route } from "./route.ts";
import { Undo } from "./undo.ts";
import { VIEWS } from "./views.ts";
import { Warning } from "./warning.tsx";

interface Told {
  text: string;
  action?: { label: string; run(): void };
}

export function Workbench({ guide, say, store }: { guide: Guide; say: Say; store: Store }) {
  const [, renew] = useReducer((n: number) => n + 1, 0);
  const [route, setRoute] = useState<Route>(() => routeOf(location.hash));
  const [told, setTold] = useState<Told>();
  const undo = useRef(new Undo()).current;
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(route);

  useEffect(() => store.subscribe(() => renew(undefined)), [store]);
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);

  const go = useCallback((to: Partial<Route>) => {
    const next = { ...routeOf(location.hash), ...to };
    const hash = hashOf(next);
    // Filters take the place of the address, another view is a step on the way back.
    if (to.view !== undefined || to.id !== undefined) history.pushState(null, "", hash);
    else history.replaceState(null, "", hash);
    setRoute(next);
  }, []);

  const stamp = useCallback((): Stamp => {
    const by = store.settings().me;
    return { at: new Date().toISOString(), ...(by ? { by } : {}) };
  }, [store]);

  const today = localDay();
  const app = useMemo<App>(
    () => ({
      guide,
      say,
      store,
      route,
      go,
      today,
      stamp,
      change(id: string, changes: readonly Change[], label = "") {
        if (!changes.length) return;
        undo.remember(id, changes, label);
        store.apply(id, changes);
      },
      tell: (text, action) => setTold(action ? { text, action } : { text }),
    }),
    [guide, say, store, route, go, today, stamp, undo],
  );

  const turn = (back: boolean) => {
    const batch = back ? undo.back(route.id) : undo.again(route.id);
    if (!batch) return;
    const now = stamp();
    const stamped = (change: Change): Change => ({ ...change, ...now });
    store.apply(route.id, back ? inverse(batch.changes, now) : batch.changes.map(stamped));
  };

  const checklist = store.get(route.id);
  const asks = checklist && route.view !== "edition" && isNewEdition(checklist, guide);
  const name = checklist || route.view === "start" || route.view === "files" ? route.view : "shelf";
  const view = checklist && name === "shelf" ? "steps" : name;
  const View = VIEWS[view];

  useEffect(() => {
    // A new view begins at its top, for eyes and screen readers alike; filters leave the place as it is.
    if (before.current.view !== route.view || before.current.id !== route.id) {
      top.current?.focus({ preventScroll: true });
      top.current?.scrollIntoView();
    }
    before.current = route;
    document.body.classList.toggle("wb-open", !!checklist);
    document.body.classList.toggle("wb-wide", view === "timeline");
    document.body.classList.toggle("wb-one-page", view === "brief");
  }, [route]);

  return (
    <AppProvider value={app}>
      <div class="wb" ref={top} tabIndex={-1}>
        <Warning />
        <Faults />
        {blocksDownloads() ? <p class="hm-draft">{say("save.wechat")}</p> : null}
        {checklist ? (
          <Bar checklist={checklist} view={view} counts={undo.counts(route.id)} turn={turn} />
        ) : null}
        {checklist && isOldGuide(checklist, guide) ? <p class="hm-notice">{say("app.old-guide")}</p> : null}
        {asks ? (
          <p class="hm-notice">
            {say("app.new-edition")}{" "}
            <button type="button" onClick={() => go({ view: "edition" })}>
              {say("app.see-edition")}
            </button>
          </p>
        ) : null}
        {checklist && view !== "files" ? <Reminder checklist={checklist} /> : null}
        <View key={`${view} ${route.id}`} />
        <div role="status" class="wb-said">
          {told?.text}
        </div>
        {told ? (
          <div class="wb-told">
            <span aria-hidden="true">{told.text}</span>
            {told.action ? (
              <button
                type="button"
                onClick={() => {
                  told.action?.run();
                  setTold(undefined);
                }}
              >
                {told.action.label}
              </button>
            ) : null}
            <button type="button" class="wb-quiet" aria-label={say("app.close")} onClick={() => setTold(undefined)}>
              ×
            </button>
          </div>
        ) : null}
        <Keys turn={turn} />
      </div>
    </AppProvider>
  );
}

/** Today where the reader is. */
export function localDay(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

