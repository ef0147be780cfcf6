import { newId } from '@/lib/model/ids';
import type { Method } from '@/lib/model/method';
import { isGreedy, isVariable, joinPath, pathPart } from '@/lib/model/pathPart';
import type { Resource } from '@/lib/model/restApi';
import { maxResources } from '../limits';
import type { SourceNode } from '../source/SourceNode';
import type { Reading } from './Reading';

/** Resources by path. Every step of a path is one, as on AWS, and AWS's rules for path parts hold. */
export class ResourceTree {
  private readonly byPath = new Map<string, Resource>();
  /** parent's path -> its one variable part */
  private readonly variables = new Map<string, string>();
  private readonly ids = new Set<string>();

  constructor(private readonly reading: Reading) {
    this.byPath.set('/', { id: newId(10), path: '/', resourceMethods: {} });
  }

  /** The resource at `parts`, made with its parents; undefined, and refused at `node`, when a rule forbids it. */
  ensure(parts: string[], node: SourceNode): Resource | undefined {
    let parent = this.byPath.get('/');
    for (const part of parts) {
      if (!parent) return undefined;
      parent = this.byPath.get(joinPath(parent.path, part)) ?? this.add(parent, part, node);
    }
    return parent;
  }

  addMethod(resource: Resource, method: Method, node: SourceNode): void {
    if (Object.hasOwn(resource.resourceMethods, method.httpMethod))
      this.reading.refuse(node, `${resource.path} has the method ${method.httpMethod} twice.`);
    resource.resourceMethods[method.httpMethod] = method;
  }

  /** Sorted by path, which puts parents before children and makes export and import agree. */
  get all(): Resource[] {
    return [...this.byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  private add(parent: Resource, part: string, node: SourceNode): Resource | undefined {
    const fault = this.fault(parent, part);
    if (fault) return this.reading.refuse(node, fault);
    if (isVariable(part)) this.variables.set(parent.path, part);
    const path = joinPath(parent.path, part);
    const resource = { id: this.freshId(), parentId: parent.id, pathPart: part, path, resourceMethods: {} };
    this.byPath.set(path, resource);
    return resource;
  }

  private fault(parent: Resource, part: string): string | undefined {
    if (this.byPath.size >= maxResources) return `An API has at most ${maxResources} resources.`;
    const parsed = pathPart.safeParse(part);
    if (!parsed.success) return `"${part.slice(0, 100)}": ${parsed.error.issues[0]?.message}.`;
    if (isGreedy(parent.path))
      return `The greedy parameter in ${parent.path} must be the last part of a path.`;
    const sibling = this.variables.get(parent.path);
    if (sibling && isVariable(part))
      return `A sibling (${sibling}) of this resource already has a variable path part -- only one is allowed`;
    return undefined;
  }

  /** Six characters repeat by chance among some ten thousand. */
  private freshId(): string {
    let id = newId(6);
    while (this.ids.has(id)) id = newId(6);
    this.ids.add(id);
    return id;
  }
}
