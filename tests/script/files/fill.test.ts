import { test } from "node:test";
import { strict as assert } from "node:assert";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { fillWorkbook } from "../../../docs/script/files/fill.ts";

/** As openpyxl writes it: a head row, styles of columns, a list, a filter, and its name. */
const SHEET =
  '<worksheet><dimension ref="A1:B1"/><cols><col min="1" max="1" width="9" style="4" hidden="1"/><col min="2" max="3" width="9" style="5"/></cols>' +
  '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="n"><v>7</v></c></row></sheetData>' +
  '<autoFilter ref="A1:C2"/><dataValidations><dataValidation type="list" sqref="B2:B2 C2"/><dataValidation sqref="E1"/></dataValidations></worksheet>';
const BOOK =
  '<workbook><sheets><sheet name="其他" sheetId="1" r:id="rId1"/><sheet name="步骤 &amp; 单位" sheetId="2" r:id="rId2"/></sheets>' +
  `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'步骤'!$A$1:$C$2</definedName></definedNames></workbook>`;
const RELS =
  '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/><Relationship Target="worksheets/sheet2.xml" Id="rId2"/></Relationships>';

function blank(): Uint8Array {
  return zipSync({
    "xl/workbook.xml": strToU8(BOOK),
    "xl/_rels/workbook.xml.rels": strToU8(RELS),
    "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData/></worksheet>"),
    "xl/worksheets/sheet2.xml": strToU8(SHEET),
  });
}

function sheetOf(rows: (string | number | boolean | undefined)[][]): { sheet: string; book: string } {
  const parts = unzipSync(fillWorkbook(blank(), [{ name: "步骤 & 单位", startRow: 2, rows }]));
  return { sheet: strFromU8(parts["xl/worksheets/sheet2.xml"]!), book: strFromU8(parts["xl/workbook.xml"]!) };
}

test("rows take the place of what stood there, in the style of their columns", () => {
  const { sheet } = sheetOf([["a", 1.5], [undefined, "", true]]);
  assert.match(sheet, /<row r="1"><c r="A1" t="s"><v>0<\/v><\/c><\/row><row r="2"><c r="A2" s="4" t="inlineStr">/);
  assert.match(sheet, /<c r="B2" s="5"><v>1.5<\/v><\/c><\/row><row r="3"><c r="C3" s="5" t="b"><v>1<\/v><\/c><\/row><\/sheetData>/);
  assert.doesNotMatch(sheet, /<v>7<\/v>/);
});

test("lists and filters reach as far as the rows", () => {
  const { sheet, book } = sheetOf([["a"], ["b"], ["c"]]);
  assert.match(sheet, /<dimension ref="A1:A4"\/>/);
  assert.match(sheet, /<autoFilter ref="A1:C4"/);
  assert.match(sheet, /type="list" sqref="B2:B4 C2:C4"/);
  assert.match(sheet, /<dataValidation sqref="E1"\/>|sqref="E1:E4"/);
  assert.match(book, /\$A\$1:\$C\$4</);
});

test("text stays text, whatever it looks like", () => {
  const { sheet } = sheetOf([["=1+1", "<script>&", " 尾 ", "_x000D_", "a\r\nb"]]);
  assert.doesNotMatch(sheet, /<f>|<script>/);
  for (const written of [">=1+1<", ">&lt;script&gt;&amp;<", '"preserve"> 尾 <', ">_x005F_x000D_<", ">a_x000D_\nb<"])
    assert.ok(sheet.includes(written), written);
});

test("nothing that a cell cannot hold, no sheet that is not there", () => {
  assert.throws(() => sheetOf([["x".repeat(32_768)]]), RangeError);
  assert.throws(() => fillWorkbook(blank(), [{ name: "无", startRow: 1, rows: [] }]), RangeError);
});

test("the same rows give the same bytes", () => {
  assert.deepEqual(fillWorkbook(blank(), []), fillWorkbook(blank(), []));
});
