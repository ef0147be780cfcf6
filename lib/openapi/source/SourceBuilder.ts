import { maxDepth, maxNodes } from '../limits';
import { refuseAt } from '../OpenApiError';
import { type Content, type Scalar, SourceNode } from './SourceNode';

/** Makes nodes for both parsers and holds them to the same bounds. */
export class SourceBuilder {
  private count = 0;

  node(content: Content, line: number, source?: string): SourceNode {
    this.spend(1, line);
    return new SourceNode(content, line, source);
  }

  scalar(value: Scalar, line: number, source: string): SourceNode {
    if (typeof value === 'number' && !Number.isFinite(value))
      refuseAt(line, `The number ${source.slice(0, 40)} is out of range.`);
    return this.node(value, line, source);
  }

  /** Refuses keys that stand twice, and `__proto__`, which is never a name but an attack on JavaScript objects. */
  key(members: Map<string, SourceNode>, key: string, line: number): string {
    if (key === '__proto__') refuseAt(line, 'The key "__proto__" is not allowed.');
    if (members.has(key)) refuseAt(line, `The key "${key.slice(0, 100)}" stands twice in the same object.`);
    return key;
  }

  depth(depth: number, line: number): void {
    if (depth > maxDepth) refuseAt(line, `The document is nested deeper than ${maxDepth} levels.`);
  }

  spend(nodes: number, line: number): void {
    this.count += nodes;
    if (this.count > maxNodes) refuseAt(line, `The document has more than ${maxNodes} values.`);
  }
}
