export const domainNameHref = (domainName: string) =>
  `/console/domain-names/${encodeURIComponent(domainName)}`;
