import { type GlobPart, globMatches, parseGlob } from './glob';
import type { PolicyRequest } from './PolicyRequest';

type Piece = string | { key: string; otherwise: string | undefined };

/**
 * A text of a policy with its variables: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`, and `${*}`, `${?}`,
 * `${$}` for the letters themselves
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html). Variables are of Version
 * 2012-10-17; in the older version they are letters like any other.
 */
export class PolicyText {
  private readonly pieces: Piece[];
  private readonly fixed: GlobPart[] | undefined;

  constructor(
    readonly source: string,
    hasVariables: boolean,
  ) {
    this.pieces = hasVariables ? split(source) : [source];
    this.fixed = this.pieces.every((piece) => typeof piece === 'string')
      ? this.partsFor(undefined)
      : undefined;
  }

  /** Its letters for this request; undefined where a variable has no single value: it then fits nothing. */
  text(request: PolicyRequest): string | undefined {
    let text = '';
    for (const piece of this.pieces) {
      const value = typeof piece === 'string' ? piece : variableValue(piece, request);
      if (value === undefined) return undefined;
      text += value;
    }
    return text;
  }

  /** Whether a text fits, `*` and `?` being wildcards; what a variable brings never is. */
  fits(text: string, request: PolicyRequest): boolean {
    const parts = this.fixed ?? this.partsFor(request);
    return parts !== undefined && globMatches(parts, text);
  }

  private partsFor(request: PolicyRequest | undefined): GlobPart[] | undefined {
    const parts: GlobPart[] = [];
    for (const piece of this.pieces) {
      if (typeof piece === 'string') {
        parts.push(...parseGlob(piece));
        continue;
      }
      const value = request && variableValue(piece, request);
      if (value === undefined) return undefined;
      parts.push({ text: value });
    }
    return parts;
  }
}

const SPECIAL = new Set(['*', '?', '$']);

function variableValue(
  { key, otherwise }: Exclude<Piece, string>,
  { context }: PolicyRequest,
): string | undefined {
  if (SPECIAL.has(key)) return key;
  const values = context.get(key) ?? [];
  return values.length === 1 ? values[0] : otherwise;
}

function split(source: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = 0;
  for (const match of source.matchAll(/\$\{([^{}$,]+|\$)(?:,\s*'([^']*)')?\}/g)) {
    if (match.index > rest) pieces.push(source.slice(rest, match.index));
    pieces.push({ key: (match[1] ?? '').trim().toLowerCase(), otherwise: match[2] });
    rest = match.index + match[0].length;
  }
  if (rest < source.length || pieces.length === 0) pieces.push(source.slice(rest));
  return pieces;
}
