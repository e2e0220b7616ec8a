/** The whole checklist on A4: what it is, where it stands, every step, indicators, appendix. */
import { useMemo } from "preact/hooks";
import type { Evidence, Value } from "../model/checklist.ts";
import type { Measure } from "../report/measures.ts";
import { summary } from "../report/summary.ts";
import type { Summary } from "../report/summary.ts";
import { useApp, useChecklist } from "./context.ts";
import "./dashboard.css";
import { PaperHead, PaperTools } from "./paper.tsx";
import "./print.css";

export function Print() {
  const { guide, say, today } = useApp();
  const checklist = useChecklist();
  const of = useMemo(() => summary(checklist, guide, today), [checklist, guide, today]);
  return (
    <section class="wb-print" aria-label={say("app.view-print")}>
      <PaperTools />
      <PaperHead of={of} />
      <Steps of={of} />
      {checklist.projects?.length ? (
        <section>
          <h3>{say("history.projects")}</h3>
          <ul>
            {checklist.projects.map((project) => (
              <li key={project.id}>
                <strong>{project.title}</strong> {project.note ?? ""}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {of.leftOut.length ? (
        <section>
          <h3>{say("start.not-applicable")}</h3>
          <ul>
            {of.leftOut.map(({ title, reason }) => (
              <li key={title}>
                <strong>{title}</strong> {reason}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {of.measures.length ? <Indicators of={of.measures} /> : null}
      {of.retired.length ? (
        <section>
          <h3>{say("print.appendix")}</h3>
          <p class="hm-small">{say("print.appendix-help")}</p>
          <ul>
            {of.retired.map((step) => (
              <li key={step.id}>
                {step.made?.title ?? step.id}
                {say("app.paren", { text: step.on })}
                {say(`steps.${step.status ?? "open"}`)} {(step.evidence ?? []).map(pieceText).join(say("app.list"))} {step.note ?? ""}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </section>
  );
}

const COLUMNS = ["number", "step", "lead", "due", "status", "evidence", "note"] as const;

function Steps({ of }: { of: Summary }) {
  const { say } = useApp();
  let number = 0;
  return (
    <>
      {of.phases.map((phase) => (
        <section key={phase.id}>
          <h3>{phase.title}</h3>
          <div class="wb-wide-table" tabIndex={0} role="region" aria-label={phase.title}>
            <table class="wb-table wb-sheet" aria-label={phase.title}>
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th scope="col" key={column} class={`wb-col-${column}`}>
                      {say(`print.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {phase.items.map((item) => (
                  <tr key={item.step.id}>
                    <td>{(number += 1)}</td>
                    <th scope="row">
                      {item.title} <span class="hm-small">{say(`steps.${item.guide?.origin ?? item.step.made?.origin ?? "own"}`)}</span>
                    </th>
                    <td>
                      {item.lead}
                      {item.helpers.length ? <span class="hm-small"> {item.helpers.join(say("app.and"))}</span> : null}
                    </td>
                    <td class="hm-number">{item.due ?? ""}</td>
                    <td>{say(`steps.${item.status}`)}</td>
                    <td>{(item.step.evidence ?? []).map(pieceText).join(say("app.list"))}</td>
                    <td class="wb-note">{[item.step.reason, item.step.note].filter(Boolean).join("\n")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  );
}

function Indicators({ of }: { of: readonly Measure[] }) {
  const { say } = useApp();
  return (
    <section>
      <h3>{say("app.view-indicators")}</h3>
      <table class="wb-table" aria-label={say("app.view-indicators")}>
        <thead>
          <tr>
            <th scope="col">{say("app.view-indicators")}</th>
            {(["baseline", "targets", "actual"] as const).map((column) => (
              <th scope="col" key={column}>
                {say(`indicators.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.title}
                {one.unit ? say("app.paren", { text: one.unit }) : ""}
              </th>
              <td>{one.baseline ? valueText(one.baseline) : ""}</td>
              <td>{one.targets.map(({ year, value }) => say("report.target", { year, value })).join(say("app.list"))}</td>
              <td>{[...one.actual.map(valueText), ...(one.note ? [one.note] : [])].join(say("app.list"))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function valueText({ value, date, source }: Value): string {
  return [date, value, source].filter((part) => part !== undefined).join(" ");
}

function pieceText(piece: Evidence): string {
  return [piece.number, piece.file, piece.link, piece.date].filter(Boolean).join(" ");
}
