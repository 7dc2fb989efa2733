/** D2's style keys, with what each takes; a value outside is an error, never copied into the picture. */
export interface StyleFacts {
  readonly type: "colour" | "number" | "boolean" | "choice";
  readonly low?: number;
  readonly high?: number;
  readonly choices?: readonly string[];
  /** A picture with lifelines has nothing that it could change. */
  readonly idle?: true;
}

export const styles = {
  opacity: { type: "number", low: 0, high: 1 },
  stroke: { type: "colour" },
  fill: { type: "colour" },
  "fill-pattern": { type: "choice", choices: ["none", "dots", "lines", "grain", "paper"], idle: true },
  "stroke-width": { type: "number", low: 0, high: 15 },
  "stroke-dash": { type: "number", low: 0, high: 10 },
  "border-radius": { type: "number", low: 0, high: 40 },
  shadow: { type: "boolean", idle: true },
  "3d": { type: "boolean", idle: true },
  multiple: { type: "boolean", idle: true },
  "double-border": { type: "boolean", idle: true },
  font: { type: "choice", choices: ["mono"] },
  "font-size": { type: "number", low: 8, high: 100 },
  "font-color": { type: "colour" },
  animated: { type: "boolean", idle: true },
  bold: { type: "boolean" },
  italic: { type: "boolean" },
  underline: { type: "boolean" },
  "text-transform": { type: "choice", choices: ["none", "uppercase", "lowercase", "capitalize", "title"] },
  filled: { type: "boolean", idle: true },
} as const satisfies Record<string, StyleFacts>;

export type StyleName = keyof typeof styles;
export type StyleValues = { readonly [K in StyleName]?: string | number | boolean };
