// Over 300 lines because Chevrotain wants all rules of a grammar in one class: they refer to each other as its members.
import {
  EmbeddedActionsParser,
  EOF,
  type ILookaheadStrategy,
  type IOrAlt,
  type IToken,
  type Rule,
  type TokenType,
  tokenMatcher,
} from "chevrotain";
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
import { type LookAhead, lookAheadOf } from "./look-ahead.ts";
import { lookAheadRows } from "./look-ahead-rows.ts";
import * as m from "./marks.ts";
import { vocabulary } from "./tokens.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What is open while the parser reads: the parts go into the innermost. */
type OpenMap = Mutable<ConcreteMap> & { readonly body: ConcretePart[] };
type OpenList = Mutable<ConcreteList> & { readonly parts: (ConcreteValue | ConcreteSpread)[] };
type OpenEnds = Mutable<ConcreteEnds> & { readonly parts: (ConcretePath | ConcreteEnds | IToken)[] };
type OpenChain = Mutable<ConcreteChain> & {
  ends: (ConcreteEnd | undefined)[];
  operators: IToken[];
};
type OpenReference = Mutable<ConcreteReference> & { readonly parts: (ConcretePath | IToken)[] };

/** Choices among ways to go on; each is made once, and puts what it reads where it belongs. */
type Ways<T = void> = IOrAlt<T>[];

/** What a loop reads while its gate is open. */
interface Gated {
  readonly GATE: () => boolean;
  readonly DEF: () => void;
}

/**
 * The grammar of Slant (section 3 of the language), and what may be written instead of it: a body takes every token, an end
 * or a value may be missing, a list or a map may never be closed. So the parser reads every text to its end and never has to
 * guess where to go on; what is wrong with a statement is plain from its concrete form.
 *
 * One token of look-ahead decides everything. What nests is kept in lists of our own and not on the call stack: maps within
 * maps are a matter of `{` and `}` in one loop, so that no text is too deep. No rule calls itself, therefore, and what each
 * is reading can be kept in a member: the actions are functions made once, where closures over a rule's own variables would
 * be made anew for every statement, at several times the cost of reading it.
 *
 * Where Chevrotain learns the grammar, it calls every rule once, on no tokens (`RECORDING_PHASE`): then every way is gone, and what
 * needs real tokens is not done.
 */
class SlantParser extends EmbeddedActionsParser {
  private maxDepth = 0;
  /** Maps and lists around the next token. */
  private depth = 0;
  private fileBody: ConcretePart[] = [];
  private maps: OpenMap[] = [];
  private current: Mutable<ConcreteStatement> = {};
  private links: OpenChain = { kind: "chain", ends: [], operators: [] };
  private keys: IToken[] = [];
  private openEnds: OpenEnds[] = [];
  private openLists: OpenList[] = [];
  private referred: Mutable<Partial<OpenReference>> = {};

  constructor({ validate = false, strategy }: Learning) {
    super([...vocabulary], {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: !validate,
      ...(strategy && { lookaheadStrategy: strategy }),
    });
    if (validate || strategy) this.performSelfAnalysis();
    else this.recall();
  }

  /**
   * Takes over what Chevrotain has learned of the grammar before: to learn it anew is most of what making a parser costs, and
   * falls on every start of the command. What comes of it is kept in members that Chevrotain's types do not tell of; tests
   * hold the table, and what the parser reads by it, against what Chevrotain learns itself.
   */
  private recall(): void {
    const learned = this as unknown as {
      selfAnalysisDone: boolean;
      readonly lookAheadFuncsCache: Map<number, LookAhead>;
    };
    const types = new Map(vocabulary.map((type) => [type.name, type]));
    for (const row of lookAheadRows) learned.lookAheadFuncsCache.set(row.key, lookAheadOf(row, types));
    learned.selfAnalysisDone = true;
  }

