import { z } from 'zod';
import type { ResourceServer } from '@/lib/model/userPool';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import type { CognitoRuns } from './CognitoRuns';
import { inputOf, invalidParameter, ofPool, text } from './inputOf';
import { listed } from './listed';

const ofServer = { ...ofPool, Identifier: text };
const one = z.strictObject(ofServer);
const whole = z.strictObject({
  ...ofServer,
  Name: text,
  Scopes: z
    .array(z.strictObject({ ScopeName: text, ScopeDescription: text }))
    .max(100)
    .default([]),
});
const many = z.strictObject({
  ...ofPool,
  MaxResults: z.int().min(1).max(50).default(50),
  NextToken: text.optional(),
});

export const resourceServers: CognitoRuns = {
  CreateResourceServer: (call) => {
    const server = serverOf(inputOf(call, whole));
    return change(call, server.identifier, (all, index) => {
      if (index >= 0) throw invalidParameter(`${server.identifier} already exists`);
      return [...all, server];
    });
  },
  UpdateResourceServer: (call) => {
    const server = serverOf(inputOf(call, whole));
    return change(call, server.identifier, (all, index) => all.with(existing(index, server), server));
  },
  DeleteResourceServer: async (call) => {
    const { Identifier } = inputOf(call, one);
    await change(call, Identifier, (all, index) =>
      all.toSpliced(existing(index, { identifier: Identifier }), 1),
    );
  },
  DescribeResourceServer: async (call) => {
    const { UserPoolId, Identifier: identifier } = inputOf(call, one);
    const all = await call.door.control.userPools.resourceServers(call.actor, UserPoolId);
    const index = all.findIndex((server) => server.identifier === identifier);
    const server = all[existing(index, { identifier })];
    return { ResourceServer: server && serverShape(UserPoolId, server) };
  },
  ListResourceServers: async (call) => {
    const { UserPoolId, MaxResults: limit, NextToken: token } = inputOf(call, many);
    const all = await call.door.control.userPools.resourceServers(call.actor, UserPoolId);
    const { items, next } = listed(all, ({ identifier }) => identifier, { limit, token });
    return { ResourceServers: items.map((server) => serverShape(UserPoolId, server)), NextToken: next };
  },
};

/** @throws AwsError ResourceNotFoundException for the index of none */
function existing(index: number, { identifier }: { identifier: string }): number {
  if (index >= 0) return index;
  throw new AwsError('ResourceNotFoundException', `Resource server ${identifier} does not exist.`);
}

/** Reads the pool's servers, changes one, and writes them all, as one. */
function change(
  call: OperationCall,
  identifier: string,
  work: (all: ResourceServer[], index: number) => ResourceServer[],
) {
  const userPoolId = String(call.input.UserPoolId);
  return call.door.control.together(async ({ userPools }) => {
    const all = await userPools.resourceServers(call.actor, userPoolId);
    const index = all.findIndex((server) => server.identifier === identifier);
    const after = await userPools.putResourceServers(call.actor, userPoolId, work(all, index));
    const server = after.find((each) => each.identifier === identifier);
    return { ResourceServer: server && serverShape(userPoolId, server) };
  });
}

const serverOf = ({ Identifier, Name, Scopes }: z.output<typeof whole>): ResourceServer => ({
  identifier: Identifier,
  name: Name,
  scopes: Scopes.map(({ ScopeName, ScopeDescription }) => ({
    name: ScopeName,
    description: ScopeDescription,
  })),
});

const serverShape = (UserPoolId: string, { identifier, name, scopes }: ResourceServer) => ({
  UserPoolId,
  Identifier: identifier,
  Name: name,
  Scopes: scopes.map((scope) => ({ ScopeName: scope.name, ScopeDescription: scope.description })),
});
