import type { RestApi } from '@/lib/control/control';

/** A stage that a plan may open. */
export interface StageChoice {
  apiId: string;
  stage: string;
  label: string;
}

export const stageChoices = (apis: readonly RestApi[]): StageChoice[] =>
  apis.flatMap((api) =>
    api.stageNames.map((stage) => ({ apiId: api.id, stage, label: `${api.name} · ${stage}` })),
  );
