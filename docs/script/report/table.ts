/** Tables in small type whose head comes again on every page and whose rows do not split. */
import { AlignmentType, BorderStyle, Paragraph, Table as DocxTable, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from "docx";
import type { Layout } from "./layout.ts";
import type { Cell, Column, Row, Table } from "./outline.ts";
import { twips } from "./page.ts";
import { run } from "./run.ts";

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "auto" };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

export function tableOf({ columns, rows }: Table, layout: Layout): DocxTable {
  const widths = widthsOf(columns, layout);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ title }, n) => new TableCell({ width: width(widths[n]!), verticalAlign: VerticalAlign.CENTER, children: [written(title, "Head")] }),
    ),
  });
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    width: width(widths.reduce((sum, one) => sum + one, 0)),
    columnWidths: widths,
    borders: BORDERS,
    margins: { top: 34, bottom: 34, left: 57, right: 57, marginUnitType: WidthType.DXA },
    rows: [head, ...rows.map((row) => rowOf(row, columns, widths))],
  });
}

/** The widths as they are in Chinese, spread over the wider page that English has. */
function widthsOf(columns: readonly Column[], { page, margins }: Layout): number[] {
  const sum = columns.reduce((all, column) => all + column.width, 0);
  const [upright, turned] = [page[0] - margins.left - margins.right, page[1] - margins.top - margins.bottom];
  const room = sum > upright ? turned : upright;
  return columns.map((column) => twips((column.width / sum) * room));
}

function rowOf(row: Row, columns: readonly Column[], widths: readonly number[]): TableRow {
  if ("band" in row)
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: columns.length,
          width: width(widths.reduce((sum, one) => sum + one, 0)),
          children: [written(row.band, "Band")],
        }),
      ],
    });
  return new TableRow({
    cantSplit: true,
    children: row.cells.map((cell, n) => new TableCell({ width: width(widths[n]!), children: paragraphs(cell, columns[n]!) })),
  });
}

function paragraphs(cell: Cell, column: Column): Paragraph[] {
  if (!cell.length) return [new Paragraph({ style: "Cell" })];
  return cell.map(({ text, small }) => written(text, small ? "Small" : "Cell", column.centred));
}

function written(text: string, style: string, isCentred?: true): Paragraph {
  return new Paragraph({
    style,
    ...(isCentred ? { alignment: AlignmentType.CENTER } : {}),
    children: [run(text)],
  });
}

function width(size: number) {
  return { size, type: WidthType.DXA };
}
