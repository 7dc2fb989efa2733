// biome-ignore-all lint/suspicious/noTemplateCurlyInString: holes are part of the sources.
import { describe, expect, test } from "vitest";
import { outlineOf, saidOn } from "./d2-outline.ts";
import type { Surroundings } from "./flow-of.ts";

/** What → a text that D2 draws as a sequence → the same as a flow. */
type Cases = Readonly<Record<string, readonly [text: string, outline: string, around?: Surroundings]>>;

const seq = "shape: sequence_diagram\n";

const basics: Cases = {
  "messages in written order": [
    `${seq}tea -> pot: fill\npot -> cup: pour\ncup -> tea: empty`,
    "tea | pot | cup\ntea -> pot: fill\npot -> cup: pour\ncup -> tea: empty",
  ],
  "the shape may stand anywhere": ["a -> b: x\nshape: sequence_diagram", "a | b\na -> b: x"],
  "words of D2 in any case": [
    "Shape: Sequence_Diagram\na: { SHAPE: Person; Label: Ann; Style.Fill: RED }\na -> b",
    "a=Ann(person) {fill=red} | b\na -> b",
  ],
  "names in any case are one": [
    `${seq}Ann -> bob: hi\nann <- BOB: ho`,
    "Ann | bob\nAnn -> bob: hi\nbob -> Ann: ho",
  ],
  "actors stand in the order in which they are named": [
    `${seq}d; c\nb; a\na -> b\nb -> c\nc -> d`,
    "d | c | b | a\na -> b\nb -> c\nc -> d",
  ],
  "without a declaration, in the order of the messages": [
    `${seq}x <- y\nz -> x`,
    "x | y | z\ny -> x\nz -> x",
  ],
  "a declaration below does not move an actor": [`${seq}a -> b\nb: Beth`, "a | b=Beth\na -> b"],
  "the last label wins": [`${seq}a: One\na: Two\na -> b`, "a=Two | b\na -> b"],
  "every operator": [
    `${seq}a -> b: 1\na <- b: 2\na <-> b: 3\na -- b: 4`,
    "a | b\na -> b: 1\nb -> a: 2\na <-> b: 3\na -- b: 4",
  ],
  "a long arrow is dashed, as everywhere in the field": [
    `${seq}a --> b: back\na ---> b\na <-- b`,
    "a | b\na --> b: back\na --> b\nb --> a",
  ],
  "a long line is a line": [`${seq}a --- b\na <---> b`, "a | b\na -- b\na <-> b"],
  "no space around an operator": [`${seq}a->b:go\nb<-a`, "a | b\na -> b: go\na -> b"],
  "a chain gives each link the label": [
    `${seq}a -> b -> c -> a: round`,
    "a | b | c\na -> b: round\nb -> c: round\nc -> a: round",
  ],
  "a chain there and back": [`${seq}a -> b <- c`, "a | b | c\na -> b\nc -> b"],
  "several statements on a line": [`${seq}a; b; a -> b: x; b -> a: y`, "a | b\na -> b: x\nb -> a: y"],
  "a label with line ends": [`${seq}a -> b: one\\ntwo`, "a | b\na -> b: one/two"],
  "a label in quotes": [
    `${seq}a -> b: "it's; {fine} # here"\nb -> a: 'don''t'`,
    "a | b\na -> b: it's; {fine} # here\nb -> a: don't",
  ],
  "an empty label is none": [`${seq}a -> b: ""`, "a | b\na -> b"],
  "the label as an attribute": [
    `${seq}a -> b: { label: hi }\nb -> a: x { label: y }`,
    "a | b\na -> b: hi\nb -> a: y",
  ],
  "names in quotes, with spaces and of any script": [
    `${seq}"a.b" -> 'c d' -> été ☕ -> order-service`,
    "a.b | c d | été ☕ | order-service\na.b -> c d\nc d -> été ☕\nété ☕ -> order-service",
  ],
  "words of D2 in quotes are names": [`${seq}"label" -> 'style': x`, "label | style\nlabel -> style: x"],
  "statement words of Slant are names": [
    `${seq}note -> alt: else\nwait -> on: loop\nand: Andy`,
    "note | alt | wait | on | and=Andy\nnote -> alt: else\nwait -> on: loop",
  ],
  "attributes of Slant are notes": [`${seq}a: { kind: queue }\na -> b`, "a | b\nnote on a: queue\na -> b"],
  "a comment ends a text": [`${seq}a -> b: x # why\n"""\nblock\n"""\n# last`, "a | b\na -> b: x"],
  "windows line ends, a mark at the start": [
    "\ufeffshape: sequence_diagram\r\na -> b: x\r\n",
    "a | b\na -> b: x",
  ],
};

