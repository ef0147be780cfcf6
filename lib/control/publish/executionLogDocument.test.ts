import { expect, test } from 'vitest';
import type { MethodSetting } from '@/lib/model/stage';
import { restExecutionLog, socketExecutionLog } from './executionLogDocument';

const OFF = { level: 'OFF', dataTrace: false };
const of = (methodSettings: Record<string, MethodSetting>) =>
  restExecutionLog({ restApiId: 'api1', stageName: 'prod', methodSettings });
const logging = (every: object, own: object = {}) => ({
  executionLog: { logGroupName: 'API-Gateway-Execution-Logs_api1/prod', every, own },
});

test.each<[rule: string, settings: Record<string, MethodSetting>, document: object]>([
  ['nothing is said: no log', {}, {}],
  [
    'a level is OFF where none is said, data trace alone writes nothing',
    { '*/*': { dataTraceEnabled: true } },
    {},
  ],
  ['every method', { '*/*': { loggingLevel: 'INFO' } }, logging({ level: 'INFO', dataTrace: false })],
  [
    'one method alone, whose path came without its slash',
    { 'pets/GET': { loggingLevel: 'ERROR' } },
    logging(OFF, { '/pets/GET': { level: 'ERROR', dataTrace: false } }),
  ],
  [
    'what a method leaves out is the star pair’s',
    {
      '*/*': { loggingLevel: 'INFO', dataTraceEnabled: true },
      '/a/GET': { loggingLevel: 'ERROR' },
      '/b/GET': { dataTraceEnabled: false },
      '/c/GET': { loggingLevel: 'OFF' },
      '/d/GET': { cachingEnabled: true },
    },
    logging(
      { level: 'INFO', dataTrace: true },
      {
        '/a/GET': { level: 'ERROR', dataTrace: true },
        '/b/GET': { level: 'INFO', dataTrace: false },
        '/c/GET': { level: 'OFF', dataTrace: true },
      },
    ),
  ],
])('%s', (_rule, settings, document) => {
  expect(of(settings)).toEqual(document);
});

test('a WebSocket API’s routes, and its own log group', () => {
  const settings = {
    defaultRouteSettings: { loggingLevel: 'INFO' as const },
    routeSettings: { join: { loggingLevel: 'OFF' as const }, $default: { throttlingRateLimit: 1 } },
  };
  expect(socketExecutionLog({ apiId: 'ws1', stageName: 'prod', settings })).toEqual({
    executionLog: {
      logGroupName: '/aws/apigateway/ws1/prod',
      every: { level: 'INFO', dataTrace: false },
      own: { join: OFF },
    },
  });
});
