/** The last changes of a checklist: when, who, where, from what to what; each can be taken back by itself. */
import { inverse, same, valueAt } from "../model/change.ts";
import type { Change, Path } from "../model/checklist.ts";
import { useState } from "preact/hooks";
import { useApp, useChecklist } from "./context.ts";
import "./history.css";

const FIELDS = new Set(["status", "reason", "lead", "helpers", "due", "evidence", "note"]);

export function History() {
  const { guide, say, change, stamp } = useApp();
  const checklist = useChecklist();
  const [words, setWords] = useState("");
  const titles = new Map(guide.steps.map((step) => [step.id, step.title]));
  for (const step of checklist.steps) if (step.own) titles.set(step.id, step.own.title);
  // Stamps say who changed what, which every line says already.
  const all = (checklist.history ?? []).filter((one) => one.path[one.path.length - 1] !== "changed");
  const nameOf = (path: Path): string => {
    const [first, id, field] = path.map(String);
    const title = id === undefined ? "" : (titles.get(id) ?? guide.requirements.find((r) => r.id === id)?.title ??
      guide.indicators.find((i) => i.id === id)?.title ?? id);
    const what = field !== undefined && FIELDS.has(field) ? say(`steps.${field}`) : say(`history.${first}`);
    return title ? `${title} · ${what}` : what;
  };
  const shown = all.filter((one) => nameOf(one.path).includes(words));
  const undo = (one: Change) => change(checklist.id, inverse([one], stamp()), say("history.taken-back"));

  return (
    <section aria-label={say("app.view-history")}>
      <p class="hm-small">{say("history.lead")}</p>
      <p class="wb-filters">
        <label>
          {say("history.search")}
          <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
      </p>
      {shown.length ? (
        <ol class="wb-history">
          {shown.map((one, n) => (
            <li key={`${one.at} ${n}`}>
              <p class="hm-small">
                <time dateTime={one.at}>{new Date(one.at).toLocaleString(guide.lang)}</time> {one.by ?? ""}
              </p>
              <p>
                <strong>{nameOf(one.path)}</strong>
              </p>
              <p>
                <del>{shownValue(one.from, say)}</del> → <ins>{shownValue(one.to, say)}</ins>
              </p>
              {same(valueAt(checklist, one.path), one.to) ? (
                <button type="button" class="wb-quiet" onClick={() => undo(one)}>
                  {say("history.take-back")}
                </button>
              ) : null}
            </li>
          ))}
        </ol>
      ) : (
        <p class="hm-notice">{say("history.none")}</p>
      )}
    </section>
  );
}

const STATUSES = new Set(["open", "in-hand", "done", "not-applicable"]);

/** A value in a few words. */
function shownValue(value: unknown, say: (key: string) => string): string {
  if (value === undefined) return say("history.empty");
  if (typeof value === "string") return STATUSES.has(value) ? say(`steps.${value}`) : value;
  if (Array.isArray(value)) return value.map((item) => shownValue(item, say)).join("；");
  if (typeof value === "object" && value !== null) {
    const step = value as { own?: { title: string }; made?: { title: string } };
    if (step.own ?? step.made) return (step.own ?? step.made)!.title;
    return Object.entries(value)
      .filter(([key]) => key !== "id" && key !== "changed")
      .map(([, item]) => shownValue(item, say))
      .join(" ");
  }
  return String(value);
}