const selves: Cases = {
  "to oneself": [`${seq}a -> b\nb -> b: think`, "a | b\na -> b\nb -> b: think"],
  "from an actor to its own span": [
    `${seq}a -> a.work: start\na.work -> a: end`,
    "a\na -> a.work: start\na.work -> a: end",
  ],
  "from span to span of one actor": [`${seq}a.one -> a.two: over`, "a\na.one -> a.two: over"],
  "a span that calls itself": [`${seq}b.t -> a\nb.t -> b.t: again`, "b | a\nb.t -> a\nb.t -> b.t: again"],
};

const spans: Cases = {
  "a span at one end": [`${seq}a.t -> b: x`, "a | b\na.t -> b: x"],
  "spans in spans": [
    `${seq}a.t -> b.u\na.t.v -> b.u.w\nb.u.w -> a.t.v`,
    "a | b\na.t -> b.u\na.t.v -> b.u.w\nb.u.w -> a.t.v",
  ],
  "a span that only its inner one names": [`${seq}a.x.y.z -> b`, "a | b\na.x.y.z -> b"],
  "what is said of a span": [
    `${seq}a.t -> b\na.t: Job { style.fill: red }\na.t.style.stroke: blue`,
    "a | b\na.t -> b\nspan a.t: Job {fill=red stroke=blue}",
  ],
  "a span declared in its actor's map": [
    `${seq}a: {\n  t: { style.fill: pink }\n}\na.t -> b`,
    "a | b\na.t -> b\nspan a.t {fill=pink}",
  ],
  "a message in the map of an actor": [
    `${seq}a -> c\na: {\n  t -> u: inner\n}`,
    "a | c\na -> c\na.t -> a.u: inner",
  ],
  "a message to another actor in the map of one": [
    `${seq}a; b\na -> b\na: {\n  b -> c: x\n}\nc -> a`,
    "a | b | c\na -> b\nb -> c: x\nc -> a",
  ],
  "spans with the names of numbers": [`${seq}1 -> 2.3\n2.3 -> 1: back`, "1 | 2\n1 -> 2.3\n2.3 -> 1: back"],
};

