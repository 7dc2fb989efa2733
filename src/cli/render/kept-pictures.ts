import { sha256 } from "../../node/sha256.ts";
import type { Picture } from "../../picture-formats.ts";
import { attempt } from "../failure.ts";
import { readerIn } from "../imports.ts";
import { type KeptResults, keepNothing, openResults } from "../kept-results.ts";
import type { Target } from "../picture-targets.ts";
import type { Readings } from "../readings.ts";
import type { World } from "../world.ts";
import type { DrawInput, DrawResult } from "./draw-task.ts";

/** Pictures on the disk, and what is known of how they came about. */
export interface KeptPictures {
  /** What a flow imports, if its picture is there, and nothing that it came from has changed since it was drawn. */
  readonly readingsOf: (target: Target, input: DrawInput) => Readings | undefined;
  /** Writes a picture, unless it is one of many and the same as before; says whether it did. */
  readonly write: (target: Target, input: DrawInput, drawn: DrawResult, picture: Picture) => boolean;
  readonly save: () => void;
}

/** Below so many pictures a run is as quick without a cache. */
const worthCaching = 10;

/**
 * Opens what earlier runs drew.
 *
 * In: how many pictures this run is about, whether a cache is wanted, and the version of Slant.
 */
export const keptPictures = (
  count: number,
  { cache = true }: { readonly cache?: boolean },
  version: string,
  world: World,
): KeptPictures => {
  const results: KeptResults<string> =
    cache && count >= worthCaching && world.cache
      ? openResults("render", world.cache, version, world)
      : keepNothing();
  const bytesAt = (path: string): Uint8Array | undefined =>
    world.kindOf(path) === "file" ? attempt("read", path, () => world.readBytes(path)) : undefined;
  return {
    readingsOf: ({ out }, input) => {
      const read = readerIn(input.imports, world);
      const known = results.get(out, () => keyOf(input), read);
      const bytes = known && bytesAt(out);
      return bytes !== undefined && known?.value === sha256(bytes) ? known.readings : undefined;
    },
    write: ({ out }, input, { diagnostics, readings }, picture) => {
      // what has something to say says it again next time
      if (diagnostics.length === 0)
        results.set(
          out,
          () => keyOf(input),
          () => sha256(picture),
          readings,
        );
      // of one picture, who asked for it may look at its date
      const old = count > 1 ? bytesAt(out) : undefined;
      if (old !== undefined && Buffer.from(picture).equals(old)) return false;
      attempt("write", out, () => world.write(out, picture));
      return true;
    },
    save: results.save,
  };
};

const keyOf = ({ text, ...input }: DrawInput): string => sha256(`${JSON.stringify(input)}\0${text}`);
