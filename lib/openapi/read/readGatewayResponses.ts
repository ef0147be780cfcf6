import {
  type GatewayResponse,
  type GatewayResponseType,
  gatewayResponseInput,
  gatewayResponseTypes,
} from '@/lib/model/gatewayResponse';
import type { SourceNode } from '../source/SourceNode';
import { defined } from './defined';
import type { Reading } from './Reading';

/** `x-amazon-apigateway-gateway-responses`: type -> response, sorted by type. */
export function readGatewayResponses(reading: Reading): GatewayResponse[] {
  const responses = [...reading.object(reading.root.child('x-amazon-apigateway-gateway-responses'))].flatMap(
    ([type, node]) => {
      if (!isType(type)) {
        reading.refuse(node, `"${type.slice(0, 100)}" is not a type of gateway responses.`);
        return [];
      }
      const response = readResponse(reading, node);
      return response ? [{ responseType: type, ...response }] : [];
    },
  );
  return responses.sort((a, b) => (a.responseType < b.responseType ? -1 : 1));
}

function readResponse(reading: Reading, node: SourceNode) {
  const fields = reading.object(node);
  const value = defined({
    statusCode: reading.text(fields.get('statusCode')),
    responseParameters: reading.textMap(fields.get('responseParameters')),
    responseTemplates: reading.textMap(fields.get('responseTemplates')),
  });
  return reading.check(gatewayResponseInput, value, node);
}

const isType = (type: string): type is GatewayResponseType =>
  (gatewayResponseTypes as readonly string[]).includes(type);
