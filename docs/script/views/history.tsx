/** The last changes of a checklist: when, who, where, from what to what; each can be taken back by itself. */
import { changeOf, inverse, same, valueAt } from "../model/change.ts";
import type { Change } from "../model/checklist.ts";
import { useState } from "preact/hooks";
import { useApp, useChecklist } from "./context.ts";
import "./history.css";
import { shownValue, useNames } from "./names.ts";
import { shownTime } from "./time.ts";

export function History() {
  const { say, change, stamp } = useApp();
  const checklist = useChecklist();
  const [words, setWords] = useState("");
  const all = (checklist.history ?? []).filter((one) => !same(one.from, one.to));
  const nameOf = useNames();
  const shown = all.filter((one) => nameOf(one.path).includes(words));
  const undo = (one: Change) => {
    const [list, id, field] = one.path;
    const isAnswer = field !== undefined && (list === "steps" || list === "indicators");
    change(
      checklist.id,
      [
        ...inverse([one], stamp()),
        // What is taken back is changed anew: a file saved before must not pass for newer.
        ...(isAnswer ? [changeOf(checklist, [list!, id!, "changed"], stamp(), stamp())] : []),
      ],
      say("history.taken-back"),
    );
  };

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
                <time dateTime={one.at}>{shownTime(one.at)}</time> {one.by ?? ""}
              </p>
              <p id={`wb-change-${n}`}>
                <strong>{nameOf(one.path)}</strong>
              </p>
              <p>
                <del>{shownValue(one.from, say)}</del> → <ins>{shownValue(one.to, say)}</ins>
              </p>
              {same(valueAt(checklist, one.path), one.to) ? (
                <button type="button" class="wb-quiet" aria-describedby={`wb-change-${n}`} onClick={() => undo(one)}>
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
