import {
  code,
  endsLine,
  isBlank,
  joinsLines,
  ordinaryBut,
  skipBlanksAndJoins,
  skipLineEnd,
  startsComment,
} from "./characters.ts";
import { scanOperator } from "./scan-operator.ts";

/** Where a key stands: in a list a `,` is an error of its own, in a reference a `)` closes it. */
export type KeyPlace = "statement" | "list" | "reference";

const mayStartOperator = (unit: number): boolean =>
  unit === code.dash ||
  unit === code.tilde ||
  unit === code.less ||
  unit === code.equals ||
  (unit >= 0x2013 && unit <= 0x2b0d);

const ordinary = ordinaryBut([
  ...[code.colon, code.leftBrace, code.rightBrace, code.leftBracket, code.rightBracket, code.semicolon],
  ...[code.dot, code.comma, code.hash, code.open, code.close, code.backslash],
  ...[code.dash, code.tilde, code.less, code.equals],
]);

/**
 * Finds the end of the unquoted key that starts at `start`, without the blanks behind it.
 *
 * In:     any text; `start` on something that is no blank.
 * Out:    the offset behind the key's last character; `start` itself when no key stands there.
 * Cost:   linear in the key.
 */
export const keyEnd = (text: string, start: number, place: KeyPlace): number => {
  let end = start;
  let parentheses = 0;
  let at = start;
  while (true) {
    const unit = text.charCodeAt(at);
    if (unit < 128 && ordinary[unit] === 1) {
      at++;
      end = at;
      continue;
    }
    if (isBlank(unit)) {
      at++;
      continue;
    }
    if (endsLine(unit)) return end;
    if (unit === code.backslash) {
      if (joinsLines(text, at)) {
        at = skipBlanksAndJoins(text, skipLineEnd(text, at + 1));
        continue;
      }
      at += endsLine(text.charCodeAt(at + 1)) ? 1 : 2;
      end = at;
      continue;
    }
    if (endsKey(unit) || (unit === code.comma && place === "list")) return end;
    if (unit === code.hash && startsComment(text, at)) return end;
    if (unit === code.open) parentheses++;
    if (unit === code.close && --parentheses < 0 && place === "reference") return end;
    if (mayStartOperator(unit)) {
      if (scanOperator(text, at, place === "reference" || parentheses > 0) !== undefined) return end;
      // What is no operator is text as a whole: `<` and `-` are not asked again in the middle of a run.
      while (unit === code.less && text.charCodeAt(at + 1) === code.less) at++;
    }
    at++;
    end = at;
  }
};

const endsKey = (unit: number): boolean =>
  unit === code.colon ||
  unit === code.leftBrace ||
  unit === code.rightBrace ||
  unit === code.leftBracket ||
  unit === code.rightBracket ||
  unit === code.semicolon ||
  unit === code.dot;
