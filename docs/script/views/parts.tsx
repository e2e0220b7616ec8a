/** Each office's steps as a workbook to be sent out, one or all of them, and who has returned theirs. */
import { useEffect, useState } from "preact/hooks";
import { changeOf } from "../model/change.ts";
import type { Checklist, Part } from "../model/checklist.ts";
import { useApp } from "./context.ts";
import { XLSX, blocksDownloads, fileName, handOver, load } from "./load.ts";
import { Select } from "./select.tsx";
import { shownTime } from "./time.ts";

interface Props {
  checklist: Checklist;
  /** What is being made; empty while nothing is. */
  busy: string;
  make(kind: string, run: () => Promise<void>): () => Promise<void>;
  workbook(of: Checklist): Promise<Uint8Array>;
}

export function Parts({ checklist, busy, make, workbook }: Props) {
  const { guide, say, change, stamp } = useApp();
  const [leads, setLeads] = useState<{ lead: string; count: number }[]>([]);
  const [lead, setLead] = useState("");
  useEffect(() => {
    void load("workbench-files.js").then(
      () => setLeads(window.huiminFiles!.leadsOf(checklist, guide)),
      () => undefined,
    );
  }, [checklist, guide]);

  const name = (checklist.example ? say("save.example") : "") + checklist.name;
  const partOf = (of: string) => workbook(window.huiminFiles!.partOf(checklist, of, guide));
  const mark = (sent: readonly string[]) => {
    if (blocksDownloads()) return;
    const now = stamp();
    const parts: Record<string, Part> = { ...checklist.parts };
    for (const one of sent) parts[one] = { sent: now.at };
    change(checklist.id, [changeOf(checklist, ["parts"], parts, now)], say("save.parts-mark"));
  };
  const one = make("part", async () => {
    handOver(new Blob([(await partOf(lead)) as BlobPart], { type: XLSX }), fileName(`${name} ${lead}`, "xlsx"));
    mark([lead]);
  });
  const all = make("parts", async () => {
    const files: [string, Uint8Array][] = [];
    for (const of of leads) files.push([fileName(of.lead, "xlsx"), await partOf(of.lead)]);
    handOver(new Blob([window.huiminFiles!.inOneFile(files) as BlobPart], { type: "application/zip" }), fileName(name, "zip"));
    mark(leads.map((of) => of.lead));
  });
  const known = new Map(leads.map((of) => [of.lead, of.count]));
  // Also of those that lead nothing any more, whose part may still come back.
  const offices = [...new Set([...known.keys(), ...Object.keys(checklist.parts ?? {})])];
  const parts = offices.map((office) => ({ office, ...checklist.parts?.[office] }));

  return (
    <>
      <h3>{say("save.part-title")}</h3>
      <p class="hm-small">{say("save.part-help")}</p>
      <p class="wb-filters">
        <Select
          label={say("steps.lead")}
          value={lead}
          onValue={setLead}
          choices={[["", say("save.choose")], ...leads.map((of) => [of.lead, `${of.lead}${say("app.paren", { text: of.count })}`] as const)]}
        />
        <button type="button" disabled={!lead || busy !== ""} onClick={() => void one()}>
          {say(busy === "part" ? "save.making" : "save.part")}
        </button>
        <button type="button" disabled={!leads.length || busy !== ""} onClick={() => void all()}>
          {say(busy === "parts" ? "save.making" : "save.parts-all")}
        </button>
      </p>
      {checklist.parts ? (
        <details class="wb-more wb-parts" open>
          <summary>
            {say("save.parts-state", {
              of: offices.length,
              sent: parts.filter((part) => part.sent).length,
              returned: parts.filter((part) => part.sent && part.returned).length,
            })}
          </summary>
          <table class="wb-table" aria-label={say("save.part-title")}>
            <thead>
              <tr>
                <th scope="col">{say("steps.lead")}</th>
                {(["steps", "sent", "returned"] as const).map((column) => (
                  <th scope="col" key={column}>
                    {say(`save.parts-${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {parts.map(({ office, sent, returned }) => (
                <tr key={office}>
                  <th scope="row">{office}</th>
                  <td>{known.get(office) ?? 0}</td>
                  <td>{sent ? shownTime(sent).slice(0, 10) : ""}</td>
                  <td class={sent && !returned ? "wb-lacks" : ""}>
                    {returned ? shownTime(returned).slice(0, 10) : sent ? say("save.parts-out") : ""}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </>
  );
}
