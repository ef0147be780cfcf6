export type Scalar = string | number | boolean | null;
export type Content = Scalar | Map<string, SourceNode> | SourceNode[];

/** `entered`: its children were looked at one by one; `whole`: it was used with all that is below it. */
export type Reading = 'unread' | 'entered' | 'whole';

/**
 * One value of a document, with its place. Readers mark what they use, so that the rest can be reported: what
 * nobody marks is by definition not honoured.
 */
export class SourceNode {
  reading: Reading = 'unread';
  parent: SourceNode | undefined;
  /** Key or index in the parent. */
  segment = '';

  /**
   * @param line 1-based; of the key for a member of an object
   * @param source a scalar's own spelling: `1.10` must not become 1.1 where a text is wanted
   */
  constructor(
    readonly content: Content,
    readonly line: number,
    readonly source = '',
  ) {
    if (content instanceof Map) for (const [key, child] of content) child.adopt(this, key);
    else if (Array.isArray(content))
      for (const [index, child] of content.entries()) child.adopt(this, `${index}`);
  }

  /** JSON pointer (RFC 6901). */
  get pointer(): string {
    if (!this.parent) return '';
    return `${this.parent.pointer}/${escapeSegment(this.segment)}`;
  }

  /** The child under a key or an index. */
  child(segment: string): SourceNode | undefined {
    if (this.content instanceof Map) return this.content.get(segment);
    return Array.isArray(this.content) && /^\d+$/.test(segment) ? this.content[Number(segment)] : undefined;
  }

  /** The node at the end of a path, or the last one on the way that exists. */
  nearest(path: readonly PropertyKey[]): SourceNode {
    let at: SourceNode = this;
    for (const segment of path) at = at.child(String(segment)) ?? at;
    return at;
  }

  /** The value as plain data. Does not mark. */
  toValue(): unknown {
    if (Array.isArray(this.content)) return this.content.map((child) => child.toValue());
    if (!(this.content instanceof Map)) return this.content;
    return Object.fromEntries([...this.content].map(([key, child]) => [key, child.toValue()]));
  }

  /** A second, unread tree of the same content: what stands behind one alias may be honoured there and not here. */
  copy(): SourceNode {
    if (Array.isArray(this.content))
      return new SourceNode(
        this.content.map((child) => child.copy()),
        this.line,
      );
    if (!(this.content instanceof Map)) return new SourceNode(this.content, this.line, this.source);
    const members = [...this.content].map(([key, child]) => [key, child.copy()] as const);
    return new SourceNode(new Map(members), this.line);
  }

  private adopt(parent: SourceNode, segment: string): void {
    this.parent = parent;
    this.segment = segment;
  }
}

/** Marks a node whose children are looked at one by one. */
export function enter(node: SourceNode): void {
  if (node.reading === 'unread') node.reading = 'entered';
}

/** A key as a segment of a JSON pointer. */
export const escapeSegment = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1');

/** `a text`, `an object`: what a value is, for a sentence. */
export function kindOf(node: SourceNode): string {
  if (node.content === null) return 'null';
  if (node.content instanceof Map) return 'an object';
  if (Array.isArray(node.content)) return 'a list';
  return { string: 'a text', number: 'a number', boolean: 'true or false' }[
    typeof node.content as 'string' | 'number' | 'boolean'
  ];
}
