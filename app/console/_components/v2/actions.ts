'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { AuthorizerTrial, AuthorizerTrialInput } from '@/lib/model/v2/authorizerTrial';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

interface Deploy {
  apiId: string;
  stageName: string;
  /** '': none */
  description: string;
  isNew: boolean;
}

/** Freezes an HTTP or WebSocket API as it is; with `isNew` for a stage that is made with it. */
export const deploy = action(async (actor, { apiId, stageName, isNew, description }: Deploy) => {
  const deployment = await control().together(async ({ apis }) => {
    if (isNew) await apis.stages.create(actor, apiId, { stageName });
    return apis.deployments.create(actor, apiId, { stageName, ...(description && { description }) });
  });
  refresh();
  return deployment;
});

export const deleteStage = action(async (actor, input: { apiId: string; stageName: string }) => {
  await control().apis.stages.delete(actor, input.apiId, input.stageName);
  refresh();
  return input;
});

interface TestAuthorizer {
  apiId: string;
  authorizerId: string;
  call: AuthorizerTrialInput;
}

/** Runs the saved authorizer on an invented call; nothing is stored. */
export const testAuthorizer = action(
  (actor, { apiId, authorizerId, call }: TestAuthorizer): Promise<AuthorizerTrial> =>
    control().apis.authorizers.test(actor, apiId, authorizerId, call),
);

interface AccessLog {
  apiId: string;
  stageName: string;
  /** '': no log is kept, whatever the format */
  destinationArn: string;
  format: string;
}

export const saveAccessLog = action(
  async (actor, { apiId, stageName, destinationArn, format }: AccessLog) => {
    const { stages } = control().apis;
    const arn = destinationArn.trim();
    if (arn === '') await stages.deleteAccessLogSettings(actor, apiId, stageName);
    else {
      const accessLogSettings = { destinationArn: arn, format: format.trim() };
      await stages.update(actor, apiId, stageName, { accessLogSettings });
    }
    refresh();
    return { stageName };
  },
);
