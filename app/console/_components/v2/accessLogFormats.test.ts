import { expect, test } from 'vitest';
import { stageSettings } from '@/lib/model/v2/stage';
import { accessLogFormat, formatNames } from './accessLogFormats';

test.each(
  (['HTTP', 'WEBSOCKET'] as const).flatMap((protocol) =>
    formatNames.map((name) => [protocol, name] as const),
  ),
)('%s %s is a line that a stage takes', (protocol, name) => {
  const format = accessLogFormat(protocol, name);
  expect(stageSettings.parse({ accessLogSettings: { format } }).accessLogSettings?.format).toBe(format);
  expect(format).toContain('$context.requestId');
});

test('JSON is JSON, XML has the id as an attribute', () => {
  expect(JSON.parse(accessLogFormat('WEBSOCKET', 'JSON'))).toMatchObject({
    connectionId: '$context.connectionId',
  });
  expect(accessLogFormat('HTTP', 'XML')).toMatch(/^<request id="\$context.requestId"><ip>/);
});
