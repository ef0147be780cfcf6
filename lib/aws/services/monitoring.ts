import { cborProtocol } from '../protocols/cborProtocol';
import { jsonProtocolOf } from '../protocols/jsonProtocol';
import { queryProtocol } from '../protocols/queryProtocol';
import type { Operation, Protocol, Service } from '../Service';
import { getMetricData, getMetricStatistics, listMetrics } from './monitoring/reads';

const rows: [string, Operation][] = [
  ['GetMetricStatistics', { action: 'cloudwatch:GetMetricStatistics', run: getMetricStatistics }],
  ['GetMetricData', { action: 'cloudwatch:GetMetricData', run: getMetricData }],
  ['ListMetrics', { action: 'cloudwatch:ListMetrics', run: listMetrics }],
];

/** CloudWatch's metrics of AWS/ApiGateway, in each of the three protocols that its clients speak. */
const service = (protocol: Protocol): Service => ({
  name: 'monitoring',
  protocol,
  operations: new Map(rows),
  errorCodes: { BadRequestException: 'InvalidParameterValue' },
});

/** AWS CLI and boto3 of today */
export const monitoringCbor = service(cborProtocol);
/** AWS's SDK for JavaScript */
export const monitoringJson = service(jsonProtocolOf('1.0'));
/** those of before */
export const monitoring = service(queryProtocol('monitoring', '2010-08-01'));
