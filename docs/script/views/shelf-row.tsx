/** One checklist on the shelf. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Checklist } from "../model/checklist.ts";
import { placeOf } from "../model/place.ts";
import { blockingFiling, countsOf, items } from "../model/progress.ts";
import { useApp } from "./context.ts";
import { Meter } from "./meter.tsx";
import { ChecklistName } from "./name-field.tsx";
import { shownTime } from "./time.ts";

interface Props {
  checklist: Checklist;
  copy(): void;
  remove(): void;
  archive(to: true | undefined): void;
}

export function ShelfRow({ checklist, copy, remove, archive }: Props) {
  const { guide, say, go, today } = useApp();
  const [isNaming, setNaming] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = `wb-card-${checklist.id}`;
  useEffect(() => {
    if (isNaming) form.current?.querySelector("input")?.focus();
  }, [isNaming]);
  const all = useMemo(() => items(checklist, guide, today), [checklist, guide, today]);
  const counts = countsOf(all);
  const overdue = all.filter((item) => item.overdue).length;
  const blocking = blockingFiling(all).length;
  const last = checklist.history?.[0]?.at ?? checklist.created;
  const place = placeOf(checklist, guide);
  return (
    <li class="wb-card" data-checklist={checklist.id}>
      {isNaming ? (
        <form
          ref={form}
          id={id}
          onSubmit={(event) => {
            event.preventDefault();
            setNaming(false);
            rename.current?.focus();
          }}
        >
          <ChecklistName checklist={checklist} />
          <button type="submit">{say("shelf.named")}</button>
        </form>
      ) : (
        <h3>
          <button type="button" class="wb-link" id={id} onClick={() => go({ view: "steps", id: checklist.id })}>
            {checklist.name || say("start.unnamed")}
          </button>
          {checklist.example ? <span class="hm-tag hm-tag--must">{say("app.example")}</span> : null}
        </h3>
      )}
      <p>
        {place ? `${place} · ` : ""}
        {say(`start.${checklist.role}`)}
      </p>
      <Meter counts={counts} />
      <p class="hm-small">
        {overdue ? <strong class="wb-overdue">{say("shelf.overdue", { count: overdue })} </strong> : null}
        {checklist.role === "city" ? say("shelf.blocking", { count: blocking }) : null}{" "}
        {say("shelf.last", { at: shownTime(last).slice(0, 10) })}
      </p>
      <p class="wb-tools">
        <button type="button" ref={rename} aria-describedby={id} onClick={() => setNaming(!isNaming)}>
          {say("shelf.rename")}
        </button>
        <button type="button" aria-describedby={id} onClick={copy}>
          {say("shelf.copy")}
        </button>
        <button type="button" aria-describedby={id} onClick={() => archive(checklist.archived ? undefined : true)}>
          {say(checklist.archived ? "shelf.unarchive" : "shelf.archive")}
        </button>
        <button type="button" aria-describedby={id} onClick={remove}>
          {say("shelf.remove")}
        </button>
      </p>
    </li>
  );
}
