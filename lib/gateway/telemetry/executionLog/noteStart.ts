import type { Exchange } from '../../mapping/Exchange';
import { mask } from '../redact';
import type { Trace } from '../trace';

/** That who calls and how often is settled, and what is executed now; before it a log has only who was refused. */
export function noteStart(trace: Trace, { facts, callerKey }: Exchange): void {
  const { httpMethod, eventPath, pathParameters } = facts;
  const values = Object.entries(pathParameters).map(([name, value]) => `${name}=${value}`);
  trace.add('startExecution', 'Starting execution', {
    apiKey: callerKey ? mask(callerKey.apiKey) : '',
    lines: [
      `HTTP Method: ${httpMethod}, Resource Path: ${eventPath}`,
      `Method request path: {${values.join(', ')}}`,
    ],
  });
}
