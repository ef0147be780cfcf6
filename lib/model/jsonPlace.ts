export interface LineRange {
  /** 1-based, both included */
  from: number;
  to: number;
}

interface Node {
  from: number;
  to: number;
  members: Map<string, Node>;
}

/**
 * The lines that a value takes in a JSON text. `path` is written as `Statement[1].Condition`; where it leads to
 * nothing, the innermost value on its way counts. undefined: the text is no JSON.
 */
export function jsonPlace(text: string, path: string): LineRange | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const { from, to } = innermost(new JsonReader(text).value(), path);
  return { from: lineAt(text, from), to: lineAt(text, to) };
}

/** Names may hold dots: the longest that is there wins. A single value counts as a list of one, as in policies. */
function innermost(node: Node, path: string): Node {
  if (path === '') return node;
  const index = /^\[(\d+)\]\.?/.exec(path);
  if (index) {
    const [whole, position = ''] = index;
    return innermost(node.members.get(position) ?? node, path.slice(whole.length));
  }
  const names = [...node.members.keys()].filter(
    (name) => path === name || /^[.[]/.test(path.slice(name.length)),
  );
  const name = names.filter((one) => path.startsWith(one)).sort((a, b) => b.length - a.length)[0];
  const member = name === undefined ? undefined : node.members.get(name);
  return member && name !== undefined ? innermost(member, path.slice(name.length).replace(/^\./, '')) : node;
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** Reads a text that is known to be JSON: no token needs to be checked. */
class JsonReader {
  private readonly tokens: { text: string; at: number }[];
  private next = 0;

  constructor(text: string) {
    const found = text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g);
    this.tokens = [...found].map((match) => ({ text: match[0], at: match.index }));
  }

  value(): Node {
    const start = this.take();
    const node: Node = { from: start.at, to: start.at, members: new Map() };
    if (start.text !== '{' && start.text !== '[') return node;
    while (!/^[}\]]$/.test(this.peek())) {
      const name = start.text === '{' ? this.name() : String(node.members.size);
      node.members.set(name, this.value());
      if (this.peek() === ',') this.take();
    }
    node.to = this.take().at;
    return node;
  }

  private name(): string {
    const name = String(JSON.parse(this.take().text));
    this.take();
    return name;
  }

  private peek = () => this.tokens[this.next]?.text ?? '}';

  private take() {
    const token = this.tokens[this.next] ?? { text: '', at: 0 };
    this.next += 1;
    return token;
  }
}
