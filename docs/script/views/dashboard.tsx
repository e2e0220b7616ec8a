/** Where the work stands: progress, what is overdue, what blocks filing, readiness by the conditions of section six. */
import { useMemo } from "preact/hooks";
import { grouped } from "../model/arrange.ts";
import { blockingFiling, countsOf, items, readiness } from "../model/progress.ts";
import type { Item } from "../model/progress.ts";
import { Bars } from "./bars.tsx";
import type { BarRow } from "./bars.tsx";
import { Conditions } from "./conditions.tsx";
import { useApp, useChecklist } from "./context.ts";
import "./dashboard.css";
import { Numbers } from "./numbers.tsx";

export function Dashboard() {
  const { guide, say, today } = useApp();
  const checklist = useChecklist();
  const all = useMemo(() => items(checklist, guide, today), [checklist, guide, today]);
  const counts = countsOf(all);
  const overdue = all.filter((item) => item.overdue).sort((a, b) => a.due!.localeCompare(b.due!));
  const blocking = checklist.role === "city" ? blockingFiling(all) : [];
  const row = (key: string, title: string, of: readonly Item[]): BarRow => ({
    key,
    title,
    counts: countsOf(of),
    overdue: of.filter((item) => item.overdue).length,
  });
  const by = (how: string, blank: string) =>
    grouped(all, how, checklist, guide).map((group) => row(group.key, group.title || blank, group.items));
  const sections = guide.sections
    .map((section) => row(section.id, section.title, all.filter((item) => item.section === section.id)))
    .filter((one) => one.counts.total);
  const leads = by("lead", say("steps.no-lead")).sort(
    (a, b) => b.overdue - a.overdue || b.counts.total - a.counts.total,
  );

  return (
    <section class="wb-dashboard" aria-label={say("app.view-dashboard")}>
      <Numbers counts={counts} overdue={overdue.length} blocking={checklist.role === "city" ? blocking.length : undefined} />
      <p class="hm-small wb-legend">
        <span class="wb-key wb-key--done" aria-hidden="true" /> {say("steps.done")}{" "}
        <span class="wb-key wb-key--hand" aria-hidden="true" /> {say("steps.in-hand")}{" "}
        <span class="wb-key" aria-hidden="true" /> {say("steps.open")}
      </p>
      <div class="wb-plots">
        <Bars title={say("dashboard.by-phase")} rows={by("phase", "")} />
        <Bars title={say("dashboard.by-section")} rows={sections} />
        <Bars title={say("dashboard.by-area")} rows={by("area", say("steps.no-area"))} />
      </div>
      {checklist.role === "city" ? <Conditions of={readiness(all, guide)} /> : null}
      {checklist.role === "city" ? (
        <StepList title={say("dashboard.blocks")} help={say("dashboard.blocks-help")} of={blocking} none={say("dashboard.blocks-none")} why />
      ) : null}
      <StepList title={say("dashboard.overdue-list")} of={overdue} none={say("dashboard.overdue-none")} />
      <section>
        <h3>{say("dashboard.by-lead")}</h3>
        <table class="wb-table" aria-label={say("dashboard.by-lead")}>
          <thead>
            <tr>
              {(["lead", "done", "in-hand", "open"] as const).map((column) => (
                <th scope="col" key={column}>
                  {say(`steps.${column}`)}
                </th>
              ))}
              <th scope="col">{say("dashboard.overdue")}</th>
            </tr>
          </thead>
          <tbody>
            {leads.map((lead) => (
              <tr key={lead.key}>
                <th scope="row">{lead.title}</th>
                <td>{lead.counts.done}</td>
                <td>{lead.counts["in-hand"]}</td>
                <td>{lead.counts.open}</td>
                <td>{lead.overdue || ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

const FIRST = 10;

function StepList(props: { title: string; help?: string; of: readonly Item[]; none: string; why?: boolean }) {
  const { title, help, of, none, why } = props;
  const { say, go } = useApp();
  const line = (item: Item) => (
    <li key={item.step.id}>
      <button type="button" class="wb-link" onClick={() => go({ view: "steps", step: item.step.id, by: "phase", status: "", only: "", search: "" })}>
        {item.title}
      </button>{" "}
      <span class="hm-small">
        {item.lead} {item.due ? say(item.overdue ? "steps.overdue-since" : "steps.due-by", { due: item.due }) : ""}{" "}
        {why ? say(item.status === "done" ? "steps.lacks-evidence" : `steps.${item.status}`) : ""}
      </span>
    </li>
  );
  return (
    <section>
      <h3>
        {title} <span class="hm-small">{of.length || ""}</span>
      </h3>
      {help ? <p class="hm-small">{help}</p> : null}
      {of.length ? <ul class="wb-list">{of.slice(0, FIRST).map(line)}</ul> : <p>{none}</p>}
      {of.length > FIRST ? (
        <details class="wb-more">
          <summary>{say("dashboard.more", { count: of.length - FIRST })}</summary>
          <ul class="wb-list">{of.slice(FIRST).map(line)}</ul>
        </details>
      ) : null}
    </section>
  );
}
