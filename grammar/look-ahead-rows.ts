// Made by grammar/make/look-ahead-rows.ts: `npm run grammar` writes it anew.
import type { LookAheadRow } from "./look-ahead.ts";

/** Every place at which the parser has a choice. */
// biome-ignore format: a table, one row to a line
export const lookAheadRows: readonly LookAheadRow[] = [
  { rule: "file", asks: "OR", key: 1048832, ways: [["Gap"],["Key","Outside","EndsOpen","Operator","Spread","ReferenceOpen","Colon"],["Open"],["RightBrace"],["RightBracket"],["Dot"]] },
  { rule: "file", asks: "MANY", key: 1049344, ways: [["Gap","Key","Outside","EndsOpen","Operator","Spread","ReferenceOpen","Colon","Open","RightBrace","RightBracket","Dot"]] },
  { rule: "statement", asks: "OR", key: 1052928, ways: [["Key","Outside","EndsOpen","Operator"],["Spread"],["ReferenceOpen"],["Colon"]] },
  { rule: "statement", asks: "OPTION1", key: 1053185, ways: [["ReferenceOpen"]] },
  { rule: "statement", asks: "OPTION2", key: 1053186, ways: [["Colon"]] },
  { rule: "label", asks: "OR", key: 1057024, ways: [["Scalar"],["ListOpen"]] },
  { rule: "label", asks: "OPTION", key: 1057280, ways: [["Scalar","ListOpen"]] },
  { rule: "chain", asks: "OR", key: 1061120, ways: [["Key","Outside","EndsOpen"],["Operator"]] },
  { rule: "chain", asks: "MANY", key: 1061632, ways: [["Operator"]] },
  { rule: "link", asks: "OPTION", key: 1065472, ways: [["Key","Outside","EndsOpen"]] },
  { rule: "end", asks: "OR", key: 1069312, ways: [["Key"],["Outside"],["EndsOpen"]] },
  { rule: "path", asks: "MANY", key: 1073920, ways: [["Dot"]] },
  { rule: "path", asks: "OPTION", key: 1073664, ways: [["Key"]] },
  { rule: "ends", asks: "OR", key: 1077504, ways: [["Key"],["Gap"],["Outside"],["Dot"],["EndsOpen"],["Close"]] },
  { rule: "ends", asks: "MANY", key: 1078016, ways: [["Key","Gap","Outside","Dot","EndsOpen","Close"]] },
  { rule: "spread", asks: "OPTION", key: 1081856, ways: [["Scalar"]] },
  { rule: "reference", asks: "OR", key: 1085696, ways: [["Key"],["Operator"],["Dot"]] },
  { rule: "reference", asks: "MANY", key: 1086208, ways: [["Key","Operator","Dot"]] },
  { rule: "reference", asks: "OPTION1", key: 1085953, ways: [["Close"]] },
  { rule: "reference", asks: "OPTION2", key: 1085954, ways: [["Index"]] },
  { rule: "reference", asks: "OPTION3", key: 1085955, ways: [["Dot"]] },
  { rule: "reference", asks: "OPTION4", key: 1085956, ways: [["Key"]] },
  { rule: "list", asks: "OR", key: 1089792, ways: [["Scalar"],["Spread"],["Gap"],["ListOpen"],["Close"]] },
  { rule: "list", asks: "MANY", key: 1090304, ways: [["Scalar","Spread","Gap","ListOpen","Close"]] },
];
