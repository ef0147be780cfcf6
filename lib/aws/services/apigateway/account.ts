import type { Settings } from '@/lib/control/control';
import { AwsError } from '../../AwsError';
import { optional } from './methodShape';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { text } from './patchRules';
import type { Runs } from './Runs';

/** All that AWS has: accounts without usage plans are from before 2016. */
const FEATURE = 'UsagePlans';

const table: PatchTable<{ cloudwatchRoleArn: string }> = {
  style: 'names path',
  rules: [
    text('/cloudwatchRoleArn', 'cloudwatchRoleArn'),
    { path: '/features', ops: ['add', 'remove'], apply: (_draft, { op, value }) => refuseFeature(op, value) },
  ],
};

export const account: Runs = {
  GetAccount: async (call) => shape(await call.door.control.settings.get(call.actor)),
  UpdateAccount: async (call) => {
    const operations = await readPatch(call);
    return call.door.control.together(async ({ settings }) => {
      const { cloudwatchRoleArn = '' } = await settings.get(call.actor);
      const next = applyPatch({ cloudwatchRoleArn }, operations, table);
      return shape(await settings.update(call.actor, next));
    });
  },
};

/** https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html: the one feature there is stays. */
function refuseFeature(op: string, value: string): void {
  if (op === 'add' && value === FEATURE) return;
  const isRemoved = op === 'remove' && value === FEATURE;
  const message = isRemoved ? 'Usage Plans cannot be disabled once enabled' : 'Invalid feature specified';
  throw new AwsError('BadRequestException', message);
}

function shape({ cloudwatchRoleArn, throttle }: Settings) {
  const { burstLimit, rateLimit } = throttle;
  return {
    ...optional({ cloudwatchRoleArn }),
    throttleSettings: { burstLimit, rateLimit },
    features: [FEATURE],
    apiKeyVersion: '4',
  };
}
