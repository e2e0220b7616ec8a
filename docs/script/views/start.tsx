/** A new checklist: for whom, where, which focus areas, and the days that are known. */
import { useState } from "preact/hooks";
import { trimmed } from "../model/limits.ts";
import { makeChecklist } from "../model/make.ts";
import type { Choice } from "../model/make.ts";
import { placeOf } from "../model/place.ts";
import { randomId } from "../model/random.ts";
import { Areas } from "./areas.tsx";
import { useApp } from "./context.ts";
import { Days } from "./days.tsx";
import { Field } from "./field.tsx";
import { Place } from "./place.tsx";
import "./start.css";

export function Start() {
  const { guide, say, store, go } = useApp();
  const [choice, setChoice] = useState<Choice>({ name: "", role: "city", areas: [], themes: [] });
  const [me, setMe] = useState(store.settings().me ?? "");
  const asksMe = !store.settings().me;
  const set = (part: Partial<Choice>) => setChoice((before) => ({ ...before, ...part }));
  const place = placeOf(choice, guide);
  const proposed = place ? say(`start.name-${choice.role}`, { place }) : "";

  const create = (event: Event) => {
    event.preventDefault();
    const filled = Object.fromEntries(
      Object.entries({ ...choice, name: trimmed(choice.name) || proposed || say("start.unnamed") }).filter(
        ([, value]) => value !== "" && value !== undefined,
      ),
    ) as unknown as Choice;
    const checklist = makeChecklist(guide, filled, randomId(), new Date().toISOString());
    store.create(checklist);
    if (asksMe && trimmed(me)) store.set({ me: trimmed(me) });
    go({ view: "steps", id: checklist.id });
  };

  return (
    <form class="wb-start" onSubmit={create}>
      <h2>{say("start.new")}</h2>
      <fieldset class="wb-choice">
        <legend>{say("start.role")}</legend>
        {(["city", "province"] as const).map((role) => (
          <label key={role}>
            <input type="radio" name="role" checked={choice.role === role} onChange={() => set({ role })} />
            {say(`start.${role}`)}
          </label>
        ))}
      </fieldset>
      <Place value={choice} set={set} />
      <Field
        label={say("start.name")}
        kind="name"
        value={choice.name}
        {...(proposed ? { usual: proposed } : {})}
        onText={(name) => set({ name })}
      />
      {choice.role === "city" ? <Areas value={choice} set={set} /> : null}
      <Days value={choice} set={set} />
      {asksMe ? <Field label={say("start.me")} help={say("start.me-help")} kind="name" value={me} onText={setMe} /> : null}
      <p class="wb-tools">
        <button type="submit">{say("start.create")}</button>
        <button type="button" class="wb-quiet" onClick={() => go({ view: "shelf", id: "" })}>
          {say("start.cancel")}
        </button>
      </p>
    </form>
  );
}
