'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { GatewayResponseInput } from '@/lib/model/gatewayResponse';
import { control } from '@/lib/runtime/slot';

type ResponseKey = { restApiId: string; responseType: string };

const refresh = (restApiId: string) => revalidatePath(`/console/apis/${restApiId}`, 'layout');

export const putGatewayResponse = action(
  async (actor, { restApiId, responseType, value }: ResponseKey & { value: GatewayResponseInput }) => {
    const state = await control().gatewayResponses.put(actor, restApiId, responseType, value);
    refresh(restApiId);
    return state;
  },
);

export const resetGatewayResponse = action(async (actor, { restApiId, responseType }: ResponseKey) => {
  await control().gatewayResponses.delete(actor, restApiId, responseType);
  refresh(restApiId);
  return { responseType };
});

export const enableCorsOnErrors = action(
  async (actor, input: { restApiId: string; allowOrigin: string; allowHeaders: string }) => {
    const { restApiId, ...headers } = input;
    const states = await control().gatewayResponses.enableCors(actor, restApiId, headers);
    refresh(restApiId);
    return { customised: states.filter(({ defaultResponse }) => !defaultResponse).length };
  },
);
