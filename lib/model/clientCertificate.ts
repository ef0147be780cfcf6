import { z } from 'zod';

export const clientCertificateInput = z.object({ description: z.string().max(1024).optional() });
export type ClientCertificateInput = z.infer<typeof clientCertificateInput>;

/** What the gateway shows to HTTP backends so that they know it; its private key never leaves the server. */
export interface ClientCertificate {
  clientCertificateId: string;
  description?: string;
  pemEncodedCertificate: string;
  createdDate: number;
  expirationDate: number;
  /** `apiId/stage` that use it */
  stages: { restApiId: string; stageName: string }[];
}
