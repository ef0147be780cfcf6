import { BlockList, isIP } from 'node:net';
import { canonicalAddress } from './addressForms';
import { familyOf } from './refusedRange';

/** The administrator's exceptions: `host:port`, `host` or CIDR. An entry that is none of these allows nothing. */
export class EgressAllowList {
  private readonly subnets = new BlockList();
  /** `host` and `host:port`, addresses in one spelling */
  private readonly hosts = new Set<string>();

  constructor(entries: readonly string[]) {
    for (const entry of entries) this.add(entry.trim().toLowerCase());
  }

  /** @param address what the host resolved to, in its canonical spelling; undefined before it is resolved */
  allows(hostname: string, address: string | undefined, port: number): boolean {
    if (this.names(hostname, port)) return true;
    if (address === undefined) return false;
    return this.names(address, port) || this.subnets.check(address, familyOf(address));
  }

  private names(host: string, port: number): boolean {
    return this.hosts.has(host) || this.hosts.has(`${host} ${port}`);
  }

  private add(entry: string): void {
    if (entry.includes('/')) this.addSubnet(entry);
    else this.addHost(entry);
  }

  private addHost(entry: string): void {
    const address = canonicalAddress(entry);
    const [, host = entry, port] = /^(.*):(\d{1,5})$/.exec(entry) ?? [];
    if (address !== undefined) this.hosts.add(address);
    else if (port !== undefined) this.hosts.add(`${canonicalAddress(host) ?? host} ${Number(port)}`);
    else this.hosts.add(entry);
  }

  private addSubnet(entry: string): void {
    const [address = '', prefix = ''] = entry.split('/');
    const bits = isIP(address) === 4 ? 32 : 128;
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > bits) return;
    this.subnets.addSubnet(address, Number(prefix), familyOf(address));
  }
}
