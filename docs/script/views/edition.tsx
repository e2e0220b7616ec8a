/** What a newer edition of the guide means for a checklist, item by item; nothing changes until it is confirmed. */
import { useMemo, useState } from "preact/hooks";
import { carriedOver, compareEdition, dayOf } from "../model/edition.ts";
import type { Fate, Outcome } from "../model/edition.ts";
import { isAnswered } from "../model/make.ts";
import { useApp, useChecklist } from "./context.ts";
import "./edition.css";

/** In the order in which a reader needs them: what asks for a decision first. */
const FATES: Fate[] = ["reworded", "replaced", "split", "merged", "retired", "new", "unchanged"];

export function Edition() {
  const { guide, say, change, stamp, go, tell } = useApp();
  const checklist = useChecklist();
  const outcomes = useMemo(() => compareEdition(checklist, guide), [checklist, guide]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const asked = outcomes.filter((outcome) => outcome.fate !== "unchanged");
  const confirmed = outcomes.filter((outcome) => !left.has(keyOf(outcome)));

  const count = confirmed.filter((outcome) => outcome.fate !== "unchanged").length;

  // By their days; two of one day by their digests too.
  const isSameDay = dayOf(checklist.edition) === dayOf(guide.edition);
  const named = (edition: string) => {
    const [day = "", digest = ""] = edition.split("+");
    return isSameDay ? say("edition.with-digest", { day, digest: digest.slice(0, 8) }) : day;
  };

  const toggle = (outcome: Outcome) =>
    setLeft((before) => {
      const after = new Set(before);
      // What goes into one step goes together.
      for (const one of outcomes.filter((o) => o.id === outcome.id || outcome.together.includes(o.id)))
        if (left.has(keyOf(outcome))) after.delete(keyOf(one));
        else if (one.fate === outcome.fate) after.add(keyOf(one));
      return after;
    });
  const confirm = () => {
    change(checklist.id, carriedOver(checklist, guide, confirmed, stamp()), say("edition.confirmed"));
    tell(say(left.size ? "edition.partly" : "edition.done", { left: left.size }));
    if (!left.size) go({ view: "steps" });
  };

  return (
    <section aria-label={say("edition.title")}>
      <h2>{say("edition.title")}</h2>
      <p>{say("edition.lead", { from: named(checklist.edition), to: named(guide.edition) })}</p>
      <ul class="wb-fates">
        {FATES.map((fate) => {
          const count = outcomes.filter((outcome) => outcome.fate === fate).length;
          return count ? <li key={fate}>{say(`edition.count-${fate}`, { count })}</li> : null;
        })}
      </ul>
      {FATES.filter((fate) => fate !== "unchanged").map((fate) => {
        const of = asked.filter((outcome) => outcome.fate === fate);
        return of.length ? (
          <section key={fate}>
            <h3>{say(`edition.${fate}`)}</h3>
            <p class="hm-small">{say(`edition.${fate}-help`)}</p>
            <ul class="wb-outcomes">
              {of.map((outcome) => (
                <One key={keyOf(outcome)} outcome={outcome} isIn={!left.has(keyOf(outcome))} toggle={() => toggle(outcome)} />
              ))}
            </ul>
          </section>
        ) : null;
      })}
      <p class="wb-tools">
        <button type="button" class="wb-first" disabled={asked.length > 0 && !count} onClick={confirm}>
          {asked.length ? say("edition.confirm", { count }) : say("edition.confirm-none")}
        </button>
        <button type="button" onClick={() => go({ view: "steps" })}>
          {say("edition.later")}
        </button>
      </p>
    </section>
  );
}

function keyOf(outcome: Outcome): string {
  return `${outcome.fate} ${outcome.id}`;
}

function One({ outcome, isIn, toggle }: { outcome: Outcome; isIn: boolean; toggle(): void }) {
  const { guide, say } = useApp();
  const { step, now } = outcome;
  const title = step?.made?.title ?? now[0]?.title ?? outcome.id;
  return (
    <li>
      <label class="wb-check">
        <input type="checkbox" checked={isIn} onChange={toggle} />
        <strong>{title}</strong>
      </label>
      {step && isAnswered(step) ? <p class="hm-small">{say("edition.answered")}</p> : null}
      {outcome.reason ? <p class="hm-small">{say("edition.reason", { on: outcome.on ?? "", reason: outcome.reason })}</p> : null}
      {outcome.fate === "reworded" && step?.made ? (
        <table aria-label={title}>
          <thead>
            <tr>
              <td />
              <th scope="col">{say("edition.old")}</th>
              <th scope="col">{say("edition.now")}</th>
            </tr>
          </thead>
          <tbody>
            {(["title", "detail", "output", "evidence"] as const).map((field) => {
              const old = step.made![field] ?? "";
              const here = now[0]![field];
              return old === here ? null : (
                <tr key={field}>
                  <th scope="row">{say(`edition.field-${field}`)}</th>
                  <td lang={step.made!.lang === "zh" ? "zh-CN" : "en"}>{old || "—"}</td>
                  <td lang={guide.lang === "zh" ? "zh-CN" : "en"}>{here || "—"}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
      {outcome.fate !== "reworded" && outcome.fate !== "new" && now.length ? (
        <ul>
          {now.map((to) => (
            <li key={to.id}>
              {say("edition.to")} <a href={to.url}>{to.title}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
