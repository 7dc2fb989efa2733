import { EmbeddedActionsParser, EOF, type IToken, type TokenType, tokenMatcher } from "chevrotain";
import type {
  ConcreteBody,
  ConcreteChain,
  ConcreteEnd,
  ConcreteEnds,
  ConcreteFile,
  ConcreteList,
  ConcreteMap,
  ConcretePart,
  ConcretePath,
  ConcreteReference,
  ConcreteSpread,
  ConcreteStatement,
  ConcreteValue,
} from "./concrete.ts";
import * as t from "./tokens.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The grammar of Slant (section 3 of the language), and what may be written instead of it: a body takes every token, an end
 * or a value may be missing, a list or a map may never be closed. So the parser reads every text to its end and never has to
 * guess where to go on; what is wrong with a statement is plain from its concrete form.
 *
 * One token of look-ahead decides everything. Rules that fill in what their caller began take it as an argument, with a
 * default because Chevrotain calls every rule once, without arguments, to learn the grammar.
 */
class SlantParser extends EmbeddedActionsParser {
  private depth = 0;
  private maxDepth = 0;

  constructor() {
    super([...t.vocabulary], { maxLookahead: 1, recoveryEnabled: false, skipValidations: true });
    this.performSelfAnalysis();
  }

  /** Reads one text; `maxDepth` levels of maps and lists are read, deeper ones skipped. */
  read(tokens: IToken[], maxDepth: number): ConcreteFile {
    this.input = tokens;
    this.depth = 0;
    this.maxDepth = maxDepth;
    const file = this.file();
    return file;
  }

  private readonly file = this.RULE("file", (): ConcreteFile => {
    const body: ConcretePart[] = [];
    this.SUBRULE(this.body, { ARGS: [body] });
    // A `}` that closes nothing ends no file.
    this.MANY(() => {
      body.push(this.CONSUME(t.rightBrace));
      this.SUBRULE2(this.body, { ARGS: [body] });
    });
    return { body };
  });

  private readonly body = this.RULE("body", (parts: ConcretePart[] = []): ConcreteBody => {
    this.MANY(() => {
      this.OR([
        { ALT: () => parts.push(this.CONSUME(t.newline)) },
        { ALT: () => parts.push(this.CONSUME(t.semicolon)) },
        { ALT: () => parts.push(this.CONSUME(t.comment)) },
        { ALT: () => parts.push(this.SUBRULE(this.statement)) },
        { ALT: () => parts.push(this.CONSUME(t.rightBracket)) },
        { ALT: () => parts.push(this.CONSUME(t.dot)) },
        { ALT: () => parts.push(this.CONSUME(t.index)) },
      ]);
    });
    return parts;
  });

  private readonly statement = this.RULE("statement", (): ConcreteStatement => {
    const statement: Mutable<ConcreteStatement> = {};
    this.OR([
      { ALT: () => (statement.head = this.SUBRULE(this.chain)) },
      { ALT: () => (statement.head = this.SUBRULE(this.spread)) },
      { ALT: () => (statement.head = this.SUBRULE1(this.reference)) },
      { ALT: () => this.SUBRULE1(this.tail, { ARGS: [statement] }) },
    ]);
    this.OPTION1({
      GATE: () =>
        statement.head?.kind === "chain" &&
        statement.head.operators.length === 0 &&
        this.LA(0).tokenType === t.dot,
      DEF: () => {
        const scope = statement.head;
        statement.head = this.SUBRULE2(this.reference);
        if (scope?.kind === "chain") statement.scope = scope;
      },
    });
    this.OPTION2({
      GATE: () => statement.head !== undefined,
      DEF: () => this.SUBRULE2(this.tail, { ARGS: [statement] }),
    });
    return statement;
  });

  /** `: value { map }`, in which the value or the map may be missing. */
  private readonly tail = this.RULE("tail", (statement: Mutable<ConcreteStatement> = {}): void => {
    this.OR([
      {
        ALT: () => {
          statement.colon = this.CONSUME(t.colon);
          this.OPTION1(() => (statement.value = this.SUBRULE(this.value)));
          this.OPTION2(() => (statement.map = this.SUBRULE1(this.map)));
        },
      },
      { ALT: () => (statement.map = this.SUBRULE2(this.map)) },
    ]);
  });

  private readonly chain = this.RULE("chain", (): ConcreteChain => {
    const ends: (ConcreteEnd | undefined)[] = [];
    const operators: IToken[] = [];
    this.OR([
      { ALT: () => ends.push(this.SUBRULE(this.end)) },
      {
        ALT: () => {
          ends.push(undefined);
          this.SUBRULE1(this.link, { ARGS: [ends, operators] });
        },
      },
    ]);
    this.MANY(() => this.SUBRULE2(this.link, { ARGS: [ends, operators] }));
    return { kind: "chain", ends, operators };
  });

  private readonly link = this.RULE(
    "link",
    (ends: (ConcreteEnd | undefined)[] = [], operators: IToken[] = []): void => {
      operators.push(this.CONSUME(t.operator));
      ends.push(this.OPTION(() => this.SUBRULE(this.end)));
    },
  );

  private readonly end = this.RULE(
    "end",
    (): ConcreteEnd =>
      this.OR<ConcreteEnd>([
        { ALT: () => this.SUBRULE(this.path) },
        { ALT: () => this.CONSUME(t.outside) },
        { ALT: () => this.SUBRULE(this.ends) },
      ]),
  );

