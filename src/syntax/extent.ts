import type { IToken } from "chevrotain";
import type { ConcreteEnds, ConcreteList, ConcretePath, ConcreteSpread } from "../../grammar/concrete.ts";

type Piece = IToken | ConcretePath | ConcreteEnds | ConcreteList | ConcreteSpread;

export const endOf = (token: IToken): number => token.startOffset + token.image.length;

export const isToken = <T extends object>(piece: T | IToken): piece is IToken => "tokenType" in piece;

/** Where a piece of a concrete tree starts. */
export const startOfPiece = (piece: Piece): number => {
  if (isToken(piece)) return piece.startOffset;
  if (piece.kind === "path") return piece.tokens[0]?.startOffset ?? 0;
  return (piece.kind === "spread" ? piece.dots : piece.open).startOffset;
};

/** Where a piece of a concrete tree ends. */
export const endOfPiece = (piece: Piece): number => {
  if (isToken(piece)) return endOf(piece);
  switch (piece.kind) {
    case "path":
      return piece.tokens.reduce((_, token) => endOf(token), 0);
    case "spread":
      return endOf(piece.source ?? piece.dots);
    case "ends":
    case "list": {
      const last = piece.close ?? piece.parts.at(-1) ?? piece.open;
      return endOfPiece(last);
    }
  }
};
