/** A small chart of an indicator: baseline, targets and actual values, with the same as a table. */
import type { Measured } from "../model/checklist.ts";
import type { GuideIndicator } from "../model/guide.ts";
import { plotOf } from "../model/plot.ts";
import { useApp } from "./context.ts";

const WIDTH = 300;
const HEIGHT = 80;

export function Chart({ measured, indicator }: { measured: Measured; indicator: GuideIndicator }) {
  const { say } = useApp();
  const plot = plotOf(measured, WIDTH, HEIGHT);
  if (!plot) return null;
  const { baseline, actual, targets, years } = plot;
  const line = [...(baseline ? [baseline] : []), ...actual].map(({ x, y }) => `${x},${y}`).join(" ");
  const rows = [
    ...(baseline ? [{ ...baseline, kind: "baseline" }] : []),
    ...actual.map((point) => ({ ...point, kind: "actual-one" })),
    ...targets.map((point) => ({ ...point, kind: "target-one" })),
  ];
  const label = rows.map((row) => `${say(`indicators.${row.kind}`)} ${row.when} ${row.value}`).join(say("app.list"));
  return (
    <figure class="wb-chart">
      <svg viewBox={`-12 -12 ${WIDTH + 24} ${HEIGHT + 32}`} role="img" aria-label={`${indicator.title}: ${label}`}>
        <line class="wb-axis" x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
        {years.map(({ x, year }) => (
          <g key={year}>
            <line class="wb-axis" x1={x} y1={HEIGHT} x2={x} y2={HEIGHT + 4} />
            <text x={x} y={HEIGHT + 15}>
              {year}
            </text>
          </g>
        ))}
        <polyline class="wb-plot" points={line} />
        {baseline ? <rect class="wb-plot-base" x={baseline.x - 3.5} y={baseline.y - 3.5} width="7" height="7" /> : null}
        {actual.map((point) => (
          <circle key={point.when + point.value} class="wb-plot-dot" cx={point.x} cy={point.y} r="3.5" />
        ))}
        {targets.map((point) => (
          <path key={point.when} class="wb-plot-target" d={`M${point.x} ${point.y - 5}l5 5l-5 5l-5-5z`} />
        ))}
      </svg>
      <figcaption class="hm-small">
        ■ {say("indicators.baseline")} ● {say("indicators.actual-one")} ◇ {say("indicators.target-one")}
      </figcaption>
      <details class="wb-more wb-table-too">
        <summary>{say("dashboard.table")}</summary>
        <table class="wb-table" aria-label={indicator.title}>
          <tbody>
            {rows.map((row, n) => (
              <tr key={n}>
                <th scope="row">{say(`indicators.${row.kind}`)}</th>
                <td>{row.when}</td>
                <td>
                  {row.value} {indicator.unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
