/** A checklist as a file: whole, as one department's part, as a report, as text. */
import { useEffect, useState } from "preact/hooks";
import type { Checklist } from "../model/checklist.ts";
import { useApp } from "./context.ts";
import { blocksDownloads, fileName, handOver, load } from "./load.ts";
import { Select } from "./select.tsx";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
  const [leads, setLeads] = useState<{ lead: string; count: number }[]>([]);
  const [lead, setLead] = useState("");

  useEffect(() => {
    void load("workbench-files.js").then(
      () => setLeads(window.huiminFiles!.leadsOf(checklist, guide)),
      () => undefined,
    );
  }, [checklist, guide]);

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
    return new Blob([window.huiminFiles!.saveXlsx(of, guide, bytesOf(window.huiminBlank!.xlsx)) as BlobPart], { type: XLSX });
  };
  const xlsx = make("xlsx", async () => {
    handOver(await workbook(checklist), fileName(name, "xlsx"));
    saved();
  });
  const csv = make("csv", () => {
    handOver(new Blob([window.huiminFiles!.saveCsv(checklist, guide) as BlobPart], { type: "text/csv" }), fileName(name, "csv"));
  });
  const docx = make("docx", async () => {
    await load("report.js");
    handOver(await window.huiminReport!.docx(checklist, guide, today, hasAnnex), fileName(name, "docx"));
  });
  const part = make("part", async () => {
    const of = window.huiminFiles!.partOf(checklist, lead, guide);
    handOver(await workbook(of), fileName(`${name} ${lead}`, "xlsx"));
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
      <h3>{say("save.part-title")}</h3>
      <p class="hm-small">{say("save.part-help")}</p>
      <p class="wb-filters">
        <Select
          label={say("steps.lead")}
          value={lead}
          onValue={setLead}
          choices={[["", say("save.choose")], ...leads.map((one) => [one.lead, `${one.lead}${say("app.paren", { text: one.count })}`] as const)]}
        />
        <button type="button" disabled={!lead || busy !== ""} onClick={() => void part()}>
          {say(busy === "part" ? "save.making" : "save.part")}
        </button>
      </p>
    </section>
  );
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