const groups: Cases = {
  "a group shows its key": [
    `${seq}a; b\nsmall talk: {\n  a -> b: hi\n}`,
    "a | b\n[small talk]\n  a -> b: hi",
  ],
  "a group shows its label": [
    `${seq}a; b\ng: Small talk {\n  a -> b: hi\n}`,
    "a | b\n[Small talk]\n  a -> b: hi",
  ],
  "a label inside the braces": [`${seq}a; b\ng: {\n  label: Talk\n  a -> b\n}`, "a | b\n[Talk]\n  a -> b"],
  "an empty label": [`${seq}a; b\ng: "" {\n  a -> b\n}`, "a | b\n[]\n  a -> b"],
  "groups in groups": [
    `${seq}a; b\nday: {\n  a -> b: 1\n  morning: {\n    b -> a: 2\n    early: { a -> a: 3 }\n  }\n  b -> b: 4\n}\na -> b: 5`,
    "a | b\n[day]\n  a -> b: 1\n  [morning]\n    b -> a: 2\n    [early]\n      a -> a: 3\n  b -> b: 4\na -> b: 5",
  ],
  "groups of groups alone": [
    `${seq}a; b\nalt: {\n  yes: { a -> b }\n  no: { b -> a }\n}`,
    "a | b\n[alt]\n  [yes]\n    a -> b\n  [no]\n    b -> a",
  ],
  "a group of notes alone": [
    `${seq}a -> b\ninsight: {\n  b."cold hands"\n}\nb -> a`,
    "a | b\na -> b\n[insight]\n  note on b: cold hands\nb -> a",
  ],
  "an actor that only a group names is one of the diagram": [
    `${seq}g: {\n  a -> b: first\n  late\n}\nc -> a`,
    "a | b | late | c\n[g]\n  a -> b: first\nc -> a",
  ],
  "an actor declared in a group": [
    `${seq}g: {\n  a: Ann { shape: person }\n  a -> b\n}`,
    "a=Ann(person) | b\n[g]\n  a -> b",
  ],
  "the same name in two groups": [
    `${seq}one: { a -> b }\ntwo: { b -> a }`,
    "a | b\n[one]\n  a -> b\n[two]\n  b -> a",
  ],
  "a span of an actor, used in a group": [
    `${seq}a; b\na.t -> b\ng: { a.t -> b.u }`,
    "a | b\na.t -> b\n[g]\n  a.t -> b.u",
  ],
  "a group's braces, written twice in a row": [
    `${seq}a; b\ng: { a -> b: 1 }\ng: { b -> a: 2 }`,
    "a | b\n[g]\n  a -> b: 1\n  b -> a: 2",
  ],
  "a group's braces, written apart": [
    `${seq}a; b\ng: { a -> b: 1 }\na -> a: 2\ng: { b -> a: 3 }`,
    "a | b\n[g]\n  a -> b: 1\na -> a: 2\n[g]\n  b -> a: 3",
  ],
  "a group by its path": [
    `${seq}a; b\ng.h: { a -> b: x }\ng.a -> g.b: y`,
    "a | b\n[g]\n  [h]\n    a -> b: x\n  a -> b: y",
  ],
  "one step up": [
    `${seq}a; b\ng: {\n  _.a -> _.b: up\n  h: { _._.b -> a: two }\n}`,
    "a | b\n[g]\n  a -> b: up\n  [h]\n    b -> a: two",
  ],
  "the style of a group, from inside and from outside": [
    `${seq}a; b\ng: {\n  style.fill: pink\n  a -> b\n}\ng.style.stroke: red`,
    "a | b\n[g] {fill=pink stroke=red}\n  a -> b",
  ],
  "what a message ends at is no group": [
    `${seq}g: {\n  t -> u: inside\n}\na -> g: knock`,
    "g | a\ng.t -> g.u: inside\na -> g: knock",
  ],
  "a map without anything that happens is an actor's": [
    `${seq}a: Ann { style.fill: red }\nb: { "a thought" }\na -> b`,
    "a=Ann {fill=red} | b\nnote on b: a thought\na -> b",
  ],
};

const notes: Cases = {
  "a note in its place": [`${seq}a -> b: 1\nb."hm"\nb -> a: 2`, "a | b\na -> b: 1\nnote on b: hm\nb -> a: 2"],
  "a note by a bare key": [
    `${seq}a -> b\na.explanation\na.more to say`,
    "a | b\na -> b\nnote on a: explanation\nnote on a: more to say",
  ],
  "a note with a label": [`${seq}a -> b\nb.note: "long\\nstory"`, "a | b\na -> b\nnote on b: long/story"],
  "a note in Markdown": [
    `${seq}a -> b\nb.n: |md\n  # Head\n  *text*\n|`,
    "a | b\na -> b\nnote on b: # Head/*text*",
  ],
  "equal notes are two": [
    `${seq}a -> b\na."yes"\nb -> a\na."yes"`,
    "a | b\na -> b\nnote on a: yes\nb -> a\nnote on a: yes",
  ],
  "how a note looks, said below it": [
    `${seq}a -> b\na."yes"\na."yes".style.fill: red\na."yes": { style.stroke: blue }`,
    "a | b\na -> b\nnote on a: yes {fill=red stroke=blue}",
  ],
  "a note before the first message": [`${seq}a; b\nb."ready"\na -> b`, "a | b\nnote on b: ready\na -> b"],
  "a note on who is not in a message": [
    `${seq}a -> b\nc."watching"`,
    "a | b | c\na -> b\nnote on c: watching",
  ],
  "notes in an actor's map": [
    `${seq}a: {\n  "one"\n  two: Two\n}\na -> b`,
    "a | b\nnote on a: one\nnote on a: Two\na -> b",
  ],
};

