/** Due days along a line of months, by requirement, phase or lead; the same as a table behind it. */
import { useMemo, useState } from "preact/hooks";
import { grouped } from "../model/arrange.ts";
import { PAPER, ganttOf } from "../model/gantt.ts";
import type { Gantt } from "../model/gantt.ts";
import { items } from "../model/progress.ts";
import { useApp, useChecklist } from "./context.ts";
import "./dashboard.css";
import { Select } from "./select.tsx";
import "./timeline.css";

const BY = ["requirement", "phase", "area", "lead"] as const;
const ROW = 18;
/** Of the lines of years and months. */
const HEAD = 34;
/** Of a line of names of moments. */
const LANE = 14;

export function Timeline() {
  const { guide, say, today, go } = useApp();
  const checklist = useChecklist();
  const [by, setBy] = useState<string>("requirement");
  const all = useMemo(() => items(checklist, guide, today), [checklist, guide, today]);
  const dated = all.filter((item) => item.due !== undefined && item.status !== "not-applicable");
  const groups = grouped(dated, by, checklist, guide).map((group) => ({
    key: group.key,
    title: group.title || say(`steps.no-${by}`),
    dated: group.items.map((item) => ({
      id: item.step.id,
      title: item.title,
      due: item.due!,
      status: item.status,
      overdue: item.overdue,
    })),
  }));
  const moments = guide.anchors.flatMap((anchor) => {
    const day = checklist.anchors?.[anchor.id];
    return day ? [{ title: anchor.title, day }] : [];
  });
  const gantt = ganttOf(groups, today, moments);
  const onPaper = ganttOf(groups, today, moments, PAPER);
  return (
    <section class="wb-timeline" aria-label={say("app.view-timeline")}>
      <p class="wb-filters">
        <Select label={say("steps.by")} value={by} onValue={setBy} choices={BY.map((one) => [one, say(`steps.by-${one}`)])} />
      </p>
      {gantt ? (
        <>
          <p class="hm-small">{say("timeline.lead")}</p>
          <div class="wb-scroll" tabIndex={0} role="region" aria-label={say("timeline.picture")}>
            <Picture gantt={gantt} />
          </div>
          <div class="wb-on-paper">
            {inPages(onPaper!).map((page) => (
              <Picture key={page.rows[0]!.key} gantt={page} />
            ))}
          </div>
          <details class="wb-more wb-table-too">
            <summary>{say("dashboard.table")}</summary>
            <table class="wb-table" aria-label={say("app.view-timeline")}>
              <thead>
                <tr>
                  {(["due", "title", "lead", "status"] as const).map((column) => (
                    <th scope="col" key={column}>
                      {say(column === "title" ? "steps.tick-short" : `steps.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[...dated]
                  .sort((a, b) => a.due!.localeCompare(b.due!))
                  .map((item) => (
                    <tr key={item.step.id}>
                      <td class={item.overdue ? "wb-overdue" : ""}>{item.due}</td>
                      <th scope="row">
                        <button type="button" class="wb-link" onClick={() => go({ view: "steps", step: item.step.id, by: "phase", status: "", only: "", search: "" })}>
                          {item.title}
                        </button>
                      </th>
                      <td>{item.lead}</td>
                      <td>{say(`steps.${item.status}`)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </details>
        </>
      ) : (
        <p class="hm-notice">{say("timeline.none")}</p>
      )}
    </section>
  );
}

/** As many rows as stand on a page, below what is said above the picture. */
const PER_PAGE = 20;

/** The picture in as many as paper needs, each with months and moments of its own. */
function inPages(gantt: Gantt): Gantt[] {
  const pages = Math.ceil(gantt.rows.length / PER_PAGE);
  return Array.from({ length: pages }, (_, at) => ({ ...gantt, rows: gantt.rows.slice(at * PER_PAGE, (at + 1) * PER_PAGE) }));
}

/** Where the names end and the months begin. */
const NAMES = 190;

function Picture({ gantt }: { gantt: Gantt }) {
  const { say } = useApp();
  const lanes = laneOf(gantt);
  const top = LANE * (Math.max(-1, ...lanes) + 1);
  const head = top + HEAD;
  const foot = head + gantt.rows.length * ROW + 6;
  const height = foot + LANE;
  return (
    <svg class="wb-gantt" width={NAMES + gantt.width + 10} height={height} viewBox={`0 0 ${NAMES + gantt.width + 10} ${height}`} role="img" aria-label={say("timeline.alt", { count: gantt.rows.length })}>
      {gantt.months.map((month, n) => {
        const x = NAMES + month.x;
        const isFirst = n === 0 || month.month === "01";
        return (
          <g key={month.year + month.month}>
            <line class={isFirst ? "wb-year" : "wb-month"} x1={x} y1={top + (isFirst ? 4 : 18)} x2={x} y2={foot} />
            {isFirst ? (
              <text x={x + 3} y={top + 13}>
                {month.year}
              </text>
            ) : null}
            {month.width > 16 ? (
              <text x={x + 3} y={top + 28}>
                {Number(month.month)}
              </text>
            ) : null}
          </g>
        );
      })}
      {gantt.rows.map((row, n) => {
        const y = head + n * ROW + ROW / 2;
        return (
          <g key={row.key}>
            <text class="wb-row-name" x="0" y={y + 4}>
              <title>{row.title}</title>
              {row.title.length > 16 && /[\u4e00-\u9fff]/.test(row.title)
                ? `${row.title.slice(0, 15)}…`
                : row.title.length > 32
                  ? `${row.title.slice(0, 31)}…`
                  : row.title}
            </text>
            <line class="wb-span" x1={NAMES + row.from} y1={y} x2={NAMES + row.to} y2={y} />
            {row.marks.map((mark) => (
              <circle
                key={mark.id}
                class={`wb-mark wb-mark--${mark.overdue ? "overdue" : mark.status}`}
                cx={NAMES + mark.x}
                cy={y}
                r="4"
              >
                <title>{`${mark.due} ${mark.title}`}</title>
              </circle>
            ))}
          </g>
        );
      })}
      {gantt.moments.map((moment, n) => (
        <g key={moment.title}>
          <line class="wb-moment" x1={NAMES + moment.x} y1={lanes[n]! * LANE + 3} x2={NAMES + moment.x} y2={foot} />
          <text class="wb-moment-name" x={NAMES + moment.x - 3} y={lanes[n]! * LANE + 11} text-anchor="end">
            {moment.title}
          </text>
        </g>
      ))}
      {gantt.today === undefined ? null : (
        <g>
          <line class="wb-today" x1={NAMES + gantt.today} y1={top + 18} x2={NAMES + gantt.today} y2={height} />
          <text class="wb-today-name" x={NAMES + gantt.today + 3} y={height - 3}>
            {say("timeline.today")}
          </text>
        </g>
      )}
    </svg>
  );
}

/** For each moment the line on which its name, which ends there, does not run over another's. */
function laneOf(gantt: Gantt): number[] {
  const ends: number[] = [];
  const lanes = new Map<Gantt["moments"][number], number>();
  for (const moment of [...gantt.moments].sort((a, b) => a.x - b.x)) {
    // As wide as wide letters are at this size; half of that for others.
    const width = [...moment.title].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 11 : 6.5), 6);
    let lane = ends.findIndex((end) => end <= moment.x - width);
    if (lane < 0) lane = ends.length;
    ends[lane] = moment.x;
    lanes.set(moment, lane);
  }
  return gantt.moments.map((moment) => lanes.get(moment)!);
}
