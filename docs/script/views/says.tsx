/** What the guide says of a step: its requirement and clause, what it asks, what shows it done, cases and indicators. */
import type { Item } from "../model/progress.ts";
import { useApp } from "./context.ts";

export function Says({ item }: { item: Item }) {
  const { say, guide } = useApp();
  const { step, guide: of } = item;
  const requirement = guide.requirements.find((r) => r.id === item.requirement);
  const theme = guide.areas.flatMap((area) => area.themes).find((t) => t.id === of?.theme);
  const words = of ?? step.made;
  const indicators = guide.indicators.filter((i) => requirement?.indicators.includes(i.id));
  const cases = [...new Set([...(of?.cases ?? []), ...(requirement?.cases ?? [])])].slice(0, 5);
  if (!words && !requirement) return null;
  return (
    <dl class="wb-says">
      {words?.detail ? (
        <div class="wb-wide">
          <dt>{say("steps.detail")}</dt>
          <dd>{words.detail}</dd>
        </div>
      ) : null}
      {requirement || theme ? (
        <div>
          <dt>{say(requirement ? "steps.requirement" : "steps.theme")}</dt>
          <dd>
            <a href={of?.url ?? requirement?.url ?? theme?.url ?? ""}>{requirement?.title ?? theme?.title}</a>
          </dd>
        </div>
      ) : null}
      {requirement ? (
        <div>
          <dt>{say("steps.clauses")}</dt>
          <dd>
            {requirement.clauses.map((clause) => (
              <a key={clause.id} class="hm-number" href={clause.url}>
                {clause.id.split(":")[1] ?? clause.id}{" "}
              </a>
            ))}
          </dd>
        </div>
      ) : null}
      {words ? (
        <>
          <div>
            <dt>{say("steps.output")}</dt>
            <dd>{words.output}</dd>
          </div>
          <div>
            <dt>{say("steps.wanted")}</dt>
            <dd>{words.evidence}</dd>
          </div>
        </>
      ) : null}
      {indicators.length ? (
        <div>
          <dt>{say("app.view-indicators")}</dt>
          <dd>
            <Links of={indicators} />
          </dd>
        </div>
      ) : null}
      {cases.length ? (
        <div class="wb-wide">
          <dt>{say("steps.cases")}</dt>
          <dd>
            <Links of={cases.flatMap((id) => (guide.cases[id] ? [{ id, ...guide.cases[id] }] : []))} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Links({ of }: { of: readonly { id: string; title: string; url: string }[] }) {
  return (
    <ul class="hm-plain">
      {of.map((entry) => (
        <li key={entry.id}>
          <a href={entry.url}>{entry.title}</a>
        </li>
      ))}
    </ul>
  );
}
