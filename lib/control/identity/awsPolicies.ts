import type { ManagedPolicy } from '@/lib/model/identity';

const text = (action: string | string[], resource: string) =>
  JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: resource }] },
    null,
    2,
  );

const aws = (
  policyName: string,
  createdDate: number,
  description: string,
  document: string,
  path = '/',
): Omit<ManagedPolicy, 'attachedTo'> => ({
  policyName,
  arn: `arn:aws:iam::aws:policy${path}${policyName}`,
  document,
  description,
  createdDate,
});

/**
 * AWS's managed policies that matter to an API gateway, as AWS publishes them
 * (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html). They are part of the product:
 * no table holds them, and nobody changes them.
 */
export const awsPolicies: ReadonlyMap<string, Omit<ManagedPolicy, 'attachedTo'>> = new Map(
  [
    aws(
      'AdministratorAccess',
      Date.UTC(2015, 1, 6, 18, 39),
      'Provides full access to AWS services and resources.',
      text('*', '*'),
    ),
    aws(
      'AmazonAPIGatewayAdministrator',
      Date.UTC(2015, 6, 9, 17, 34),
      'Provides full access to create/edit/delete APIs in Amazon API Gateway via the AWS Management Console.',
      text(['apigateway:*'], 'arn:aws:apigateway:*::/*'),
    ),
    aws(
      'AmazonAPIGatewayInvokeFullAccess',
      Date.UTC(2015, 6, 9, 17, 36),
      'Provides full access to invoke APIs in Amazon API Gateway.',
      text(['execute-api:Invoke', 'execute-api:ManageConnections'], 'arn:aws:execute-api:*:*:*'),
    ),
    aws(
      'AmazonAPIGatewayPushToCloudWatchLogs',
      Date.UTC(2015, 10, 11, 23, 41),
      'Allows API Gateway to push logs to user’s account.',
      text(
        [
          ...['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:DescribeLogGroups'],
          ...['logs:DescribeLogStreams', 'logs:PutLogEvents', 'logs:GetLogEvents', 'logs:FilterLogEvents'],
        ],
        '*',
      ),
      '/service-role/',
    ),
    aws(
      'AWSLambdaBasicExecutionRole',
      Date.UTC(2015, 3, 9, 15, 3),
      'Provides write permissions to CloudWatch Logs.',
      text(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], '*'),
      '/service-role/',
    ),
    aws(
      'AWSLambdaRole',
      Date.UTC(2015, 1, 6, 18, 41),
      'Default policy for AWS Lambda service role.',
      text(['lambda:InvokeFunction'], '*'),
      '/service-role/',
    ),
  ].map((policy) => [policy.policyName, policy]),
);
