/** The whole checklist on A4: what it is, where it stands, every step, indicators, appendix. */
import { useMemo } from "preact/hooks";
import { grouped } from "../model/arrange.ts";
import type { Evidence, Value } from "../model/checklist.ts";
import { fittingIndicators } from "../model/measure.ts";
import { countsOf, items } from "../model/progress.ts";
import { useApp, useChecklist } from "./context.ts";
import "./dashboard.css";
import { progressLabel } from "./meter.tsx";
import { placeName } from "./place.tsx";
import "./print.css";

export function Print() {
  const { guide, say, today } = useApp();
  const checklist = useChecklist();
  const all = useMemo(() => items(checklist, guide, today), [checklist, guide, today]);
  const counts = countsOf(all);
  const measured = checklist.indicators ?? {};
  const indicators = fittingIndicators(guide, [], measured).filter((one) => one.id in measured);
  let number = 0;
  return (
    <section class="wb-print" aria-label={say("app.view-print")}>
      <p class="wb-tools">
        <button type="button" class="wb-first" onClick={() => print()}>
          {say("print.print")}
        </button>
        <span class="hm-small">{say("print.help")}</span>
      </p>
      {checklist.example ? <p class="hm-draft">{say("print.example")}</p> : null}
      <p>
        {placeName(guide, checklist)} · {say(`start.${checklist.role}`)} · {say("print.printed", { today })} ·{" "}
        {progressLabel(say, counts)}
      </p>
      <p class="hm-small">
        {say("page.no-secrets")} {say("print.edition", { edition: checklist.edition })}
      </p>
      {grouped(all, "phase", checklist, guide).map((group) => (
        <section key={group.key}>
          <h3>{group.title}</h3>
          <div class="wb-wide-table" tabIndex={0} role="region" aria-label={group.title}>
          <table class="wb-table wb-sheet" aria-label={group.title}>
            <thead>
              <tr>
                {(["number", "step", "lead", "due", "status", "evidence", "note"] as const).map((column) => (
                  <th scope="col" key={column} class={`wb-col-${column}`}>
                    {say(`print.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {group.items.map((item) => (
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
      {Object.keys(checklist.requirements ?? {}).length ? (
        <section>
          <h3>{say("start.not-applicable")}</h3>
          <ul>
            {Object.entries(checklist.requirements!).map(([id, said]) => (
              <li key={id}>
                <strong>{guide.requirements.find((r) => r.id === id)?.title ?? id}</strong> {said.reason}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {indicators.length ? (
        <section>
          <h3>{say("app.view-indicators")}</h3>
          <table class="wb-table" aria-label={say("app.view-indicators")}>
            <thead>
              <tr>
                <th scope="col">{say("app.view-indicators")}</th>
                <th scope="col">{say("indicators.baseline")}</th>
                <th scope="col">{say("indicators.targets")}</th>
                <th scope="col">{say("indicators.actual")}</th>
              </tr>
            </thead>
            <tbody>
              {indicators.map((one) => {
                const { baseline, targets, actual, note } = measured[one.id]!;
                return (
                  <tr key={one.id}>
                    <th scope="row">
                      {one.title}
                      {say("app.paren", { text: one.unit })}
                    </th>
                    <td>{baseline ? valueText(baseline) : ""}</td>
                    <td>
                      {Object.entries(targets ?? {})
                        .map(([year, value]) => `${year}: ${value}`)
                        .join(say("app.list"))}
                    </td>
                    <td>
                      {[...(actual ?? []).map(valueText), ...(note ? [note] : [])].join(say("app.list"))}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      ) : null}
      {checklist.retired?.length ? (
        <section>
          <h3>{say("print.appendix")}</h3>
          <p class="hm-small">{say("print.appendix-help")}</p>
          <ul>
            {checklist.retired.map((step) => (
              <li key={step.id}>
                {step.made?.title ?? step.id}{say("app.paren", { text: step.on })}{say(`steps.${step.status ?? "open"}`)}{" "}
                {(step.evidence ?? []).map(pieceText).join(say("app.list"))} {step.note ?? ""}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </section>
  );
}

function valueText({ value, date, source }: Value): string {
  return [date, value, source].filter((part) => part !== undefined).join(" ");
}

function pieceText(piece: Evidence): string {
  return [piece.number, piece.file, piece.link, piece.date].filter(Boolean).join(" ");
}
