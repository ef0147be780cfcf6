import { z } from 'zod';

/**
 * A private integration's way to its backends: a named group of targets that calls are spread over.
 * AWS points a link at a load balancer; here the link is the load balancer.
 */
const target = z
  .string()
  .regex(/^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+):([1-9]\d{0,4})$/, 'A target is host:port, e.g. 10.0.0.7:8080')
  .refine((text) => !(Number(text.slice(text.lastIndexOf(':') + 1)) > 65_535), 'A port is at most 65535');

export const vpcLinkHealthCheck = z.object({
  /** TCP: a connection is enough; HTTP, HTTPS: GET of `path` answers 200 to 399 */
  protocol: z.enum(['TCP', 'HTTP', 'HTTPS']).default('TCP'),
  path: z.string().startsWith('/', 'A path begins with /').max(1024).default('/'),
  intervalSeconds: z.int().min(1).max(300).default(10),
  timeoutSeconds: z.int().min(1).max(60).default(3),
  /** results in a row that turn a target */
  healthyThreshold: z.int().min(1).max(10).default(2),
  unhealthyThreshold: z.int().min(1).max(10).default(2),
});
export type VpcLinkHealthCheck = z.infer<typeof vpcLinkHealthCheck>;

const names = z.array(z.string().min(1).max(255)).max(64);
/**
 * Names of subnets and security groups, which AWS's V2 links have. There is no VPC here: they are kept and given back,
 * and decide nothing.
 */
const vpcLinkNetwork = z.object({ subnetIds: names, securityGroupIds: names });
export type VpcLinkNetwork = z.infer<typeof vpcLinkNetwork>;

const pem = z.string().max(64 * 1024);
export const vpcLinkInput = z.object({
  name: z.string().trim().min(1, 'Name cannot be empty').max(1024),
  description: z.string().max(1024).optional(),
  targets: z
    .array(target)
    .min(1, 'A link needs a target')
    .max(64, 'A link has at most 64 targets')
    .refine((targets) => new Set(targets).size === targets.length, 'A target is named twice'),
  /** absent in an update: stays */
  network: vpcLinkNetwork.optional(),
  healthCheck: vpcLinkHealthCheck.optional(),
  /** authorities to trust instead of the system's, PEM */
  caCertificate: pem.optional(),
  /** what the gateway shows to the targets (mutual TLS), PEM; both or neither */
  certificate: pem.optional(),
  /** absent in an update: stays */
  privateKey: pem.optional(),
});
export type VpcLinkInput = z.input<typeof vpcLinkInput>;

export interface VpcLink {
  id: string;
  name: string;
  description?: string;
  targets: string[];
  network?: VpcLinkNetwork;
  healthCheck?: VpcLinkHealthCheck;
  caCertificate?: string;
  certificate?: string;
  hasPrivateKey: boolean;
  createdDate: number;
  /** integrations of undeployed definitions that name it */
  usedBy: { restApiId: string; path: string; httpMethod: string }[];
}

/** A target as one worker of the machine sees it. */
export interface TargetHealth {
  target: string;
  state: 'healthy' | 'unhealthy' | 'unknown';
  /** ms since the epoch */
  since: number;
  reason?: string;
}
