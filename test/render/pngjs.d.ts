/** The part of pngjs 7 that the tests use; the package carries no types. */
declare module "pngjs" {
  export class PNG {
    readonly width: number;
    readonly height: number;
    /** RGBA, row by row. */
    readonly data: Buffer;
    static readonly sync: { read(file: Buffer): PNG };
  }
}
