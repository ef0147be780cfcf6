'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { fieldErrorLines } from '@/components/console/drafts/DraftForm';
import { jsonProblem } from '@/components/ui/jsonProblem';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { ApiModel } from '@/lib/model/restApi';
import { createModel, updateModel } from '../actions';
import { type ModelDraft, modelDraft } from './modelDraft';
import { modelHref } from './modelHref';

const fields = ['name', 'contentType', 'description', 'schema'] as const;

/** The draft of a model, what is wrong with it, and its way to the control plane. */
export function useModelForm(restApiId: string, model?: ApiModel) {
  const router = useRouter();
  const [draft, setDraft] = useState(() => modelDraft(model));
  const creation = useAction(createModel, { fields });
  const change = useAction(updateModel, { fields });
  const action = model ? change : creation;
  const problem = jsonProblem(draft.schema);
  const edited = JSON.stringify(draft) !== JSON.stringify(modelDraft(model));
  // A new one can be made of the sample as it is.
  const dirty = edited || !model;
  useUnsavedGuard(edited && !action.pending);
  const create = async () => {
    const made = await creation.run({
      restApiId,
      ...draft,
      description: draft.description || undefined,
    });
    if (!made) return;
    toast(`Model ${made.name} created`);
    router.push(modelHref(restApiId, made.name));
  };
  const update = async () => {
    const { name, description, schema } = draft;
    const saved = await change.run({ restApiId, name, description, schema });
    if (!saved) return;
    setDraft(modelDraft(saved));
    toast(`Model ${name} saved`);
  };
  const save = async () => {
    if (action.pending || problem || !dirty) return;
    await (model ? update() : create());
  };
  return {
    draft,
    set: (part: Partial<ModelDraft>) => setDraft((now) => ({ ...now, ...part })),
    save,
    dirty,
    pending: action.pending,
    problem,
    rest: action.rest,
    errorOf: action.errorOf,
    errorLines: problem?.line ? [problem.line] : fieldErrorLines(action.error, 'schema'),
  };
}
