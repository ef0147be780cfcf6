import { z } from 'zod';
import { ControlError } from '@/lib/model/ControlError';
import type { CognitoRuns } from './CognitoRuns';
import { clientMembers, clientSettings, clientShape } from './clientSettings';
import { inputOf, ofPool, text } from './inputOf';
import { listed } from './listed';

const created = z.strictObject({
  ...ofPool,
  ClientName: text,
  GenerateSecret: z.boolean().default(false),
  ...clientMembers,
});
const one = z.strictObject({ ...ofPool, ClientId: text });
const updated = z.strictObject({ ...ofPool, ClientId: text, ClientName: text.optional(), ...clientMembers });
const many = z.strictObject({
  ...ofPool,
  MaxResults: z.int().min(1).max(60).default(60),
  NextToken: text.optional(),
});

export const clients: CognitoRuns = {
  CreateUserPoolClient: async (call) => {
    const input = inputOf(call, created);
    const { userPools } = call.door.control;
    const pool = await userPools.get(call.actor, input.UserPoolId);
    const settings = clientSettings(input.ClientName, input, pool);
    const { GenerateSecret: generateSecret } = input;
    const client = await userPools.createClient(call.actor, pool.id, { ...settings, generateSecret });
    return { UserPoolClient: clientShape(client, pool) };
  },
  DescribeUserPoolClient: async (call) => {
    const { UserPoolId, ClientId } = inputOf(call, one);
    const { userPools } = call.door.control;
    const pool = await userPools.get(call.actor, UserPoolId);
    const found = clientNamed(await userPools.clients(call.actor, UserPoolId), ClientId);
    return { UserPoolClient: clientShape(found, pool) };
  },
  ListUserPoolClients: async (call) => {
    const { UserPoolId, MaxResults: limit, NextToken: token } = inputOf(call, many);
    const all = await call.door.control.userPools.clients(call.actor, UserPoolId);
    const { items, next } = listed(all, ({ clientId }) => clientId, { limit, token });
    return {
      UserPoolClients: items.map(({ clientId, clientName }) => ({
        ClientId: clientId,
        UserPoolId,
        ClientName: clientName,
      })),
      NextToken: next,
    };
  },
  UpdateUserPoolClient: (call) => {
    const { UserPoolId, ClientId, ClientName, ...input } = inputOf(call, updated);
    return call.door.control.together(async ({ userPools }) => {
      const pool = await userPools.get(call.actor, UserPoolId);
      const before = clientNamed(await userPools.clients(call.actor, UserPoolId), ClientId);
      const settings = clientSettings(ClientName ?? before.clientName, input, pool);
      const client = await userPools.updateClient(call.actor, UserPoolId, ClientId, settings);
      return { UserPoolClient: clientShape(client, pool) };
    });
  },
  DeleteUserPoolClient: async (call) => {
    const { UserPoolId, ClientId } = inputOf(call, one);
    await call.door.control.userPools.deleteClient(call.actor, UserPoolId, ClientId);
  },
};

/** @throws ControlError NotFoundException */
function clientNamed<Client extends { clientId: string }>(all: readonly Client[], id: string): Client {
  const found = all.find(({ clientId }) => clientId === id);
  if (found) return found;
  throw new ControlError('NotFoundException', `User pool client ${id} does not exist.`);
}
