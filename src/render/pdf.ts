import type { Scene } from "../layout/scene.ts";
import { Refusal } from "../source/refusal.ts";
import { type FontFile, fontFiles } from "./font-files.ts";
import { nodeParts } from "./node-parts.ts";
import { shownText } from "./shown-text.ts";
import { renderSvg, type SvgOptions } from "./svg.ts";
import { withoutHalos } from "./without-halos.ts";

/**
 * Writes a scene as PDF: one page of its size, drawn as lines and letters.
 *
 * In:   as for SVG; of a theme with two sides the light one is drawn.
 * Out:  the bytes, with the fonts that it needs: words can be selected and searched, links can be followed. It carries the
 *       date 1970-01-01, so that the same scene with the same options is the same bytes.
 * Says: a Refusal where pdfkit and svg-to-pdfkit are not installed, or the picture is larger than a page can be.
 * Cost: linear in the scene.
 */
export const renderPdf = async (scene: Scene, { dark: _, ...options }: SvgOptions): Promise<Uint8Array> => {
  const { scale = 1 } = options;
  const [width, height] = [scene.width * scale * pointsInPx, scene.height * scale * pointsInPx];
  if (Math.max(width, height) > longestSide) throw new Refusal(...tooLarge(scene));
  const [Document, svgToPdf] = await installed();
  const document = new Document({
    size: [width, height],
    margin: 0,
    tagged: true,
    displayTitle: true,
    lang: scene.lang,
    pdfVersion: "1.7",
    info: { Title: shownText(scene.title ?? ""), Creator: "Slant", CreationDate: new Date(0) },
  });
  const files = fontFiles();
  for (const [name, path] of Object.entries(files)) document.registerFont(name, path);
  const picture = renderSvg(withoutHalos(scene), { ...options, fonts: "system", paint: "attributes" });
  const figure = document.struct("Figure", { alt: shownText(scene.description) }, () =>
    svgToPdf(document, namingFaces(picture), 0, 0, {
      width,
      height,
      preserveAspectRatio: "xMinYMin meet",
      fontCallback: faceOf,
      warningCallback: () => {},
    }),
  );
  document.addStructure(figure);
  const parts: Uint8Array[] = [];
  return await new Promise((resolve, reject) => {
    document.on("data", (part: Uint8Array) => void parts.push(part));
    document.on("end", () => resolve(joined(parts)));
    document.on("error", reject);
    document.end();
  });
};

const pointsInPx = 0.75;

/** Points: what readers of PDF are sure to show. */
const longestSide = 14_400;

const tooLarge = ({ width, height }: Scene): readonly [string, string] => {
  const most = Math.floor((longestSide / pointsInPx / Math.max(width, height)) * 100) / 100;
  return [
    `a page of PDF has at most ${longestSide / pointsInPx} px along a side, and the picture has ${Math.max(width, height)}`,
    most >= 0.1 ? `Take a scale of ${most} or less, or draw SVG.` : "Draw SVG, which has no such limit.",
  ];
};

type Packages = readonly [Document: typeof import("pdfkit"), svgToPdf: typeof import("svg-to-pdfkit")];

/** Both are optional: few need PDF, and they are large. */
const installed = async (): Promise<Packages> => {
  const { load } = nodeParts();
  try {
    return [load("pdfkit"), load("svg-to-pdfkit")] as Packages;
  } catch (error) {
    if ((error as { readonly code?: string }).code !== "MODULE_NOT_FOUND") throw error;
    throw new Refusal("PDF needs two more packages: run `npm install pdfkit svg-to-pdfkit`");
  }
};

/** svg-to-pdfkit tells bold from not bold and nothing between, so the medium face goes by its name. */
const namingFaces = (picture: string): string =>
  picture.replaceAll(' font-weight="500"', ' font-family="Medium"');

const faceOf = (family: string, isBold: boolean, isItalic: boolean): FontFile => {
  if (family.includes("Mono")) return "Mono-Regular";
  if (isBold) return "Inter-SemiBold";
  if (isItalic) return "Inter-Italic";
  return family === "Medium" ? "Inter-Medium" : "Inter-Regular";
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
