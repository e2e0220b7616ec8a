/** One's own steps and local speciality projects. */
import { useState } from "preact/hooks";
import { changeOf } from "../model/change.ts";
import { MAX_ITEMS, trimmed } from "../model/limits.ts";
import { randomId } from "../model/random.ts";
import { useApp, useChecklist } from "./context.ts";
import { Field } from "./field.tsx";
import { NeededField } from "./name-field.tsx";
import { Select } from "./select.tsx";

export function Own() {
  const { say, guide, change, stamp, go, tell } = useApp();
  const checklist = useChecklist();
  const [title, setTitle] = useState("");
  const [phase, setPhase] = useState(guide.phases[0]?.id ?? "");
  const [to, setTo] = useState("");
  const [project, setProject] = useState("");
  const [area, setArea] = useState("");
  const projects = checklist.projects ?? [];

  const addStep = () => {
    const id = `own-${randomId()}`;
    const [kind, of] = to.split(":");
    const own = { title: trimmed(title), phase, ...(kind && of ? { [kind]: of } : {}) };
    change(checklist.id, [changeOf(checklist, ["steps", id], { id, own, changed: stamp() }, stamp())], say("own.added"));
    setTitle("");
    tell(say("own.step-added", { title: own.title }));
    go({ step: id, status: "", only: "", search: "" });
  };
  const addProject = () => {
    const id = `project-${randomId()}`;
    const value = { id, title: trimmed(project), ...(area ? { area } : {}) };
    change(checklist.id, [changeOf(checklist, ["projects", id], value, stamp())], say("own.added"));
    setProject("");
    setTo(`project:${id}`);
    tell(say("own.project-added", { title: value.title }));
  };

  /** Its steps stay, and belong to nothing. */
  const removeProject = (id: string) => {
    const steps = checklist.steps.filter((step) => step.own?.project === id);
    change(
      checklist.id,
      [
        changeOf(checklist, ["projects", id], undefined, stamp()),
        ...steps.map((step) => changeOf(checklist, ["steps", step.id, "own", "project"], undefined, stamp())),
      ],
      say("own.removed"),
    );
  };

  return (
    <details class="wb-more wb-own">
      <summary>{say("own.summary")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed(title)) addStep();
        }}
      >
        <h3>{say("own.step")}</h3>
        <Field label={say("own.title")} value={title} onText={setTitle} />
        <p class="wb-filters">
          <Select label={say("own.phase")} value={phase} onValue={setPhase} choices={guide.phases.map((p) => [p.id, p.title])} />
          <Select
            label={say("own.belongs")}
            value={to}
            onValue={setTo}
            choices={[
              ["", say("own.nothing")],
              ...projects.map((p) => [`project:${p.id}`, p.title] as const),
              ...guide.requirements.map((r) => [`requirement:${r.id}`, r.title] as const),
            ]}
          />
        </p>
        <button type="submit" disabled={!trimmed(title)}>
          {say("own.add-step")}
        </button>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed(project)) addProject();
        }}
      >
        <h3>{say("own.project")}</h3>
        <Field label={say("own.project-title")} value={project} onText={setProject} />
        <p class="wb-filters">
          <Select
            label={say("own.area")}
            value={area}
            onValue={setArea}
            choices={[["", say("own.no-area")], ...guide.areas.map((a) => [a.id, a.title] as const)]}
          />
        </p>
        <button type="submit" disabled={!trimmed(project) || projects.length >= MAX_ITEMS}>
          {say("own.add-project")}
        </button>
        {projects.length ? (
          <ul>
            {projects.map((p) => (
              <li key={p.id}>
                <NeededField
                  label={say("own.project-title")}
                  value={p.title}
                  needed={say("own.title-needed")}
                  onText={(to) => change(checklist.id, [changeOf(checklist, ["projects", p.id, "title"], to, stamp())])}
                />
                <Field
                  label={say("own.note")}
                  kind="note"
                  value={p.note ?? ""}
                  onText={(to) => change(checklist.id, [changeOf(checklist, ["projects", p.id, "note"], to || undefined, stamp())])}
                />
                <button
                  type="button"
                  class="wb-quiet"
                  aria-label={`${say("own.remove")} ${p.title}`}
                  onClick={() => removeProject(p.id)}
                >
                  {say("own.remove")}
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </form>
    </details>
  );
}
