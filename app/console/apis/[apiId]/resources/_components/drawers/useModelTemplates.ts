'use client';

import { useAction } from '@/components/ui/useAction';
import { generateFromModel } from '../../../models/actions';
import { useWorkspace } from '../Workspace';

/** Templates made from the API's models, for the rows that edit templates. */
export function useModelTemplates() {
  const { restApiId, models } = useWorkspace();
  const generation = useAction(generateFromModel, { announce: true });
  return {
    from: models,
    run: async (name: string) => (await generation.run({ restApiId, name }))?.template,
  };
}
