import { read } from '../operation';
import { readSummary } from './readSummaries';

export const getFunction = read(
  { name: 'GetFunction', permission: 'viewer' },
  (call, functionName: string, qualifier?: string) => readSummary(call, functionName, qualifier),
);
