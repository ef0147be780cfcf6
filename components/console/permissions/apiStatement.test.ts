import { expect, test } from 'vitest';
import { apiStatement, chosenArns, permissionCommand } from './apiStatement';

const arn = (name: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;

test('the statement is for the whole API and no other', () => {
  expect(apiStatement(arn('orders:live'), 'abc123')).toEqual({
    Sid: 'apigateway-abc123',
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Resource: arn('orders:live'),
    Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:execute-api:eu-west-1:123456789012:abc123/*' } },
  });
});

test('the command says the same and goes to this installation', () => {
  expect(permissionCommand(arn('orders:live'), 'abc123', 'http://localhost:4566').split(' \\\n  ')).toEqual([
    'aws lambda add-permission',
    '--endpoint-url http://localhost:4566',
    '--function-name orders',
    '--qualifier live',
    '--statement-id apigateway-abc123',
    '--action lambda:InvokeFunction',
    '--principal apigateway.amazonaws.com',
    "--source-arn 'arn:aws:execute-api:eu-west-1:123456789012:abc123/*'",
  ]);
});

test.each<[string, string, Record<string, string>[], string[]]>([
  ['each stage chooses its own', '${stageVariables.fn}', [{ fn: 'one' }, { fn: 'two' }], ['one', 'two']],
  ['two stages choose the same', '${stageVariables.fn}', [{ fn: 'one' }, { fn: 'one' }], ['one']],
  ['a value with an alias', '${stageVariables.fn}', [{ fn: 'one:live' }], ['one:live']],
  ['a stage that does not say it is left out', '${stageVariables.fn}', [{}, { fn: 'two' }], ['two']],
  ['an alias by variable', 'orders:${stageVariables.alias}', [{ alias: 'live' }], ['orders:live']],
  ['no stage says the function', '${stageVariables.fn}', [{}], ['FUNCTION_NAME']],
  ['no stage says the alias', 'orders:${stageVariables.alias}', [], ['orders:ALIAS_NAME']],
])('%s', (_, named, stages, chosen) => {
  expect(chosenArns(arn(named), stages)).toEqual(chosen.map(arn));
});
