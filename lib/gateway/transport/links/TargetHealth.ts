/** A target as this engine sees it. */
export interface TargetHealth {
  /** `host:port` */
  target: string;
  state: 'healthy' | 'unhealthy' | 'unknown';
  /** ms since the epoch */
  since: number;
  reason?: string;
}
