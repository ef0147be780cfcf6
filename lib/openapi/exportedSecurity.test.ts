import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportOpenApi, importOpenApi } from './index';
import { document, header, read, uri, withAuthorizer } from './testing';

const corpus = (name: string) => readFileSync(new URL(`./corpus/${name}`, import.meta.url), 'utf8');

describe('exported', () => {
  const { definition } = importOpenApi(corpus('everyAuthorizer.json'));

  test('an API with every authorizer is the document it came from', () => {
    const { document: written } = exportOpenApi(definition, {
      exportType: 'swagger',
      format: 'json',
      extensions: true,
    });
    const original = JSON.parse(corpus('everyAuthorizer.json'));
    const { requests, pool, nobodys, ...same } = original.securityDefinitions;
    expect(written.securityDefinitions).toMatchObject(same);
    for (const member of ['x-amazon-apigateway-policy', 'x-amazon-apigateway-api-key-source'])
      expect(written[member]).toEqual(original[member]);
    const schemes = written.securityDefinitions as Record<string, Record<string, unknown>>;
    for (const [name, scheme] of Object.entries({ requests, pool, nobodys })) {
      const extension = 'x-amazon-apigateway-authorizer';
      expect(schemes[name]?.[extension]).toEqual({ ...scheme[extension], authorizerResultTtlInSeconds: 300 });
    }
  });

  test('for readers it tells what a caller sends, and of no function, pool or policy', () => {
    const { document: written, text } = exportOpenApi(definition, {
      exportType: 'oas30',
      format: 'json',
      extensions: false,
    });
    expect(text).not.toMatch(/arn:|issuer|policy|oauth2/);
    expect(written.components).toEqual({
      securitySchemes: {
        api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
        nobodys: header,
        pool: header,
        requests: { ...header, name: 'Auth' },
        sigv4: header,
        tokens: { ...header, name: 'X-Token' },
      },
    });
    expect(written).toHaveProperty(['paths', '/pool', 'post', 'security'], [{ pool: [] }]);
    // Nothing that a caller sends says whether it is let in.
    expect(written).not.toHaveProperty(['paths', '/request', 'post', 'security']);
  });

  test('no authorizer is taken for a scheme of the document’s own', () => {
    const token = withAuthorizer({ type: 'token', authorizerUri: uri('f') });
    const text = document(token, [{ own: [] }, { key: [] }])
      .replaceAll('"own"', '"api_key"')
      .replace(
        '"api_key": {',
        '"key": {"type": "apiKey", "name": "x-api-key", "in": "header"}, "api_key": {',
      );
    const first = importOpenApi(text).definition;
    const exported = exportOpenApi(first, { exportType: 'oas30', format: 'json', extensions: true }).text;
    expect(read(exported).access).toEqual(['CUSTOM', 'api_key', undefined, true]);
  });
});
