import { GatewayError } from '../../GatewayError';
import { serviceBase } from '../../integrations/aws/serviceBase';
import { signServiceCall } from '../../integrations/aws/signServiceCall';
import type { ApiIntegrationDocument } from '../../snapshot/apiTypes';
import type { ServicesDocument } from '../../snapshot/types';
import type { HttpExchange } from '../HttpExchange';
import type { HttpIntegration } from '../HttpIntegration';
import { httpConnection } from '../integrations/httpConnection';
import { compileResponseMapping } from '../mapping/compileResponseMapping';
import { compileValue, type Value } from '../mapping/compileValue';
import { otherServices } from './otherServices';
import type { Parameters, ServiceAction } from './ServiceAction';
import { sqs } from './sqs';
import { stepFunctions } from './stepFunctions';

const actions: ReadonlyMap<string, ServiceAction> = new Map(
  Object.entries({ ...sqs, ...stepFunctions, ...otherServices }),
);
const NOTHING = Buffer.alloc(0);

/**
 * AWS_PROXY to a service of AWS, or to one in its shape that is set in its place
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html).
 * @throws Error for a subtype that there is not, and for parameters that are missing or unknown
 */
export function compileService(document: ApiIntegrationDocument): HttpIntegration {
  const { integrationSubtype = '', requestParameters = {}, responseParameters } = document;
  const action = actions.get(integrationSubtype);
  if (!action) throw new Error(`integrationSubtype ${integrationSubtype} is none`);
  const values = compileParameters(action, requestParameters);
  const needsBody = values.some(([, value]) => value.needsBody);
  return {
    connection: httpConnection(document),
    call: async (exchange) => {
      const { request, ports, serving } = exchange.call;
      const body = needsBody ? await request.readBody() : NOTHING;
      const { Region: region = serving.account.region, ...parameters } = readAll(
        values,
        exchange,
        body,
        action,
      );
      const target = { service: action.service, region: checkedRegion(region) };
      const sent = { ...action.request(parameters), overrides: undefined };
      const base = baseOf(action, target, serving.services);
      const signed = await signServiceCall(sent, target, base, serving.services);
      return ports.backends.call({
        route: exchange.facts.route,
        method: signed.method,
        url: signed.url,
        headers: signed.headers,
        body: signed.body,
        clientGone: request.clientGone,
      });
    },
    mapResponse: compileResponseMapping(responseParameters),
  };
}

function compileParameters(
  { required, optional }: ServiceAction,
  given: Record<string, string>,
): [name: string, value: Value][] {
  const known = new Set([...required, ...optional, 'Region']);
  for (const name of required) if (!Object.hasOwn(given, name)) throw new Error(`${name} is missing`);
  return Object.entries(given).map(([name, text]) => {
    if (!known.has(name)) throw new Error(`${name} is no parameter`);
    return [name, compileValue(text, 'request')];
  });
}

function readAll(
  values: readonly [name: string, value: Value][],
  exchange: HttpExchange,
  body: Buffer,
  { required }: ServiceAction,
): Parameters {
  const parameters: Record<string, string> = {};
  for (const [name, value] of values) {
    const read = value.read({ exchange, body });
    if (read !== undefined) parameters[name] = read;
    else if (required.includes(name)) throw new GatewayError('DEFAULT_4XX', `The call has no ${name}`);
  }
  return parameters;
}

/** It stands in the host of a call that is signed: a caller's value must not lead anywhere else. */
function checkedRegion(region: string): string {
  if (/^[a-z0-9-]{1,32}$/.test(region)) return region;
  throw new GatewayError('DEFAULT_4XX', 'The region is none');
}

function baseOf(
  { hostPrefix = '', service }: ServiceAction,
  { region }: { region: string },
  services: ServicesDocument,
): string {
  const base = serviceBase({ region, service, subdomain: undefined }, services);
  return Object.hasOwn(services.endpoints, service)
    ? base
    : base.replace('https://', `https://${hostPrefix}`);
}