  /**
   * While it learns the grammar, Chevrotain has other methods stand in front of its own: some ninety, put into the parser one by
   * one and taken out again, which takes longer than all else, and leaves behind an object that V8 thinks of as a dictionary. In a
   * prototype of their own they come and go at once.
   */
  enableRecording(): void {
    const learning = Object.create(SlantParser.prototype);
    Object.setPrototypeOf(this, learning);
    learns.enableRecording.call(learning);
    this.RECORDING_PHASE = true;
  }

  disableRecording(): void {
    Object.setPrototypeOf(this, SlantParser.prototype);
    this.RECORDING_PHASE = false;
  }

  /** Reads one text; `maxDepth` levels of maps and lists are read, deeper ones skipped. */
  read(tokens: IToken[], maxDepth: number): ConcreteFile {
    this.input = tokens;
    this.depth = 0;
    this.maxDepth = maxDepth;
    this.fileBody = [];
    this.maps = [];
    return this.file();
  }

  private readonly file = this.RULE("file", (): ConcreteFile => {
    this.MANY(this.readPart);
    return { body: this.fileBody };
  });

  private readonly readPart = (): void => this.OR(this.part);

  private readonly part: Ways = [
    { ALT: () => this.add(this.CONSUME(c.gap)) },
    { ALT: () => this.add(this.SUBRULE(this.statement)) },
    { ALT: () => this.openMap(this.CONSUME(c.open)) },
    { ALT: () => this.closeMap(this.CONSUME(m.rightBrace)) },
    { ALT: () => this.add(this.CONSUME(m.rightBracket)) },
    { ALT: () => this.add(this.CONSUME(m.dot)) },
  ];

  private innermost(): ConcretePart[] {
    return this.maps.at(-1)?.body ?? this.fileBody;
  }

  private add(part: ConcretePart): void {
    this.innermost().push(part);
  }

  /** The map of the statement before it, or one without a statement. */
  private openMap(open: IToken): void {
    if (this.RECORDING_PHASE) return;
    const map: OpenMap = { open, body: [] };
    const before: Mutable<ConcretePart> | undefined = this.innermost().at(-1);
    if (before !== undefined && !("image" in before) && before.map === undefined) before.map = map;
    else this.add({ map });
    this.maps.push(map);
    if (this.enter(c.open, m.rightBrace)) map.tooDeep = true;
  }

  private closeMap(brace: IToken): void {
    const map = this.maps.pop();
    if (map === undefined) {
      this.fileBody.push(brace);
      return;
    }
    map.close = brace;
    this.depth--;
  }

  /** All of a statement but its map. */
  private readonly statement = this.RULE("statement", (): ConcreteStatement => {
    const statement: Mutable<ConcreteStatement> = {};
    this.current = statement;
    this.OR(this.head);
    if (this.RECORDING_PHASE || this.endsInDot()) this.OPTION1(this.readScoped);
    if (this.RECORDING_PHASE || statement.head !== undefined) this.OPTION2(this.readLabel);
    return statement;
  });

  private readonly head: Ways<unknown> = [
    { ALT: () => (this.current.head = this.SUBRULE(this.chain)) },
    { ALT: () => (this.current.head = this.SUBRULE(this.spread)) },
    { ALT: () => (this.current.head = this.SUBRULE1(this.reference)) },
    { ALT: () => this.SUBRULE1(this.label) },
  ];

  private endsInDot(): boolean {
    const { head } = this.current;
    return head?.kind === "chain" && head.operators.length === 0 && this.LA(0).tokenType === m.dot;
  }

  private readonly readScoped = (): void => {
    const scope = this.current.head;
    this.current.head = this.SUBRULE2(this.reference);
    if (scope?.kind === "chain") this.current.scope = scope;
  };

  private readonly readLabel = (): void => this.SUBRULE2(this.label);

  /** `: value`, in which the value may be missing. */
  private readonly label = this.RULE("label", (): void => {
    this.current.colon = this.CONSUME(c.colon);
    this.OPTION(this.readValue);
  });

  private readonly readValue = (): unknown => this.OR(this.value);

  private readonly value: Ways<unknown> = [
    { ALT: () => (this.current.value = this.CONSUME(c.scalar)) },
    { ALT: () => (this.current.value = this.SUBRULE(this.list)) },
  ];

