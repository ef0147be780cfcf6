import { jsonProtocol } from '../protocols/jsonProtocol';
import type { Operation, OperationCall, Service } from '../Service';
import { groupArn, namedGroup } from './logs/logGroup';
import { describeLogGroups, describeLogStreams, filterLogEvents, getLogEvents } from './logs/reads';
import { createLogGroup, deleteLogGroup } from './logs/writes';

const ofGroup = (call: OperationCall) => `${groupArn(call, namedGroup(call))}:log-stream:`;
const ofStream = (call: OperationCall) => `${ofGroup(call)}${String(call.input.logStreamName ?? '')}`;

const rows: [string, Operation][] = [
  ['CreateLogGroup', { action: 'logs:CreateLogGroup', resource: ofGroup, run: createLogGroup }],
  ['DeleteLogGroup', { action: 'logs:DeleteLogGroup', resource: ofGroup, run: deleteLogGroup }],
  [
    'DescribeLogGroups',
    {
      action: 'logs:DescribeLogGroups',
      resource: (call) => `${groupArn(call, '')}:log-stream:`,
      run: describeLogGroups,
    },
  ],
  ['DescribeLogStreams', { action: 'logs:DescribeLogStreams', resource: ofGroup, run: describeLogStreams }],
  ['GetLogEvents', { action: 'logs:GetLogEvents', resource: ofStream, run: getLogEvents }],
  ['FilterLogEvents', { action: 'logs:FilterLogEvents', resource: ofGroup, run: filterLogEvents }],
];

/** What functions have written, under `/aws/lambda/{name}`, stages' access logs, and groups that were made. */
export const logs: Service = {
  name: 'logs',
  protocol: jsonProtocol,
  operations: new Map(rows),
  errorCodes: {
    BadRequestException: 'InvalidParameterException',
    NotFoundException: 'ResourceNotFoundException',
    ConflictException: 'ResourceAlreadyExistsException',
  },
};
