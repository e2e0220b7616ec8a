/** What stands above the views that print: the button, the way to the other one, and what it is that was printed. */
import type { Summary } from "../report/summary.ts";
import { useApp, useChecklist } from "./context.ts";
import { progressLabel } from "./meter.tsx";

export function PaperTools() {
  const { say, route, go } = useApp();
  return (
    <p class="wb-tools">
      <button type="button" class="wb-first" onClick={() => print()}>
        {say("print.print")}
      </button>
      {(["print", "brief"] as const).map((view) => (
        <button type="button" key={view} aria-pressed={route.view === view} onClick={() => go({ view })}>
          {say(`print.${view === "print" ? "whole" : "brief"}`)}
        </button>
      ))}
      <span class="hm-small">{say("print.help")}</span>
    </p>
  );
}

export function PaperHead({ of }: { of: Summary }) {
  const { say } = useApp();
  const { role } = useChecklist();
  const said = [of.place, say(`start.${role}`), say("print.printed", { today: of.today }), progressLabel(say, of.counts)];
  return (
    <>
      {of.isExample ? <p class="hm-draft">{say("print.example")}</p> : null}
      <p>{said.filter(Boolean).join(" · ")}</p>
      <p class="hm-small">{say("print.edition", { edition: of.edition })}</p>
    </>
  );
}
