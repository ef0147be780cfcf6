import { read } from '../operation';
import { readSummaries } from './readSummaries';

export const listFunctions = read({ name: 'ListFunctions', permission: 'viewer' }, readSummaries);
