/** All checklists of this browser: opened, named, copied, put away, deleted; and the ways to begin. */
import { useState } from "preact/hooks";
import { changeOf } from "../model/change.ts";
import type { Checklist } from "../model/checklist.ts";
import { randomId } from "../model/random.ts";
import { Clear } from "./clear.tsx";
import { useApp } from "./context.ts";
import { Removed } from "./removed.tsx";
import { ShelfRow } from "./shelf-row.tsx";
import "./start.css";
import "./shelf.css";

export function Shelf() {
  const { guide, say, store, go, stamp, tell, change } = useApp();
  const [isShowing, setShowing] = useState(false);
  const all = store.list();
  const shown = all.filter((checklist) => !checklist.archived);
  const archived = all.filter((checklist) => checklist.archived);

  const openExample = () => {
    const example: Checklist = { ...guide.example!, id: randomId(), created: new Date().toISOString() };
    store.create(example);
    go({ view: "steps", id: example.id });
  };
  const copy = (checklist: Checklist) => {
    // Parts that are out come back to the one from which they went.
    const { archived: _archived, history: _history, parts: _parts, ...rest } = checklist;
    const name = say("shelf.copy-of", { name: checklist.name }).slice(0, 100);
    store.create({ ...rest, id: randomId(), name, created: new Date().toISOString(), revision: 0 });
    tell(say("shelf.copied", { name: checklist.name }));
  };
  const remove = (checklist: Checklist) => {
    const restore = store.remove(checklist.id);
    tell(say("shelf.removed", { name: checklist.name }), { label: say("app.undo"), run: restore });
  };
  const archive = (checklist: Checklist, archived: true | undefined) =>
    change(checklist.id, [changeOf(checklist, ["archived"], archived, stamp())], say("shelf.archive"));
  const row = (checklist: Checklist) => (
    <ShelfRow
      key={checklist.id}
      checklist={checklist}
      copy={() => copy(checklist)}
      remove={() => remove(checklist)}
      archive={(to) => archive(checklist, to)}
    />
  );

  return (
    <section aria-label={say("app.shelf")}>
      {all.length ? null : <p class="hm-lead">{say("shelf.what-for")}</p>}
      <ul class="wb-ways">
        <li>
          <button type="button" class="wb-first" onClick={() => go({ view: "start", id: "" })}>
            {say("shelf.start")}
          </button>
          <span>{say("shelf.start-help")}</span>
        </li>
        {guide.example ? (
          <li>
            <button type="button" onClick={openExample}>
              {say("shelf.example")}
            </button>
            <span>{say("shelf.example-help")}</span>
          </li>
        ) : null}
        <li>
          <button type="button" onClick={() => go({ view: "files", id: "" })}>
            {say("shelf.open")}
          </button>
          <span>{say("shelf.open-help")}</span>
        </li>
      </ul>
      {all.length ? <h2>{say("app.shelf")}</h2> : null}
      {shown.length ? <ul class="wb-shelf">{shown.map(row)}</ul> : null}
      {archived.length ? (
        <>
          <button type="button" class="wb-link" aria-expanded={isShowing} onClick={() => setShowing(!isShowing)}>
            {say("shelf.archived", { count: archived.length })}
          </button>
          {isShowing ? <ul class="wb-shelf">{archived.map(row)}</ul> : null}
        </>
      ) : null}
      <Removed />
      {store.settings().persisted ? <p class="hm-small">{say(`store.persisted-${store.settings().persisted}`)}</p> : null}
      <Clear />
    </section>
  );
}
