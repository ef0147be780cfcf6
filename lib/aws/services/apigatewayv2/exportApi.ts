import { z } from 'zod';
import { AwsError } from '../../AwsError';
import { RestAnswer } from '../../protocols/restJsonProtocol';
import { flag } from '../apigateway/inputOf';
import type { Runs } from '../apigateway/Runs';
import { label, queryMembers } from './inputOf';

const how = z.object({
  outputType: z.enum(['JSON', 'YAML']),
  exportVersion: z.literal('1.0').optional(),
  includeExtensions: flag.default(true),
  stageName: z.string().optional(),
});

export const exportApi: Runs = {
  ExportApi: async (call) => {
    if (label(call, 'specification') !== 'OAS30')
      throw new AwsError('BadRequestException', 'Invalid specification specified. Valid values are OAS30');
    const { outputType, includeExtensions, stageName } = queryMembers(call, how);
    const { contentType, body } = await call.door.control.apis.export(call.actor, label(call, 'apiId'), {
      outputType,
      includeExtensions,
      ...(stageName !== undefined && { stageName }),
    });
    return new RestAnswer(200, { 'content-type': contentType }, body);
  },
};
