/** An XLSX file from outside: what has no place in it is refused, its sheets are read as cells. */
import { Refused } from "./findings.ts";
import { parsed, elements, attributeOf } from "./xml.ts";
import { dateFormats } from "./dates.ts";
import { readSheet, stringOf } from "./sheet-read.ts";
import type { SheetRead } from "./sheet-read.ts";
import { openZip } from "./zip.ts";
import type { Archive } from "./zip.ts";

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const MACROS = /vba(?:Project|Data)|^xl\/macrosheets\/|^xl\/dialogsheets\/|activeX|customUI/i;
const EXTERNAL = /^xl\/(?:externalLinks|embeddings|queryTables|model)\/|^xl\/connections\.xml$/i;
const MAX_SHEETS = 50;

/** The sheets of a workbook in their order, hidden ones too. Throws `Refused`. */
export function readWorkbook(data: Uint8Array): SheetRead[] {
  if (OLE.every((byte, at) => data[at] === byte)) {
    // Old XLS files and encrypted ones begin alike (MS-CFB); encrypted ones have a stream of this name.
    const name = "EncryptedPackage".split("").flatMap((letter) => [letter.charCodeAt(0), 0]);
    throw new Refused(includes(data, name) ? "encrypted" : "old-xls");
  }
  const archive = openZip(data);
  if (!archive.names.includes("[Content_Types].xml") || !archive.names.includes("xl/workbook.xml"))
    throw new Refused("wrong-kind");
  refuseForeign(archive);
  const book = part(archive, "xl/workbook.xml");
  const targets = relations(archive);
  const is1904 = elements(book, "workbookPr").some((one) => ["1", "true"].includes(attributeOf(one, "date1904")));
  const dated = dateFormats(archive.names.includes("xl/styles.xml") ? part(archive, "xl/styles.xml") : undefined);
  const strings = shared(archive, targets);
  const sheets = elements(book, "sheet");
  if (sheets.length > MAX_SHEETS) throw new Refused("bomb");
  return sheets.flatMap((sheet) => {
    const target = targets.find((one) => one.id === attributeOf(sheet, "id"));
    if (!target || !/worksheet$/.test(target.type)) return [];
    const read = readSheet(part(archive, target.path), { strings, dated, is1904 });
    return [{ name: attributeOf(sheet, "name"), hidden: !["", "visible"].includes(attributeOf(sheet, "state")), ...read }];
  });
}

function includes(data: Uint8Array, bytes: readonly number[]): boolean {
  for (let at = data.indexOf(bytes[0]!); at >= 0; at = data.indexOf(bytes[0]!, at + 1))
    if (bytes.every((byte, n) => data[at + n] === byte)) return true;
  return false;
}

/** Macros, parts that lead out of the file, by name, by content type and by relationship; links that readers click may. */
function refuseForeign(archive: Archive): void {
  if (archive.names.some((name) => MACROS.test(name))) throw new Refused("macros");
  if (archive.names.some((name) => EXTERNAL.test(name))) throw new Refused("external");
  const types = part(archive, "[Content_Types].xml");
  for (const one of [...elements(types, "Override"), ...elements(types, "Default")])
    if (/macroenabled/i.test(attributeOf(one, "ContentType"))) throw new Refused("macros");
  for (const name of archive.names.filter((one) => one.endsWith(".rels")))
    for (const one of elements(part(archive, name), "Relationship"))
      if (attributeOf(one, "TargetMode") === "External" && !attributeOf(one, "Type").endsWith("/hyperlink"))
        throw new Refused("external");
}

function part(archive: Archive, name: string): Document {
  const bytes = archive.read(name);
  if (!bytes) throw new Refused("damaged");
  return parsed(bytes);
}

interface Relation {
  id: string;
  type: string;
  path: string;
}

function relations(archive: Archive): Relation[] {
  return elements(part(archive, "xl/_rels/workbook.xml.rels"), "Relationship").map((one) => {
    const target = attributeOf(one, "Target");
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
    return { id: attributeOf(one, "Id"), type: attributeOf(one, "Type"), path };
  });
}

function shared(archive: Archive, targets: readonly Relation[]): string[] {
  const path = targets.find((one) => /sharedStrings$/.test(one.type))?.path;
  return path === undefined ? [] : elements(part(archive, path), "si").map(stringOf);
}
