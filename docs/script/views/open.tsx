/** A file from the reader's disc: what it holds is said before anything is taken from it. */
import { useRef, useState } from "preact/hooks";
import type { Checklist } from "../model/checklist.ts";
import { randomId } from "../model/random.ts";
import type { Outcome } from "../workbench-files.ts";
import { useApp } from "./context.ts";
import { incoming } from "./incoming.ts";
import { load } from "./load.ts";

const FIRST = 20;

export function Open({ checklist }: { checklist: Checklist | undefined }) {
  const { guide, say, store, go, tell } = useApp();
  const [outcome, setOutcome] = useState<Outcome>();
  const [name, setName] = useState("");
  const result = useRef<HTMLDivElement>(null);

  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      await load("workbench-files.js");
      const data = new Uint8Array(await file.arrayBuffer());
      setName(file.name);
      setOutcome(
        window.huiminFiles!.open(data, file.name, {
          guide,
          ...(checklist ? { ours: checklist } : {}),
          at: new Date().toISOString(),
          random: randomId,
        }),
      );
      result.current?.focus();
    } catch {
      tell(say("open.unreadable", { name: file.name }));
    }
  };
  const opened = outcome && "opened" in outcome ? outcome.opened : undefined;
  const findings = outcome ? ("refused" in outcome ? [outcome.refused] : outcome.opened.findings) : [];

  const asNew = () => {
    const came = opened!.checklist;
    const isHere = store.list().some((one) => one.id === came.id) || store.removed().some((one) => one.id === came.id);
    const taken: Checklist = isHere ? { ...came, id: randomId(), name: say("shelf.copy-of", { name: came.name }).slice(0, 100) } : came;
    store.create(taken);
    go({ view: "steps", id: taken.id });
  };
  const merge = (into: string) => {
    incoming.opened = opened!;
    incoming.name = name;
    go({ view: "merge", id: into });
  };
  const same = opened?.isKnown ? store.get(opened.checklist.id) : undefined;
  const target = same ?? checklist;

  return (
    <section>
      {checklist ? <h3>{say("open.title")}</h3> : <h2>{say("open.title")}</h2>}
      <p class="hm-small">{say("open.help")}</p>
      <label
        class="wb-drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void read(event.dataTransfer?.files[0]);
        }}
      >
        {say("open.choose")}
        <input
          type="file"
          accept=".json,.xlsx,.csv"
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            event.currentTarget.value = ""; // so that the same file may be chosen again
          }}
        />
      </label>
      <div ref={result} tabIndex={-1} role="status" class="wb-opened">
        {opened ? (
          <>
            <p>
              <strong>{name}</strong>{" "}
              {[
                opened.checklist.name,
                say("open.steps", { count: opened.checklist.steps.length }),
                ...(opened.part ? [say("open.part", { lead: opened.part })] : []),
              ].join(say("app.and"))}
            </p>
            <p class="wb-tools">
              {target ? (
                <button type="button" class="wb-first" onClick={() => merge(target.id)}>
                  {say("open.merge", { name: target.name })}
                </button>
              ) : null}
              <button type="button" class={target ? "" : "wb-first"} onClick={asNew}>
                {say(opened.part ? "open.part-new" : "open.new")}
              </button>
            </p>
          </>
        ) : null}
        {outcome && "refused" in outcome ? <p class="hm-draft">{window.huiminFiles!.inWords(outcome.refused, guide.words)}</p> : null}
        {opened && findings.length ? (
          <>
            <p>{say("open.findings", { count: findings.length })}</p>
            <ul class="wb-findings">
              {findings.slice(0, FIRST).map((finding, n) => (
                <li key={n} class={`wb-finding--${finding.level}`}>
                  {window.huiminFiles!.inWords(finding, guide.words)}
                </li>
              ))}
            </ul>
            {findings.length > FIRST ? (
              <details class="wb-more">
                <summary>{say("dashboard.more", { count: findings.length - FIRST })}</summary>
                <ul class="wb-findings">
                  {findings.slice(FIRST).map((finding, n) => (
                    <li key={n} class={`wb-finding--${finding.level}`}>
                      {window.huiminFiles!.inWords(finding, guide.words)}
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </>
        ) : null}
      </div>
    </section>
  );
}
