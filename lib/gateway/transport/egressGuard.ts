import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { networkInterfaces } from 'node:os';
import { addressForms, canonicalAddress } from './egress/addressForms';
import { EgressAllowList } from './egress/EgressAllowList';
import { EgressRefused } from './egress/EgressRefused';
import { refusedRange } from './egress/refusedRange';

/** What the engine, the import and the try-it proxy ask before they connect to anything. */
export interface EgressGuard {
  /** Replaces the administrator's list; connections made under the old one are not used again. */
  update(allowList: readonly string[]): void;
  /** grows with each update */
  readonly generation: number;
  /**
   * What can be told of a URL without resolving it, for forms.
   * @returns why it is refused, one clause; undefined when it is not
   */
  refusalOf(url: string): string | undefined;
  /**
   * For hosts that are addresses; the addresses of names are checked by `lookup`.
   * @throws EgressRefused
   */
  checkHost(hostname: string, port: number): void;
  /** Resolves and checks; a socket connects to exactly what was checked. Fails with EgressRefused. */
  lookup(port: number): LookupFunction;
}

export interface EgressGuardOptions {
  /** `host:port`, `host` or CIDR that may be reached although the guard would refuse it */
  allowList: readonly string[];
  /** Gatehouse's own ports, its database's and its Redis's on this machine */
  ownPorts: readonly number[];
}

const METADATA_NAMES = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.internal',
  'instance-data',
  'instance-data.ec2.internal',
]);

/**
 * Refuses link-local, cloud-metadata, unspecified and multicast addresses and our own ports on this machine.
 * Ordinary loopback and private addresses are let through: backends live there.
 */
export function createEgressGuard(options: EgressGuardOptions): EgressGuard {
  return new Guard(options);
}

class Guard implements EgressGuard {
  generation = 1;
  private allowed: EgressAllowList;
  private readonly ownPorts: ReadonlySet<number>;

  constructor({ allowList, ownPorts }: EgressGuardOptions) {
    this.allowed = new EgressAllowList(allowList);
    this.ownPorts = new Set(ownPorts);
  }

  update(allowList: readonly string[]): void {
    this.allowed = new EgressAllowList(allowList);
    this.generation += 1;
  }

  refusalOf(url: string): string | undefined {
    const parsed = URL.canParse(url) ? new URL(url) : undefined;
    if (!parsed) return 'not a URL';
    const { protocol, username, password, hostname } = parsed;
    if (protocol !== 'http:' && protocol !== 'https:') return 'neither http nor https';
    if (username !== '' || password !== '') return 'a URL with a user name';
    const port = Number(parsed.port) || (protocol === 'https:' ? 443 : 80);
    const isLocalName = /(?:^|\.)localhost$/.test(plainName(hostname));
    return this.refusalOfHost(isLocalName ? '127.0.0.1' : hostname, port, hostname);
  }

  checkHost(hostname: string, port: number): void {
    const reason = this.refusalOfHost(hostname, port);
    if (reason) throw new EgressRefused(`${hostname} is ${reason}`);
  }

  lookup(port: number): LookupFunction {
    return (hostname, options, callback) => {
      lookup(hostname, { ...options, all: true }, (error, addresses) => {
        const checked = error ? [] : this.pick(hostname, addresses, port);
        const [first] = checked;
        if (error) callback(error, []);
        else if (!first) callback(this.refusedAll(hostname, addresses, port), []);
        else if (options.all) callback(null, checked);
        else callback(null, first.address, first.family);
      });
    };
  }

  private pick(hostname: string, addresses: LookupAddress[], port: number): LookupAddress[] {
    return addresses.filter(({ address }) => !this.refusalOfHost(address, port, hostname));
  }

  private refusedAll(hostname: string, [first]: LookupAddress[], port: number): EgressRefused {
    const reason = first ? this.refusalOfHost(first.address, port, hostname) : 'a name without an address';
    return new EgressRefused(`${hostname} is ${reason}`);
  }

  /** @param askedFor the name whose address `host` is; the list may allow either */
  private refusalOfHost(host: string, port: number, askedFor = host): string | undefined {
    const address = canonicalAddress(host);
    const name = canonicalAddress(askedFor) ?? plainName(askedFor);
    if (this.allowed.allows(name, address, port)) return undefined;
    if (METADATA_NAMES.has(name)) return 'the name of a cloud metadata service';
    if (address === undefined) return undefined;
    for (const form of addressForms(address)) {
      const reason = refusedRange(form) ?? this.ownPortAt(form, port);
      if (reason) return reason;
    }
    return undefined;
  }

  private ownPortAt(address: string, port: number): string | undefined {
    return this.ownPorts.has(port) && isThisMachine(address) ? "one of Gatehouse's own ports" : undefined;
  }
}

function plainName(hostname: string): string {
  return hostname.toLowerCase().replace(/\.+$/, '');
}

/** Interfaces come and go, so they are asked at each connect. */
function isThisMachine(address: string): boolean {
  if (address.startsWith('127.') || address === '::1') return true;
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return own.some((one) => canonicalAddress(one.address) === address);
}
