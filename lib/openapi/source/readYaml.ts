import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Pair,
  Parser,
  type Scalar,
} from 'yaml';
import { maxAliases, maxDepth, maxYamlTokens } from '../limits';
import { refuseAt } from '../OpenApiError';
import { SourceBuilder } from './SourceBuilder';
import type { SourceNode } from './SourceNode';

const coreTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`),
);

/**
 * YAML 1.2 (core schema) text as a tree with lines. Refused: several documents, merge keys, tags other than the
 * core schema's, duplicate keys, more than `maxAliases` aliases.
 * @throws OpenApiError with the line
 */
export function readYaml(text: string): SourceNode {
  const lines = new LineCounter();
  const documents = [...new Composer({ schema: 'core', uniqueKeys: false }).compose(tokens(text, lines))];
  const [document, second] = documents;
  const problem = documents.flatMap((each) => each.errors)[0];
  if (problem) refuseAt(lineAt(lines, problem.pos[0]), `Invalid YAML: ${problem.message}`);
  if (second) refuseAt(lineAt(lines, second.range[0]), 'The text holds more than one YAML document.');
  if (!document?.contents) return refuseAt(1, 'The document is empty.');
  return new YamlReader(document, lines).root();
}

/** The token stream, cut off before a bomb costs more than the bounds: composing is recursive and slow. */
function* tokens(text: string, lines: LineCounter) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (++count > maxYamlTokens)
      refuseAt(
        lineAt(lines, parser.offset),
        'The document is too large to be read as YAML: convert it to JSON.',
      );
    if (parser.stack.length > maxDepth + 2)
      refuseAt(lineAt(lines, parser.offset), `The document is nested deeper than ${maxDepth} levels.`);
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

const lineAt = (lines: LineCounter, offset: number) => Math.max(1, lines.linePos(offset).line);

class YamlReader {
  private readonly build = new SourceBuilder();
  private readonly anchors = new Map<string, { node: SourceNode; size: number }>();
  private aliases = 0;
  private made = 0;

  constructor(
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  root(): SourceNode {
    return this.value(this.document.contents, 0, 1);
  }

  private value(yaml: unknown, depth: number, line: number): SourceNode {
    this.build.depth(depth, line);
    if (isAlias(yaml)) return this.alias(yaml.source, line);
    const before = this.made;
    const node = this.collectionOrScalar(yaml, depth, line);
    if (hasAnchor(yaml)) this.anchors.set(yaml.anchor, { node, size: this.made - before });
    return node;
  }

  private collectionOrScalar(yaml: unknown, depth: number, line: number): SourceNode {
    this.made++;
    this.checkTag(yaml, line);
    if (isMap(yaml)) return this.build.node(this.members(yaml.items, depth), line);
    if (isSeq(yaml)) {
      const items = yaml.items.map((item) => this.value(item, depth + 1, this.lineOf(item, line)));
      return this.build.node(items, line);
    }
    if (!isScalar(yaml)) return this.build.scalar(null, line, '');
    return this.scalar(yaml, line);
  }

  private members(pairs: Pair<unknown, unknown>[], depth: number): Map<string, SourceNode> {
    const members = new Map<string, SourceNode>();
    for (const pair of pairs) {
      const line = this.lineOf(pair.key, 1);
      const key = this.build.key(members, this.keyText(pair.key, line), line);
      members.set(key, this.value(pair.value, depth + 1, line));
    }
    return members;
  }

  private keyText(key: unknown, line: number): string {
    if (!isScalar(key) || key.value === null) return refuseAt(line, 'A key must be a text.');
    this.checkTag(key, line);
    if (key.value === '<<') refuseAt(line, 'Merge keys (<<) are not allowed: write the members out.');
    return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
  }

  private scalar(yaml: Scalar, line: number): SourceNode {
    const { value } = yaml;
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    )
      return this.build.scalar(value, line, yaml.source ?? String(value));
    return refuseAt(line, 'A value of this type is not allowed.');
  }

  private alias(name: string, line: number): SourceNode {
    const anchor = this.anchors.get(name);
    if (!anchor) return refuseAt(line, `The alias *${name} has no anchor before it, or stands inside it.`);
    if (++this.aliases > maxAliases) refuseAt(line, `The document has more than ${maxAliases} aliases.`);
    this.build.spend(anchor.size, line);
    this.made += anchor.size;
    return anchor.node.copy();
  }

  private checkTag(yaml: unknown, line: number): void {
    const tag = isMap(yaml) || isSeq(yaml) || isScalar(yaml) ? yaml.tag : undefined;
    if (tag && !coreTags.has(tag)) refuseAt(line, `The tag ${tag.slice(0, 100)} is not allowed.`);
  }

  private lineOf(yaml: unknown, otherwise: number): number {
    const range = isMap(yaml) || isSeq(yaml) || isScalar(yaml) || isAlias(yaml) ? yaml.range : undefined;
    return range ? lineAt(this.lines, range[0]) : otherwise;
  }
}

function hasAnchor(yaml: unknown): yaml is { anchor: string } {
  return (isMap(yaml) || isSeq(yaml) || isScalar(yaml)) && typeof yaml.anchor === 'string';
}