  private readonly chain = this.RULE("chain", (): ConcreteChain => {
    const links: OpenChain = { kind: "chain", ends: noEnds, operators: noOperators };
    this.links = links;
    this.OR(this.start);
    this.MANY(this.readLink);
    return links;
  });

  private readonly start: Ways<unknown> = [
    { ALT: () => (this.links.ends = [this.SUBRULE(this.end)]) },
    {
      ALT: () => {
        this.links.ends = [undefined];
        this.SUBRULE1(this.link);
      },
    },
  ];

  private readonly readLink = (): void => this.SUBRULE2(this.link);

  private readonly link = this.RULE("link", (): void => {
    const { links } = this;
    links.operators = withOne(links.operators, this.CONSUME(c.operator));
    links.ends = withOne(links.ends, this.OPTION(this.readEnd));
  });

  private readonly readEnd = (): ConcreteEnd => this.SUBRULE(this.end);

  private readonly end = this.RULE("end", (): ConcreteEnd => this.OR(this.endForms));

  private readonly endForms: Ways<ConcreteEnd> = [
    { ALT: () => this.SUBRULE(this.path) },
    { ALT: () => this.CONSUME(m.outside) },
    { ALT: () => this.SUBRULE(this.ends) },
  ];

  private readonly path = this.RULE("path", (): ConcretePath => {
    const tokens = [this.CONSUME1(c.key)];
    this.keys = tokens;
    this.MANY(this.readDot);
    return { kind: "path", tokens };
  });

  private readonly readDot = (): void => {
    this.keys.push(this.CONSUME(m.dot));
    this.OPTION(this.readKey);
  };

  private readonly readKey = (): unknown => this.keys.push(this.CONSUME2(c.key));

  /** `[a; b]` of participants, and, by mistake, lists within. */
  private readonly ends = this.RULE("ends", (): ConcreteEnds => {
    const outer: OpenEnds = { kind: "ends", open: this.CONSUME1(m.endsOpen), parts: [] };
    this.openEnds = [outer];
    this.enterList(outer, m.endsOpen);
    this.MANY(this.insideEnds);
    this.leaveLists(this.openEnds);
    return outer;
  });

  private readonly insideEnds: Gated = {
    GATE: () => this.openEnds.length > 0,
    DEF: () => this.OR(this.partOfEnds),
  };

  private readonly partOfEnds: Ways = [
    { ALT: () => this.addEnd(this.SUBRULE(this.path)) },
    { ALT: () => this.addEnd(this.CONSUME(c.gap)) },
    { ALT: () => this.addEnd(this.CONSUME(m.outside)) },
    { ALT: () => this.addEnd(this.CONSUME(m.dot)) },
    {
      ALT: () => {
        const inner: OpenEnds = { kind: "ends", open: this.CONSUME2(m.endsOpen), parts: [] };
        this.addEnd(inner);
        this.openEnds.push(inner);
        this.enterList(inner, m.endsOpen);
      },
    },
    { ALT: () => this.closeList(this.openEnds, this.CONSUME(c.close)) },
  ];

  private addEnd(part: OpenEnds["parts"][number]): void {
    this.openEnds.at(-1)?.parts.push(part);
  }

  private readonly spread = this.RULE("spread", (): ConcreteSpread => {
    const dots = this.CONSUME(m.spread);
    const source = this.OPTION(this.readScalar);
    return source === undefined ? { kind: "spread", dots } : { kind: "spread", dots, source };
  });

  private readonly readScalar = (): IToken => this.CONSUME(c.scalar);

  private readonly reference = this.RULE("reference", (): ConcreteReference => {
    const reference: OpenReference = { kind: "reference", open: this.CONSUME(m.referenceOpen), parts: [] };
    this.referred = reference;
    this.MANY(this.readReferred);
    this.OPTION1(this.readReferenceClose);
    this.OPTION2(this.readIndex);
    this.OPTION3(this.readReferencePath);
    return reference;
  });

