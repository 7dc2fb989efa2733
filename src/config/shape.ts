import { nearest } from "../source/nearest.ts";

/** What a value in a configuration may be: plain data, from which its check and its JSON Schema are made. */
export type Shape =
  | { readonly kind: "text"; readonly about: string }
  | { readonly kind: "choice"; readonly about: string; readonly noun: string; readonly of: readonly string[] }
  | { readonly kind: "texts"; readonly about: string }
  | { readonly kind: "count"; readonly about: string; readonly most?: number }
  | { readonly kind: "list"; readonly about: string; readonly item: ObjectShape }
  | ObjectShape;

export interface ObjectShape {
  readonly kind: "object";
  readonly about: string;
  /** What a key of it is called. */
  readonly noun: string;
  readonly keys: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

/** What is wrong with a value: one sentence for each mistake, which names its place. */
export const complaintsAbout = (value: unknown, shape: Shape, path = ""): readonly string[] => {
  const place = path === "" ? "the configuration" : `\`${path}\``;
  switch (shape.kind) {
    case "text":
      return typeof value === "string" && value !== ""
        ? []
        : [`${place} must be a text, and is ${shown(value)}`];
    case "texts": {
      const isRight =
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((each) => typeof each === "string" && each !== "");
      const isOne = typeof value === "string" && value !== "";
      return isRight || isOne ? [] : [`${place} must be a text or a list of texts, and is ${shown(value)}`];
    }
    case "count": {
      const { most = Number.POSITIVE_INFINITY } = shape;
      return Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most
        ? []
        : [
            `${place} must be a whole number from 1${shape.most ? ` to ${most}` : ""}, and is ${shown(value)}`,
          ];
    }
    case "choice":
      return shape.of.includes(value as string) ? [] : [wrongChoice(value, shape, place)];
    case "list":
      return Array.isArray(value)
        ? value.flatMap((each, index) => complaintsAbout(each, shape.item, `${path}[${index}]`))
        : [`${place} must be a list, and is ${shown(value)}`];
    case "object":
      return aboutObject(value, shape, path, place);
  }
};

const aboutObject = (value: unknown, shape: ObjectShape, path: string, place: string): readonly string[] => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [`${place} must be an object, and is ${shown(value)}`];
  const { keys, noun, required = [] } = shape;
  const missing = required.filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key) => `${place} must have \`${key}\``),
    ...Object.entries(value).flatMap(([key, part]) => {
      const inner = Object.hasOwn(keys, key) ? keys[key] : undefined;
      if (inner === undefined) return [`${place} has no ${noun} \`${key}\`${hint(key, Object.keys(keys))}`];
      return part === undefined ? [] : complaintsAbout(part, inner, path === "" ? key : `${path}.${key}`);
    }),
  ];
};

const wrongChoice = (
  value: unknown,
  { noun, of }: Extract<Shape, { kind: "choice" }>,
  place: string,
): string => {
  if (typeof value !== "string") return `${place} must be a ${noun}, and is ${shown(value)}`;
  const list = of.map((name) => `\`${name}\``).join(", ");
  return `${place} must be one of ${list}, and is \`${value}\`${hint(value, of)}`;
};

const hint = (word: string, known: readonly string[]): string => {
  const near = nearest(word, known);
  return near === undefined ? "" : ` (did you mean \`${near}\`?)`;
};

const shown = (value: unknown): string => {
  if (typeof value === "string") return value === "" ? "empty" : `\`${value.slice(0, 60)}\``;
  if (value === null || typeof value !== "object") return `\`${String(value)}\``;
  return Array.isArray(value) ? (value.length === 0 ? "an empty list" : "a list") : "an object";
};

/** The same as JSON Schema, for editors. */
export const schemaOf = (shape: Shape): object => {
  const { about: description } = shape;
  switch (shape.kind) {
    case "text":
      return { description, type: "string", minLength: 1 };
    case "texts": {
      const text = { type: "string", minLength: 1 };
      return { description, anyOf: [text, { type: "array", minItems: 1, items: text }] };
    }
    case "count": {
      const maximum = shape.most ?? Number.MAX_SAFE_INTEGER;
      return { description, type: "integer", minimum: 1, maximum };
    }
    case "choice":
      return { description, enum: shape.of };
    case "list":
      return { description, type: "array", items: schemaOf(shape.item) };
    case "object":
      return {
        description,
        type: "object",
        properties: Object.fromEntries(
          Object.entries(shape.keys).map(([key, inner]) => [key, schemaOf(inner)]),
        ),
        ...(shape.required && { required: shape.required }),
        additionalProperties: false,
      };
  }
};
