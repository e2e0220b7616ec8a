/** What was chosen at the start, changed later: name, place, focus, days, what does not apply, and who one is. */
import { useState } from "preact/hooks";
import { changeOf, tidied } from "../model/change.ts";
import { rechosen } from "../model/make.ts";
import { Areas } from "./areas.tsx";
import { useApp, useChecklist } from "./context.ts";
import { Days } from "./days.tsx";
import { Field } from "./field.tsx";
import { ChecklistName } from "./name-field.tsx";
import { Offices } from "./offices.tsx";
import { Place } from "./place.tsx";
import "./start.css";

export function Choice() {
  const { guide, say, store, change, stamp } = useApp();
  const checklist = useChecklist();
  const [focus, setFocus] = useState({ areas: checklist.areas, themes: checklist.themes });
  const set = (part: Record<string, unknown>) =>
    change(
      checklist.id,
      Object.entries(part).map(([field, value]) => changeOf(checklist, [field], tidied(value), stamp())),
    );
  const changes = rechosen(guide, checklist, focus.areas, focus.themes, stamp());
  const added = changes.filter((c) => c.path[0] === "steps" && c.to !== undefined).length;
  const removed = changes.filter((c) => c.path[0] === "steps" && c.to === undefined).length;
  const differs = changes.some((c) => JSON.stringify(c.from) !== JSON.stringify(c.to));
  const notApplicable = Object.entries(checklist.requirements ?? {});
  return (
    <section class="wb-start" aria-label={say("app.view-choice")}>
      <ChecklistName checklist={checklist} />
      <p class="hm-small">{say("start.role-stays", { role: say(`start.${checklist.role}`) })}</p>
      <Place value={checklist} set={set} />
      <Days value={checklist} set={set} />
      {checklist.role === "city" ? (
        <>
          <Areas value={{ ...focus, role: checklist.role }} set={(part) => setFocus((before) => ({ ...before, ...part }))} />
          {differs ? (
            <p class="hm-notice">
              {say("start.refocus", { added, removed })}{" "}
              <button type="button" class="wb-first" onClick={() => change(checklist.id, changes, say("start.refocused"))}>
                {say("start.refocus-do")}
              </button>
            </p>
          ) : null}
        </>
      ) : null}
      <Offices />
      {notApplicable.length ? (
        <>
          <h3>{say("start.not-applicable")}</h3>
          <ul>
            {notApplicable.map(([id, said]) => (
              <li key={id}>
                <strong id={`wb-not-${id}`}>{guide.requirements.find((r) => r.id === id)?.title ?? id}</strong> {said.reason}{" "}
                <button
                  type="button"
                  class="wb-quiet"
                  aria-describedby={`wb-not-${id}`}
                  onClick={() =>
                    change(checklist.id, [changeOf(checklist, ["requirements", id], undefined, stamp())], say("start.applies"))
                  }
                >
                  {say("start.applies")}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <Field
        label={say("start.me")}
        help={say("start.me-help")}
        kind="name"
        value={store.settings().me ?? ""}
        onText={(me) => store.set({ me })}
      />
    </section>
  );
}