  private readonly readReferred = (): unknown => this.OR(this.partOfReference);

  private readonly partOfReference: Ways<unknown> = [
    { ALT: () => this.referred.parts?.push(this.SUBRULE1(this.path)) },
    { ALT: () => this.referred.parts?.push(this.CONSUME(c.operator)) },
    { ALT: () => this.referred.parts?.push(this.CONSUME1(m.dot)) },
  ];

  private readonly readReferenceClose = (): unknown => (this.referred.close = this.CONSUME(c.close));
  private readonly readIndex = (): unknown => (this.referred.index = this.CONSUME(m.index));
  private readonly readReferencePath = (): void => {
    this.CONSUME2(m.dot);
    this.OPTION4(this.readReferenceKeys);
  };
  private readonly readReferenceKeys = (): unknown => (this.referred.path = this.SUBRULE2(this.path));

  /** `[a; b]` of values, and lists within. */
  private readonly list = this.RULE("list", (): ConcreteList => {
    const outer: OpenList = { kind: "list", open: this.CONSUME1(m.listOpen), parts: [] };
    this.openLists = [outer];
    this.enterList(outer, m.listOpen);
    this.MANY(this.insideList);
    this.leaveLists(this.openLists);
    return outer;
  });

  private readonly insideList: Gated = {
    GATE: () => this.openLists.length > 0,
    DEF: () => this.OR(this.partOfList),
  };

  private readonly partOfList: Ways = [
    { ALT: () => this.addItem(this.CONSUME(c.scalar)) },
    { ALT: () => this.addItem(this.SUBRULE(this.spread)) },
    { ALT: () => this.addItem(this.CONSUME(c.gap)) },
    {
      ALT: () => {
        const inner: OpenList = { kind: "list", open: this.CONSUME2(m.listOpen), parts: [] };
        this.addItem(inner);
        this.openLists.push(inner);
        this.enterList(inner, m.listOpen);
      },
    },
    { ALT: () => this.closeList(this.openLists, this.CONSUME(c.close)) },
  ];

  private addItem(part: OpenList["parts"][number]): void {
    this.openLists.at(-1)?.parts.push(part);
  }

  private enterList(list: OpenList | OpenEnds, opens: TokenType): void {
    if (!this.RECORDING_PHASE && this.enter(opens, c.close)) list.tooDeep = true;
  }

  private closeList(open: (OpenList | OpenEnds)[], close: IToken): void {
    const list = open.pop();
    if (list !== undefined) list.close = close;
    this.depth--;
  }

  /** What is never closed ends with the statement. */
  private leaveLists(open: readonly unknown[]): void {
    this.depth -= open.length;
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

/** Chevrotain's own, which its types do not tell of. */
const learns = EmbeddedActionsParser.prototype as unknown as { readonly enableRecording: () => void };

const noEnds: (ConcreteEnd | undefined)[] = [];
const noOperators: IToken[] = [];

/** A list with one more: most hold one or two, for which a list that is pushed to keeps room for seventeen. */
const withOne = <T>(list: T[], item: T): T[] => {
  const [first] = list;
  if (list.length === 0) return [item];
  if (list.length === 1) return [first as T, item];
  list.push(item);
  return list;
};

/** Reads the tokens of one text after another. */
export interface TokenReader {
  read(tokens: IToken[], maxDepth: number): ConcreteFile;
  /** The rules as Chevrotain learned them, for who prints the grammar; none where it was told the grammar. */
  getGAstProductions(): Readonly<Record<string, Rule>>;
}

/** How a parser comes to know its grammar; by default it is told. */
export interface Learning {
  /** Chevrotain learns the grammar, looks for mistakes in it, and throws. */
  readonly validate?: boolean;
  /** Chevrotain learns the grammar, and asks this how to look ahead. */
  readonly strategy?: ILookaheadStrategy;
}

/** The parser, made anew: that costs some milliseconds. */
export const createParser = (learning: Learning = {}): TokenReader => new SlantParser(learning);
