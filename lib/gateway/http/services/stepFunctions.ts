import { jsonRequest, type Parameters, type ServiceAction } from './ServiceAction';

/** The API's own names begin in lower case. */
function call(action: string, parameters: Parameters) {
  const entries = Object.entries(parameters).map(([name, value]) => [
    `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    value,
  ]);
  return jsonRequest(`AWSStepFunctions.${action}`, '1.0', Object.fromEntries(entries) as object);
}

export const stepFunctions: Readonly<Record<string, ServiceAction>> = {
  'StepFunctions-StartExecution': {
    service: 'states',
    required: ['StateMachineArn'],
    optional: ['Name', 'Input'],
    request: (parameters) => call('StartExecution', parameters),
  },
  'StepFunctions-StartSyncExecution': {
    service: 'states',
    hostPrefix: 'sync-',
    required: ['StateMachineArn'],
    optional: ['Name', 'Input', 'TraceHeader'],
    request: (parameters) => call('StartSyncExecution', parameters),
  },
  'StepFunctions-StopExecution': {
    service: 'states',
    required: ['ExecutionArn'],
    optional: ['Cause', 'Error'],
    request: (parameters) => call('StopExecution', parameters),
  },
};
