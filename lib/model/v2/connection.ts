import { z } from 'zod';

/** A WebSocket that is open on this installation. Times in ms since the epoch. */
export interface LiveConnection {
  connectionId: string;
  stageName: string;
  connectedAt: number;
  lastActiveAt: number;
  sourceIp: string;
  userAgent: string;
}

/** AWS's bound on a message, in bytes. */
const LARGEST_MESSAGE = 128 * 1024;

/** A message to one client. */
export const connectionMessage = z.object({
  data: z
    .string()
    .refine((text) => new TextEncoder().encode(text).length <= LARGEST_MESSAGE, 'Message too long'),
});
export type ConnectionMessage = z.input<typeof connectionMessage>;