const attributes: Cases = {
  "the style of a message": [
    `${seq}a -> b: x { style: { stroke: "#F00"; stroke-dash: 3; opacity: 0.4 } }`,
    "a | b\na -> b: x {stroke=#f00 stroke-dash=3 opacity=0.4}",
  ],
  "a radius beyond all bounds, a colour with opacity": [
    `${seq}a: { style.border-radius: 999; style.fill: "#f008" }\na -> b`,
    "a {border-radius=40 fill=#ff000088} | b\na -> b",
  ],
  "shapes of actors": [
    `${seq}a: { shape: person }\nb: { shape: queue }\nc.shape: cylinder\nd.shape: hexagon\na -> b -> c -> d`,
    "a(person) | b(queue) | c(cylinder) | d(hexagon)\na -> b\nb -> c\nc -> d",
  ],
  "a label that is code": [`${seq}a -> b: |go\n  x := 1\n|`, "a | b\na -> b: x := 1"],
  "classes, the last one first": [
    `${seq}classes: {\n  x: { style.fill: red; style.stroke: red }\n  y.style.stroke: blue\n}\na: { class: [x; y] }\na -> b: { class: y }`,
    "a {fill=red stroke=blue} | b\na -> b {stroke=blue}",
  ],
  "a class with a shape and a label": [
    `${seq}classes: { db: { shape: cylinder; label: Store } }\na -> b\nb.class: db`,
    "a | b=Store(cylinder)\na -> b",
  ],
  "arrowheads with text": [
    `${seq}a -> b: x { source-arrowhead: 1; target-arrowhead: * }`,
    "a | b\na -> b: x <1/ */>",
  ],
  "arrowheads as maps": [
    `${seq}a <-> b: x {\n  source-arrowhead: { shape: diamond; label: 1; style.filled: true }\n  target-arrowhead.shape: cf-many\n}`,
    "a | b\na <-> b: x <1/diamond! /cf-many>",
  ],
  "the source is the left end": [`${seq}a <- b: { source-arrowhead: left }`, "a | b\nb -> a < left/>"],
  "the rows of a table": [
    `${seq}t: Users {\n  shape: sql_table\n  id: int { constraint: [primary_key; unique] }\n  "label": text\n}\na -> t.id: read`,
    "t=Users(sql_table)[id int primary_key unique; label text] | a\na -> t: read",
  ],
  "the fields of a class": [
    `${seq}c: { shape: class; +pay(n int): bool; -id: int; \\#secret }\na -> c`,
    "c(class)[+pay(n int) bool; -id int; #secret] | a\na -> c",
  ],
  "null takes an attribute away": [
    `${seq}classes: { x: { style.fill: red; style.stroke: red } }\na: { class: x; style.fill: null }\na.label: L\na.label: null\na -> b`,
    "a {stroke=red} | b\na -> b",
  ],
  "null takes all style away": [
    `${seq}a.style.fill: red\na.style: null\na.style.stroke: blue\na -> b`,
    "a {stroke=blue} | b\na -> b",
  ],
};

