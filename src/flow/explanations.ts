// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources shown.
import type { Explanation } from "../source/explanation.ts";

// One table: a code is found, read and tested in one place, so the file is as long as there is to explain.

const explain = <T extends Readonly<Record<string, Omit<Explanation, "code">>>>(rows: T) =>
  Object.fromEntries(Object.entries(rows).map(([code, row]) => [code, { code, ...row }])) as {
    readonly [K in keyof T]: Explanation;
  };

/** Variables that each hold the one before them twice. */
const doubling = (times: number): string => {
  const steps = Array.from({ length: times }, (_, step) => `  v${step + 1}: \${v${step}} \${v${step}}\n`);
  return `vars: {\n  v0: hello\n${steps.join("")}}\na -> b: \${v${times}}\n`;
};

/** Everything that the meaning of a text has to say: names, types and places. */
export const flowExplanations = explain({
  "ambiguous-name": {
    severity: "error",
    summary: "A bare name may mean several participants.",
    why:
      "A participant in a boundary is known by its last key where that is unique in the file. Two boundaries with an `api` " +
      "each leave open which of them is meant, and a picture with the wrong one looks as good as the right one.",
    bad: "a: { kind: boundary; api: API }\nb: { kind: boundary; api: API }\nweb -> api: pay\n",
    good: "a: { kind: boundary; api: API }\nb: { kind: boundary; api: API }\nweb -> a.api: pay\n",
  },
  "boundary-with-messages": {
    severity: "error",
    summary: "Something happens in a boundary, or at one.",
    why:
      "A boundary is a frame around lifelines: it sends and receives nothing, and its map holds participants only. A frame " +
      "around messages is a group.",
    bad: "backend: {\n  kind: boundary\n  api: API\n}\nweb -> backend: pay\n",
    good: "backend: {\n  kind: boundary\n  api: API\n}\nweb -> backend.api: pay\n",
  },
  "case-differs": {
    severity: "warning",
    summary: "Two names differ only in upper and lower case.",
    why: "Keys keep their case, so `Api` and `api` are two participants; more often it is one, misspelt.",
    bad: "Api: Account API\nweb -> api: pay\n",
    good: "api: Account API\nweb -> api: pay\n",
  },
  "circular-import": {
    severity: "error",
    summary: "A file imports itself, perhaps by way of others.",
    why: "An import stands for the statements of its file. A file that holds itself would never end.",
    bad: "# ping.slant imports pong.slant, which imports ping.slant\n...@ping\na -> b\n",
    good: "# steps.slant imports nothing\n...@steps\na -> b\n",
    files: { "ping.slant": "...@pong\n", "pong.slant": "...@ping\n", "steps.slant": "a -> b: first\n" },
  },
  "circular-variable": {
    severity: "error",
    summary: "A variable needs itself.",
    why: "A variable's value may name other variables; a chain of them that leads back to its start has no value.",
    bad: "vars: { a: ${b}; b: ${a} }\nx -> y: ${a}\n",
    good: "vars: { a: 1; b: ${a} }\nx -> y: ${b}\n",
  },
  "cut-label": {
    severity: "warning",
    summary: "A lone new name stands behind a text and a `;`.",
    why:
      "A `;` before white space ends a statement, so what follows is read as the next one: here, as a participant that " +
      "nobody speaks to. In quotes a `;` is text.",
    bad: "a -> b: refused; come back later\n",
    good: 'a -> b: "refused; come back later"\n',
  },
  "duplicate-name": {
    severity: "error",
    summary: "A callback or an id is declared twice.",
    why:
      "Callbacks and ids share one namespace in a file, so that every use of a name means one thing. Only the operands of " +
      "one fragment may declare the same name, since each of them is another path.",
    bad: "api ~> a: ask { callback: done }\napi ~> b: ask { callback: done }\n",
    good: "api ~> a: ask { callback: done }\napi ~> b: ask { callback: ready }\n",
  },
  "expanded-too-far": {
    severity: "error",
    summary: "What variables, imports or patterns bring is too much to read.",
    why:
      "Variables that name each other twice double with every step; a few lines of them would fill any memory. The limits are " +
      "those of a source: 200,000 statements, 256 levels and 10 MiB, unless the setting `limits` says otherwise.",
    bad: doubling(20),
    good: doubling(2),
  },
  "forbidden-import": {
    severity: "error",
    summary: "An import leaves the root folder.",
    why:
      "A flow may come from anywhere: from a wiki, a pull request, a stranger. What it imports ends up in its picture and in " +
      "its reports, so imports stay inside the folder of the main file, or inside the root that was named.",
    bad: "...@../../secrets\na -> b\n",
    good: "...@shared\na -> b\n",
    files: { "shared.slant": "a: Alice\n" },
  },
  "misplaced-arrive": {
    severity: "error",
    summary: "An `arrive` stands where its message cannot be received.",
    why:
      "A message is received after it is sent, once, on a path on which it is sent. Only an asynchronous message takes time, " +
      "so the receipt of any other stands where it is sent.",
    bad: "arrive: news\na ~> b: hello { id: news }\n",
    good: "a ~> b: hello { id: news }\narrive: news\n",
  },
  "misplaced-attribute": {
    severity: "error",
    summary: "An attribute means nothing on this kind of thing.",
    why:
      "A `callback` is expected by who asks, `capacity` belongs to what stores messages. An attribute without a meaning would " +
      "be a promise that no check keeps.",
    bad: "a --> b: done { callback: paid }\n",
    good: "a ~> b: charge { callback: paid }\n",
  },
  "misplaced-message": {
    severity: "error",
    summary: "A message stands in a map that takes attributes only.",
    why:
      "The maps of participants, messages and marks say what these are. A message stands outside of them, where its place in " +
      "the file is its place in time.",
    bad: "api: {\n  api -> db: save\n}\napi -> db: load\n",
    good: "group: api {\n  api -> db: save\n}\napi -> db: load\n",
  },
  "misplaced-statement": {
    severity: "error",
    summary: "A statement about the whole file stands inside braces.",
    why: "`title`, `config`, `classes`, `lifelines` and their like hold for the whole picture, not for one part of it.",
    bad: "opt: paid {\n  title: Payments\n  a -> b: ship\n}\n",
    good: "title: Payments\nopt: paid {\n  a -> b: ship\n}\n",
  },
  "missing-import": {
    severity: "error",
    summary: "An imported file is not there.",
    why:
      "The path of an import is relative to the file that it stands in, `.slant` may be left out, and the path ends at the " +
      'first dot: a name with dots is quoted, `@"mail.v2".steps`.',
    bad: "...@comon\na -> b\n",
    good: "...@common\na -> b\n",
    files: { "common.slant": "a: Alice\n" },
  },
  "missing-map": {
    severity: "error",
    summary: "A fragment has no map.",
    why: "A fragment frames what happens in it, and that stands between its braces.",
    bad: "opt: paid\na -> b: ship\n",
    good: "opt: paid {\n  a -> b: ship\n}\n",
  },
  "missing-reason": {
    severity: "error",
    summary: "A `detach` gives no reason.",
    why:
      "`detach` says that nobody will wait for a callback. Whoever reads it later must be able to tell a decision from an " +
      "oversight, so the reason is part of the statement.",
    bad: "api ~> jobs: Clean { callback: cleaned }\ndetach: cleaned\n",
    good: 'api ~> jobs: Clean { callback: cleaned }\ndetach: cleaned { reason: "reconciled nightly" }\n',
  },
  "missing-value": {
    severity: "error",
    summary: "A statement or an attribute needs a value and has none.",
    why: "Without a value it says nothing, and what was meant would go unnoticed.",
    bad: "a ~> b: news { lost }\n",
    good: "a ~> b: news { lost: true }\n",
  },
  "no-sequence-diagram": {
    severity: "error",
    summary: "A D2 file holds no sequence diagram.",
    why:
      "Slant draws what happens in time. Of D2's diagrams that is the sequence diagram: the file, or one object in it, says " +
      "`shape: sequence_diagram`. Boxes and lines without an order have no such picture.",
    bad: "web -> api: pay\n",
    good: "shape: sequence_diagram\nweb -> api: pay\n",
    language: "d2",
  },
  "not-drawn": {
    severity: "warning",
    summary: "A D2 file holds something beside its sequence diagram.",
    why:
      "One picture shows one sequence diagram: the file itself, or the first object that is one. Objects around it, further " +
      "diagrams and boards are left out.",
    bad: "pay: {\n  shape: sequence_diagram\n  web -> api: pay\n}\nteam: Payments\n",
    good: "pay: {\n  shape: sequence_diagram\n  web -> api: pay\n}\n",
    language: "d2",
  },
  "repeated-receiver": {
    severity: "error",
    summary: "A list of receivers names a participant twice.",
    why: "Each receiver of a send gets one copy. A message that one of them receives twice is said so: `duplicate: true`.",
    bad: "bus ~> [a; b; a]: news\n",
    good: "bus ~> [a; b]: news\n",
  },
  "split-boundary": {
    severity: "warning",
    summary: "`lifelines` puts a stranger between the participants of a boundary.",
    why: "A boundary is drawn as one frame around neighbouring lifelines, so its participants stay together where the first one stands.",
    bad: "zone: { kind: boundary; a: A; b: B }\na -> c: x\nc -> b: y\nlifelines: [a; c; b]\n",
    good: "zone: { kind: boundary; a: A; b: B }\na -> c: x\nc -> b: y\nlifelines: [a; b; c]\n",
  },
  "stray-attribute": {
    severity: "warning",
    summary: "A participant that nobody speaks to is called like an attribute, and labelled like its value.",
    why:
      "Attributes stand in the map of what they describe, settings in `config`. Outside of a map every key is a name, so the " +
      "picture gets a participant more and the attribute is not set.",
    bad: "time: linear\na -> b: pay\n",
    good: "config: { time: linear }\na -> b: pay\n",
  },
  "too-many-imports": {
    severity: "error",
    summary: "There are too many imports, or too many inside one another.",
    why: "A flow may import 64 files, and they one another 32 levels deep: nobody could follow more, and neither should a machine. The setting `limits.importedFiles` moves the first.",
    bad: "# part0.slant imports part1.slant, and so on\n...@part0\na -> b\n",
    good: "...@part39\na -> b\n",
    files: Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `part${at}.slant`,
        at < 39 ? `...@part${at + 1}\n` : "a: Alice\n",
      ]),
    ),
  },
  "unknown-attribute": {
    severity: "error",
    summary: "No attribute is called so.",
    why: "A misspelt attribute would be dropped, or drawn as if it were a name, and the picture would not say what the text says.",
    bad: "jobs: { kind: queue; capcity: 1000 }\na ~> jobs: work\n",
    good: "jobs: { kind: queue; capacity: 1000 }\na ~> jobs: work\n",
  },
  "unknown-callback": {
    severity: "error",
    summary: "A callback is named that no message asks for.",
    why:
      "A callback exists because a message says `callback: NAME`. Settling or awaiting another name settles nothing: usually " +
      "one of the two is misspelt.",
    bad: "api ~> worker: resize { callback: resized }\nworker ~> api: done { resolves: resize }\nawait: resized\n",
    good: "api ~> worker: resize { callback: resized }\nworker ~> api: done { resolves: resized }\nawait: resized\n",
  },
  "unknown-class": {
    severity: "warning",
    summary: "A class is named that is not declared.",
    why: "It gives nothing to the picture, though its name reaches the SVG, where a style sheet may know it.",
    bad: "a -> b: pay { class: slow }\n",
    good: "classes: {\n  slow: { style.stroke: red }\n}\na -> b: pay { class: slow }\n",
  },
  "unknown-id": {
    severity: "error",
    summary: "An id is named that no message has.",
    why: "`arrive`, `of`, `budget` and `compensates` speak of a message by the `id` that it gives itself.",
    bad: "a ~> b: hello { id: news }\narrive: new\n",
    good: "a ~> b: hello { id: news }\narrive: news\n",
  },
  "unknown-import": {
    severity: "error",
    summary: "An import names a key that its file does not have.",
    why: "`@file.key` brings what the file says of `key`. Where it says nothing, the picture would lack what was meant to be in it.",
    bad: "api: @people.apy\na -> api\n",
    good: "api: @people.api\na -> api\n",
    files: { "people.slant": "api: Account API { kind: service }\n" },
  },
  "unknown-participant": {
    severity: "error",
    summary: "An attribute names a participant that does not exist.",
    why:
      "Participants come from declarations and from the ends of messages. A name in an attribute makes none, so that a " +
      "misspelt one is found.",
    bad: "jobs: { kind: queue; dead-letter: ded }\ndead: { kind: queue }\na ~> jobs: work\n",
    good: "jobs: { kind: queue; dead-letter: dead }\ndead: { kind: queue }\na ~> jobs: work\n",
  },
  "unreadable-import": {
    severity: "error",
    summary: "An imported file cannot be read.",
    why:
      "It is a folder, or too large, or reading it is not permitted; or nothing reads files at all, as in a browser, unless the " +
      "caller gives a reader.",
    bad: "...@common\na -> b\n",
    good: "a: Alice\na -> b\n",
  },
  "unknown-reference": {
    severity: "error",
    summary: "A reference speaks of a message or a name that is not there.",
    why:
      "`(a -> b)[0]` is the first message from `a` to `b` with that operator above the reference. One that means nothing would " +
      "leave the picture as it is, and nobody would know.",
    bad: "a ~> b: ask\n(a -> b)[0].style.stroke: red\n",
    good: "a ~> b: ask\n(a ~> b)[0].style.stroke: red\n",
  },
  "unknown-variable": {
    severity: "error",
    summary: "A variable is named that is not there.",
    why:
      "`${host}` stands for what `vars` says, here or in a map around it. A name without a value would leave a hole in the " +
      "text; `\\$` writes a dollar sign.",
    bad: "vars: { host: example.org }\na -> b: GET ${hots}\n",
    good: "vars: { host: example.org }\na -> b: GET ${host}\n",
  },
  "without-meaning": {
    severity: "warning",
    summary: "Something is written that changes nothing in the picture.",
    why:
      "Some of D2's keys speak of what a picture with lifelines does not have: places on a plane, shadows, a third dimension. " +
      "They are read, so that a text from D2 draws, and named, so that nobody waits for their effect.",
    bad: "api: API { style.3d: true }\nweb -> api: pay\n",
    good: "api: API { style.stroke-width: 2 }\nweb -> api: pay\n",
  },
  "wrong-value": {
    severity: "error",
    summary: "A value is not what its attribute takes.",
    why:
      "Durations, rates, counts, colours and the rest are typed, so that checks and time axes can rely on them. A unit is " +
      "never guessed: `5` may be seconds or milliseconds.",
    bad: "a -> b: pay { timeout: 5sec }\n",
    good: "a -> b: pay { timeout: 5s }\n",
  },
});

export type FlowCode = keyof typeof flowExplanations;
