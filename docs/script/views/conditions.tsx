/** Readiness by each of the six conditions of section six. */
import type { Readiness } from "../model/progress.ts";
import { useApp } from "./context.ts";

export function Conditions({ of }: { of: readonly Readiness[] }) {
  const { guide, say } = useApp();
  return (
    <section>
      <h3>{say("dashboard.readiness")}</h3>
      <p class="hm-small">{say("dashboard.readiness-help")}</p>
      <table class="wb-table" aria-label={say("dashboard.readiness")}>
        <thead>
          <tr>
            <th scope="col">{say("dashboard.condition")}</th>
            <th scope="col">{say("steps.status")}</th>
            <th scope="col">{say("steps.done")}</th>
            <th scope="col">{say("steps.lacks-evidence")}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((one) => {
            const condition = guide.conditions.find((c) => c.id === one.condition)!;
            return (
              <tr key={one.condition}>
                <th scope="row">
                  <a href={condition.url}>{condition.title}</a>
                </th>
                <td class={`wb-ready wb-ready--${one.state}`}>{say(`dashboard.${one.state}`)}</td>
                <td>
                  {one.counts.done}/{one.counts.total - one.counts["not-applicable"]}
                </td>
                <td>{one.unproved || ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
