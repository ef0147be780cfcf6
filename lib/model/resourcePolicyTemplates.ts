/** The short form of every method of every stage: saving writes the API's ARN in its place. */
const everything = 'execute-api:/*';
const invoke = { Action: 'execute-api:Invoke', Resource: everything };
const anybody = { Effect: 'Allow', Principal: '*', ...invoke };
/** Networks that are kept for documentation (RFC 5737), so that none of them is anybody's. */
const networks = ['192.0.2.0/24', '198.51.100.7/32'];

/**
 * AWS's own examples
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html).
 * @param userArn an IAM user of this installation, where one is known
 */
export const resourcePolicyTemplates = (userArn = 'arn:aws:iam::000000000000:user/name') => [
  {
    name: 'Allow only some source IPs',
    statements: [
      anybody,
      {
        Effect: 'Deny',
        Principal: '*',
        ...invoke,
        Condition: { NotIpAddress: { 'aws:SourceIp': networks } },
      },
    ],
  },
  {
    name: 'Deny some source IPs',
    statements: [
      anybody,
      { Effect: 'Deny', Principal: '*', ...invoke, Condition: { IpAddress: { 'aws:SourceIp': networks } } },
    ],
  },
  {
    name: 'Allow another AWS account',
    statements: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, ...invoke }],
  },
  {
    name: 'Allow only signed calls of an IAM user',
    statements: [{ Effect: 'Allow', Principal: { AWS: userArn }, ...invoke }],
  },
];
