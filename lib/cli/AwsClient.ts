import { randomBytes } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { refusalOf } from './AwsRefusal';
import { CliFailure } from './CliFailure';
import { noAnswer } from './noAnswer';
import type { Settings } from './settings';

/** A large document takes the server its time. */
const LONGEST_MS = 120_000;

export interface AwsCall {
  method: string;
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: string;
}
export interface AwsAnswer {
  headers: Headers;
  text: string;
}

/** Signed calls of the AWS endpoint. */
export class AwsClient {
  constructor(private readonly settings: Pick<Settings, 'endpointUrl' | 'region' | 'key'>) {}

  /** An operation of API Gateway's V1 API. @throws AwsRefusal @throws CliFailure when nobody answers */
  async v1<Answer>(method: string, path: string, more: Pick<AwsCall, 'query'> & { body?: unknown } = {}) {
    const { query, body } = more;
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { 'content-type': 'application/json' };
    const call = {
      method,
      path,
      ...(query && { query }),
      ...(sent !== undefined && { body: sent, headers }),
    };
    const { text } = await this.send('apigateway', call);
    return this.parsed<Answer>(text === '' ? '{}' : text);
  }

  /** Every item of one of V1's lists. */
  async list<Item>(path: string, query: Record<string, string> = {}): Promise<Item[]> {
    const items: Item[] = [];
    let position: string | undefined;
    do {
      const page: { item?: Item[]; position?: string } = await this.v1('GET', path, {
        query: { ...query, limit: '500', ...(position !== undefined && { position }) },
      });
      items.push(...(page.item ?? []));
      position = page.position;
    } while (position !== undefined);
    return items;
  }

  /** An operation of CloudWatch Logs. */
  async logs<Answer>(operation: string, input: object): Promise<Answer> {
    const { text } = await this.send('logs', {
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `Logs_20140328.${operation}`,
      },
      body: JSON.stringify(input),
    });
    return this.parsed<Answer>(text);
  }

  /** The ARN of who signs, and when the endpoint answered. */
  async whoAmI(): Promise<{ arn: string; date: string | null }> {
    const { text, headers } = await this.send('sts', {
      method: 'POST',
      path: '/',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    });
    const arn = /<Arn>(.*?)<\/Arn>/.exec(text)?.[1];
    if (arn === undefined) throw this.isNone();
    return { arn, date: headers.get('date') };
  }

  /** @throws AwsRefusal for every answer that is not 2xx @throws CliFailure when nobody, or nobody of AWS's kind, answers */
  async send(service: string, call: AwsCall): Promise<AwsAnswer> {
    const { answer, text } = await this.fetch(call, await this.signed(service, call));
    if (!answer.ok) throw refusalOf(answer, text, this.settings.key) ?? this.isNone();
    return { headers: answer.headers, text };
  }

  private async fetch(call: AwsCall, headers: Record<string, string>) {
    const { endpointUrl } = this.settings;
    try {
      const answer = await fetch(`${endpointUrl}${call.path}${queryText(call.query)}`, {
        method: call.method,
        headers,
        ...(call.body !== undefined && { body: call.body }),
        signal: AbortSignal.timeout(LONGEST_MS),
      });
      return { answer, text: await answer.text() };
    } catch (error) {
      throw noAnswer('The AWS endpoint', endpointUrl, error);
    }
  }

  private parsed<Answer>(text: string): Answer {
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw this.isNone();
    }
  }

  private isNone(): CliFailure {
    return new CliFailure(
      `What answers at ${this.settings.endpointUrl} is no AWS endpoint. Name it by --endpoint-url or AWS_ENDPOINT_URL; Gatehouse's port is 4566 unless GATEHOUSE_AWS_PORT says otherwise.`,
    );
  }

  private async signed(service: string, { method, path, query = {}, headers, body }: AwsCall) {
    const url = new URL(this.settings.endpointUrl);
    const credentials = this.settings.key ?? nobody();
    const signer = new SignatureV4({ service, region: this.settings.region, credentials, sha256: Sha256 });
    const request = new HttpRequest({
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path,
      query,
      headers: { host: url.host, ...headers },
      body,
    });
    return (await signer.sign(request)).headers;
  }
}

/**
 * Where no signature is asked for (GATEHOUSE_AWS_AUTH=off) a call still says by its signature which service it is for.
 * Everywhere else this key is unknown.
 */
const nobody = () => ({
  accessKeyId: `NOBODY${randomBytes(7).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(30).toString('base64'),
});

function queryText(query: Record<string, string> = {}): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
