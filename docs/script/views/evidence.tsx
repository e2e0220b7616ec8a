/** The evidence of a step: document numbers, links, file names and dates. */
import type { Evidence } from "../model/checklist.ts";
import { MAX_ITEMS, isSafeLink } from "../model/limits.ts";
import { useEffect, useRef, useState } from "preact/hooks";
import { same, tidied } from "../model/change.ts";
import { useApp } from "./context.ts";
import { Field } from "./field.tsx";

const FIELDS = ["number", "link", "file", "date"] as const;

export function EvidenceList(props: { evidence: readonly Evidence[]; set(evidence: Evidence[], label?: string): void }) {
  const { evidence, set } = props;
  const { say } = useApp();
  // Pieces that hold nothing, just begun or just emptied, stand here and not in the checklist.
  const [draft, setDraft] = useState<Evidence[]>();
  useEffect(() => {
    if (draft && !same(tidied(draft) ?? [], evidence)) setDraft(undefined);
  }, [evidence]);
  const list = useRef<HTMLOListElement>(null);
  // Who adds a piece writes next; who removes one is not left nowhere.
  const moves = useRef(false);
  useEffect(() => {
    if (moves.current) list.current?.querySelector<HTMLElement>("li:last-child input")?.focus();
    moves.current = false;
  });
  const pieces: Evidence[] = draft ?? (evidence.length ? [...evidence] : [{}]);
  const keep = (after: Evidence[], label?: string) => {
    setDraft(after);
    set(after, label);
  };
  const put = (n: number, field: (typeof FIELDS)[number], text: string) =>
    keep(pieces.map((piece, at) => (at === n ? { ...piece, [field]: text } : piece)));
  return (
    <fieldset class="wb-evidence">
      <legend>{say("steps.evidence")}</legend>
      <p class="hm-small">{say("steps.evidence-help")}</p>
      <ol ref={list}>
        {pieces.map((piece, n) => (
          <li key={n}>
            <div class="wb-piece" role="group" aria-label={say("steps.evidence-n", { n: n + 1 })}>
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
                {pieces.length > 1 || tidied(piece) ? (
                  <button type="button" class="wb-quiet" onClick={() => {
                      moves.current = true;
                      keep(pieces.filter((_, at) => at !== n), say("steps.evidence-removed"));
                    }}>
                    {say("steps.evidence-remove", { n: n + 1 })}
                  </button>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {pieces.every((piece) => tidied(piece)) && pieces.length < MAX_ITEMS ? (
        <button type="button" onClick={() => {
            moves.current = true;
            setDraft([...pieces, {}]);
          }}>
          {say("steps.evidence-add")}
        </button>
      ) : null}
    </fieldset>
  );
}
