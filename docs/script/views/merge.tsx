/** What differs between the open checklist and a file, field by field, with a choice for each. */
import { useMemo, useState } from "preact/hooks";
import { changeOf, same, valueAt } from "../model/change.ts";
import { differences, merged, proposed } from "../model/merge.ts";
import type { Difference, Side } from "../model/merge.ts";
import { useApp, useChecklist } from "./context.ts";
import "./files.css";
import { incoming } from "./incoming.ts";
import { shownValue, useNames } from "./names.ts";

export function Merge() {
  const { guide, say, change, stamp, go, tell } = useApp();
  const checklist = useChecklist();
  const opened = incoming.opened;
  // What is compared stays as it was when the view opened: choices belong to it.
  const [ours] = useState(checklist);
  const found = useMemo(() => (opened ? differences(ours, opened, guide) : []), [ours, opened, guide]);
  const [chosen, setChosen] = useState<(Side | undefined)[]>(() => found.map(proposed));
  const nameOf = useNames(opened?.checklist.steps);
  if (!opened)
    return (
      <p class="hm-notice">
        {say("merge.nothing")}{" "}
        <button type="button" onClick={() => go({ view: "files" })}>
          {say("app.view-files")}
        </button>
      </p>
    );
  const left = chosen.filter((side) => side === undefined).length;
  const taken = chosen.filter((side) => side === "theirs").length;
  const moved = found.some(({ path }) => !same(valueAt(checklist, path), valueAt(ours, path)));
  const apply = () => {
    const changes = merged(checklist, found, chosen as Side[], { ...stamp(), by: opened.part ?? incoming.name ?? "" });
    const now = stamp();
    // A part is back whether or not there was anything in it.
    if (opened.part !== undefined) changes.push(changeOf(checklist, ["parts", opened.part, "returned"], now.at, now));
    change(checklist.id, changes, say("merge.done-label"));
    delete incoming.opened;
    tell(say("merge.done", { count: taken }));
    go({ view: "steps" });
  };
  return (
    <section aria-label={say("merge.title")}>
      <h2>{say("merge.title")}</h2>
      <p>{say(found.length ? "merge.lead" : "merge.same", { name: incoming.name ?? "", count: found.length })}</p>
      {moved ? <p class="hm-draft">{say("merge.moved")}</p> : null}
      {found.length ? (
        <p class="wb-tools">
          <button type="button" onClick={() => setChosen(found.map(() => "theirs"))}>
            {say("merge.all-theirs")}
          </button>
          <button type="button" onClick={() => setChosen(found.map(() => "ours"))}>
            {say("merge.all-ours")}
          </button>
        </p>
      ) : null}
      <ol class="wb-differences">
        {found.map((difference, at) => (
          <One
            key={difference.path.join(" ")}
            difference={difference}
            title={nameOf(difference.path)}
            side={chosen[at]}
            choose={(side) => setChosen((before) => before.map((one, n) => (n === at ? side : one)))}
            name={`difference-${at}`}
          />
        ))}
      </ol>
      <p class="wb-tools">
        <button type="button" class="wb-first" disabled={left > 0 || moved} onClick={apply}>
          {say("merge.apply", { count: taken })}
        </button>
        <button type="button" onClick={() => go({ view: "files" })}>
          {say("start.cancel")}
        </button>
        <span role="status">{left ? say("merge.left", { count: left }) : ""}</span>
      </p>
    </section>
  );
}

interface OneProps {
  difference: Difference;
  title: string;
  side: Side | undefined;
  name: string;
  choose(side: Side): void;
}

function One({ difference, title, side, name, choose }: OneProps) {
  const { say } = useApp();
  return (
    <li class={side === undefined ? "wb-conflict" : ""}>
      <fieldset>
        <legend>
          {title} <span class="hm-tag">{say(`merge.who-${difference.who}`)}</span>
        </legend>
        {(["ours", "theirs"] as const).map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={side === one} onChange={() => choose(one)} />
            <span class="hm-small">{say(`merge.${one}`)}</span>
            <span class="wb-value">{shownValue(difference[one], say)}</span>
          </label>
        ))}
      </fieldset>
    </li>
  );
}
