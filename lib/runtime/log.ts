import type { GatewayLog } from '@gatehouse/gateway/ports';
import pino from 'pino';

export interface Log extends GatewayLog {
  info(message: string, detail?: Record<string, unknown>): void;
}

/** One JSON line an event on stderr, written at once: a process that dies has said why. */
export function createLog(process: 'supervisor' | 'control' | 'worker' | 'functions'): Log {
  const log = pino({ base: { process } }, pino.destination({ dest: 2, sync: true }));
  return {
    info: (message, detail = {}) => log.info(detail, message),
    error: (message, detail) => log.error(detail, message),
  };
}

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
