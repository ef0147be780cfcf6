import { attributesOf, listOf } from './parameterValues';
import type { Parameters, ServiceAction, ServiceRequest } from './ServiceAction';

/**
 * SQS by its query protocol, whose XML answers are those that callers of AWS's HTTP APIs get (from memory). The queue is
 * a parameter, never the host: a caller's QueueUrl leads nowhere else.
 */
function query(action: string, parameters: Parameters, more: [string, string][] = []): ServiceRequest {
  const form = new URLSearchParams([
    ['Action', action],
    ['Version', '2012-11-05'],
    ...Object.entries(parameters),
    ...more,
  ]);
  return {
    method: 'POST',
    url: '/',
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: Buffer.from(form.toString()),
  };
}

/** `MessageAttribute.1.Name`, `MessageAttribute.1.Value.DataType` and so on */
function attributePairs(prefix: string, value: string | undefined): [string, string][] {
  if (value === undefined) return [];
  return attributesOf(value).flatMap(([name, parts], index) => [
    [`${prefix}.${index + 1}.Name`, name] as [string, string],
    ...Object.entries(parts).map(([part, one]): [string, string] => [
      `${prefix}.${index + 1}.Value.${part}`,
      String(one),
    ]),
  ]);
}

function listPairs(prefix: string, value: string | undefined): [string, string][] {
  return value === undefined
    ? []
    : listOf(value).map((one, index): [string, string] => [`${prefix}.${index + 1}`, one]);
}

const sendMessage: ServiceAction = {
  service: 'sqs',
  required: ['QueueUrl', 'MessageBody'],
  optional: [
    'DelaySeconds',
    'MessageAttributes',
    'MessageDeduplicationId',
    'MessageGroupId',
    'MessageSystemAttributes',
  ],
  request: ({ MessageAttributes: own, MessageSystemAttributes: system, ...plain }) =>
    query('SendMessage', plain, [
      ...attributePairs('MessageAttribute', own),
      ...attributePairs('MessageSystemAttribute', system),
    ]),
};

const receiveMessage: ServiceAction = {
  service: 'sqs',
  required: ['QueueUrl'],
  optional: [
    'AttributeNames',
    'MaxNumberOfMessages',
    'MessageAttributeNames',
    'ReceiveRequestAttemptId',
    'VisibilityTimeout',
    'WaitTimeSeconds',
  ],
  request: ({ AttributeNames: names, MessageAttributeNames: messageNames, ...plain }) =>
    query('ReceiveMessage', plain, [
      ...listPairs('AttributeName', names),
      ...listPairs('MessageAttributeName', messageNames),
    ]),
};

export const sqs: Readonly<Record<string, ServiceAction>> = {
  'SQS-SendMessage': sendMessage,
  'SQS-ReceiveMessage': receiveMessage,
  'SQS-DeleteMessage': {
    service: 'sqs',
    required: ['ReceiptHandle', 'QueueUrl'],
    optional: [],
    request: (parameters) => query('DeleteMessage', parameters),
  },
  'SQS-PurgeQueue': {
    service: 'sqs',
    required: ['QueueUrl'],
    optional: [],
    request: (parameters) => query('PurgeQueue', parameters),
  },
};
