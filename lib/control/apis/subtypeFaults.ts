import type { FieldError } from '@/lib/model/ControlError';
import type { IntegrationState } from './integrationPart';

/** AWS services of the first class: required, then optional parameters (reference/http-apis.md section 11). */
const subtypes: Record<string, [required: string, optional: string]> = {
  'EventBridge-PutEvents': ['Detail DetailType Source', 'Time EventBusName Resources Region TraceHeader'],
  'SQS-SendMessage': [
    'QueueUrl MessageBody',
    'DelaySeconds MessageAttributes MessageDeduplicationId MessageGroupId MessageSystemAttributes Region',
  ],
  'SQS-ReceiveMessage': [
    'QueueUrl',
    'AttributeNames MaxNumberOfMessages MessageAttributeNames ReceiveRequestAttemptId VisibilityTimeout WaitTimeSeconds Region',
  ],
  'SQS-DeleteMessage': ['ReceiptHandle QueueUrl', 'Region'],
  'SQS-PurgeQueue': ['QueueUrl', 'Region'],
  'AppConfig-GetConfiguration': [
    'Application Environment Configuration ClientId',
    'ClientConfigurationVersion Region',
  ],
  'Kinesis-PutRecord': ['StreamName Data PartitionKey', 'SequenceNumberForOrdering ExplicitHashKey Region'],
  'StepFunctions-StartExecution': ['StateMachineArn', 'Name Input Region'],
  'StepFunctions-StartSyncExecution': ['StateMachineArn', 'Name Input Region TraceHeader'],
  'StepFunctions-StopExecution': ['ExecutionArn', 'Cause Error Region'],
};

/** What is wrong with an integration that names a service's action. */
export function subtypeFaults(integration: IntegrationState): FieldError[] {
  const { integrationSubtype, integrationType, credentialsArn, requestParameters = {} } = integration;
  if (!integrationSubtype) return [];
  const known = subtypes[integrationSubtype];
  if (!known || integrationType !== 'AWS_PROXY')
    return [{ field: 'integrationSubtype', message: `Invalid integration subtype: ${integrationSubtype}` }];
  const [required, optional] = known.map((names) => names.split(' '));
  const names = Object.keys(requestParameters);
  const missing = (required ?? []).filter((name) => !names.includes(name));
  const extra = names.filter((name) => !required?.includes(name) && !optional?.includes(name));
  const rules: [wrong: boolean, field: string, message: string][] = [
    [!credentialsArn, 'credentialsArn', `credentialsArn is required for ${integrationSubtype}`],
    [missing.length > 0, 'requestParameters', `Missing required request parameters: ${missing.join(', ')}`],
    [extra.length > 0, 'requestParameters', `Unsupported request parameters: ${extra.join(', ')}`],
  ];
  return rules.filter(([wrong]) => wrong).map(([, field, message]) => ({ field, message }));
}