const reuse: Cases = {
  variables: [
    `vars: { who: Ann; deep: { er: yes } }\n${seq}a: \${who}\na -> b: say \${deep.er}\nb -> a: '\${who}'`,
    "a=Ann | b\na -> b: say yes\nb -> a: ${who}",
  ],
  "variables by their path, and as maps": [
    `vars.look: { style.fill: red }\n${seq}a: { ...\${look} }\na -> b`,
    "a {fill=red} | b\na -> b",
  ],
  "imports keep their place": [
    `${seq}a -> b: 1\n...@steps\na -> b: 4\nc: @who.carl`,
    "a | b | c=Carl\na -> b: 1\nb -> c: 2\nc -> a: 3\na -> b: 4",
    { files: { "steps.d2": "b -> c: 2\nc -> a: 3\n", "who.d2": "carl: Carl\n" } },
  ],
  "a whole diagram from another file": [
    "checkout: @pay\n",
    "title: checkout\na | b\na -> b: pay",
    { files: { "pay.d2": `${seq}a -> b: pay\n` } },
  ],
  "a pattern, above and below": [
    `${seq}*.style.fill: red\na -> b\nb.style.fill: blue\nc -> a`,
    "a {fill=red} | b {fill=blue} | c {fill=red}\na -> b\nc -> a",
  ],
  "a pattern that comes later wins": [
    `${seq}a.style.fill: blue\n*.style.fill: red\na -> b`,
    "a {fill=red} | b {fill=red}\na -> b",
  ],
  "a pattern with letters, and one with filters": [
    `${seq}w1; w2; db.shape: cylinder\nw*.style.fill: red\n*: {\n  &shape: cylinder\n  style.stroke: blue\n}\nw1 -> db`,
    "w1 {fill=red} | w2 {fill=red} | db(cylinder) {stroke=blue}\nw1 -> db",
  ],
  "a pattern into everything": [
    `${seq}a; b\n**.style.font-color: red\ng: { a -> b }\na.t -> b`,
    "a {font-color=red} | b {font-color=red}\n[g] {font-color=red}\n  a -> b\na.t -> b\nspan a.t {font-color=red}",
  ],
  "messages from a pattern": [
    `${seq}a; b; hub\n* -> hub: report`,
    "a | b | hub\na -> hub: report\nb -> hub: report",
  ],
  "a reference by number": [
    `${seq}a -> b: 1\na -> b: 2\n(a -> b)[1].style.stroke: red\n(a -> b)[0]: one`,
    "a | b\na -> b: one\na -> b: 2 {stroke=red}",
  ],
  "a reference with a map": [
    `${seq}a <- b: x\n(a <- b)[0]: {\n  style.stroke: red\n  label: y\n}`,
    "a | b\nb -> a: y {stroke=red}",
  ],
  "all messages of a scope, and all there are": [
    `${seq}a; b\n(* -> *)[*].style.stroke: red\n(** -> **)[*].style.opacity: 0.5\na -> b\na.t -> b\ng: { a -> b }`,
    "a | b\na -> b {stroke=red opacity=0.5}\na.t -> b {opacity=0.5}\n[g]\n  a -> b {opacity=0.5}",
  ],
  "a reference in a group, and into it": [
    `${seq}a; b\na -> b: 1\ng: {\n  a -> b: 2\n  (a -> b)[0].style.stroke: red\n}\ng.(a -> b)[0].style.opacity: 0.5`,
    "a | b\na -> b: 1\n[g]\n  a -> b: 2 {stroke=red opacity=0.5}",
  ],
  "a reference to a chain": [
    `${seq}a -> b -> c\n(a -> b -> c)[0].style.stroke: red`,
    "a | b | c\na -> b {stroke=red}\nb -> c {stroke=red}",
  ],
  "null takes an actor away, with its messages": [
    `${seq}a -> b: 1\nx -> a: 2\ng: { x -> b: 3; a -> b: 4 }\nx: null\na -> b: 5`,
    "a | b\na -> b: 1\n[g]\n  a -> b: 4\na -> b: 5",
  ],
  "a pattern brings nothing back": [
    `${seq}a -> b\nx\nx: null\n*.style.fill: red`,
    "a {fill=red} | b {fill=red}\na -> b",
  ],
  "what is named again is there again": [`${seq}a -> b: 1\na: null\na -> b: 2`, "b | a\na -> b: 2"],
  "a message in a group, in parentheses": [
    `${seq}a; b\ng.(a -> b): x\n(b -> a): y`,
    "a | b\n[g]\n  a -> b: x\nb -> a: y",
  ],
  "a chain, taken away": [`${seq}a -> b -> c: x\n(a -> b -> c)[0]: null\nc -> a`, "a | b | c\nc -> a"],
  "null takes a message away": [`${seq}a -> b: 1\na -> b: 2\n(a -> b)[0]: null`, "a | b\na -> b: 2"],
  "null takes a group away": [`${seq}a; b\ng: { a -> b: 1 }\ng: null\na -> b: 2`, "a | b\na -> b: 2"],
};

