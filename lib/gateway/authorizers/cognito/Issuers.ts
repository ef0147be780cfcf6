import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { NO_ROUTE } from '../../integrations/backendRoute';
import { readBeginning } from '../../integrations/readBeginning';
import type { Clock, GatewayLog } from '../../ports';
import type { UserPoolDocument } from '../../snapshot/types';
import type { Backends } from '../../transport/BackendCall';
import { Departure } from '../../transport/Departure';

/** What AWS gives a fetch of keys (reliability.md, AWS's quotas). */
const FETCH_TIMEOUT = 1_500;
const LARGEST_KEYS = 150_000;
/** Keys are fetched anew so often at least; and for a key id that is not among them, so often at most. */
const FRESH = 3_600_000;
const AGAIN = 60_000;
/** After a fetch that failed. */
const RETRY = 10_000;
/** Keys that cannot be fetched anew serve so long, which is how long AWS keeps them. */
const OLDEST = 7_200_000;

interface Known {
  /** the last that were had, and when */
  keys: JWTVerifyGetKey | undefined;
  hadAt: number;
  /** the last fetch, which may be under way; times in monotonic ms */
  fetch: Promise<JWTVerifyGetKey>;
  fetchedAt: number;
  failed: boolean;
}

/**
 * The keys of OpenID Connect issuers elsewhere: found by discovery, fetched through the egress guard with bounds of
 * time and size, kept, and fetched again for an unknown key id at a bounded rate. Nothing that a token says of keys
 * (jku, jwk, x5u) is ever followed.
 */
export class Issuers {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly backends: Backends,
    private readonly clock: Clock,
    private readonly log: GatewayLog,
  ) {}

  /** @throws Error when the keys cannot be had */
  async keysOf(issuer: string): Promise<JWTVerifyGetKey> {
    const known = this.known.get(issuer);
    if (!known?.keys) return this.fetchAtMost(issuer, known?.failed ? RETRY : AGAIN);
    const age = this.clock.monotonic() - known.hadAt;
    if (age < FRESH) return known.keys;
    const fresh = this.fetchAtMost(issuer, known.failed ? RETRY : AGAIN);
    // What there is serves meanwhile: an issuer that is away for a while shuts nobody out.
    return age < OLDEST ? known.keys : fresh;
  }

  /** After a key id that was not among an issuer's keys; the same keys again while they are new. */
  async freshKeysOf(issuer: string): Promise<JWTVerifyGetKey> {
    return this.fetchAtMost(issuer, AGAIN);
  }

  /** @param pause ms since the last fetch until which its outcome counts */
  private fetchAtMost(issuer: string, pause: number): Promise<JWTVerifyGetKey> {
    const known = this.known.get(issuer);
    if (known && this.clock.monotonic() - known.fetchedAt < pause) return known.fetch;
    return this.fetch(issuer, known);
  }

  private fetch(issuer: string, before: Known | undefined): Promise<JWTVerifyGetKey> {
    const fetchedAt = this.clock.monotonic();
    const fetch = this.discover(issuer);
    const { keys, hadAt = fetchedAt } = before ?? {};
    const known: Known = { keys, hadAt, fetch, fetchedAt, failed: false };
    this.known.set(issuer, known);
    fetch.then(
      (had) => Object.assign(known, { keys: had, hadAt: fetchedAt }),
      (error: unknown) => {
        known.failed = true;
        this.log.error('The keys of an issuer cannot be had', { issuer, reason: String(error) });
      },
    );
    return fetch;
  }

  private async discover(issuer: string): Promise<JWTVerifyGetKey> {
    const base = issuer.replace(/\/+$/, '');
    const document = await this.json(`${base}/.well-known/openid-configuration`);
    const { issuer: said, jwks_uri: address } = document;
    if (said !== issuer) throw new Error(`The issuer calls itself ${String(said)}`);
    if (typeof address !== 'string') throw new Error('The issuer names no jwks_uri');
    if (issuer.startsWith('https:') && !address.startsWith('https:'))
      throw new Error(`Keys of ${issuer} are not taken over plain HTTP`);
    return localKeys(await this.json(address));
  }

  private async json(url: string): Promise<Record<string, unknown>> {
    const answer = await this.backends.call({
      route: { ...NO_ROUTE, integrationKey: `issuer:${new URL(url).origin}`, timeoutInMillis: FETCH_TIMEOUT },
      method: 'GET',
      url,
      headers: [['Accept', 'application/json']],
      body: undefined,
      clientGone: new Departure(),
    });
    const body = await readBeginning(answer.body, LARGEST_KEYS + 1, FETCH_TIMEOUT);
    // A redirect is no answer either: it would lead where nobody allowed to go.
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    if (body.length > LARGEST_KEYS) throw new Error(`${url} answered more than ${LARGEST_KEYS} bytes`);
    const value: unknown = JSON.parse(body.toString());
    if (typeof value !== 'object' || value === null) throw new Error(`${url} answered no object`);
    return value as Record<string, unknown>;
  }
}

/** @throws Error when it is no key set */
export function localKeys(jwks: object): JWTVerifyGetKey {
  return createLocalJWKSet(jwks as Parameters<typeof createLocalJWKSet>[0]);
}

/** A user pool of this installation: its keys came with the publication. */
export interface Pool {
  issuer: string;
  keys: JWTVerifyGetKey;
}

/** User pools of a publication, by ARN. */
export function poolsByArn(pools: readonly UserPoolDocument[] = []): ReadonlyMap<string, Pool> {
  return new Map(pools.map(({ arn, issuer, jwks }) => [arn, { issuer, keys: localKeys(jwks) }]));
}
