import { describe, expect, test } from "vitest";
import { type LiteralFacts, literals } from "../../src/language/literals.ts";
import type { ValueTypeName } from "../../src/language/value-types.ts";

interface Table {
  /** Text → value. */
  readonly takes: Readonly<Record<string, unknown>>;
  /** Text → what was probably meant; null where nothing is near. */
  readonly refuses: Readonly<Record<string, string | null>>;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const tables: Partial<Readonly<Record<ValueTypeName, Table>>> = {
  duration: {
    takes: {
      "250ms": 250,
      "1.5s": 1500,
      "2m": 2 * minute,
      "1h30m": hour + 30 * minute,
      "4d": 4 * day,
      "1d2h3m4s5ms": day + 2 * hour + 3 * minute + 4 * second + 5,
      "1h1.5m": hour + 90 * second,
      "0s": 0,
      "0.05ms": 0.05,
    },
    refuses: {
      "5sec": "5s",
      "5 s": "5s",
      "5S": "5s",
      "5 minutes": "5m",
      "1 hour 30 minutes": "1h30m",
      "2 days": "2d",
      "2w": "14d",
      "1,5s": "1.5s",
      "50us": "0.05ms",
      "1500 msec": "1500ms",
      "5": null,
      "5x": null,
      soon: null,
      "-5s": null,
      "30m1h": null,
      "1s1s": null,
      "1.5h30m": null,
      "": null,
      "1s ": "1s",
      "99999999999999999999d": null,
    },
  },
  time: {
    takes: {
      "2s": { low: 2000, high: 2000 },
      "50ms..3s": { low: 50, high: 3000 },
      "1s..1s": { low: 1000, high: 1000 },
    },
    refuses: {
      "3s..50ms": "50ms..3s",
      "50ms-3s": "50ms..3s",
      "50ms...3s": "50ms..3s",
      "50ms .. 3s": "50ms..3s",
      "50ms to 3s": "50ms..3s",
      "50ms–3s": "50ms..3s",
      "1..3s": "1s..3s",
      "1sec..3sec": "1s..3s",
      "5sec": "5s",
      "1..3": null,
      "3s..": null,
      "..3s": null,
      "1s..2s..3s": null,
    },
  },
  rate: {
    takes: { "120/s": 120, "10/m": 10 / 60, "0.5/h": 0.5 / 3600, "10k/s": 10_000, "1/d": 1 / 86_400 },
    refuses: {
      "120 / s": "120/s",
      "120 per second": "120/s",
      "10 per minute": "10/m",
      "120/sec": "120/s",
      "100 rps": "100/s",
      "0,5/h": "0.5/h",
      "10K/s": "10k/s",
      "120": null,
      "/s": null,
      "5/x": null,
    },
  },
  count: {
    takes: { "0": 0, "1000": 1000, "10k": 10_000, "1M": 1_000_000, "1.5k": 1500, "0.1k": 100 },
    refuses: {
      "10K": "10k",
      "1m": "1M",
      "1,000": "1000",
      "1_000_000": "1000000",
      "10 k": "10k",
      "1.5": null,
      "-1": null,
      many: null,
      "1G": null,
      "99999999999999999": null,
    },
  },
  counts: {
    takes: {
      "4": { low: 4, high: 4 },
      "1..10": { low: 1, high: 10 },
      "1k..1M": { low: 1000, high: 1_000_000 },
    },
    refuses: { "10..1": "1..10", "1-10": "1..10", "1 to 10": "1..10", "1...10": "1..10", a: null },
  },
  number: {
    takes: { "0.4": 0.4, "12": 12, "-3": -3 },
    refuses: { "12px": "12", "0,4": "0.4", ".5": "0.5", thick: null },
  },
  boolean: {
    takes: { true: true, false: false },
    refuses: { yes: "true", True: "true", on: "true", no: "false", "0": "false", perhaps: null },
  },
  colour: {
    takes: {
      red: "red",
      Red: "red",
      transparent: "transparent",
      "#F00": "#f00",
      "#ff0000": "#ff0000",
      "#ff000080": "#ff000080",
    },
    refuses: {
      ff0000: "#ff0000",
      "#f008": "#ff000088",
      "light blue": "lightblue",
      "#ff00": "#ffff0000",
      "#ggg": null,
      "url(#x)": null,
      "red;stroke:blue": null,
      "rgb(1,2,3)": null,
    },
  },
  name: {
    takes: {
      paid: "paid",
      "mail-sent": "mail-sent",
      "bezahlt✓": "bezahlt✓",
      "e\u0301": "\u00e9",
      "2007": "2007",
    },
    refuses: { "mail sent": "mail-sent", "a, b": "a-b", "": null, null: null },
  },
  link: {
    takes: {
      "https://example.org/a?b#c": "https://example.org/a?b#c",
      "http://example.org": "http://example.org",
      "mailto:ops@example.org": "mailto:ops@example.org",
      "login.slant": "login.slant",
      "../a/b.svg": "../a/b.svg",
      "/docs": "/docs",
      "#part": "#part",
      "HTTPS://example.org": "HTTPS://example.org",
    },
    refuses: {
      "javascript:alert(1)": null,
      "JavaScript:alert(1)": null,
      "java\nscript:alert(1)": null,
      "data:text/html,x": null,
      "vbscript:x": null,
      "//evil.example/x": "https://evil.example/x",
      "https:example.org": "https://example.org",
      "a b.html": "a%20b.html",
      "..\\x": "../x",
      "mailto:": null,
      "\u0001javascript:x": null,
      "": null,
    },
  },
  retry: {
    takes: {
      "3": { attempts: 3 },
      "3 backoff 1s..60s": { attempts: 3, backoff: { low: 1000, high: 60_000 } },
      "5 backoff 10s": { attempts: 5, backoff: { low: 10_000, high: 10_000 } },
    },
    refuses: {
      "3 times": "3",
      "3x": "3",
      "3 attempts": "3",
      "3 backoff 1s-60s": "3 backoff 1s..60s",
      "3 backoff 60s..1s": "3 backoff 1s..60s",
      "3, backoff: 1s": "3 backoff 1s",
      "0": null,
      forever: null,
      "3 backoff soon": null,
    },
  },
  text: { takes: { anything: "anything", "": "" }, refuses: {} },
};

for (const [type, { takes, refuses }] of Object.entries(tables)) {
  const { read } = literals[type as ValueTypeName];
  describe(type, () => {
    for (const [text, value] of Object.entries(takes))
      test(`takes \`${text}\``, () => expect(read(text)).toEqual({ ok: true, value }));
    for (const [text, meant] of Object.entries(refuses))
      test(`refuses \`${text}\``, () =>
        expect(read(text)).toEqual(meant === null ? { ok: false } : { ok: false, meant }));
  });
}

test("every proposal is itself taken", () => {
  const proposals = Object.entries(tables).flatMap(([type, { refuses }]) =>
    Object.values(refuses).map((meant) => [type, meant] as const),
  );
  for (const [type, meant] of proposals)
    if (meant !== null)
      expect(literals[type as ValueTypeName].read(meant), `${type}: ${meant}`).toMatchObject({ ok: true });
});

test("every type's example is what the type takes", () => {
  const facts = Object.entries(literals) as readonly (readonly [ValueTypeName, LiteralFacts])[];
  const wrong = facts.filter(([, { listOf, example, read }]) => listOf === undefined && !read(example).ok);
  expect(wrong.map(([type]) => type)).toEqual([]);
});