const places: Cases = {
  "one container of the file": [
    "talk: Small talk {\n  shape: sequence_diagram\n  a -> b: hi\n}",
    "title: Small talk\na | b\na -> b: hi",
  ],
  "a container deep down": ["x.y: {\n  z: { shape: sequence_diagram; a -> b }\n}", "title: z\na | b\na -> b"],
  "the shape by its path": [
    "talk.shape: sequence_diagram\ntalk.a -> talk.b: hi\ntalk: { b -> a: ho }",
    "title: talk\na | b\na -> b: hi\nb -> a: ho",
  ],
  "the shape by a class": [
    "classes: { s: { shape: sequence_diagram } }\ntalk: { class: s; a -> b }",
    "title: talk\na | b\na -> b",
  ],
  "messages written outside, with the whole path": [
    "q: {\n  s: { shape: sequence_diagram; b; a }\n}\nq.s.a.t -> q.s.b.u.v: x\nq.s.b -> q.s.a.t: y",
    "title: s\nb | a\na.t -> b.u.v: x\nb -> a.t: y",
  ],
  "a container with the name of an actor": [
    "client: {\n  shape: sequence_diagram\n  client -> client: x\n}",
    "title: client\nclient\nclient -> client: x",
  ],
  "a title above": [
    `${seq}title: |md\n  # How it works\n| { near: top-center }\na -> b`,
    "title: How it works\na | b\na -> b",
  ],
  "a title above the container": [
    "title: Hello { shape: text; near: top-center }\ntalk: { shape: sequence_diagram; a -> b }",
    "title: Hello\na | b\na -> b",
  ],
  "a title that speaks is an actor": [`${seq}title -> b: x`, "title | b\ntitle -> b: x"],
  "the first diagram of two": [
    "one: { shape: sequence_diagram; a -> b }\ntwo: { shape: sequence_diagram; c -> d }\none -> two: later",
    "title: one\na | b\na -> b",
  ],
  "a diagram in a board": ["layers: {\n  x: { shape: sequence_diagram; a -> b }\n}", "a | b\na -> b"],
};

