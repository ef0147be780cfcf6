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

export interface SubtypeParameters {
  required: string[];
  optional: string[];
}

/** Actions of AWS services that an HTTP API calls without a template, with their request parameters. */
export const integrationSubtypes: Readonly<Record<string, SubtypeParameters>> = Object.fromEntries(
  Object.entries(subtypes).map(([name, [required, optional]]) => [
    name,
    { required: required.split(' '), optional: optional.split(' ') },
  ]),
);
