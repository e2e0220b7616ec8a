/** A checklist as a file: whole, in parts, as a report, as text. */
import { useState } from "preact/hooks";
import type { Checklist } from "../model/checklist.ts";
import { useApp } from "./context.ts";
import { XLSX, blocksDownloads, fileName, handOver, load } from "./load.ts";
import { Parts } from "./parts.tsx";

declare global {
  interface Window {
    huiminBlank?: { xlsx: string };
  }
}

export function Save({ checklist }: { checklist: Checklist }) {
  const { guide, say, store, go, today, tell } = useApp();
  const [busy, setBusy] = useState("");
  const [text, setText] = useState("");
  const [hasAnnex, setAnnex] = useState(true);

  const saved = () => {
    const copy = { at: new Date().toISOString(), revision: checklist.revision };
    if (!blocksDownloads()) store.set({ copies: { [checklist.id]: copy } });
  };
  const make = (kind: string, run: () => Promise<void> | void) => async () => {
    setBusy(kind);
    try {
      await load("workbench-files.js");
      await run();
    } catch {
      tell(say("save.failed"));
    }
    setBusy("");
  };
  const name = (checklist.example ? say("save.example") : "") + checklist.name;
  const json = make("json", () => {
    handOver(new Blob([window.huiminFiles!.saveJson(checklist, guide)], { type: "application/json" }), fileName(name, "json"));
    saved();
  });
  const workbook = async (of: Checklist) => {
    await load(`workbench-blank.${guide.lang}.js`);
    return window.huiminFiles!.saveXlsx(of, guide, bytesOf(window.huiminBlank!.xlsx));
  };
  const xlsx = make("xlsx", async () => {
    handOver(new Blob([(await workbook(checklist)) as BlobPart], { type: XLSX }), fileName(name, "xlsx"));
    saved();
  });
  const csv = make("csv", () => {
    handOver(new Blob([window.huiminFiles!.saveCsv(checklist, guide) as BlobPart], { type: "text/csv" }), fileName(name, "csv"));
  });
  const docx = make("docx", async () => {
    await load("report.js");
    handOver(await window.huiminReport!.docx(checklist, guide, today, hasAnnex), fileName(name, "docx"));
  });
  const asText = make("text", () => setText(window.huiminFiles!.textOf(checklist, guide, today)));
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      tell(say("save.copied"));
    } catch {
      // Without TLS there is no clipboard; the text is selected for the reader's own copying.
      const area = document.querySelector<HTMLTextAreaElement>(".wb-text");
      area?.focus();
      area?.select();
      tell(document.execCommand("copy") ? say("save.copied") : say("save.copy-yourself"));
    }
  };
  const ways: [string, () => Promise<void>][] = [
    ["xlsx", xlsx],
    ["docx", docx],
    ["json", json],
    ["csv", csv],
  ];

  return (
    <section>
      <h3>{say("save.title")}</h3>
      <ul class="wb-ways">
        {ways.map(([kind, run]) => (
          <li key={kind}>
            <button type="button" disabled={busy !== ""} onClick={() => void run()}>
              {say(busy === kind ? "save.making" : `save.${kind}`)}
            </button>
            <span>
              {say(`save.${kind}-help`)}
              {kind === "docx" ? (
                <label class="wb-check">
                  <input type="checkbox" checked={hasAnnex} onChange={() => setAnnex(!hasAnnex)} />
                  {say("save.annex")}
                </label>
              ) : null}
            </span>
          </li>
        ))}
        <li>
          <button type="button" onClick={() => go({ view: "print" })}>
            {say("save.print")}
          </button>
          <span>{say("save.print-help")}</span>
        </li>
        <li>
          <button type="button" onClick={() => go({ view: "brief" })}>
            {say("print.brief")}
          </button>
          <span>{say("print.brief-help")}</span>
        </li>
        <li>
          <button type="button" onClick={() => void asText()}>
            {say("save.text")}
          </button>
          <span>{say("save.text-help")}</span>
        </li>
      </ul>
      {text ? (
        <div class="wb-field">
          <textarea class="wb-text" rows={12} readOnly aria-label={say("save.text")} value={text} />
          <button type="button" class="wb-first" onClick={() => void copy()}>
            {say("save.copy")}
          </button>
        </div>
      ) : null}
      <Parts checklist={checklist} busy={busy} make={make} workbook={workbook} />
    </section>
  );
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