/** What → a text that D2 compiles → what is said of it: warnings, so that it draws. */
const warnings: Readonly<Record<string, readonly [text: string, said: readonly string[]]>> = {
  "D2's own configuration": [
    `vars: { d2-config: { theme-id: 4 } }\n${seq}a -> b`,
    ["warning without-meaning [d2-config]"],
  ],
  "what places things on a plane": [
    `${seq}direction: right\ngrid-rows: 2\na: { near: b; width: 50 }\na -> b: x { label.near: top }\nb.label: B { near: top }`,
    [
      "warning without-meaning [direction]",
      "warning without-meaning [grid-rows]",
      "warning without-meaning [near]",
      "warning without-meaning [width]",
      "warning without-meaning [label.near]",
      "warning without-meaning [near]",
    ],
  ],
  "styles that need a plane": [
    `${seq}a: { style: { shadow: true; 3d: true; multiple: true; double-border: true } }\na -> b: { style.animated: true }`,
    Array.from({ length: 5 }, () => "warning without-meaning [true]"),
  ],
  "a style key outside of style": [
    `${seq}a -> b: x { stroke-dash: 5 }`,
    ["warning without-meaning [stroke-dash]"],
  ],
  "values that mean nothing": [
    `${seq}a: { shape: blob; style.fill: "linear-gradient(red, blue)"; link: "javascript:x" }\na -> b: { style.opacity: 7 }`,
    [
      "warning without-meaning [shape]",
      'warning wrong-value ["linear-gradient(red, blue)"]',
      'warning wrong-value ["javascript:x"]',
      "warning wrong-value [7]",
    ],
  ],
  "an icon from the net": [
    `${seq}a: { icon: https://example.org/a.svg }\na -> b`,
    ["warning without-meaning [icon]"],
  ],
  "objects around the diagram": [
    "team: Payments\ntalk: { shape: sequence_diagram; a -> b }\nteam -> talk\nteam -> talk.a\ntalk.style.fill: red",
    [
      "warning not-drawn [team]",
      "warning not-drawn [team -> talk]",
      "warning not-drawn [team -> talk.a]",
      "warning without-meaning [style.fill]",
    ],
  ],
  "another sequence": [
    "one: { shape: sequence_diagram; a -> b }\ntwo: { shape: sequence_diagram; c -> d }",
    ["warning not-drawn [two]"],
  ],
  boards: [
    `${seq}a -> b\nlayers: { x: { c -> d } }\nscenarios: { y: { c } }\nsteps: { z: { c } }`,
    ["warning not-drawn [layers]", "warning not-drawn [scenarios]", "warning not-drawn [steps]"],
  ],
  "what stands at an edge": [
    `${seq}legend: { near: bottom-right }\ntitle: T { near: top-center }\na -> b`,
    ["warning not-drawn [legend]", "warning without-meaning [near: top-center]"],
  ],
  "a group in which nothing happens": [`${seq}a -> b\ng: { a }`, ["warning not-drawn [g]"]],
  "a reference to no message": [
    `${seq}a -> b\n(a -> c)[0].style.stroke: red`,
    ["warning unknown-reference [(a -> c]"],
  ],
  "a comma between the items of a list": [
    `${seq}classes: { x: { shape: person }; y: { tooltip: t } }\na: { class: [x, y] }\na -> b`,
    ["warning comma-in-list [,]"],
  ],
  "a class that is not there": [`${seq}a -> b: { class: nope }`, ["warning unknown-class [nope]"]],
  "a hole in code that is no variable": [
    `${seq}a -> b: |sh\n  echo \${HOME}\n|`,
    ["warning unknown-variable [${HOME}]"],
  ],
  "holes, imports and marks that D2 refuses too": [
    `${seq}a -> b: \${nope}\n...@nope\nc -> `,
    ["error unknown-variable [${nope}]", "error unreadable-import [@nope]", "error missing-end [->]"],
  ],
  "objects too deep in one another": [
    `${seq}${Array.from({ length: 20 }, () => `${"a.".repeat(19)}a: {`).join("")}${"}".repeat(20)}\na -> b`,
    ["warning expanded-too-far [a]"],
  ],
  "patterns that look at too much": [
    `${seq}${Array.from({ length: 1200 }, (_, at) => `n${at}\n*: { &shape: person; style.fill: red }\n`).join("")}a -> b`,
    ["warning expanded-too-far [*: { &shape: person; style.fill: red }]"],
  ],
  "no sequence diagram": [
    "a -> b: { style.opacity: 7 }\nc: { shape: sql_table; id: int }",
    ["error no-sequence-diagram []"],
  ],
  "an empty file": ["", ["error no-sequence-diagram []"]],
};

describe("what is said", () => {
  test.each(Object.entries(warnings))("%s", (_, [text, said]) => {
    expect(saidOn(text).toSorted()).toEqual(said.toSorted());
  });
});

const all = { basics, selves, spans, groups, notes, attributes, reuse, places };

for (const [part, cases] of Object.entries(all))
  describe(part, () => {
    test.each(Object.entries(cases))("%s", (_, [text, outline, around]) => {
      const errors = saidOn(text, around).filter((said) => said.startsWith("error"));
      expect(errors).toEqual([]);
      expect(outlineOf(text, around)).toBe(outline);
    });
  });
