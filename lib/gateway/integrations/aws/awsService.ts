import type { BinaryTypes } from '../../mapping/contentHandling';
import type { ExchangeFacts } from '../../mapping/Exchange';
import { illegalMappedForAws } from '../../mapping/headerTables';
import type { IntegrationDocument, MethodDocument } from '../../snapshot/types';
import { callBackend } from '../callBackend';
import { compileConnection } from '../compileConnection';
import { compileIntegrationResponses } from '../compileIntegrationResponses';
import { compileMappedRequest, type MappedRequest } from '../compileMappedRequest';
import type { Integration, IntegrationRequest } from '../Integration';
import { addGatewayHeaders, type Headers, overlayHeaders } from '../outboundHeaders';
import { appendQuery, sendsBody } from '../outboundUrl';
import { readWhole } from '../readWhole';
import { type AwsUri, compileAwsUri } from './awsUri';
import { serviceBase } from './serviceBase';
import { signServiceCall } from './signServiceCall';

/**
 * Services whose action stands in X-Amz-Target, and what it begins with (seen on AWS); for others it is a query, for
 * ssm too: a recorded GetParameter took its name from the query and answered `{"GetParameterResponse":...}`.
 */
const TARGETS = new Map([
  ['dynamodb', { prefix: 'DynamoDB_20120810', contentType: 'application/x-amz-json-1.0' }],
  ['kinesis', { prefix: 'Kinesis_20131202', contentType: 'application/x-amz-json-1.1' }],
  ['states', { prefix: 'AWSStepFunctions', contentType: 'application/x-amz-json-1.0' }],
]);

/**
 * AWS to any other service: the mapped request, signed, to AWS's own endpoint or to the one that is configured for
 * the service
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html).
 * @throws Error naming what is wrong
 */
export function compileAwsService(
  document: IntegrationDocument,
  methodResponses: MethodDocument['methodResponses'],
  binary: BinaryTypes | undefined,
): Integration {
  const request = compileMappedRequest(document, binary);
  const uri = compileAwsUri(document.uri ?? '');
  const verb = document.httpMethod === 'ANY' ? undefined : document.httpMethod;
  return {
    type: 'AWS',
    connection: compileConnection(document),
    needsBody: (httpMethod) => request.needsBody || sendsBody(verb ?? httpMethod),
    mapRequest: (exchange, body) => {
      const mapped = request.map(exchange, body);
      return serviceRequest(uri, verb ?? exchange.facts.httpMethod, mapped, exchange.facts);
    },
    call: async (sent, exchange, { backends }, services) => {
      const end = performance.now() + exchange.facts.route.timeoutInMillis;
      const signed = await signServiceCall(sent, uri, serviceBase(uri, services), services);
      const answer = await callBackend(signed, exchange, backends);
      return { ...answer, body: await readWhole(answer.body, Math.max(0, end - performance.now())) };
    },
    responses: compileIntegrationResponses(document, methodResponses, 'integrationResponses', binary),
  };
}

/** Its URL has no host yet: that is the publication's to say. */
function serviceRequest(
  { service, path, action }: AwsUri,
  method: string,
  { contentType, mapped, body, overrides }: MappedRequest,
  facts: ExchangeFacts,
): IntegrationRequest {
  const { stageVariables } = facts;
  const target = TARGETS.get(service);
  const name = action?.(stageVariables, mapped.path);
  const own: Headers = [['Content-Type', target?.contentType ?? contentType ?? 'application/json']];
  if (target && name !== undefined) own.push(['X-Amz-Target', `${target.prefix}.${name}`]);
  const query = name !== undefined && !target ? `Action=${name}` : '';
  const headers = overlayHeaders(own, mapped.header, illegalMappedForAws);
  // Accept decides whether services of the query protocol, SQS and SNS, answer JSON that templates can read.
  addGatewayHeaders(headers, facts);
  headers.push(['X-Amzn-Trace-Id', facts.traceId]);
  return {
    method,
    url: appendQuery(path(stageVariables, mapped.path), query, mapped.querystring),
    headers,
    body: sendsBody(method) && body.length > 0 ? body : undefined,
    overrides,
  };
}
