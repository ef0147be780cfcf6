import type { PolicyTemplate } from '@/components/console/policy/insertTemplate';
import type { TemplateApi } from './PolicyForm';

const statement = (resource: string, more: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Action: 'execute-api:Invoke',
  Resource: resource,
  ...more,
});

/** Statements for common cases, about one API; without one they are about all. */
export function identityTemplates(api?: TemplateApi): PolicyTemplate[] {
  const arn = `arn:aws:execute-api:*:*:${api?.id ?? '*'}`;
  const stageName = api?.stageNames[0] ?? 'prod';
  const name = api?.name ?? 'an API';
  const elsewhere = { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } };
  return [
    { name: `Call everything of ${name}`, statements: [statement(`${arn}/*`)] },
    { name: `Only GET of ${name}`, statements: [statement(`${arn}/*/GET/*`)] },
    { name: `Only the stage ${stageName} of ${name}`, statements: [statement(`${arn}/${stageName}/*`)] },
    {
      name: `Only from one network, ${name}`,
      statements: [statement(`${arn}/*`, { Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } } })],
    },
    {
      name: 'Deny everything from elsewhere',
      statements: [statement('arn:aws:execute-api:*:*:*', { Effect: 'Deny', Condition: elsewhere })],
    },
    {
      name: 'Manage APIs through the AWS endpoint',
      statements: [{ Effect: 'Allow', Action: 'apigateway:*', Resource: 'arn:aws:apigateway:*::/*' }],
    },
  ];
}
