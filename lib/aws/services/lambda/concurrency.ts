import { z } from 'zod';
import { functionNamed } from './functionName';
import { inputOf } from './inputOf';
import type { LambdaRuns } from './LambdaRuns';

const members = z.object({ ReservedConcurrentExecutions: z.number() });

export const concurrency: LambdaRuns = {
  PutFunctionConcurrency: async (call) => {
    const { functionName } = functionNamed(call);
    const { ReservedConcurrentExecutions: reservedConcurrency } = await inputOf(call, members);
    await call.door.control.functions.updateConfiguration(call.actor, functionName, { reservedConcurrency });
    return { ReservedConcurrentExecutions: reservedConcurrency };
  },
  GetFunctionConcurrency: async (call) => {
    const { functionName } = functionNamed(call);
    const { reservedConcurrency } = await call.door.control.functions.get(call.actor, functionName);
    return reservedConcurrency === null ? {} : { ReservedConcurrentExecutions: reservedConcurrency };
  },
  DeleteFunctionConcurrency: async (call) => {
    const { functionName } = functionNamed(call);
    await call.door.control.functions.updateConfiguration(call.actor, functionName, {
      reservedConcurrency: null,
    });
  },
};
