import { describe, expect, test } from 'vitest';
import type { CustomisableResponseType, GatewayResponseDocument } from '../snapshot/types';
import { compileGatewayResponses } from './compileGatewayResponses';
import type { ResponseInput } from './compileSubstitution';
import { gatewayResponses } from './gatewayResponses';

/* Reference section 2, the rules of inheritance, for every type. */
const fixed = ['FORBIDDEN', 'REQUEST_TOO_LARGE', 'REQUEST_URI_TOO_LONG'] as const;
const types = Object.keys(gatewayResponses).filter(
  (type): type is CustomisableResponseType => !fixed.some((one) => one === type),
);
const nobody: ResponseInput = { context: {}, stageVariables: {}, parameter: () => undefined };

function entry(
  responseType: CustomisableResponseType,
  part: Partial<GatewayResponseDocument> = {},
): GatewayResponseDocument {
  return { responseType, responseParameters: {}, responseTemplates: {}, ...part };
}

const defaultOf = (type: CustomisableResponseType) =>
  gatewayResponses[type].status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
const full = {
  statusCode: '599',
  responseParameters: { 'gatewayresponse.header.X': "'y'" },
  responseTemplates: { 'application/json': 'inherited' },
};

describe.each(types)('%s', (type) => {
  test('takes status, headers and template of the default of its class', () => {
    const found = compileGatewayResponses([entry(defaultOf(type), full)])(type);
    expect(found?.status).toBe(599);
    expect(found?.headers(nobody)).toEqual([['X', 'y']]);
    expect(found?.template(undefined)?.render(nobody)).toBe('inherited');
  });

  test('keeps its own status under a default that has none', () => {
    const { statusCode: _none, ...statusless } = full;
    const found = compileGatewayResponses([entry(defaultOf(type), statusless)])(type);
    expect(found?.status).toBeUndefined();
    expect(found?.template(undefined)?.render(nobody)).toBe('inherited');
  });

  test('takes nothing of the other class', () => {
    const other = defaultOf(type) === 'DEFAULT_4XX' ? 'DEFAULT_5XX' : 'DEFAULT_4XX';
    expect(compileGatewayResponses([entry(other, full)])(type)).toBeUndefined();
  });
});

test.each(
  types.filter((type) => type !== defaultOf(type)),
)('%s with an entry of its own, be it empty, takes nothing of the default', (type) => {
  const found = compileGatewayResponses([entry(defaultOf(type), full), entry(type)])(type);
  expect([found?.status, found?.headers(nobody), found?.template(undefined)]).toEqual([
    undefined,
    [],
    undefined,
  ]);
});

test.each(fixed)('%s cannot be customised', (type) => {
  const entries = [entry('DEFAULT_4XX', full), entry('REQUEST_TOO_LARGE', full)];
  expect(compileGatewayResponses(entries)(type)).toBeUndefined();
});
