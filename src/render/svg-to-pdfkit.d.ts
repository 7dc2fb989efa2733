/** The part of svg-to-pdfkit that the renderer uses; the package carries no types. */
declare module "svg-to-pdfkit" {
  interface Options {
    readonly width: number;
    readonly height: number;
    readonly preserveAspectRatio: string;
    readonly fontCallback: (family: string, isBold: boolean, isItalic: boolean) => string;
    readonly warningCallback: (warning: string) => void;
  }
  const svgToPdf: (document: object, svg: string, x: number, y: number, options: Options) => void;
  export = svgToPdf;
}
