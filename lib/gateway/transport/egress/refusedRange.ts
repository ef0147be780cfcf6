import { BlockList, isIPv4 } from 'node:net';

/** What no integration has business with, however the address is spelt (reliability.md 4.3, B12). */
const RANGES: { reason: string; subnets: string[] }[] = [
  {
    reason: 'a cloud metadata address',
    subnets: [
      '169.254.169.254/32', // AWS, Azure, Google, and most others
      '169.254.170.2/32', // AWS task credentials
      'fd00:ec2::254/128', // AWS over IPv6
      'fd00:ec2::23/128', // AWS pod identity
      'fd20:ce::254/128', // Google over IPv6
      '100.100.100.200/32', // Alibaba
      '192.0.0.192/32', // Oracle
      '168.63.129.16/32', // Azure's host agent
    ],
  },
  { reason: 'a link-local address', subnets: ['169.254.0.0/16', 'fe80::/10'] },
  { reason: 'an unspecified address', subnets: ['0.0.0.0/8', '::/128'] },
  { reason: 'a multicast or broadcast address', subnets: ['224.0.0.0/4', '240.0.0.0/4', 'ff00::/8'] },
  { reason: 'a Teredo address', subnets: ['2001::/32'] },
];

const LISTS = RANGES.map(({ reason, subnets }) => ({ reason, list: blockList(subnets) }));

/** @returns why the address is refused; undefined when it is not */
export function refusedRange(address: string): string | undefined {
  return LISTS.find(({ list }) => list.check(address, familyOf(address)))?.reason;
}

function blockList(subnets: string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', prefix] = subnet.split('/');
    list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list;
}

export function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
