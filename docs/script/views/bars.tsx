/** Progress of several groups as bars, with the same as a table behind them. */
import { useId } from "preact/hooks";
import type { Counts } from "../model/progress.ts";
import { percent, shareDone } from "../model/progress.ts";
import { useApp } from "./context.ts";

export interface BarRow {
  key: string;
  title: string;
  counts: Counts;
  overdue: number;
}

const WIDTH = 400;

export function Bars({ title, rows }: { title: string; rows: readonly BarRow[] }) {
  const { say } = useApp();
  const id = useId();
  if (!rows.length) return null;
  return (
    <section class="wb-bars">
      <h3 id={id}>{title}</h3>
      <ul aria-hidden="true">
        {rows.map(({ key, title: name, counts }) => {
          const applies = counts.total - counts["not-applicable"];
          const scale = WIDTH / Math.max(1, applies);
          return (
            <li key={key}>
              <span>{name}</span>
              <svg viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none">
                <rect class="wb-meter-all" width={WIDTH} height="14" />
                <rect class="wb-meter-done" width={counts.done * scale} height="14" />
                <rect class="wb-bar-hand" x={counts.done * scale} width={counts["in-hand"] * scale} y="4" height="6" />
              </svg>
              <span class="hm-number">{applies ? `${counts.done}/${applies}` : "—"}</span>
            </li>
          );
        })}
      </ul>
      <details class="wb-more wb-table-too">
        <summary aria-describedby={id}>{say("dashboard.table")}</summary>
        <table class="wb-table">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {(["done", "in-hand", "open", "not-applicable"] as const).map((status) => (
                <th scope="col" key={status}>
                  {say(`steps.${status}`)}
                </th>
              ))}
              <th scope="col">{say("dashboard.overdue")}</th>
              <th scope="col">{say("dashboard.share")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, title: name, counts, overdue }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>{counts.done}</td>
                <td>{counts["in-hand"]}</td>
                <td>{counts.open}</td>
                <td>{counts["not-applicable"]}</td>
                <td>{overdue}</td>
                <td>{counts.total > counts["not-applicable"] ? `${percent(shareDone(counts))} %` : "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
