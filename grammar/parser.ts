// Over 300 lines because Chevrotain wants all rules of a grammar in one class: they refer to each other as its members.
import { EmbeddedActionsParser, EOF, type IToken, type Rule, type TokenType, tokenMatcher } from "chevrotain";
import * as c from "./categories.ts";
import type {
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
import { oneTokenLookAhead } from "./look-ahead.ts";
import * as m from "./marks.ts";
import { vocabulary } from "./tokens.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What is open while the parser reads: the parts go into the innermost. */
type OpenMap = Mutable<ConcreteMap> & { readonly body: ConcretePart[] };
type OpenList = Mutable<ConcreteList> & { readonly parts: (ConcreteValue | ConcreteSpread)[] };
type OpenEnds = Mutable<ConcreteEnds> & { readonly parts: (ConcretePath | ConcreteEnds | IToken)[] };

/**
 * The grammar of Slant (section 3 of the language), and what may be written instead of it: a body takes every token, an end
 * or a value may be missing, a list or a map may never be closed. So the parser reads every text to its end and never has to
 * guess where to go on; what is wrong with a statement is plain from its concrete form.
 *
 * One token of look-ahead decides everything. What nests is kept in lists of our own and not on the call stack: maps within
 * maps are a matter of `{` and `}` in one loop, so that no text is too deep. Chevrotain calls every rule once, without
 * arguments and on no tokens, to learn the grammar; hence the defaults, and `ACTION` around what needs real tokens.
 */
class SlantParser extends EmbeddedActionsParser {
  private maxDepth = 0;
  /** Maps and lists around the next token. */
  private depth = 0;

  constructor(skipValidations: boolean) {
    super([...vocabulary], {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations,
      ...(skipValidations && { lookaheadStrategy: oneTokenLookAhead }),
    });
    this.performSelfAnalysis();
  }

  /** Reads one text; `maxDepth` levels of maps and lists are read, deeper ones skipped. */
  read(tokens: IToken[], maxDepth: number): ConcreteFile {
    this.input = tokens;
    this.depth = 0;
    this.maxDepth = maxDepth;
    return this.file();
  }

  private readonly file = this.RULE("file", (): ConcreteFile => {
    const body: ConcretePart[] = [];
    const maps: OpenMap[] = [];
    const add = (part: ConcretePart): void => {
      (maps.at(-1)?.body ?? body).push(part);
    };
    this.MANY(() => {
      this.OR([
        { ALT: () => add(this.CONSUME(c.gap)) },
        { ALT: () => add(this.SUBRULE(this.statement)) },
        {
          ALT: () => {
            const map: OpenMap = { open: this.CONSUME(c.open), body: [] };
            this.ACTION(() => {
              const before: Mutable<ConcretePart> | undefined = (maps.at(-1)?.body ?? body).at(-1);
              if (before !== undefined && !("image" in before) && before.map === undefined) before.map = map;
              else add({ map });
              maps.push(map);
              if (this.enter(c.open, m.rightBrace)) map.tooDeep = true;
            });
          },
        },
        {
          ALT: () => {
            const brace = this.CONSUME(m.rightBrace);
            const map = maps.pop();
            if (map === undefined) {
              body.push(brace);
            } else {
              map.close = brace;
              this.depth--;
            }
          },
        },
        { ALT: () => add(this.CONSUME(m.rightBracket)) },
        { ALT: () => add(this.CONSUME(m.dot)) },
      ]);
    });
    return { body };
  });

  /** All of a statement but its map. */
  private readonly statement = this.RULE("statement", (): ConcreteStatement => {
    const statement: Mutable<ConcreteStatement> = {};
    this.OR([
      { ALT: () => (statement.head = this.SUBRULE(this.chain)) },
      { ALT: () => (statement.head = this.SUBRULE(this.spread)) },
      { ALT: () => (statement.head = this.SUBRULE1(this.reference)) },
      { ALT: () => this.SUBRULE1(this.label, { ARGS: [statement] }) },
    ]);
    this.OPTION1({
      GATE: () =>
        statement.head?.kind === "chain" &&
        statement.head.operators.length === 0 &&
        this.LA(0).tokenType === m.dot,
      DEF: () => {
        const scope = statement.head;
        statement.head = this.SUBRULE2(this.reference);
        if (scope?.kind === "chain") statement.scope = scope;
      },
    });
    this.OPTION2({
      GATE: () => statement.head !== undefined,
      DEF: () => this.SUBRULE2(this.label, { ARGS: [statement] }),
    });
    return statement;
  });

  /** `: value`, in which the value may be missing. */
  private readonly label = this.RULE("label", (statement: Mutable<ConcreteStatement> = {}): void => {
    statement.colon = this.CONSUME(c.colon);
    this.OPTION(() => {
      this.OR([
        { ALT: () => (statement.value = this.CONSUME(c.scalar)) },
        { ALT: () => (statement.value = this.SUBRULE(this.list)) },
      ]);
    });
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
      operators.push(this.CONSUME(c.operator));
      ends.push(this.OPTION(() => this.SUBRULE(this.end)));
    },
  );

  private readonly end = this.RULE(
    "end",
    (): ConcreteEnd =>
      this.OR<ConcreteEnd>([
        { ALT: () => this.SUBRULE(this.path) },
        { ALT: () => this.CONSUME(m.outside) },
        { ALT: () => this.SUBRULE(this.ends) },
      ]),
  );

  private readonly path = this.RULE("path", (): ConcretePath => {
    const tokens = [this.CONSUME1(c.key)];
    this.MANY(() => {
      tokens.push(this.CONSUME(m.dot));
      this.OPTION(() => tokens.push(this.CONSUME2(c.key)));
    });
    return { kind: "path", tokens };
  });

  /** `[a; b]` of participants, and, by mistake, lists within. */
  private readonly ends = this.RULE("ends", (): ConcreteEnds => {
    const outer: OpenEnds = { kind: "ends", open: this.CONSUME1(m.endsOpen), parts: [] };
    const open = [outer];
    const add = (part: OpenEnds["parts"][number]): void => {
      open.at(-1)?.parts.push(part);
    };
    this.ACTION(() => this.enterList(outer, m.endsOpen));
    this.MANY({
      GATE: () => open.length > 0,
      DEF: () => {
        this.OR([
          { ALT: () => add(this.SUBRULE(this.path)) },
          { ALT: () => add(this.CONSUME(c.gap)) },
          { ALT: () => add(this.CONSUME(m.outside)) },
          { ALT: () => add(this.CONSUME(m.dot)) },
          {
            ALT: () => {
              const inner: OpenEnds = { kind: "ends", open: this.CONSUME2(m.endsOpen), parts: [] };
              add(inner);
              open.push(inner);
              this.ACTION(() => this.enterList(inner, m.endsOpen));
            },
          },
          { ALT: () => this.closeList(open, this.CONSUME(c.close)) },
        ]);
      },
    });
    this.ACTION(() => {
      this.depth -= open.length;
    });
    return outer;
  });

  private readonly spread = this.RULE("spread", (): ConcreteSpread => {
    const dots = this.CONSUME(m.spread);
    const source = this.OPTION(() => this.CONSUME(c.scalar));
    return source === undefined ? { kind: "spread", dots } : { kind: "spread", dots, source };
  });

  private readonly reference = this.RULE("reference", (): ConcreteReference => {
    const open = this.CONSUME(m.referenceOpen);
    const parts: (ConcretePath | IToken)[] = [];
    const reference: Mutable<ConcreteReference> = { kind: "reference", open, parts };
    this.MANY(() => {
      this.OR([
        { ALT: () => parts.push(this.SUBRULE1(this.path)) },
        { ALT: () => parts.push(this.CONSUME(c.operator)) },
        { ALT: () => parts.push(this.CONSUME1(m.dot)) },
      ]);
    });
    this.OPTION1(() => (reference.close = this.CONSUME(c.close)));
    this.OPTION2(() => (reference.index = this.CONSUME(m.index)));
    this.OPTION3(() => {
      this.CONSUME2(m.dot);
      this.OPTION4(() => (reference.path = this.SUBRULE2(this.path)));
    });
    return reference;
  });

  /** `[a; b]` of values, and lists within. */
  private readonly list = this.RULE("list", (): ConcreteList => {
    const outer: OpenList = { kind: "list", open: this.CONSUME1(m.listOpen), parts: [] };
    const open = [outer];
    const add = (part: OpenList["parts"][number]): void => {
      open.at(-1)?.parts.push(part);
    };
    this.ACTION(() => this.enterList(outer, m.listOpen));
    this.MANY({
      GATE: () => open.length > 0,
      DEF: () => {
        this.OR([
          { ALT: () => add(this.CONSUME(c.scalar)) },
          { ALT: () => add(this.SUBRULE(this.spread)) },
          { ALT: () => add(this.CONSUME(c.gap)) },
          {
            ALT: () => {
              const inner: OpenList = { kind: "list", open: this.CONSUME2(m.listOpen), parts: [] };
              add(inner);
              open.push(inner);
              this.ACTION(() => this.enterList(inner, m.listOpen));
            },
          },
          { ALT: () => this.closeList(open, this.CONSUME(c.close)) },
        ]);
      },
    });
    this.ACTION(() => {
      this.depth -= open.length;
    });
    return outer;
  });

  private enterList(list: OpenList | OpenEnds, opens: TokenType): void {
    if (this.enter(opens, c.close)) list.tooDeep = true;
  }

  private closeList(open: (OpenList | OpenEnds)[], close: IToken): void {
    const list = open.pop();
    if (list !== undefined) list.close = close;
    this.depth--;
  }

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
}

/** Reads the tokens of one text after another. */
export interface TokenReader {
  read(tokens: IToken[], maxDepth: number): ConcreteFile;
  /** The rules as Chevrotain learned them, for who prints the grammar. */
  getGAstProductions(): Readonly<Record<string, Rule>>;
}

/** The parser, made anew: that costs some milliseconds. `validate` looks for mistakes in the grammar itself, and throws. */
export const createParser = ({ validate = false } = {}): TokenReader => new SlantParser(!validate);
