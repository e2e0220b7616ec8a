/** The checklist on one page of A4, for those who decide: numbers, phases, offices, conditions, and what comes first. */
import { useMemo } from "preact/hooks";
import { grouped } from "../model/arrange.ts";
import { countsOf } from "../model/progress.ts";
import type { Item } from "../model/progress.ts";
import { summary } from "../report/summary.ts";
import { Bars } from "./bars.tsx";
import "./brief.css";
import { Conditions } from "./conditions.tsx";
import { useApp, useChecklist } from "./context.ts";
import "./dashboard.css";
import { Numbers } from "./numbers.tsx";
import { PaperHead, PaperTools } from "./paper.tsx";

/** As many of each list as fit on the page. */
const FIRST = 5;
const OFFICES = 6;

export function Brief() {
  const { guide, say, today } = useApp();
  const checklist = useChecklist();
  const of = useMemo(() => summary(checklist, guide, today), [checklist, guide, today]);
  const isCity = checklist.role === "city";
  const row = (key: string, title: string, items: readonly Item[]) => ({
    key,
    title,
    counts: countsOf(items),
    overdue: items.filter((item) => item.overdue).length,
  });
  const offices = grouped(of.items, "lead", checklist, guide)
    .map((group) => row(group.key, group.title || say("steps.no-lead"), group.items))
    .sort((a, b) => b.overdue - a.overdue || b.counts.open - a.counts.open);
  const { measures } = of;
  const measured = measures.filter((one) => one.latest);
  return (
    <section class="wb-brief" aria-label={say("print.brief")}>
      <PaperTools />
      <PaperHead of={of} />
      <Numbers counts={of.counts} overdue={of.overdue.length} blocking={isCity ? of.blocking.length : undefined} />
      {measures.length ? (
        <p>
          {say("report.indicators-lead", {
            n: measures.length,
            actual: measured.length,
            met: measured.filter((one) => one.target?.met).length,
          })}
        </p>
      ) : null}
      <div class="wb-plots">
        <Bars title={say("dashboard.by-phase")} rows={of.phases.map((phase) => row(phase.id, phase.title, phase.items))} />
        <Bars title={say("print.offices", { count: Math.min(OFFICES, offices.length) })} rows={offices.slice(0, OFFICES)} />
      </div>
      {isCity ? <Conditions of={of.conditions} /> : null}
      {isCity ? <First title={say("dashboard.blocks")} of={of.blocking} /> : null}
      <First title={say("dashboard.overdue-list")} of={of.overdue} />
      <First title={say("report.next")} of={of.next} />
    </section>
  );
}

function First({ title, of }: { title: string; of: readonly Item[] }) {
  const { say } = useApp();
  if (!of.length) return null;
  return (
    <section class="wb-first-ones">
      <h3>
        {title} <span class="hm-small">{of.length > FIRST ? say("print.first", { first: FIRST, all: of.length }) : of.length}</span>
      </h3>
      <ul class="wb-list">
        {of.slice(0, FIRST).map((item) => (
          <li key={item.step.id}>
            <span>{item.title}</span> <span class="hm-small">{[item.lead, item.due ?? ""].filter(Boolean).join(" ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
