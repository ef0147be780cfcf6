import type { Node } from '../syntax/nodes';
import { compileBody } from './compileBody';
import type { Scope } from './Scope';

/** Registers every macro of a template, also those within other directives, before any body can call one. */
export function compileMacros(scope: Scope, nodes: readonly Node[]): void {
  for (const node of nodes) {
    for (const body of bodiesOf(node)) compileMacros(scope, body);
    if (node.kind !== 'macro') continue;
    scope.macros.set(node.name, compileBody(scope.inMacro(node.params), node.body));
  }
}

function bodiesOf(node: Node): readonly Node[][] {
  switch (node.kind) {
    case 'if':
      return [...node.branches.map((branch) => branch.body), node.otherwise];
    case 'foreach':
    case 'define':
    case 'macro':
      return [node.body];
    default:
      return [];
  }
}
