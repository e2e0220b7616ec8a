/** Pages: size, margins, and the page number at the foot. */
import { AlignmentType, Footer, PageNumber, PageOrientation, Paragraph, TextRun } from "docx";
import type { ISectionOptions } from "docx";
import type { Layout } from "./layout.ts";
import { run } from "./run.ts";

export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** The page number stands 7 mm below the text (GB/T 9704-2012); with the line below it, it is some 10 mm high. */
const ABOVE_NUMBER = 7;
const FOOT = 10;

interface Page {
  properties: NonNullable<ISectionOptions["properties"]>;
  footers(below: string): NonNullable<ISectionOptions["footers"]>;
}

export function pageOf(layout: Layout, way: "portrait" | "landscape"): Page {
  const [width, height] = layout.page;
  const { top, right, bottom, left } = layout.margins;
  // A page on its side keeps the sheet's margins: the edge where it is bound is the head of the table.
  const margin =
    way === "portrait" ? { top, right, bottom, left } : { top: left, right: top, bottom: right, left: bottom };
  return {
    properties: {
      page: {
        size: {
          width: twips(width),
          height: twips(height),
          orientation: way === "portrait" ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twips(margin.top),
          right: twips(margin.right),
          bottom: twips(margin.bottom),
          left: twips(margin.left),
          header: twips(15),
          footer: twips(Math.max(margin.bottom - ABOVE_NUMBER - FOOT, 7)),
          gutter: 0,
        },
      },
    },
    footers: (below) => ({ default: foot(layout, below, "right"), even: foot(layout, below, "left") }),
  };
}

/** — 1 — outside, a character from the edge: right on odd pages, left on even ones. */
function foot(layout: Layout, below: string, side: "left" | "right"): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: "Number",
        alignment: side === "left" ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: Math.round(layout.number.size * 20) },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
      new Paragraph({ style: "Below", children: [run(below)] }),
    ],
  });
}
