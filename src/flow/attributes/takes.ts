import type { AttributeFacts } from "../../language/attributes.ts";
import { literals } from "../../language/literals.ts";
import { either } from "../report.ts";

/** After "takes": what a row's values look like. */
export const takesOf = ({ type, choices }: AttributeFacts): string =>
  choices ? either(choices) : literals[type].takes;
