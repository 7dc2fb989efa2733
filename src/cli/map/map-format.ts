import { InvalidArgumentError } from "commander";
import { formatNames, type PictureFormat, pictureFormats } from "../../picture-formats.ts";
import { Failure } from "../failure.ts";

/** What a map can be: a picture, or the graph for other tools. */
export type MapFormat = PictureFormat | "json";

export const mapFormatNames: readonly MapFormat[] = [
  ...formatNames.filter((name) => pictureFormats[name].hasMap),
  "json",
];

export const mapFormat = (typed: string): MapFormat => {
  const found = mapFormatNames.find((name) => name === typed);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`It takes one of ${mapFormatNames.join(", ")}.`);
};

/** What was asked for by name, else by the ending of the output; without either, an SVG. */
export const formatOf = (output: string | undefined, format: MapFormat | undefined): MapFormat => {
  const ending = /(?<=[^/\\])\.[^./\\]*$/.exec(output ?? "")?.[0].toLowerCase();
  if (format !== undefined || ending === undefined) return format ?? "svg";
  const found = mapFormatNames.find((name) => endingOf(name) === ending);
  if (found !== undefined) return found;
  throw new Failure(
    `\`${output}\`: a map cannot be a \`${ending}\` file`,
    `It can be ${mapFormatNames.map((name) => `\`${endingOf(name)}\``).join(", ")}.`,
  );
};

const endingOf = (format: MapFormat): string => (format === "json" ? ".json" : pictureFormats[format].ending);
