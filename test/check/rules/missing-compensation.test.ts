import { expect, test } from "vitest";
import { missingCompensation } from "../../../src/check/rules/missing-compensation.ts";
import { describeRule, findingsIn } from "../describe-rule.ts";

const room = "  trip -> hotel: book { id: room; effect: true }\n";
const seat = "  trip -> airline: fly { id: seat; effect: true }\n";
const undo = "    trip -> hotel: give back { compensates: room }\n";
const saga = (body: string): string => `saga: Trip {\n${body}}\n`;
const fails = (body: string): string =>
  `  alt: no seat {\n    failure: true\n${body}    trip ~> guest: sorry\n  } else: fine {\n    trip ~> guest: booked\n  }\n`;

describeRule(missingCompensation, {
  silent: {
    "a saga that never fails": saga(`${room}${seat}`),
    "steps that change nothing": saga(`  trip -> hotel: ask { id: room }\n${seat}${fails("")}`),
    "the step that fails": saga(`${seat}${fails("")}`),
    "a step that is undone": saga(`${room}${seat}${fails(undo)}`),
    "a step that is undone after the choice": saga(
      `${room}${seat}${fails("")}  trip -> hotel: give back { compensates: room }\n`,
    ),
    "a step below the failure": saga(`${seat}${fails("")}${room}`),
    "a step in another operand": saga(
      `  alt: fine {\n  ${room}  } else: no seat {\n    failure: true\n    trip ~> guest: sorry\n  }\n`,
    ),
    "a failure that is tried again": saga(
      `${room}  retry: 3 times {\n    trip -> airline: fly { effect: true; idempotent: true }\n    airline --> trip: no { failure: true }\n  }\n`,
    ),
    "what is no saga": `${room}${seat}opt: no seat {\n    failure: true\n    trip ~> guest: sorry\n}\n`,
  },
  reports: {
    "a failing operand": [
      saga(`${room}${seat}${fails("")}`),
      "trip -> hotel: book { id: room; effect: true }",
    ],
    "a failing reply": [
      saga(`${room}  hotel --> trip: ok\n${seat}  airline --> trip: no { failure: true }\n`),
      "trip -> hotel: book { id: room; effect: true }",
    ],
    "a callback that is rejected": [
      saga(
        `${room}  trip ~> airline: fly { effect: true; callback: flown }\n  airline ~> trip: no { rejects: flown }\n  await: flown\n`,
      ),
      "trip -> hotel: book { id: room; effect: true }",
    ],
    "one of two steps": [
      saga(`${room}  trip -> cars: rent { id: car; effect: true }\n${seat}${fails(undo)}`),
      "trip -> cars: rent { id: car; effect: true }",
    ],
    "a step that is undone in the other operand": [
      saga(
        `${room}${seat}  alt: no seat {\n    failure: true\n    trip ~> guest: sorry\n  } else: fine {\n${undo}  }\n`,
      ),
      "trip -> hotel: book { id: room; effect: true }",
    ],
    "steps that are undone in their own order, for information": [
      saga(
        `${room}  trip -> cars: rent { id: car; effect: true }\n${seat}${fails(`${undo}    trip -> cars: give back { compensates: car }\n`)}`,
      ),
      "trip -> cars: give back { compensates: car }",
    ],
  },
});

test("the order of undoing is told, not held against the flow", () => {
  const text = saga(
    `${room}  trip -> cars: rent { id: car; effect: true }\n${seat}${fails(`${undo}    trip -> cars: give back { compensates: car }\n`)}`,
  );
  expect(findingsIn(text).map(({ severity }) => severity)).toEqual(["info"]);
});
