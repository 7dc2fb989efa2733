/** px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Lifeline {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Two rails that hold what waits between them. */
  readonly isLane: boolean;
  readonly isDashed: boolean;
}

export interface Head {
  readonly box: Box;
  readonly kind: string;
  readonly lines: readonly string[];
  /** Below it. */
  readonly details: readonly string[];
}

export interface Arrow {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly isLoop: boolean;
  readonly isDashed: boolean;
  readonly head: "filled" | "open" | "none";
  readonly isTailed: boolean;
  /** A dot at its tail, at its end; a cross at its end. */
  readonly isFound: boolean;
  readonly goesOut: boolean;
  readonly isLost: boolean;
  /** It is still on its way at the lower end of the picture. */
  readonly isUnderWay: boolean;
  /** What it brings to a callback. */
  readonly settles: "success" | "failure" | undefined;
  readonly label: Block | undefined;
  readonly detail: Block | undefined;
}

/** Lines of text, and the px that they take in the scene. */
export interface Block {
  readonly lines: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface Frame {
  readonly box: Box;
  readonly title: readonly string[];
  readonly operands: readonly { readonly y: number; readonly lines: readonly string[] }[];
}

export interface Boxed {
  readonly box: Box;
  readonly lines: readonly string[];
}

/** A stretch of a lifeline, or of a lane with so many messages in it. */
export interface Stretch {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Things {
  readonly title: readonly string[];
  readonly lifelines: readonly Lifeline[];
  readonly heads: readonly Head[];
  readonly arrows: readonly Arrow[];
  readonly frames: readonly Frame[];
  readonly boundaries: readonly Frame[];
  readonly notes: readonly Boxed[];
  readonly tags: readonly Boxed[];
  readonly dividers: readonly {
    readonly y: number;
    readonly lines: readonly string[];
    readonly isSilence: boolean;
  }[];
  readonly bars: readonly Stretch[];
  readonly waits: readonly Stretch[];
  readonly bands: readonly (Stretch & { readonly count: string })[];
  readonly ends: readonly { readonly x: number; readonly y: number }[];
  /** Words that belong to nothing of these. */
  readonly words: readonly Block[];
  /** How long something may take: from one height to another, with words among `words`. */
  readonly measures: readonly { readonly block: Block; readonly top: number; readonly bottom: number }[];
}
