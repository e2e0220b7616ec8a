/** The evidence of a step: document numbers, links, file names and dates. */
import type { Evidence } from "../model/checklist.ts";
import { MAX_ITEMS, isSafeLink } from "../model/limits.ts";
import { useState } from "preact/hooks";
import { useApp } from "./context.ts";
import { Field } from "./field.tsx";

const FIELDS = ["number", "link", "file", "date"] as const;

export function EvidenceList(props: { evidence: readonly Evidence[]; set(evidence: Evidence[], label?: string): void }) {
  const { evidence, set } = props;
  const { say } = useApp();
  // A piece that is just begun holds nothing yet, so it stands here and not in the checklist.
  const [isAdding, setAdding] = useState(false);
  const pieces: Evidence[] = isAdding || !evidence.length ? [...evidence, {}] : [...evidence];
  const put = (n: number, field: (typeof FIELDS)[number], text: string) => {
    setAdding(false);
    set(pieces.map((piece, at) => (at === n ? { ...piece, [field]: text } : piece)));
  };
  return (
    <fieldset class="wb-evidence">
      <legend>{say("steps.evidence")}</legend>
      <p class="hm-small">{say("steps.evidence-help")}</p>
      <ol>
        {pieces.map((piece, n) => (
          <li key={n} class="wb-piece">
            {FIELDS.map((field) => (
              <Field
                key={field}
                label={say(`steps.evidence-${field}`)}
                value={piece[field] ?? ""}
                kind={field === "date" ? "day" : field === "link" ? "link" : "line"}
                onText={(text) => put(n, field, text)}
              />
            ))}
            <p class="wb-tools">
              {piece.link && isSafeLink(piece.link) ? (
                <a href={piece.link} target="_blank" rel="noopener noreferrer">
                  {say("steps.evidence-open")}
                </a>
              ) : null}
              {n < evidence.length ? (
                <button type="button" class="wb-quiet" onClick={() => set(evidence.filter((_, at) => at !== n), say("steps.evidence-removed"))}>
                  {say("steps.evidence-remove", { n: n + 1 })}
                </button>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
      {evidence.length && !isAdding && evidence.length < MAX_ITEMS ? (
        <button type="button" onClick={() => setAdding(true)}>
          {say("steps.evidence-add")}
        </button>
      ) : null}
    </fieldset>
  );
}