  private readonly path = this.RULE("path", (): ConcretePath => {
    const tokens = [this.CONSUME1(t.key)];
    this.MANY(() => {
      tokens.push(this.CONSUME(t.dot));
      this.OPTION(() => tokens.push(this.CONSUME2(t.key)));
    });
    return { kind: "path", tokens };
  });

  private readonly ends = this.RULE("ends", (): ConcreteEnds => {
    const open = this.CONSUME(t.endsOpen);
    const parts: (ConcretePath | ConcreteEnds | IToken)[] = [];
    this.ACTION(() => this.enter(t.endsOpen, t.close));
    this.MANY(() => {
      this.OR([
        { ALT: () => parts.push(this.SUBRULE(this.path)) },
        { ALT: () => parts.push(this.CONSUME(t.newline)) },
        { ALT: () => parts.push(this.CONSUME(t.semicolon)) },
        { ALT: () => parts.push(this.CONSUME(t.comma)) },
        { ALT: () => parts.push(this.CONSUME(t.comment)) },
        { ALT: () => parts.push(this.CONSUME(t.outside)) },
        { ALT: () => parts.push(this.CONSUME(t.dot)) },
        { ALT: () => parts.push(this.SUBRULE(this.ends)) },
      ]);
    });
    const close = this.OPTION(() => this.CONSUME(t.close));
    this.ACTION(() => this.leave());
    return close === undefined ? { kind: "ends", open, parts } : { kind: "ends", open, parts, close };
  });

  private readonly spread = this.RULE("spread", (): ConcreteSpread => {
    const dots = this.CONSUME(t.spread);
    const source = this.OPTION(() => this.CONSUME(t.scalar));
    return source === undefined ? { kind: "spread", dots } : { kind: "spread", dots, source };
  });

  private readonly reference = this.RULE("reference", (): ConcreteReference => {
    const open = this.CONSUME(t.referenceOpen);
    const parts: (ConcretePath | IToken)[] = [];
    const reference: Mutable<ConcreteReference> = { kind: "reference", open, parts };
    this.MANY(() => {
      this.OR([
        { ALT: () => parts.push(this.SUBRULE1(this.path)) },
        { ALT: () => parts.push(this.CONSUME(t.operator)) },
        { ALT: () => parts.push(this.CONSUME1(t.dot)) },
      ]);
    });
    this.OPTION1(() => (reference.close = this.CONSUME(t.close)));
    this.OPTION2(() => (reference.index = this.CONSUME(t.index)));
    this.OPTION3(() => {
      this.CONSUME2(t.dot);
      this.OPTION4(() => (reference.path = this.SUBRULE2(this.path)));
    });
    return reference;
  });

  private readonly value = this.RULE(
    "value",
    (): ConcreteValue =>
      this.OR<ConcreteValue>([{ ALT: () => this.CONSUME(t.scalar) }, { ALT: () => this.SUBRULE(this.list) }]),
  );

  private readonly list = this.RULE("list", (): ConcreteList => {
    const open = this.CONSUME(t.listOpen);
    const parts: (ConcreteValue | ConcreteSpread)[] = [];
    this.ACTION(() => this.enter(t.listOpen, t.close));
    this.MANY(() => {
      this.OR([
        { ALT: () => parts.push(this.SUBRULE(this.value)) },
        { ALT: () => parts.push(this.SUBRULE(this.spread)) },
        { ALT: () => parts.push(this.CONSUME(t.newline)) },
        { ALT: () => parts.push(this.CONSUME(t.semicolon)) },
        { ALT: () => parts.push(this.CONSUME(t.comma)) },
        { ALT: () => parts.push(this.CONSUME(t.comment)) },
      ]);
    });
    const close = this.OPTION(() => this.CONSUME(t.close));
    this.ACTION(() => this.leave());
    return close === undefined ? { kind: "list", open, parts } : { kind: "list", open, parts, close };
  });

  private readonly map = this.RULE("map", (): ConcreteMap => {
    const map: Mutable<ConcreteMap> = { open: this.CONSUME(t.open), body: [] };
    this.ACTION(() => {
      if (this.enter(t.open, t.rightBrace)) map.tooDeep = true;
    });
    const parts: ConcretePart[] = [];
    map.body = this.SUBRULE(this.body, { ARGS: [parts] });
    this.OPTION(() => (map.close = this.CONSUME(t.rightBrace)));
    this.ACTION(() => this.leave());
    return map;
  });

  /** Goes one level down; below the deepest one, skips to the mark that closes it. Says whether it skipped. */
  private enter(opens: TokenType, closes: TokenType): boolean {
    this.depth++;
    if (this.depth <= this.maxDepth) return false;
    let level = 1;
    for (let token = this.LA(1); token.tokenType !== EOF; token = this.LA(1)) {
      if (tokenMatcher(token, opens)) level++;
      else if (tokenMatcher(token, closes) && --level === 0) break;
      this.SKIP_TOKEN();
    }
    return true;
  }

  private leave(): void {
    this.depth--;
  }
}

/** The parser, made anew: it costs some milliseconds and holds the state of one reading at a time. */
export const createParser = (): { read(tokens: IToken[], maxDepth: number): ConcreteFile } =>
  new SlantParser();
