/** Base URL of Gatehouse's AWS endpoint (lib/runtime/env): the console's host, on a port of its own. */
export function awsEndpoint(issuer: string): string {
  return `http://${new URL(issuer).hostname}:${process.env.GATEHOUSE_AWS_PORT ?? '4566'}`;
}
