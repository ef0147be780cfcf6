import { compilePolicy } from '@gatehouse/gateway/identity';
import { expect, test } from 'vitest';
import { resourcePolicyTemplates } from '@/lib/model/resourcePolicyTemplates';

const ada = { arn: 'arn:aws:iam::000000000000:user/ada', accountId: '000000000000' };
const guest = { arn: 'arn:aws:iam::123456789012:user/eve', accountId: '123456789012' };

test.each<[name: string, who: typeof ada | undefined, ip: string, effect: 'Allow' | 'Deny' | undefined]>([
  ['Allow only some source IPs', undefined, '192.0.2.7', 'Allow'],
  ['Allow only some source IPs', undefined, '203.0.113.1', 'Deny'],
  ['Deny some source IPs', undefined, '198.51.100.7', 'Deny'],
  ['Deny some source IPs', undefined, '203.0.113.1', 'Allow'],
  ['Allow another AWS account', guest, '203.0.113.1', 'Allow'],
  ['Allow another AWS account', ada, '203.0.113.1', undefined],
  ['Allow only signed calls of an IAM user', ada, '203.0.113.1', 'Allow'],
  ['Allow only signed calls of an IAM user', guest, '203.0.113.1', undefined],
  ['Allow only signed calls of an IAM user', undefined, '203.0.113.1', undefined],
])('%s: %o from %s', (name, principal, ip, effect) => {
  const template = resourcePolicyTemplates(ada.arn).find((one) => one.name === name);
  if (!template) throw new Error(`no template ${name}`);
  const arn = 'arn:aws:execute-api:us-east-1:000000000000:abc123/';
  const policy = compilePolicy(JSON.stringify({ Version: '2012-10-17', Statement: template.statements }), {
    kind: 'resource',
    expandResource: (resource) => resource.replace('execute-api:/', arn),
  });
  const decision = policy.decide({
    action: 'execute-api:Invoke',
    resource: `${arn}prod/GET/pets`,
    principal,
    context: new Map([['aws:sourceip', [ip]]]),
  });
  expect(decision?.effect).toBe(effect);
});
