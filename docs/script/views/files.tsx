/** Files of checklists: saved whole or in parts, opened as new or to be merged. */
import { useApp } from "./context.ts";
import "./files.css";
import "./shelf.css";
import { Open } from "./open.tsx";
import { Save } from "./save.tsx";

export function Files() {
  const { say, store, route, go } = useApp();
  const checklist = store.get(route.id);
  return (
    <section aria-label={say("app.view-files")}>
      {checklist ? <Save checklist={checklist} /> : null}
      <Open checklist={checklist} />
      {checklist ? null : (
        <button type="button" class="wb-quiet" onClick={() => go({ view: "shelf", id: "" })}>
          {say("app.shelf")}
        </button>
      )}
    </section>
  );
}
