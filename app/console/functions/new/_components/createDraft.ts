import type { FunctionInput, FunctionRuntime } from '@/lib/model/function';
import type { Blueprint } from '../../_components/blueprints/Blueprint';

/** The form's state. */
export interface CreateDraft {
  functionName: string;
  from: 'blueprint' | 'zip';
  blueprintId: string;
  runtime: FunctionRuntime;
  handler: string;
  zip: File | null;
}

/** Without the code: what a zip is sent with. */
export type NewConfiguration = Omit<FunctionInput, 'code'>;

const firstRuntime = {
  nodejs: 'nodejs20.x',
  python: 'python3.x',
  provided: 'provided.al2023',
} as const satisfies Record<Blueprint['family'], FunctionRuntime>;

export const emptyDraft = (blueprint: Blueprint | undefined): CreateDraft => ({
  functionName: '',
  from: 'blueprint',
  blueprintId: blueprint?.id ?? '',
  runtime: firstRuntime[blueprint?.family ?? 'nodejs'],
  handler: 'index.handler',
  zip: null,
});

/** The runtime stays when it takes the blueprint's code. */
export function withBlueprint(draft: CreateDraft, { id, family }: Blueprint): CreateDraft {
  const fits = draft.runtime.startsWith(family);
  return { ...draft, blueprintId: id, runtime: fits ? draft.runtime : firstRuntime[family] };
}

export function configurationOf(draft: CreateDraft, blueprint: Blueprint | undefined): NewConfiguration {
  return {
    functionName: draft.functionName.trim(),
    runtime: draft.runtime,
    handler: draft.handler.trim(),
    ...(draft.from === 'blueprint' && blueprint?.configuration),
  };
}
