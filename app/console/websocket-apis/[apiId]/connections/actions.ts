'use server';

import { action } from '@/app/action';
import { control } from '@/lib/runtime/slot';

type Place = { apiId: string; connectionId: string };

export const sendToConnection = action(
  async (actor, { apiId, connectionId, data }: Place & { data: string }) => {
    await control().connections.send(actor, apiId, connectionId, { data });
    return connectionId;
  },
);

export const disconnectConnection = action(async (actor, { apiId, connectionId }: Place) => {
  await control().connections.disconnect(actor, apiId, connectionId);
  return connectionId;
});
