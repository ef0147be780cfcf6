import { z } from 'zod';
import { AwsError } from '../../AwsError';
import { addressOf, flag } from './inputOf';
import type { Runs } from './Runs';

const query = z.object({
  format: z.string().default('csv'),
  failonwarnings: flag.default(false),
});

/** The body is the file itself (https://docs.aws.amazon.com/apigateway/latest/api/API_ImportApiKeys.html). */
export const importApiKeys: Runs = {
  ImportApiKeys: async (call) => {
    const { format, failonwarnings: failOnWarnings } = addressOf(call, query);
    if (format.toLowerCase() !== 'csv')
      throw new AwsError('BadRequestException', 'Invalid format specified: it must be csv');
    const document = (await call.request.readBody()).toString();
    return call.door.control.apiKeys.import(call.actor, { document, failOnWarnings });
  },
};
